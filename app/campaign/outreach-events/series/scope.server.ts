import { counted } from "#app/text/in-words.ts";
import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import { dayOf, timeOf, type WallTime, wallAt } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";
import { describeEvent } from "../links.server.ts";
import type { PlannedTime } from "../planned-time.ts";
import {
  changeStanding,
  moveEventTo,
  type Target,
  timeColumns,
  updateOutreachEventRow,
} from "../store.server.ts";
import { clashesInWordsOfAll } from "../warnings/clashes.server.ts";
import { type MovedRuleRefusal, movedSeries } from "./moved-rule.ts";
import { findSeries, type SeriesEvent, type SeriesRecord } from "./record.server.ts";
import { untilOf } from "./repeat-choice.ts";
import { printRule, type Rule } from "./rule.ts";
import { untilDay } from "./rule-in-words.ts";
import { type Scope, timesReached } from "./scope.ts";
import { branchSeries, inOrder, updateLeftOut, updateSeries } from "./store.server.ts";
import { timeOfSlot } from "./times-of-series.ts";

type Move = { time: PlannedTime; version: number; summary: string };
type Refused<T extends { ok: boolean }> = Extract<T, { ok: false }>;
type MoveRefused = Refused<Awaited<ReturnType<typeof moveEventTo>>>;
type CancelRefused = Refused<Awaited<ReturnType<typeof changeStanding>>>;

/** One time of a series, with the others that a change to it reaches. */
export type Reached = { series: SeriesRecord; chosen: SeriesEvent; others: SeriesEvent[] };

/** The times that a change to an event reaches besides itself; null where it stands alone or only it is meant. */
export async function othersReached(change: Change, target: Target, scope: Scope): Promise<Reached | null> {
  const row = await change.read
    .selectFrom("outreach_event")
    .select("event_series_id")
    .where("id", "=", target.eventId)
    .executeTakeFirst();
  if (scope === "this" || !row || row.event_series_id === null) return null;
  const series = await findSeries(change.read, target.campaignId, row.event_series_id);
  const chosen = series?.times.find(({ eventId }) => eventId === target.eventId);
  if (series === null || chosen === undefined) return null;
  const reached = timesReached(series.times, chosen, scope, change.author.now);
  return { series, chosen, others: reached.filter((time) => time !== chosen) };
}

/** Cancels a time of a series, and the others that it reaches and that still lie ahead, for the same reason. */
export async function cancelInSeries(
  change: Change,
  target: Target,
  reason: string,
  scope: Scope,
): Promise<{ ok: true } | CancelRefused> {
  const reached = await othersReached(change, target, scope);
  if (reached === null) return changeStanding(change, target, "cancel", reason);
  const { part } = partOfChange(change);
  const done = await changeStanding(part, target, "cancel", reason);
  if (!done.ok) return done;
  for (const { eventId } of reached.others) {
    await changeStanding(part, { ...target, eventId }, "cancel", reason);
  }
  return describeEvent(
    change,
    target,
    "cancelled",
    `Cancelled ${counted(reached.others.length + 1, "date")}`,
  );
}

/**
 * Moves a time of a series, and the others that it reaches, by as many days and to the same time of day. The rule follows;
 * where earlier times stay, the series is parted there. What was moved by itself before stays where it is.
 * Refuses what moveEventTo refuses, and what the rule cannot follow.
 */
export async function moveInSeries(
  change: Change,
  target: Target,
  move: Move,
  scope: Scope,
): Promise<{ ok: true } | MoveRefused | { ok: false; reason: MovedRuleRefusal }> {
  const reached = await othersReached(change, target, scope);
  if (reached === null) return moveEventTo(change, target, move);
  const { part } = partOfChange(change);
  const moved = await moveEventTo(part, target, move);
  if (!moved.ok) return moved;
  const followed = await moveOthers(change, reached, move.time);
  if (!followed.ok) return followed;
  return describeEvent(change, target, "moved", `${move.summary}. ${followed.summary}`);
}

