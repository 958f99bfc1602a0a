import { type Chamber, standingOn } from "#app/campaign/session-days/session-day.ts";
import { counted, inWords } from "#app/text/in-words.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { cityOf, formatDate, formatDay, twoClocks } from "#app/time/format.ts";
import { holidayOn } from "#app/time/holidays.ts";
import {
  type CalendarDate,
  dateIn,
  dayOf,
  timeOf,
  WASHINGTON,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import {
  type AroundSlots,
  type DaysLooked,
  type FreeSlot,
  type FreeSlots,
  LONGEST_SLOT,
  type WantedSlot,
} from "./free-slots.ts";

/** A free time as a button says it; `date` and `start` are on the clock of the event. */
export type SlotLine = { label: string; beside: string; date: string; start: string };

/** What was found, in a sentence where it needs one, and the times. */
export type SlotsInWords = { finding: string | null; slots: SlotLine[] };

/** The free times of an event, each with its reasons, and what stands in the way of what was wanted. */
export function slotsInWords(
  found: FreeSlots,
  wanted: WantedSlot,
  around: AroundSlots,
  zone: Zone,
): SlotsInWords {
  return {
    finding: findingOf(found, wanted, around),
    slots: found.slots.map((slot) => slotLine(slot, wanted, around, zone)),
  };
}

function slotLine(slot: FreeSlot, { by }: WantedSlot, around: AroundSlots, zone: Zone): SlotLine {
  const { homeZone } = around.home;
  const wall = wallTimeIn(slot.startsAt, zone);
  const today = dateIn(around.now, WASHINGTON);
  const { washington, home } = twoClocks(slot.startsAt, homeZone, today);
  const late = by === null ? 0 : daysBetween(by, slot.day);
  const reasons = [
    slot.why === "free slot" ? "" : slot.why,
    late > 0 ? `${counted(late, "day")} later than wanted` : "",
    sittingOn(slot.day, around),
    hoursOf(slot, around),
  ];
  return {
    label: washington,
    beside: `${home}; ${reasons.filter(Boolean).join(", ")}`,
    date: formatDate(dayOf(wall)),
    start: timeOf(wall),
  };
}

/** "House and Senate in session"; of a day that no source names that this is so. */
function sittingOn(day: CalendarDate, { chambers, sessionDays }: AroundSlots): string {
  const standing = (wanted: string) => chambers.filter((one) => standingOn(sessionDays, one, day) === wanted);
  const [sitting, unknown] = [standing("in session"), standing("not known")];
  return [
    ...(sitting.length === 0 ? [] : [`${inWords(sitting)} in session`]),
    ...(unknown.length === 0 ? [] : [`not known whether the ${inWords(unknown)} will be in session`]),
  ].join(", ");
}

function hoursOf({ isInBothHours, startsAt }: FreeSlot, { home }: AroundSlots): string {
  const city = cityOf(home.homeZone);
  if (home.homeZone === WASHINGTON) return "";
  if (isInBothHours) return "within working hours in both cities";
  const holiday = holidayOn(dateIn(startsAt, home.homeZone), home.homeCountry);
  return holiday === null ? `outside working hours in ${city}` : `${city} closed: ${holiday.name}`;
}

function findingOf(found: FreeSlots, wanted: WantedSlot, around: AroundSlots): string | null {
  const { slots, inTime, isWeekFull } = found;
  if (wanted.minutes > LONGEST_SLOT) return "It is longer than a working day, so no slot can be offered.";
  const today = dateIn(around.now, WASHINGTON);
  const until = formatDay(around.lastDay, today);
  if (wanted.by !== null && inTime.free === 0)
    return [whyNoneBy(wanted.by, today, inTime, around.chambers), restOf(slots, until)].join(" ");
  if (slots.length === 0) return `There is no free slot up to ${until}.${awayWords(around.chambers)}`;
  if (isWeekFull)
    return `There is no free slot left in that week. The next ${slots.length === 1 ? "is" : "are"}:`;
  return slots.some(({ isInBothHours }) => isInBothHours) || around.home.homeZone === WASHINGTON
    ? null
    : `${slots.length === 1 ? "This slot is not" : "None of these slots is"} within working hours in ${cityOf(around.home.homeZone)}.`;
}

function restOf(slots: readonly FreeSlot[], until: string): string {
  if (slots.length === 0) return `There is no free slot up to ${until} either.`;
  return slots.length === 1 ? "The first slot after that is:" : "The first slots after that are:";
}

function awayWords(chambers: readonly Chamber[]): string {
  return chambers.length === 0
    ? ""
    : ` Days on which ${chambers.length === 1 ? `the ${inWords(chambers)}` : "the House or the Senate"} is away are not offered.`;
}

/** Why nothing is free by the day that was wanted. */
function whyNoneBy(
  by: CalendarDate,
  today: CalendarDate,
  { days, away }: DaysLooked,
  chambers: readonly Chamber[],
): string {
  const day = formatDay(by, today);
  if (by <= today) return `It was wanted by ${day}, so no working day is left for it.`;
  if (days === 0) return `There is no working day left before ${day}.`;
  const who = chambers.length === 1 ? `the ${inWords(chambers)} is` : "the House or the Senate is";
  if (away === days) return `There is no slot up to ${day}: ${who} away on every working day.`;
  const rest = away === 0 ? "" : `${who} away on ${away} of ${counted(days, "working day")}, and `;
  return `There is no slot up to ${day}: ${rest}there is no time ${away === 0 ? "" : days - away === 1 ? "on the other " : "on the others "}when everyone is free.`;
}
