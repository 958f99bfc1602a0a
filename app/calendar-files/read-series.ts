import {
  type FileSeries,
  type FileTime,
  MOST_TIMES_OF_SERIES,
  type ReadingOptions,
} from "#app/domain/calendar-files/calendar-reading.ts";
import type { Remarks } from "#app/domain/calendar-files/remarks.ts";
import { type Expansion, expandRule } from "#app/domain/event-series/expand-rule.ts";
import { parseRule } from "#app/domain/event-series/parse-rule.ts";
import { printRule, type Rule } from "#app/domain/event-series/rule.ts";
import { formatDate } from "#app/domain/time/format.ts";
import type { WallTime } from "#app/domain/time/wall-time.ts";
import type { Clock, Clocks } from "./clocks.ts";
import type { EventDraft } from "./event-draft.ts";
import { hasNoEnd, rulesOf, TOO_MUCH_WORK } from "./rules-of-event.ts";
import { type Lasting, lastingOf, type Taken, timeOnClock, timeTaken } from "./taken-time.ts";
import type { Span, TimeValue } from "./time-values.ts";
import { STEPS_OF_A_TIME, type WorkDone } from "./work-done.ts";

/** Everything that the reading of one event needs beside it. */
export type Reading = {
  clocks: Clocks;
  options: ReadingOptions;
  remarks: Remarks;
  work: WorkDone;
};

/** A rule of one time: what has further times (RDATE) and no rule of its own. */
const ONE_TIME = "FREQ=DAILY;COUNT=1";
const MOST_SLOTS = 20_000;

/** Whether it takes place more than once. */
export function repeats({ rules, extra }: EventDraft): boolean {
  return rules.length > 0 || extra.length > 0;
}

/** The wall time at which a time value begins: midnight of a day. */
export function wallOf(time: TimeValue): WallTime {
  return time.kind === "day" ? `${time.day}T00:00` : time.wall;
}

/** The clocks of the start and of the end of an event, looked up for as long as it goes on. */
export function clocksOfDraft(
  draft: EventDraft,
  start: TimeValue,
  { clocks, options }: Reading,
): Taken<{ start: Clock; end: Clock }> {
  const from = wallOf(start);
  const to = repeats(draft) && options.lastDay > from.slice(0, 10) ? `${options.lastDay}T23:59` : from;
  const own = clocks.of(start, [from, to], draft.line);
  if (!own.ok) return own;
  const { end } = draft;
  if (end === null || !("kind" in end)) return { ok: true, value: { start: own.clock, end: own.clock } };
  const other = clocks.of(end, [from, to], draft.line);
  return other.ok ? { ok: true, value: { start: own.clock, end: other.clock } } : other;
}

/** Works out the times of what repeats, with the changes of single times put in their place. */
export function readSeries(
  draft: EventDraft,
  start: TimeValue,
  changes: readonly EventDraft[],
  reading: Reading,
): Taken<FileSeries & { clock: Clock }> {
  const found = clocksOfDraft(draft, start, reading);
  if (!found.ok) return found;
  const clock = found.value.start;
  const lasting = lastingOf(start, draft.end, found.value);
  if (!lasting.ok) return lasting;
  const rules = rulesOf(draft, reading);
  if (!rules.ok) return rules;
  const context = { draft, clock, lasting: lasting.value, reading };
  const slots = slotsOf(rules.value, wallOf(start), context);
  if (!slots.ok) return slots;
  const times = timesOf(slots.value, changes, context);
  const first = timeOnClock(wallOf(start), clock, lasting.value);
  if (!first.ok) return first;
  const { uid, ownId, line, sequence, isPrivate, title, place } = draft;
  const [main] = rules.value;
  return {
    ok: true,
    value: {
      ...{ uid, ownId, line, sequence, isPrivate, title, place, clock },
      rule: main === undefined ? ONE_TIME : printRule(main),
      wallStart: wallOf(start),
      wallEnd: clock.wallTimeIn(new Date(first.value.endsAt)),
      zone: clock.zone,
      isAllDay: first.value.isAllDay,
      times,
      isWhole: slots.value.isWhole,
      exceptions: slots.value.exceptions.filter((slot) => !times.some((time) => time.slot === slot)),
    },
  };
}

