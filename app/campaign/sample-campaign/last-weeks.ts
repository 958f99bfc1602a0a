import { addWorkingDays, UNITED_STATES } from "#app/time/holidays.ts";
import { AGREEMENT } from "./colleagues.ts";
import { type SampleDays, workingDayAgo } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { fromTheRoom, writtenEvent, writtenOutcome } from "./written-event.ts";

/** A briefing that both sides remember, one that was not held, and meetings that nobody has logged yet. */
export function eventsOfLastWeeks(days: SampleDays): SampleEvent[] {
  return [bothStaffs(days), notHeld(days), ...notLogged(days)];
}

function bothStaffs({ today }: SampleDays): SampleEvent {
  const day = workingDayAgo(today, 61);
  return writtenEvent(
    {
      key: "both-staffs",
      title: "Staff briefing, Senate Foreign Relations, both sides",
      kind: "briefing",
      audiences: ["sfrc-majority", "sfrc-minority"],
      messages: [3, 2],
      officers: ["officer", "clearer"],
      wallStart: `${day}T14:00`,
      minutes: 45,
      place: "Dirksen Building",
      ask: "A question on burden-sharing in the next hearing",
      outcome: writtenOutcome({
        officer: "officer",
        loggedAfter: 18,
        said: "Asked who would pay for duplicate headquarters. The figures were taken down with their edition.",
        impression: "The two sides had agreed beforehand on who asks what.",
        assessment: "Bring the text next time; the minority wants to quote it.",
        askAnswer: "The majority will look at the witness list.",
        receptions: [
          fromTheRoom(3, "sfrc-majority", 1),
          fromTheRoom(3, "sfrc-minority", 1),
          fromTheRoom(2, "sfrc-majority", -1, "audience"),
          fromTheRoom(2, "sfrc-minority", 0, "audience"),
        ],
        objections: [
          { code: "O1", audience: "sfrc-majority", contact: "robin-castellano", isAnswered: true },
          { code: "O9", audience: "sfrc-majority", contact: "claire-hadley", isAnswered: false },
        ],
      }),
    },
    ["claire-hadley", "robin-castellano", "marcus-bell", "owen-castle"],
  );
}

function notHeld({ today }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "not-held",
      title: "State, European bureau: text for the readout",
      kind: "office call",
      audiences: ["state-europe"],
      messages: [1, 2],
      officers: ["clearer"],
      wallStart: `${workingDayAgo(today, 15)}T10:00`,
      minutes: 30,
      place: "State Department",
      result: "not held",
      reason: "Called away to the department’s morning meeting; a new date is offered for this week.",
    },
    ["ellen-voss", "nadia-karim"],
  );
}

function notLogged(days: SampleDays): SampleEvent[] {
  return [notLoggedOnTheHill(days), notLoggedCall(days), notLoggedAtTheArmy(days)];
}

function notLoggedOnTheHill({ today }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "not-logged/hasc",
      title: "House Armed Services, majority: allies’ budgets",
      kind: "office call",
      audiences: ["hasc-majority"],
      messages: [1, 3],
      officers: ["clearer", "officer"],
      wallStart: `${addWorkingDays(today, -1, UNITED_STATES)}T14:30`,
      minutes: 45,
      place: "Rayburn Building",
    },
    ["tom-rusk", "gwen-farraday"],
  );
}

function notLoggedCall({ today }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "not-logged/letter",
      title: "Telephone with Leah Brandt: a draft letter",
      kind: "phone call",
      audiences: ["sfrc-minority"],
      messages: [2],
      officers: ["officer"],
      wallStart: `${addWorkingDays(today, -2, UNITED_STATES)}T16:30`,
      minutes: 30,
      place: "By telephone",
    },
    ["leah-brandt"],
  );
}

function notLoggedAtTheArmy({ today }: SampleDays): SampleEvent {
  return writtenEvent(
    {
      key: "not-logged/army",
      campaign: AGREEMENT,
      title: "Army staff, plans: the annex on rail",
      kind: "office call",
      audiences: ["army-plans"],
      messages: [1],
      officers: ["officer"],
      wallStart: `${addWorkingDays(today, -4, UNITED_STATES)}T09:30`,
      minutes: 45,
      place: "Pentagon",
    },
    ["marcia-boone", "tara-quill"],
  );
}
