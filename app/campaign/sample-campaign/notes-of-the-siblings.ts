import { addDays } from "#app/time/calendar-date.ts";
import { addWorkingDays, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { AGREEMENT, CYBER } from "./colleagues.ts";
import { promise } from "./promise.ts";
import { workingDayAgo } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { fromTheRoom, writtenEvent, writtenOutcome } from "./written-event.ts";

/** A recent note of the second and of the third campaign, each with promises that are still open. */
export function notesOfTheSiblings(today: CalendarDate): SampleEvent[] {
  return [noteOnBoone(today), noteOnBrody(today)];
}

function noteOnBoone(today: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "note/boone",
      campaign: AGREEMENT,
      title: "Call on Lieutenant Colonel Boone: rail and road",
      kind: "office call",
      audiences: ["army-plans"],
      messages: [1, 2],
      officers: ["officer"],
      wallStart: `${workingDayAgo(today, 13)}T10:00`,
      minutes: 45,
      place: "Pentagon",
      outcome: writtenOutcome({
        officer: "officer",
        said: "“Give me the width of the bridges.” Would take the annex on rail first, the depots after.",
        receptions: [fromTheRoom(1, "army-plans", 1), fromTheRoom(2, "army-plans", 0)],
        objections: [{ code: "O1", audience: "army-plans", contact: "marcia-boone", isAnswered: true }],
        followUps: [
          promise("Send the table of bridges and loads", "officer", "marcia-boone", addDays(today, -3)),
          {
            text: "Name the person for the annex on rail",
            promisedBy: "them",
            owner: "officer",
            contact: "tara-quill",
            dueOn: addWorkingDays(today, 4, UNITED_STATES),
            doneOn: null,
          },
        ],
      }),
    },
    ["marcia-boone", "tara-quill"],
  );
}

function noteOnBrody(today: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "note/brody",
      campaign: CYBER,
      title: "Call with Hannah Brody: who picks up at night",
      kind: "phone call",
      audiences: ["cyber-agency"],
      messages: [1],
      officers: ["clearer"],
      wallStart: `${workingDayAgo(today, 9)}T11:00`,
      minutes: 30,
      place: "By telephone",
      outcome: writtenOutcome({
        officer: "clearer",
        said: "Put our sentence into the terms of the working group. Asked for two names in Prague.",
        receptions: [fromTheRoom(1, "cyber-agency", 2)],
        followUps: [
          promise("Two names in Prague, day and night", "clearer", "hannah-brody", addDays(today, -2)),
          promise(
            "Dates for a first exercise",
            "eva",
            "hannah-brody",
            addWorkingDays(today, 6, UNITED_STATES),
          ),
        ],
      }),
    },
    ["hannah-brody"],
  );
}
