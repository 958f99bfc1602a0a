import { AUTONOMY } from "./colleagues.ts";
import { AUTONOMY_PLANS, type Plan } from "./plans.ts";
import { SIBLING_PLANS } from "./plans-of-the-siblings.ts";
import { type SampleDays, workingDayAgo, workingDayAhead } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { fromOnePerson, fromTheRoom, writtenEvent, writtenOutcome } from "./written-event.ts";

const BRUSSELS = "Europe/Brussels";

/** What is planned after this week, and what happened in Brussels, where the clocks are Prague's. */
export function eventsOfComingWeeks(days: SampleDays): SampleEvent[] {
  return [
    ...AUTONOMY_PLANS.map((plan) => planned(days, AUTONOMY, plan)),
    ...SIBLING_PLANS.map(([campaign, plan]) => planned(days, campaign, plan)),
    ...inBrussels(days),
  ];
}

function planned(
  { today }: SampleDays,
  campaign: string,
  [ahead, time, minutes, kind, title, audiences, messages, officers, place, contacts]: Plan,
): SampleEvent {
  const day = workingDayAhead(today, ahead);
  const isFarAhead = ahead > 13;
  const event = writtenEvent(
    {
      key: `${campaign}/planned/${ahead}`,
      campaign,
      title,
      kind,
      audiences,
      messages,
      officers,
      wallStart: `${day}T${time}`,
      minutes,
      place,
      isPlaceConfirmed: !isFarAhead,
      schedule: isFarAhead || ahead === 6 ? "tentative" : "confirmed",
      plannedOn: workingDayAgo(today, 3 + (ahead % 7)),
    },
    contacts,
  );
  const reply = isFarAhead ? ("needs-action" as const) : ("accepted" as const);
  return { ...event, participants: event.participants.map((participant) => ({ ...participant, reply })) };
}

function inBrussels(days: SampleDays): SampleEvent[] {
  return [sideMeeting(days), consultation(days)];
}

function sideMeeting({ today }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "brussels/held",
      title: "Side meeting at NATO headquarters, House delegation",
      kind: "roundtable",
      audiences: ["nato-assembly"],
      messages: [3, 1],
      officers: ["officer"],
      wallStart: `${workingDayAgo(today, 158)}T10:00`,
      minutes: 60,
      zone: BRUSSELS,
      place: "NATO headquarters, Brussels",
      outcome: writtenOutcome({
        officer: "officer",
        loggedAfter: 20,
        said: "Calloway: Asked for the trend by country. Pemberton noted it beside what others had said.",
        receptions: [
          fromOnePerson(3, "nato-assembly", "brett-calloway", 1),
          fromTheRoom(1, "nato-assembly", 0),
        ],
        followUps: [
          {
            text: "Say whether the spring programme has room for Prague",
            promisedBy: "them",
            owner: "officer",
            contact: "brett-calloway",
            dueOn: workingDayAgo(today, 9),
            doneOn: null,
          },
        ],
      }),
    },
    ["brett-calloway", "joyce-pemberton"],
  );
}

function consultation({ today }: SampleDays): SampleEvent {
  return writtenEvent({
    key: "brussels/planned",
    title: "Consultation with the missions to NATO and the EU",
    kind: "internal",
    audiences: [],
    messages: [2],
    officers: ["lenka", "officer"],
    wallStart: `${workingDayAhead(today, 13)}T10:00`,
    minutes: 90,
    zone: BRUSSELS,
    place: "Mission to NATO, Brussels",
    plannedOn: workingDayAgo(today, 2),
  });
}
