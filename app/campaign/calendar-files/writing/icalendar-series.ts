import { expandRule } from "#app/campaign/outreach-events/series/expand-rule.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { printRule, type Rule } from "#app/campaign/outreach-events/series/rule.ts";
import { addDays, daysBetween, LAST_DAY } from "#app/time/calendar-date.ts";
import {
  dayOf,
  instantOf,
  type WallTime,
  wallTimeIn,
  wallTimeInUtc,
  type Zone,
} from "#app/time/wall-time.ts";
import { isShownOnce } from "#app/time/zone-changes.ts";
import type { CalendarEntry, CalendarSeries } from "../calendar-entry.ts";
import { uidOfSeries } from "../uid.ts";
import {
  contentOf,
  type Detail,
  eventComponent,
  identityLines,
  pageLine,
  vevent,
} from "./icalendar-event.ts";
import { contentLine, timeLine, wallLine } from "./icalendar-line.ts";

const MINUTE = 60_000;
const MOST_SLOTS = 2_000;

/**
 * A series as readers know it: one VEVENT with the rule, EXDATE for each time of the rule that is not in this file, and a
 * VEVENT with RECURRENCE-ID for each that differs from what most of its times have in common. `entries` are those of its
 * times that are in the file, in order. A time that its rule does not give stands alone, and all of them where readers would
 * not follow the rule alike. Of `only` one of them the file has that one, under the UID and the RECURRENCE-ID that it has in a
 * file of all. Source: RFC 5545, sections 3.8.4.4, 3.8.5.1 and 3.8.5.3.
 */
export function* seriesComponents(
  series: CalendarSeries,
  entries: readonly CalendarEntry[],
  detail: Detail,
  only: string | null,
): Generator<string> {
  const followed = followedRule(series, entries);
  const pattern = patternOf(entries, detail);
  const inFile = new Set(slotsIn(entries));
  const told = new Set(followed?.slots.filter((slot) => inFile.has(slot)));
  const isFollowed = followed !== null && pattern !== null && told.size > 0;
  if (isFollowed && only === null) yield master({ series, entries, pattern, detail }, followed, told);
  const uid = uidOfSeries(series);
  for (const entry of only === null ? entries : entries.filter(({ id }) => id === only)) {
    const slot = entry.series?.slot;
    if (!isFollowed || slot === undefined || !told.has(slot)) yield eventComponent(entry, detail);
    else if (only !== null || !isOnPattern(entry, series, pattern, detail))
      yield eventComponent(entry, detail, { ...series, uid, slot });
  }
}

function slotsIn(entries: readonly CalendarEntry[]): WallTime[] {
  return entries.flatMap(({ series }) => (series === null ? [] : [series.slot]));
}

/** `starts` is the instant of the first of the slots. */
type Followed = { rule: Rule; slots: WallTime[]; first: WallTime; starts: Date };

/**
 * The rule with all of its times. Null where readers do not agree on it: it cannot be read, does not end, or comes to an hour that
 * its clock shows twice or not at all.
 */
function followedRule(series: CalendarSeries, entries: readonly CalendarEntry[]): Followed | null {
  const parsed = parseRule(series.rule);
  const ended = parsed.ok ? endedRule(parsed.rule, series, entries) : null;
  const [first] = ended?.slots ?? [];
  if (ended === null || first === undefined) return null;
  const starts = instantOf(first, series.zone);
  if (!starts.ok) return null;
  const isClear = series.isAllDay || ended.slots.every((slot) => isShownOnce(slot, series.zone));
  return isClear ? { ...ended, first, starts: starts.instant } : null;
}

/**
 * As it is written where it comes to its own end; else until the last time that is in the file, since what the calendar plans
 * ahead of an endless rule ends there.
 */
function endedRule(rule: Rule, series: CalendarSeries, entries: readonly CalendarEntry[]) {
  const { zone, wallStart } = series;
  if (rule.count !== null || rule.until !== null) {
    const { slots, end } = expandRule(rule, wallStart, { zone, lastDay: LAST_DAY, most: MOST_SLOTS });
    const written = rule.until === null ? rule : endingAt(rule, wallOfUntil(rule.until, zone), series);
    if (end === "by rule") return { rule: written, slots };
  }
  const last = slotsIn(entries).sort().at(-1);
  if (last === undefined) return null;
  const cut = expandRule(rule, wallStart, { zone, lastDay: dayOf(last), most: MOST_SLOTS });
  if (cut.end !== "by rule" && cut.end !== "at last day") return null;
  return { rule: endingAt(rule, last, series), slots: cut.slots.filter((slot) => slot <= last) };
}