/** Moves the other times of a series as its chosen one was moved, and its rule with them; says how many went. */
export async function moveOthers(
  change: Change,
  { series, chosen, others }: Reached,
  time: PlannedTime,
): Promise<{ ok: true; summary: string } | { ok: false; reason: MovedRuleRefusal }> {
  if (series.parsed === null) return { ok: false, reason: "rule-cannot-follow" };
  const from = [chosen, ...others].map(({ slot }) => slot).sort()[0] ?? chosen.slot;
  const slots = slotsOf(series);
  const tail = slots.filter((slot) => slot >= from);
  const moved = movedSeries(series.parsed, tail, chosen.slot, slotAfter(chosen, time));
  if (!moved.ok) return moved;
  const seriesId = await followRule(change, series, {
    rule: moved.rule,
    from,
    slots,
    newSlots: moved.slots,
    time,
  });
  const to = new Map(tail.map((slot, index) => [slot, moved.slots[index] ?? slot]));
  const rule = series.parsed;
  const { wallStart, wallEnd, isAllDay } = series;
  const model = { ...time, wallStart, wallEnd, isAllDay };
  const going = others.filter(
    (one) => one.wallStart === timeOfSlot(rule, one.slot, { ...model, zone: series.zone }).time.wallStart,
  );
  const isGoing = new Set(going);
  await clashesInWordsOfAll(
    change,
    going.map(({ eventId }) => eventId),
    async () => {
      for (const one of inOrder(series.times, to)) {
        const slot = to.get(one.slot) ?? one.slot;
        const when = isGoing.has(one) ? timeColumns(timeOfSlot(moved.rule, slot, time).time) : {};
        await updateOutreachEventRow(change, one.eventId, {
          series_slot: slot,
          event_series_id: seriesId,
          ...when,
        });
      }
    },
  );
  for (const { id, slot } of inOrder(series.leftOut, to))
    await updateLeftOut(change, id, { event_series_id: seriesId, slot: to.get(slot) ?? slot });
  return { ok: true, summary: movedInWords(going.length, others.length - going.length) };
}

/** Where the slot of a moved time goes: as many days on as the time itself, to its time of day. */
function slotAfter(chosen: SeriesEvent, time: PlannedTime): WallTime {
  const days = daysBetween(dayOf(chosen.wallStart), dayOf(time.wallStart));
  return wallAt(addDays(dayOf(chosen.slot), days), timeOf(time.wallStart));
}

function slotsOf({ times, leftOut }: SeriesRecord): WallTime[] {
  return [...times, ...leftOut].map(({ slot }) => slot).sort();
}

function movedInWords(going: number, staying: number): string {
  const moved = `${counted(going, "more date")} moved with it`;
  return staying === 0
    ? moved
    : `${moved}; ${staying === 1 ? "1 that had been moved separately stays where it is" : `${staying} that had been moved separately stay where they are`}`;
}

type Following = {
  rule: Rule;
  from: WallTime;
  /** All slots of the series as they were, and where those from `from` on go. */
  slots: readonly WallTime[];
  newSlots: readonly WallTime[];
  time: PlannedTime;
};

/** Keeps the moved rule: in its own series where all of it goes, in one that goes on after it where a part stays. */
async function followRule(change: Change, series: SeriesRecord, following: Following): Promise<string> {
  const { rule, from, slots, newSlots, time } = following;
  const first = newSlots[0] ?? from;
  const length = timeOfSlot(rule, first, time).time;
  const row = {
    rule: printRule({ ...rule, ...endOf(rule, newSlots, time) }),
    wall_start: first,
    wall_end: length.wallEnd,
    zone: time.zone,
    is_all_day: time.isAllDay ? 1 : 0,
  } as const;
  const staying = slots.filter((slot) => slot < from);
  if (staying.length === 0) {
    await updateSeries(change, series.id, row);
    return series.id;
  }
  await endSeriesAt(change, series, staying.at(-1) ?? from);
  return branchSeries(change, series.id, row);
}

/** Ends the rule of a series with the day of this slot. */
export async function endSeriesAt(change: Change, series: SeriesRecord, last: WallTime): Promise<void> {
  if (series.parsed === null) return;
  const ended = { ...series.parsed, count: null, until: untilOf(dayOf(last), series) };
  await updateSeries(change, series.id, { rule: printRule(ended) });
}

/** A number of times counts those that are left; a last day stays, unless the last time is moved beyond it. */
function endOf(rule: Rule, slots: readonly WallTime[], time: PlannedTime): Pick<Rule, "count" | "until"> {
  if (rule.count !== null) return { count: slots.length, until: null };
  const until = untilDay(rule, time.zone);
  if (until === null) return { count: null, until: null };
  const last = slots.at(-1);
  return {
    count: null,
    until: untilOf(last !== undefined && dayOf(last) > until ? dayOf(last) : until, time),
  };
}
