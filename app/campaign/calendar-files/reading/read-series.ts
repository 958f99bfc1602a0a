import { type Expansion, expandRule } from "#app/campaign/outreach-events/series/expand-rule.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { printRule, type Rule } from "#app/campaign/outreach-events/series/rule.ts";
import { formatDays } from "#app/time/format.ts";
import { dayOf, type WallTime, wallAt } from "#app/time/wall-time.ts";
import { type FileSeries, MOST_TIMES_OF_SERIES, STEPS_OF_A_TIME } from "./calendar-reading.ts";
import { type Slots, timesWithChanges } from "./changed-times.ts";
import type { Clock } from "./clock.ts";
import type { EventDraft } from "./event-draft.ts";
import { clocksOfDraft, type Reading } from "./one-time.ts";
import { hasNoEnd, rulesOf, TOO_MUCH_WORK } from "./rules-of-event.ts";
import { dayMeant, type OnSeries, slotOn } from "./slot-of-time.ts";
import { type Lasting, lastingOf, type Taken, timeOnClock } from "./taken-time.ts";
import { type Span, type TimeValue, wallOf } from "./time-values.ts";

/** A rule of one time: what has further times (RDATE) and no rule of its own. */
const ONE_TIME = "FREQ=DAILY;COUNT=1";
const MOST_SLOTS = 20_000;

/** A series, with the clock of the file that its times are on. */
export type ClockedSeries = FileSeries & { clock: Clock };

/** Works out the times of what repeats, with the changes of single times put in their place. */
export function readSeries(
  draft: EventDraft,
  start: TimeValue,
  changes: readonly EventDraft[],
  reading: Reading,
): Taken<ClockedSeries> {
  const found = clocksOfDraft(draft, start, reading);
  if (!found.ok) return found;
  const clock = found.value.start;
  const lasting = lastingOf(start, draft.end, found.value);
  if (!lasting.ok) return lasting;
  const rules = rulesOf(draft, reading);
  if (!rules.ok) return rules;
  const isAllDay = lasting.value.isAllDay;
  const context = { draft, clock, isAllDay, lasting: lasting.value, reading };
  const ownRules = isAllDay ? rules.value.map((rule) => untilDay(rule, reading)) : rules.value;
  const slots = slotsOf(ownRules, wallOf(start), context);
  if (!slots.ok) return slots;
  const first = timeOnClock(wallOf(start), clock, lasting.value);
  if (!first.ok) return first;
  const times = timesWithChanges(slots.value, changes, context);
  const { uid, ownId, line, sequence, isPrivate, title, place } = draft;
  const [main] = ownRules;
  return {
    ok: true,
    value: {
      uid,
      ownId,
      line,
      sequence,
      isPrivate,
      title,
      place,
      clock,
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

type Context = OnSeries & { lasting: Lasting };

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
        reason: reading.work.left() === 0 ? TOO_MUCH_WORK : "its rule matches too few dates to be worked out",
      };
    byRules += expansion.slots.length;
    isWhole &&= expansion.end === "by rule";
    for (const slot of expansion.slots) given.add(slot);
  }
  const lastings = new Map<WallTime, Lasting>();
  reading.work.spend(draft.extra.length * STEPS_OF_A_TIME);
  for (const { start, end } of draft.extra) addExtra(start, end, context, { given, lastings });
  const left = exceptionsOf(draft, first, context);
  const isLeftOut = (slot: WallTime) => left.walls.has(slot) || left.days.has(dayOf(slot));
  const all = [...given].sort();
  const takingPlace = all.filter((slot) => !isLeftOut(slot));
  const slots = bounded(takingPlace, rules, context);
  if (rules.length > 0 && byRules === 0)
    return {
      ok: false,
      reason: `its rule gives no dates at all ${isEndless ? "within the campaign" : "before the campaign ends"}`,
    };
  if (takingPlace.length === 0)
    return { ok: false, reason: "the file leaves out every one of its dates (EXDATE)" };
  if (slots.length === 0) return { ok: false, reason: "none of its dates falls within the campaign" };
  return {
    ok: true,
    value: {
      slots,
      all: given,
      from: isEndless ? wallAt(reading.options.firstDay, "00:00") : null,
      lastings,
      exceptions: all.filter(isLeftOut).slice(0, MOST_TIMES_OF_SERIES),
      isWhole: isWhole && slots.length === takingPlace.length,
    },
  };
}

/** An UNTIL with an hour, beside whole days, means a day. */
function untilDay(rule: Rule, reading: Reading): Rule {
  const { until } = rule;
  if (until === null || until.isDate) return rule;
  return { ...rule, until: { wall: `${dayMeant(until, reading)}T23:59`, isUtc: false, isDate: true } };
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
    zone: clock.zone,
    lastDay,
    most: MOST_SLOTS,
    mostSteps: reading.work.left(),
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
  const within = isEndless || isLong ? slots.filter((slot) => dayOf(slot) >= options.firstDay) : slots;
  if (isEndless)
    remarks.add(
      `An event repeats without end; its dates within the campaign, ${formatDays(options.firstDay, options.lastDay)}, will be imported`,
      draft.line,
    );
  else if (within.length < slots.length)
    remarks.add(`An event has many dates; those before the campaign begins will be left out`, draft.line);
  if (within.length > MOST_TIMES_OF_SERIES)
    remarks.add(
      `An event has more than ${MOST_TIMES_OF_SERIES} dates; only the first ${MOST_TIMES_OF_SERIES} will be imported`,
      draft.line,
    );
  return within.slice(0, MOST_TIMES_OF_SERIES);
}

function addExtra(
  start: TimeValue,
  end: TimeValue | Span | null,
  context: Context,
  { given, lastings }: { given: Set<WallTime>; lastings: Map<WallTime, Lasting> },
): void {
  const { draft, clock, lasting, reading } = context;
  const slot = slotOn(start, context);
  if (slot === null) return;
  given.add(slot);
  if (end === null) return;
  const own = lastingOf(start, end, { start: clock, end: clock });
  if (own.ok) lastings.set(slot, own.value);
  else
    reading.remarks.add(
      `An extra date (RDATE) will be given the same length as the others, because ${own.reason}`,
      draft.line,
    );
  if (!own.ok) lastings.set(slot, lasting);
}

function exceptionsOf(draft: EventDraft, first: WallTime, context: Context) {
  const walls = new Set<WallTime>();
  context.reading.work.spend(draft.exceptions.length * STEPS_OF_A_TIME);
  const days = new Set<string>();
  for (const time of draft.exceptions) {
    if (time.kind === "day") days.add(time.day);
    const slot = time.kind === "day" ? null : slotOn(time, context);
    if (slot !== null) walls.add(slot);
  }
  for (const { text, line } of draft.exceptionRules) {
    const parsed = parseRule(text);
    if (!parsed.ok) {
      context.reading.remarks.add(
        "A rule for excluded dates (EXRULE) cannot be read, so those dates will be kept",
        line,
      );
      continue;
    }
    for (const slot of expandOnClock(parsed.rule, first, context, false).slots) walls.add(slot);
  }
  return { walls, days };
}
