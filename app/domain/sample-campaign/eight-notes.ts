import { addDays, weekdayOf } from "#app/domain/time/calendar-date.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { workingDayAgo } from "./sample-days.ts";
import type { SampleEvent, SampleFollowUp } from "./sample-event.ts";
import { fromTheRoom, writtenEvent, writtenOutcome } from "./written-event.ts";

const TUESDAY = 2;
const FRIDAY = 5;

/** Today if it is that weekday (1 Monday to 7 Sunday), else the next day that is. */
function coming(weekday: number, today: CalendarDate): CalendarDate {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

function promise(
  text: string,
  owner: string,
  contact: string,
  dueOn: CalendarDate,
  doneOn: CalendarDate | null = null,
): SampleFollowUp {
  return { text, promisedBy: "us", owner, contact, dueOn, doneOn };
}

/** The eight notes of SAMPLE.md, as people write them: short, and fit to be read by the person they are about. */
export function eightNotes(today: CalendarDate): SampleEvent[] {
  return [...notesFromTheHill(today), ...notesFromTheExecutive(today), ...notesFromOutside(today)];
}

function notesFromTheHill(today: CalendarDate): SampleEvent[] {
  return [
    writtenEvent(
      {
        key: "note/hadley",
        title: "Call on Claire Hadley: the budget figures",
        kind: "office call",
        audiences: ["sfrc-majority"],
        messages: [3],
        officers: ["officer"],
        wallStart: `${workingDayAgo(today, 5)}T11:00`,
        minutes: 30,
        place: "Dirksen Building",
        outcome: writtenOutcome({
          officer: "officer",
          said: "“Finally, numbers.” Difficult question O9 came at once. Send the budget sheet by Friday.",
          receptions: [fromTheRoom(3, "sfrc-majority", 1)],
          objections: [{ code: "O9", audience: "sfrc-majority", contact: "claire-hadley", isAnswered: true }],
          followUps: [promise("Send the budget sheet", "eva", "claire-hadley", coming(FRIDAY, today))],
        }),
      },
      ["claire-hadley"],
    ),
    writtenEvent(
      {
        key: "note/bell",
        title: "Call on Marcus Bell: the declaration of 2023",
        kind: "office call",
        audiences: ["sfrc-minority"],
        messages: [2],
        officers: ["officer"],
        wallStart: `${workingDayAgo(today, 12)}T15:00`,
        minutes: 30,
        place: "Dirksen Building",
        ask: "Name complementarity in a letter",
        outcome: writtenOutcome({
          officer: "officer",
          said: "Wants text, not adjectives. Send the 2023 declaration.",
          askAnswer: "Will look at it when he has the text.",
          receptions: [fromTheRoom(2, "sfrc-minority", 0)],
          followUps: [promise("Send the 2023 declaration", "officer", "marcus-bell", addDays(today, -5))],
        }),
      },
      ["marcus-bell"],
    ),
    writtenEvent(
      {
        key: "note/rusk",
        title: "Call on Tom Rusk: duplication",
        kind: "office call",
        audiences: ["hasc-majority"],
        messages: [2],
        officers: ["clearer"],
        wallStart: `${workingDayAgo(today, 33)}T10:30`,
        minutes: 30,
        place: "Rayburn Building",
        outcome: writtenOutcome({
          officer: "clearer",
          said: "“Another headquarters.” Offer the mobility case.",
          assessment: "The way in is roads and bridges, not the word.",
          receptions: [fromTheRoom(2, "hasc-majority", -2)],
          objections: [{ code: "O1", audience: "hasc-majority", contact: "tom-rusk", isAnswered: false }],
          followUps: [promise("Offer the military mobility case", "clearer", "tom-rusk", addDays(today, 2))],
        }),
      },
      ["tom-rusk"],
    ),
    writtenEvent(
      {
        key: "note/nolan",
        title: "Call from Priya Nolan: our sentence in a memo",
        kind: "phone call",
        audiences: ["sasc-minority"],
        messages: [1],
        officers: ["clearer"],
        wallStart: `${workingDayAgo(today, 6)}T16:00`,
        minutes: 15,
        place: "By telephone",
        outcome: writtenOutcome({
          officer: "clearer",
          said: "Asked to reuse our sentence in a memo. Clear it by Tuesday.",
          receptions: [fromTheRoom(1, "sasc-minority", 2)],
          followUps: [
            promise("Clear our sentence for the memo", "officer", "priya-nolan", coming(TUESDAY, today)),
          ],
        }),
      },
      ["priya-nolan"],
    ),
  ];
}

function notesFromTheExecutive(today: CalendarDate): SampleEvent[] {
  return [
    writtenEvent(
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
            promise(
              "Capability list with the defence ministry",
              "clearer",
              "dean-farrow",
              addDays(today, -4),
            ),
          ],
        }),
      },
      ["dean-farrow"],
    ),
    writtenEvent(
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
    ),
  ];
}

function notesFromOutside(today: CalendarDate): SampleEvent[] {
  return [
    writtenEvent(
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
          objections: [
            { code: "O10", audience: "restraint-school", contact: "greg-sandoz", isAnswered: true },
          ],
        }),
      },
      ["greg-sandoz"],
    ),
    writtenEvent(
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
    ),
  ];
}