function wallOfUntil(until: NonNullable<Rule["until"]>, zone: Zone): WallTime {
  return until.isUtc ? wallTimeIn(new Date(`${until.wall}:00Z`), zone) : until.wall;
}

/** UNTIL is a date beside dates, and in UTC beside times with a zone. Source: RFC 5545, section 3.3.10. */
function endingAt(rule: Rule, last: WallTime, { zone, isAllDay }: CalendarSeries): Rule {
  if (isAllDay) return { ...rule, count: null, until: { wall: last, isUtc: false, isDate: true } };
  const end = instantOf(last, zone, "second");
  const wall = end.ok ? wallTimeInUtc(end.instant) : last;
  return { ...rule, count: null, until: { wall, isUtc: end.ok, isDate: false } };
}

/** What most of the times have in common: how long they are and what they say. Of equals, what comes first. */
function patternOf(entries: readonly CalendarEntry[], detail: Detail): CalendarEntry | null {
  const alike = new Map<string, { entry: CalendarEntry; times: number }>();
  for (const entry of entries) {
    const key = sayingOf(entry, detail);
    const known = alike.get(key) ?? { entry, times: 0 };
    alike.set(key, { ...known, times: known.times + 1 });
  }
  const found = [...alike.values()].sort((a, b) => b.times - a.times)[0];
  return found?.entry ?? null;
}

/** All that contentOf shows of an event, and how long it is. */
function sayingOf(entry: CalendarEntry, { titles }: Detail): string {
  const { title, place, link, handling, messages, schedule, result } = entry;
  const standing = [lengthOf(entry), schedule, result];
  const words = titles === "busy only" ? [] : [title, place, link, handling, messages];
  return [...standing, ...words].join("\u001f");
}

/** In days where it has whole days, else in minutes that pass. */
function lengthOf({ isAllDay, wallStart, wallEnd, startsAt, endsAt }: CalendarEntry): string {
  return isAllDay
    ? `${daysBetween(dayOf(wallStart), dayOf(wallEnd))} days`
    : `${(endsAt.getTime() - startsAt.getTime()) / MINUTE} minutes`;
}

/** Whether the rule with its pattern says all of it: at the time of its slot, as long, and the same words. */
function isOnPattern(
  entry: CalendarEntry,
  series: CalendarSeries,
  pattern: CalendarEntry,
  detail: Detail,
): boolean {
  if (entry.wallStart !== entry.series?.slot || entry.isAllDay !== series.isAllDay) return false;
  if (!entry.isAllDay && entry.zone !== series.zone) return false;
  return sayingOf(entry, detail) === sayingOf(pattern, detail);
}

type Told = {
  series: CalendarSeries;
  entries: readonly CalendarEntry[];
  pattern: CalendarEntry;
  detail: Detail;
};

function master(
  { series, entries, pattern, detail }: Told,
  { rule, slots, first, starts }: Followed,
  told: ReadonlySet<WallTime>,
): string {
  const { id, sequence, zone, isAllDay } = series;
  const changedAt = entries.reduce(
    (last, entry) => (entry.changedAt > last ? entry.changedAt : last),
    series.changedAt,
  );
  const excluded = slots.filter((slot) => !told.has(slot));
  return vevent([
    identityLines(uidOfSeries(series), { id, sequence, changedAt }),
    wallLine("DTSTART", first, zone, isAllDay),
    endOf(pattern, { series, first, starts }),
    contentLine("RRULE", printRule(rule)),
    ...excluded.map((slot) => wallLine("EXDATE", slot, zone, isAllDay)),
    contentOf(pattern, detail),
    pageLine(entries[0] ?? pattern, detail),
  ]);
}

/** The end of the first time, as long after its start as the pattern is. */
function endOf(
  pattern: CalendarEntry,
  { series, first, starts }: { series: CalendarSeries; first: WallTime; starts: Date },
): string {
  const { zone, isAllDay } = series;
  const length = pattern.endsAt.getTime() - pattern.startsAt.getTime();
  if (length <= 0) return "";
  if (isAllDay) {
    const days = daysBetween(dayOf(pattern.wallStart), dayOf(pattern.wallEnd));
    return wallLine("DTEND", `${addDays(dayOf(first), days)}T00:00`, zone, true);
  }
  const instant = new Date(starts.getTime() + length);
  return timeLine("DTEND", { wall: wallTimeIn(instant, zone), zone, instant, isAllDay });
}