type Context = { draft: EventDraft; clock: Clock; lasting: Lasting; reading: Reading };
type Slots = {
  slots: readonly WallTime[];
  /** Every time that the file gives, also those that are not taken over. */
  all: ReadonlySet<WallTime>;
  /** Where they begin to be worked out. */
  from: WallTime;
  lastings: ReadonlyMap<WallTime, Lasting>;
  exceptions: readonly WallTime[];
  isWhole: boolean;
};

function slotsOf(rules: readonly Rule[], first: WallTime, context: Context): Taken<Slots> {
  const { draft, reading } = context;
  // DTSTART is the first time, also where the rule does not give it [RFC 5545, section 3.8.5.3].
  const given = new Set<WallTime>([first]);
  const isEndless = hasNoEnd(rules);
  let isWhole = true;
  let byRules = 0;
  for (const rule of rules) {
    const expansion = expandOnClock(rule, first, context, isEndless);
    if (expansion.end === "given up")
      return {
        ok: false,
        reason:
          reading.work.left() === 0
            ? TOO_MUCH_WORK
            : "hardly anything that its rule goes through matches, so its times were not worked out",
      };
    byRules += expansion.slots.length;
    isWhole &&= expansion.end === "by rule";
    for (const slot of expansion.slots) given.add(slot);
  }
  const lastings = new Map<WallTime, Lasting>();
  reading.work.spend(draft.extra.length * STEPS_OF_A_TIME);
  for (const { start, end } of draft.extra) addExtra(start, end, context, { given, lastings });
  const left = exceptionsOf(draft, first, context);
  const isLeftOut = (slot: WallTime) => left.walls.has(slot) || left.days.has(slot.slice(0, 10));
  const all = [...given].sort();
  const takingPlace = all.filter((slot) => !isLeftOut(slot));
  const slots = bounded(takingPlace, rules, context);
  if (rules.length > 0 && byRules === 0)
    return {
      ok: false,
      reason: `its rule gives no time at all ${isEndless ? "within the campaign" : "before the campaign ends"}`,
    };
  if (slots.length === 0) return { ok: false, reason: "none of its times lies within the campaign" };
  return {
    ok: true,
    value: {
      slots,
      all: given,
      from: isEndless ? reading.options.firstDay : "",
      lastings,
      exceptions: all.filter(isLeftOut).slice(0, MOST_TIMES_OF_SERIES),
      isWhole: isWhole && slots.length === takingPlace.length,
    },
  };
}

/** UNTIL in UTC is put on the file's own clock where nobody else knows it. */
function expandOnClock(
  rule: Rule,
  first: WallTime,
  { clock, reading }: Context,
  isFromCampaign: boolean,
): Expansion {
  const { firstDay, lastDay } = reading.options;
  const { until } = rule;
  const onClock =
    until?.isUtc === true
      ? { ...rule, until: { ...until, isUtc: false, wall: clock.wallTimeIn(new Date(`${until.wall}:00Z`)) } }
      : rule;
  const expansion = expandRule(onClock, first, {
    ...{ zone: clock.zone, lastDay, most: MOST_SLOTS, mostSteps: reading.work.left() },
    ...(isFromCampaign ? { firstDay } : {}),
  });
  reading.work.spend(expansion.steps);
  return expansion;
}

/** At most 500 of them; of an endless series those within the campaign. What is left out is said. */
function bounded(
  slots: readonly WallTime[],
  rules: readonly Rule[],
  { draft, reading }: Context,
): WallTime[] {
  const { remarks, options } = reading;
  const isEndless = hasNoEnd(rules);
  const isLong = slots.length > MOST_TIMES_OF_SERIES;
  const within = isEndless || isLong ? slots.filter((slot) => slot.slice(0, 10) >= options.firstDay) : slots;
  if (isEndless)
    remarks.add(
      `It repeats without end: its times are taken over from ${formatDate(options.firstDay)} to ${formatDate(options.lastDay)}, the days of the campaign`,
      draft.line,
    );
  else if (within.length < slots.length)
    remarks.add(`It has many times: those before the campaign began are left out`, draft.line);
  if (within.length > MOST_TIMES_OF_SERIES)
    remarks.add(
      `It has more than ${MOST_TIMES_OF_SERIES} times: the first ${MOST_TIMES_OF_SERIES} are taken over`,
      draft.line,
    );
  return within.slice(0, MOST_TIMES_OF_SERIES);
}

