import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { promise } from "./promise.ts";
import { workingDayAgo } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { fromTheRoom, writtenEvent, writtenOutcome } from "./written-event.ts";

/** The four notes of SAMPLE.md on the executive, a fellow and a reporter. */
export function notesFromElsewhere(today: CalendarDate): SampleEvent[] {
  return [noteOnFarrow(today), noteOnVoss(today), noteOnSandoz(today), noteOnCalder(today)];
}

function noteOnFarrow(today: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "note/farrow",
      title: "Call on Colonel Farrow: which brigade, which year",
      kind: "office call",
      audiences: ["pentagon-nato"],
      messages: [2],
      officers: ["clearer"],
      wallStart: `${workingDayAgo(today, 20)}T09:30`,
      minutes: 45,
      place: "Pentagon",
      outcome: writtenOutcome({
        officer: "clearer",
        said: "“Which brigade, which year?” Capability list with the defence ministry.",
        impression: "Would rather defend a schedule than a principle.",
        receptions: [fromTheRoom(2, "pentagon-nato", -1)],
        objections: [{ code: "O7", audience: "pentagon-nato", contact: "dean-farrow", isAnswered: true }],
        followUps: [
          promise("Capability list with the defence ministry", "clearer", "dean-farrow", addDays(today, -4)),
        ],
      }),
    },
    ["dean-farrow"],
  );
}

function noteOnVoss(today: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "note/voss",
      title: "Call on Ellen Voss: a sentence for the readout",
      kind: "office call",
      audiences: ["state-europe"],
      messages: [1, 3],
      officers: ["clearer"],
      wallStart: `${workingDayAgo(today, 26)}T14:00`,
      minutes: 15,
      place: "State Department",
      ask: "One sentence on complementarity in the joint readout",
      outcome: writtenOutcome({
        officer: "clearer",
        said: "Message 3 not raised, cut to 15 minutes. Rebook after the recess.",
        askAnswer: "Wants to see our text first.",
        receptions: [fromTheRoom(1, "state-europe", 1), fromTheRoom(3, "state-europe", null)],
        followUps: [promise("Rebook after the recess", "officer", "ellen-voss", addDays(today, 6))],
      }),
    },
    ["ellen-voss"],
  );
}

function noteOnSandoz(today: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "note/sandoz",
      title: "Coffee with Greg Sandoz: burden-sharing",
      kind: "office call",
      audiences: ["restraint-school"],
      messages: [3],
      officers: ["eva"],
      wallStart: `${workingDayAgo(today, 68)}T15:30`,
      minutes: 45,
      place: "Stimson Center",
      outcome: writtenOutcome({
        officer: "eva",
        said: "For the wrong reason: “Then we leave.” Do not quote him.",
        receptions: [fromTheRoom(3, "restraint-school", 1)],
        objections: [{ code: "O10", audience: "restraint-school", contact: "greg-sandoz", isAnswered: true }],
      }),
    },
    ["greg-sandoz"],
  );
}

function noteOnCalder(today: CalendarDate): SampleEvent {
  return writtenEvent(
    {
      key: "note/calder",
      title: "Call from Nina Calder, on background",
      kind: "phone call",
      audiences: ["defence-reporters"],
      messages: [3],
      officers: ["eva"],
      wallStart: `${workingDayAgo(today, 8)}T12:30`,
      minutes: 15,
      place: "By telephone",
      outcome: writtenOutcome({
        officer: "eva",
        loggedAfter: 1,
        said: "“Why is Prague cutting?” Line needed by 16:00.",
        receptions: [fromTheRoom(3, "defence-reporters", -1)],
        objections: [
          { code: "O9", audience: "defence-reporters", contact: "nina-calder", isAnswered: false },
        ],
        followUps: [
          promise(
            "A line on the Czech budget, by 16:00",
            "eva",
            "nina-calder",
            workingDayAgo(today, 8),
            workingDayAgo(today, 8),
          ),
        ],
      }),
    },
    ["nina-calder"],
  );
}
