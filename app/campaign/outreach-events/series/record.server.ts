import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatDay, formatDayAndClocks } from "#app/time/format.ts";
import { type CalendarDate, dayOf, timeOf, type WallTime } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { EventRecord } from "../outreach-event-record.server.ts";
import { countOfOutcomes } from "../standing.server.ts";
import { parseRule } from "./parse-rule.ts";
import { ruleInWords } from "./rule-in-words.ts";
import type { TimeOfSeries } from "./scope.ts";
import type { LeftOut } from "./times-of-series.ts";

/** One time of a series with what it stands at now. */
export type SeriesEvent = TimeOfSeries & { wallStart: WallTime; isAllDay: boolean; version: number };

export type SeriesRecord = NonNullable<Awaited<ReturnType<typeof findSeries>>>;

/** A series of this campaign with all of its times and those left out; null where there is none. */
export async function findSeries(read: Queries, campaignId: string, seriesId: string) {
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
    /** Null of a rule that is not understood any more. */
    parsed: parsed.ok ? parsed.rule : null,
    wallStart: row.wall_start,
    wallEnd: row.wall_end,
    zone: row.zone,
    isAllDay: row.is_all_day === 1,
    importedUid: row.imported_uid,
    /** In order of their slots. */
    times,
    leftOut,
  };
}

async function timesOf(read: Queries, seriesId: string): Promise<SeriesEvent[]> {
  const rows = await read
    .selectFrom("outreach_event as event")
    .select(["event.id", "event.series_slot", "event.starts_at", "event.wall_start", "event.version"])
    .select(["event.is_all_day", "event.schedule", "event.result"])
    .select(countOfOutcomes)
    .where("event.event_series_id", "=", seriesId)
    .orderBy("event.series_slot")
    .execute();
  return rows.map((row) => ({
    eventId: row.id,
    slot: row.series_slot ?? row.wall_start,
    startsAt: new Date(row.starts_at),
    wallStart: row.wall_start,
    isAllDay: row.is_all_day === 1,
    version: row.version,
    schedule: row.schedule,
    result: row.result,
    outcomes: Number(row.outcomes),
  }));
}

function leftOutOf(read: Queries, seriesId: string): Promise<(LeftOut & { id: string })[]> {
  return read
    .selectFrom("event_series_exception")
    .select(["id", "slot", "reason"])
    .where("event_series_id", "=", seriesId)
    .orderBy("slot")
    .execute();
}

/** What an event of a series says of it: the rule in words, which time it is, the ones beside it, and those left out. */
export async function seriesAround(arrival: CampaignArrival, event: EventRecord) {
  const { campaign, database, today } = arrival;
  if (event.series === null) return null;
  const series = await findSeries(database.read, campaign.id, event.series.id);
  if (series === null) return null;
  const position = series.times.findIndex(({ eventId }) => eventId === event.id);
  const { slot } = event.series;
  return {
    rule:
      series.parsed === null ? "Repeats by a custom rule" : ruleInWords(series.parsed, series.zone, today),
    position: position + 1,
    count: series.times.length,
    previous: besideIt(arrival, series.times[position - 1]),
    next: besideIt(arrival, series.times[position + 1]),
    /** The day that the rule gave it, where it stands elsewhere now. */
    movedFrom: slot === event.wallStart ? null : slotInWords(slot, event.isAllDay, today),
    leftOut: series.leftOut.map(({ id, slot: day, reason }) => ({
      id,
      day: formatDay(dayOf(day), today),
      reason,
    })),
  };
}

export type SeriesAround = NonNullable<Awaited<ReturnType<typeof seriesAround>>>;

function besideIt({ campaign, home, today }: CampaignArrival, time: SeriesEvent | undefined) {
  if (time === undefined) return null;
  const { startsAt, wallStart, isAllDay, eventId } = time;
  const label = isAllDay
    ? formatDay(dayOf(wallStart), today)
    : formatDayAndClocks(startsAt, home.homeZone, today);
  return { to: addressOf.event(campaign.id, eventId), label };
}

function slotInWords(slot: WallTime, isAllDay: boolean, today: CalendarDate): string {
  const day = formatDay(dayOf(slot), today);
  return isAllDay ? day : `${day}, ${timeOf(slot)}`;
}
