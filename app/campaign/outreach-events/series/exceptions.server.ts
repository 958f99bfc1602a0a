import { counted } from "#app/text/in-words.ts";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Change, Gone } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";
import { describeEvent, insertLinks, linksOfEvent } from "../links.server.ts";
import { insertParticipant } from "../participants/store.server.ts";
import { startInWords } from "../planned-time.ts";
import {
  changeStanding,
  insertOutreachEventRows,
  removeEventOfSeries,
  type Target,
  timeColumns,
} from "../store.server.ts";
import { clashesInWordsOfAll } from "../warnings/clashes.server.ts";
import { findSeries, type SeriesEvent, type SeriesRecord } from "./record.server.ts";
import { endSeriesAt } from "./scope.server.ts";
import { isOpen, type SeriesRefusal } from "./scope.ts";
import { leaveOut, removeLeftOut } from "./store.server.ts";
import { timeOfSlot } from "./times-of-series.ts";

type Kept = { ok: false; reason: SeriesRefusal };

/**
 * Leaves a time of a series out: its event is removed from the calendar, and the series keeps that this day was left out.
 * Refuses a time of which something was logged or marked, the only one that is left, and one that has a paper: those are
 * cancelled instead.
 */
export async function leaveTimeOut(
  change: Change,
  target: Target,
  reason: string,
): Promise<{ ok: true } | Gone | Kept> {
  const found = await inSeries(change, target);
  if (found === null) return { ok: false, reason: "not-found" };
  const { series, chosen } = found;
  if (chosen.result !== "planned" || chosen.outcomes > 0) return { ok: false, reason: "has-happened" };
  if (series.times.length === 1) return { ok: false, reason: "is-the-last" };
  if (await hasPaper(change, chosen.eventId)) return { ok: false, reason: "has-a-paper" };
  await removeEventOfSeries(change, chosen.eventId);
  await leaveOut(change, series.id, [{ slot: chosen.slot, reason: reason.trim() }]);
  return change.describe({
    recordKind: "event series",
    recordId: series.id,
    action: "left out",
    summary: `Left out: ${series.title}, ${startInWords(chosen)}`,
    location: target.location,
  });
}

/** Puts a time back that was left out: an event as the time of the series that lies nearest to it. */
export async function putTimeBack(
  change: Change,
  target: Target,
  leftOutId: string,
): Promise<{ ok: true } | Gone> {
  const found = await inSeries(change, target);
  const leftOut = found?.series.leftOut.find(({ id }) => id === leftOutId);
  if (found === null || leftOut === undefined) return { ok: false, reason: "not-found" };
  const id = newId();
  await removeLeftOut(change, leftOut.id);
  await clashesInWordsOfAll(change, [id], () =>
    copyNearest(change, found.series, { id, slot: leftOut.slot }),
  );
  const location = target.location.replace(target.eventId, id);
  return describeEvent(change, { eventId: id, location }, "put back", `Reinstated: ${found.series.title}`);
}

async function copyNearest(
  change: Change,
  series: SeriesRecord,
  { id, slot }: { id: string; slot: WallTime },
): Promise<void> {
  const at = (wall: WallTime) => Date.parse(`${wall}Z`);
  const distance = (time: SeriesEvent) => Math.abs(at(time.slot) - at(slot));
  const [nearest] = [...series.times].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return;
  const row = await change.read
    .selectFrom("outreach_event")
    .selectAll()
    .where("id", "=", nearest.eventId)
    .executeTakeFirstOrThrow();
  const { version, imported_uid, imported_hash, ...copied } = row;
  const model = { ...series, startsAt: new Date(row.starts_at), endsAt: new Date(row.ends_at) };
  const { time } = series.parsed ? timeOfSlot(series.parsed, slot, model) : { time: model };
  await insertOutreachEventRows(change, [
    {
      ...copied,
      ...timeColumns(time),
      id,
      series_slot: slot,
      schedule: row.schedule === "cancelled" ? "tentative" : row.schedule,
      schedule_reason: "",
      result: "planned",
      result_reason: "",
      planned_at: change.author.now.toISOString(),
    },
  ]);
  await copyTies(change, nearest.eventId, id);
}

async function copyTies(change: Change, from: string, to: string): Promise<void> {
  const { audiences, messages, officers } = await linksOfEvent(change.read, from);
  await insertLinks(change, to, {
    objectiveId: null,
    ownerAccountId: null,
    audienceIds: audiences.map((link) => link.to),
    messageIds: messages.map((link) => link.to),
    officerIds: officers.map((link) => link.to),
  });
  const contacts = await change.read
    .selectFrom("outreach_event_participant")
    .select("contact_id")
    .where("outreach_event_id", "=", from)
    .execute();
  for (const { contact_id } of contacts) await insertParticipant(change, to, contact_id);
}

/**
 * Ends a series with this time: what lies after it is removed from the calendar. A time that has a paper or a promise is cancelled
 * instead, so that nothing written is lost; what was held or marked stays.
 */
export async function endSeriesWith(change: Change, target: Target): Promise<{ ok: true } | Gone> {
  const found = await inSeries(change, target);
  if (found === null) return { ok: false, reason: "not-found" };
  const { series, chosen } = found;
  const { part } = partOfChange(change);
  const later = series.times.filter((time) => time.slot > chosen.slot && isOpen(time, change.author.now));
  let cancelled = 0;
  for (const { eventId } of later) {
    if (await hasPaper(change, eventId)) {
      await changeStanding(part, { ...target, eventId }, "cancel", "The series has ended");
      cancelled += 1;
    } else await removeEventOfSeries(change, eventId);
  }
  for (const { id, slot } of series.leftOut) if (slot > chosen.slot) await removeLeftOut(change, id);
  await endSeriesAt(change, series, chosen.slot);
  const summary = `The series ends here: ${endedInWords(later.length - cancelled, cancelled)}`;
  return describeEvent(change, target, "ended", summary);
}

function endedInWords(removed: number, cancelled: number): string {
  const gone = `${counted(removed, "date")} removed from the calendar`;
  if (cancelled === 0) return gone;
  const have = cancelled === 1 ? "it has" : "they have";
  return `${gone}; ${cancelled} cancelled instead, because ${have} talking points or follow-ups`;
}

async function inSeries(change: Change, target: Target) {
  const row = await change.read
    .selectFrom("outreach_event")
    .select("event_series_id")
    .where("id", "=", target.eventId)
    .where("campaign_id", "=", target.campaignId)
    .executeTakeFirst();
  if (!row || row.event_series_id === null) return null;
  const series = await findSeries(change.read, target.campaignId, row.event_series_id);
  const chosen = series?.times.find(({ eventId }) => eventId === target.eventId);
  return series === null || chosen === undefined ? null : { series, chosen };
}

/** Whether somebody wrote something for it: a paper, or what was promised there. */
async function hasPaper(change: Change, eventId: string): Promise<boolean> {
  const found = await change.read
    .selectFrom("talking_points")
    .select("id")
    .where("outreach_event_id", "=", eventId)
    .unionAll(change.read.selectFrom("follow_up").select("id").where("outreach_event_id", "=", eventId))
    .limit(1)
    .execute();
  return found.length > 0;
}
