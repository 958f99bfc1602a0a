import { type Chamber, type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import { inWords } from "#app/text/in-words.ts";
import { briefDueOnDay } from "#app/time/back-planning.ts";
import { daysFrom } from "#app/time/calendar-date.ts";
import { cityOf, formatDay, formatDayAndClocks } from "#app/time/format.ts";
import { type Holiday, holidaysBetween, UNITED_STATES } from "#app/time/holidays.ts";
import { type CalendarDate, dateIn, daysOnClock, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { type Home, whyClosed } from "../ministry-hours.ts";
import { clearancesDue } from "../moving/what-hangs-on.ts";
import { busyWarnings } from "./busy-warnings.ts";
import { daysTaken } from "./days-taken.ts";
import type { JudgedEvent, PaperToClear, Surroundings } from "./judged-event.ts";
import { officeWarnings } from "./office-warnings.ts";
import { repeatWarnings } from "./repeated-messages.ts";

export type WarningKind =
  | "chamber"
  | "holiday"
  | "ministry closed"
  | "officer busy"
  | "participant busy"
  | "office visited"
  | "message repeated"
  | "due in the past";

/** One thing that speaks against an event: said to whoever plans it, never in the way. */
export type Warning = {
  kind: WarningKind;
  /** Whole sentences, as they stand on the page. */
  words: string;
  /** Those of this event who cannot be there, by name; they may be named in a summary, another campaign's event may not. */
  who: readonly string[];
  /** The other event, where there is one that the reader may open. */
  other: { campaignId: string; eventId: string } | null;
};

/**
 * What speaks against an event at its time, the most pressing first: somebody of ours or a participant elsewhere, a
 * chamber away, holidays, papers due in the past, the ministry closed, an office visited twice, a message repeated.
 * Nothing is refused for it. Of an event that is over, cancelled or not held by `now` nothing is said. Of another
 * campaign that is not the reader's, only the office, the day and that it is another campaign.
 * Source: DOMAIN.md, rules 9 and 10; DESIGN.md, section 1 (job 1).
 */
export function warningsOf(event: JudgedEvent, around: Surroundings, now: Date): Warning[] {
  if (!event.takesPlace || event.endsAt <= now) return [];
  const today = dateIn(now, WASHINGTON);
  return [
    ...busyWarnings(event, around.others, around.travelMinutes, today),
    ...chamberWarnings(event, around.sessionDays, today),
    ...holidayWarnings(event, around.home, today),
    ...dueWarnings(event, around.home, now),
    ...ministryWarnings(event, around.home),
    ...officeWarnings(event, around.others, around.clashDays, today),
    ...repeatWarnings(event, around.saidBefore, today),
  ];
}

/** What speaks against an event after a change of it and did not before. */
export function warningsAdded(before: readonly Warning[], after: readonly Warning[]): Warning[] {
  const stood = new Set(before.map(nameOf));
  return after.filter((warning) => !stood.has(nameOf(warning)));
}

function nameOf({ kind, words, other }: Warning): string {
  return `${kind} ${other?.eventId ?? ""} ${words}`;
}

/** Whether a warning is about another occasion with the same people: there may be many of these. */
export function isAboutAnotherOccasion({ kind }: Warning): boolean {
  return kind === "office visited" || kind === "message repeated";
}

/** Whether a warning says that somebody cannot be there: what the calendar calls a clash. */
export function isClash({ kind }: Warning): boolean {
  return kind === "officer busy" || kind === "participant busy";
}

/**
 * That the brief for an event, or its clearance, was due before `now`, counted back from the event's day; said only
 * while somebody must still agree. Of an event that was planned after that, what is still to do instead.
 * Source: DOMAIN.md, rule 10.
 */
function dueWarnings(event: JudgedEvent, { homeZone }: Home, now: Date): Warning[] {
  const [first] = event.clearers;
  if (first === undefined) return [];
  const day = daysTaken(event).first;
  const couldBeMet = (dueAt: Date) => event.plannedAt !== null && event.plannedAt < dueAt;
  const brief = briefDueOnDay(day);
  const late = clearancesDue(day, event.clearers).filter(({ dueAt }) => dueAt <= now);
  const neverMet = late.filter(({ dueAt }) => !couldBeMet(dueAt)).flatMap(({ desks }) => desks);
  return [
    ...(brief <= now && couldBeMet(brief)
      ? [past(`The brief was due ${onBothClocks(brief, homeZone, now)}.`)]
      : []),
    ...late
      .filter(({ dueAt }) => couldBeMet(dueAt))
      .map(({ dueAt, desks }) =>
        past(`Clearance (${inWords(desks)}) was due ${onBothClocks(dueAt, homeZone, now)}.`),
      ),
    ...(neverMet.length === 0
      ? []
      : [past(`There is less time than usual for clearance (${inWords(neverMet)})${TO_DO[first.paper]}.`)]),
  ];
}

/** What is left to do for a paper that is late, as the end of a sentence. */
const TO_DO: Readonly<Record<PaperToClear, string>> = {
  none: ": write the paper now",
  written: ": send the paper now",
  sent: "",
};

function past(words: string): Warning {
  return { kind: "due in the past", words, who: [], other: null };
}

function onBothClocks(instant: Date, homeZone: Zone, now: Date): string {
  return formatDayAndClocks(instant, homeZone, dateIn(now, WASHINGTON));
}

/**
 * The public holidays on the days of an event: of the United States on its days as the calendar shows them, at home on
 * those and on the days that it takes on the clock there. Source: DOMAIN.md, rule 10; DESIGN.md, section 1 (job 1).
 */
function holidayWarnings(
  event: JudgedEvent,
  { homeZone, homeCountry }: Home,
  today: CalendarDate,
): Warning[] {
  const here = daysTaken(event);
  const there = event.isAllDay ? here : daysOnClock(event, homeZone);
  const atHome = {
    first: here.first < there.first ? here.first : there.first,
    last: here.last > there.last ? here.last : there.last,
  };
  const holidays = [
    ...holidaysBetween(UNITED_STATES, here.first, here.last),
    ...(homeCountry === UNITED_STATES ? [] : holidaysBetween(homeCountry, atHome.first, atHome.last)),
  ];
  return holidays.map((holiday) => holidayWarning(holiday, today));
}

function holidayWarning({ date, name, country }: Holiday, today: CalendarDate): Warning {
  return {
    kind: "holiday",
    words: `${formatDay(date, today)} is a holiday: ${name} (${country}).`,
    who: [],
    other: null,
  };
}

/**
 * The chambers of an event that are away on a day of it, with who said so, or of which nothing is known. A day that no
 * source names is never taken for one in session. Source: DESIGN.md, sections 3 and 6.
 */
function chamberWarnings(
  event: JudgedEvent,
  sessionDays: readonly SessionDay[],
  today: CalendarDate,
): Warning[] {
  const { first, last } = daysTaken(event);
  const days = daysFrom(first, last);
  return event.chambers.flatMap((chamber) => {
    const away = days.filter((day) => standingOn(sessionDays, chamber, day) === "away");
    const unknown = days.filter((day) => standingOn(sessionDays, chamber, day) === "not known");
    return [
      ...(away.length === 0
        ? []
        : [
            said(
              `The ${chamber} is away ${onDays(away, days, today)}${by(sessionDays, chamber, away, today)}.`,
            ),
          ]),
      ...(unknown.length === 0
        ? []
        : [said(`It is not known whether the ${chamber} is in session ${onDays(unknown, days, today)}.`)]),
    ];
  });
}

function said(words: string): Warning {
  return { kind: "chamber", words, who: [], other: null };
}

const MOST_DAYS_NAMED = 3;

function onDays(days: readonly CalendarDate[], of: readonly CalendarDate[], today: CalendarDate): string {
  return days.length > MOST_DAYS_NAMED
    ? `on ${days.length} of the event’s ${of.length} days`
    : `on ${inWords(days.map((day) => formatDay(day, today)))}`;
}

function by(
  sessionDays: readonly SessionDay[],
  chamber: Chamber,
  [day]: readonly CalendarDate[],
  today: CalendarDate,
): string {
  const found = sessionDays.find((one) => one.chamber === chamber && one.day === day);
  return found === undefined ? "" : ` (${found.source}, as of ${formatDay(found.asOf, today)})`;
}

/**
 * That nobody at the ministry can clear any more when an event begins: by the clock and the working days at home, so
 * that the weeks of five hours count by the instant. Said only while a desk of the ministry must still agree, and not
 * of whole days, which begin at no hour.
 */
function ministryWarnings(event: JudgedEvent, home: Home): Warning[] {
  if (event.isAllDay || !event.clearers.some(({ side }) => side === "ministry")) return [];
  const closed = whyClosed(event.startsAt, home);
  if (closed === null) return [];
  const words = `The ministry in ${cityOf(home.homeZone)} is closed when the event begins: ${closed}. Anything still to be cleared must be cleared before then.`;
  return [{ kind: "ministry closed", words, who: [], other: null }];
}