function addExtra(
  start: TimeValue,
  end: TimeValue | Span | null,
  { draft, clock, lasting, reading }: Context,
  { given, lastings }: { given: Set<WallTime>; lastings: Map<WallTime, Lasting> },
): void {
  const slot = slotOn(start, clock, draft, reading);
  if (slot === null) return;
  given.add(slot);
  if (end === null) return;
  const own = lastingOf(start, end, { start: clock, end: clock });
  if (own.ok) lastings.set(slot, own.value);
  else reading.remarks.add(`A further time (RDATE) is as long as the others: ${own.reason}`, draft.line);
  if (!own.ok) lastings.set(slot, lasting);
}

/** A time value as the clock of the series shows it. */
export function slotOn(time: TimeValue, clock: Clock, draft: EventDraft, reading: Reading): WallTime | null {
  if (time.kind === "day") return `${time.day}T00:00`;
  if (time.tzid === "" && !time.isUtc) return time.wall;
  const from = time.wall;
  const other = reading.clocks.of(time, [from, `${reading.options.lastDay}T23:59`], draft.line);
  if (!other.ok) return null;
  if (other.clock === clock) return time.wall;
  const instant = other.clock.instantOf(time.wall, "first");
  return instant.ok ? clock.wallTimeIn(instant.instant) : null;
}

function exceptionsOf(draft: EventDraft, first: WallTime, context: Context) {
  const walls = new Set<WallTime>();
  context.reading.work.spend(draft.exceptions.length * STEPS_OF_A_TIME);
  const days = new Set<string>();
  for (const time of draft.exceptions) {
    if (time.kind === "day") days.add(time.day);
    const slot = time.kind === "day" ? null : slotOn(time, context.clock, draft, context.reading);
    if (slot !== null) walls.add(slot);
  }
  for (const { text, line } of draft.exceptionRules) {
    const parsed = parseRule(text);
    if (!parsed.ok) {
      context.reading.remarks.add(
        "A rule of times left out (EXRULE) is not understood: its times stay",
        line,
      );
      continue;
    }
    for (const slot of expandOnClock(parsed.rule, first, context, false).slots) walls.add(slot);
  }
  return { walls, days };
}

function timesOf(
  { slots, all, from, lastings }: Slots,
  changes: readonly EventDraft[],
  context: Context,
): FileTime[] {
  const { draft, clock, lasting, reading } = context;
  const changed = changesBySlot(changes, context);
  const times: FileTime[] = [];
  reading.work.spend(slots.length * STEPS_OF_A_TIME);
  const further = [...changed.keys()].filter((slot) => !all.has(slot) && slot >= from);
  for (const slot of [...slots, ...further]) {
    const change = changed.get(slot);
    const time = change ? oneTime(change, reading) : timeTaken(slot, clock, lastings.get(slot) ?? lasting);
    if (!time.ok) {
      reading.remarks.add(`A time of a series is not taken over: ${time.reason}`, change?.line ?? draft.line);
      continue;
    }
    const { title, place, link, schedule, line, sequence } = change ?? draft;
    times.push({ slot, line, sequence, taken: { title, place, link, schedule, ...time.value } });
  }
  return times.sort((a, b) => (a.slot < b.slot ? -1 : 1));
}

function changesBySlot(changes: readonly EventDraft[], { draft, clock, reading }: Context) {
  const found = new Map<WallTime, EventDraft>();
  for (const change of changes) {
    const slot = change.recurrenceId === null ? null : slotOn(change.recurrenceId, clock, draft, reading);
    if (slot === null)
      reading.remarks.add("It is not said which time of the series this changes", change.line);
    else if ((found.get(slot)?.sequence ?? -1) <= change.sequence) found.set(slot, change);
  }
  return found;
}

/** When one event takes place that does not repeat. */
export function oneTime(draft: EventDraft, reading: Reading) {
  if (draft.start === null)
    return { ok: false as const, reason: "its start (DTSTART) is missing or no time that a calendar has" };
  if (draft.badEnd !== null) return { ok: false as const, reason: draft.badEnd };
  const found = clocksOfDraft(draft, draft.start, reading);
  if (!found.ok) return found;
  const lasting = lastingOf(draft.start, draft.end, found.value);
  if (!lasting.ok) return lasting;
  return timeTaken(wallOf(draft.start), found.value.start, lasting.value);
}
