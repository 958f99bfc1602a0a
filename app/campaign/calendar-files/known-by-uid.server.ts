import { type Selectable, sql } from "kysely";
import { eachIn } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import type { CalendarReading } from "./reading/calendar-reading.ts";
import {
  LEFT_OUT_IN_FILE,
  type StoredCalendar,
  type StoredEvent,
  type StoredSeries,
  uidOfSlot,
} from "./stored-calendar.ts";
import { ownIdOf } from "./uid.ts";

type EventRow = Selectable<Schema["outreach_event"]>;
type SeriesRow = Selectable<Schema["event_series"]>;

/** What a campaign has under the UIDs of a file: those it was imported with, and those that we gave. */
export async function readStoredCalendar(
  read: Queries,
  campaignId: string,
  reading: Pick<CalendarReading, "events" | "series" | "uids">,
): Promise<StoredCalendar> {
  const uids = uidsOf(reading);
  const ownIds = uids.map(ownIdOf).filter((id) => id !== null);
  const isKnown = isKnownAs(campaignId, uids, ownIds);
  const events = await read.selectFrom("outreach_event").selectAll().where(isKnown).execute();
  const series = await read.selectFrom("event_series").selectAll().where(isKnown).execute();
  const here = series.filter((row) => row.campaign_id === campaignId);
  return {
    events: byUid(events.filter((row) => row.campaign_id === campaignId).map(storedEvent)),
    series: byUid(await withTimes(read, here)),
    elsewhere: new Set(
      [...events, ...series]
        .filter((row) => row.campaign_id !== campaignId && ownIds.includes(row.id))
        .map(({ id }) => `${id}@demarche`),
    ),
    gone: await listGone(read, campaignId, new Set([...uids, ...reading.uids])),
  };
}

function uidsOf({ events, series }: Pick<CalendarReading, "events" | "series">): string[] {
  const alone = series.flatMap((one) => one.times.map(({ slot }) => uidOfSlot(one, slot)));
  return [...new Set([...events.map(({ uid }) => uid), ...series.map(({ uid }) => uid), ...alone])];
}

/** What was imported under one of the UIDs in the campaign, or is ours by its identifier, in whatever campaign. */
function isKnownAs(campaignId: string, uids: readonly string[], ownIds: readonly string[]) {
  const each = (values: readonly string[]) => eachIn(JSON.stringify(values));
  return sql<boolean>`(campaign_id = ${campaignId} and imported_uid in ${each(uids)} or id in ${each(ownIds)})`;
}

/** By the UID it came with, and by our own, which stands for it where a file says busy only. */
function byUid<Known extends { id: string; uid: string | null }>(known: readonly Known[]) {
  const keysOf = ({ id, uid }: Known) => [`${id}@demarche`, ...(uid === null ? [] : [uid])];
  return new Map(known.flatMap((one) => keysOf(one).map((key) => [key, one] as const)));
}

function storedEvent(row: EventRow): StoredEvent & { uid: string | null } {
  return {
    id: row.id,
    uid: row.imported_uid,
    version: row.version,
    sequenceLead: row.sequence_lead,
    importedHash: row.imported_hash,
    result: row.result,
    slot: row.series_slot,
    title: row.title,
    place: row.place,
    link: row.link,
    schedule: row.schedule,
    wallStart: row.wall_start,
    wallEnd: row.wall_end,
    zone: row.zone,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    isAllDay: row.is_all_day === 1,
  };
}

async function withTimes(read: Queries, series: readonly SeriesRow[]) {
  const ids = eachIn(JSON.stringify(series.map(({ id }) => id)));
  const times = await read
    .selectFrom("outreach_event")
    .selectAll()
    .where("event_series_id", "in", ids)
    .orderBy("series_slot")
    .execute();
  const exceptions = await read
    .selectFrom("event_series_exception")
    .select(["id", "event_series_id", "slot", "reason"])
    .where("event_series_id", "in", ids)
    .execute();
  const timesBySeries = Map.groupBy(times, (row) => row.event_series_id ?? "");
  const exceptionsBySeries = Map.groupBy(exceptions, (row) => row.event_series_id);
  return series.map((row): StoredSeries & { uid: string | null } => ({
    id: row.id,
    uid: row.imported_uid,
    version: row.version,
    sequenceLead: row.sequence_lead,
    importedHash: row.imported_hash,
    title: row.title,
    place: row.place,
    rule: row.rule,
    wallStart: row.wall_start,
    wallEnd: row.wall_end,
    zone: row.zone,
    isAllDay: row.is_all_day === 1,
    exceptions: (exceptionsBySeries.get(row.id) ?? []).map(({ id, slot, reason }) => ({
      id,
      slot,
      isOfFile: reason === LEFT_OUT_IN_FILE,
    })),
    isForNamedOnly: (timesBySeries.get(row.id) ?? []).some(({ handling }) => handling === "TLP:RED"),
    times: (timesBySeries.get(row.id) ?? []).map(storedEvent),
  }));
}

/** What was imported before, from whatever file, and is not in this one. */
async function listGone(read: Queries, campaignId: string, uids: ReadonlySet<string>) {
  const events = await read
    .selectFrom("outreach_event")
    .select(["imported_uid", "title", "starts_at as startsAt"])
    .where("campaign_id", "=", campaignId)
    .where("imported_uid", "is not", null)
    .orderBy("starts_at")
    .orderBy("id")
    .execute();
  const series = await read
    .selectFrom("event_series")
    .select(["imported_uid", "title", "wall_start as startsAt"])
    .where("campaign_id", "=", campaignId)
    .where("imported_uid", "is not", null)
    .orderBy("wall_start")
    .orderBy("id")
    .execute();
  return [...series, ...events]
    .filter(({ imported_uid: uid }) => uid !== null && !uids.has(uid))
    .map(({ title, startsAt }) => ({ title, startsAt }));
}
