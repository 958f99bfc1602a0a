import { addDays, weekdayOf } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { promise } from "./promise.ts";
import { workingDayAgo } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import { fromTheRoom, writtenEvent, writtenOutcome } from "./written-event.ts";

const TUESDAY = 2;
const FRIDAY = 5;

/** Today if it is that weekday (1 Monday to 7 Sunday), else the next day that is. */
function coming(weekday: number, today: CalendarDate): CalendarDate {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

/** The four notes of SAMPLE.md on staff in Congress. */
export function notesFromTheHill(today: CalendarDate): SampleEvent[] {
  return [noteOnHadley(today), noteOnBell(today), noteOnRusk(today), noteOnNolan(today)];
}

function noteOnHadley(today: CalendarDate): SampleEvent {
  return writtenEvent(
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
  );
}

function noteOnBell(today: CalendarDate): SampleEvent {
  return writtenEvent(
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
  );
}

function noteOnRusk(today: CalendarDate): SampleEvent {
  return writtenEvent(
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
  );
}

function noteOnNolan(today: CalendarDate): SampleEvent {
  return writtenEvent(
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
  );
}
