import type { Kysely } from "kysely";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Schema } from "#db/schema.ts";
import { parseRule } from "./parse-rule.ts";
import type { Rule } from "./rule.ts";
import type { TimeOfSeries } from "./scope.ts";
import type { LeftOut } from "./times-of-series.ts";

/** One time of a series with what it stands at now. */
export type SeriesEvent = TimeOfSeries & { wallStart: WallTime; version: number };

export type SeriesRecord = {
  id: string;
  campaignId: string;
  title: string;
  /** As it is kept; `parsed` is null for one that is not understood any more. */
  rule: string;
  parsed: Rule | null;
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: string;
  isAllDay: boolean;
  importedUid: string | null;
  /** In order of their slots. */
  times: SeriesEvent[];
  leftOut: (LeftOut & { id: string })[];
};

/** A series of this campaign with all of its times and those left out; null where there is none. */
export async function findSeries(
  read: Kysely<Schema>,
  campaignId: string,
  seriesId: string,
): Promise<SeriesRecord | null> {
  const row = await read
    .selectFrom("event_series")
    .selectAll()
    .where("id", "=", seriesId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const parsed = parseRule(row.rule);
  const [times, leftOut] = await Promise.all([timesOf(read, seriesId), leftOutOf(read, seriesId)]);
  return {
    id: row.id,
    campaignId: row.campaign_id,
    title: row.title,
    rule: row.rule,
    parsed: parsed.ok ? parsed.rule : null,
    wallStart: row.wall_start,
    wallEnd: row.wall_end,
    zone: row.zone,
    isAllDay: row.is_all_day === 1,
    importedUid: row.imported_uid,
    times,
    leftOut,
  };
}

async function timesOf(read: Kysely<Schema>, seriesId: string): Promise<SeriesEvent[]> {
  const rows = await read
    .selectFrom("outreach_event as event")
    .select(["event.id", "event.series_slot", "event.starts_at", "event.wall_start", "event.version"])
    .select(["event.schedule", "event.result"])
    .select((eb) =>
      eb
        .selectFrom("outcome")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("outcome.outreach_event_id", "=", "event.id")
        .as("outcomes"),
    )
    .where("event.event_series_id", "=", seriesId)
    .orderBy("event.series_slot")
    .execute();
  return rows.map((row) => ({
    eventId: row.id,
    slot: row.series_slot ?? row.wall_start,
    startsAt: new Date(row.starts_at),
    wallStart: row.wall_start,
    version: row.version,
    schedule: row.schedule,
    result: row.result,
    outcomes: Number(row.outcomes),
  }));
}

function leftOutOf(read: Kysely<Schema>, seriesId: string): Promise<(LeftOut & { id: string })[]> {
  return read
    .selectFrom("event_series_exception")
    .select(["id", "slot", "reason"])
    .where("event_series_id", "=", seriesId)
    .orderBy("slot")
    .execute();
}
