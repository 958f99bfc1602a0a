import { sql } from "kysely";
import { HANDLINGS, mayLeaveInCalendar } from "#app/text/handling.ts";
import { earliestStartStillOn } from "#app/time/length.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import { partsJoined } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { CalendarEntry, CalendarSeries } from "./calendar-entry.ts";
import { sequenceOf } from "./uid.ts";

/** Whose events: all of a campaign, or those that an account owns or goes to, in the campaigns where it has a role. */
export type EventsOf = { campaignId: string } | { accountId: string };

/** Between two instants; null for everything that is stored. */
export type Period = { from: Date; to: Date } | null;

const KEPT_BACK = HANDLINGS.filter((handling) => !mayLeaveInCalendar(handling));

/** So many rows are read at a time. A quick statement answers on this thread, so others are let in between by hand. */
const AT_A_TIME = 250;
const SERIES_AT_A_TIME = 5;

/**
 * The events that a calendar file has, those that stand alone in order of their start, then those that repeat, series by series.
 * What repeats comes whole, as soon as one of its times lies in the period. None for named people only (TLP:RED) is among them.
 */
export async function readCalendarContent(
  read: Queries,
  whose: EventsOf,
  period: Period,
): Promise<{ entries: CalendarEntry[]; series: CalendarSeries[] }> {
  const entries = await readAlone(read, whose, period);
  const series: CalendarSeries[] = [];
  const ids = await listSeriesIds(read, whose, period);
  for (let at = 0; at < ids.length; at += SERIES_AT_A_TIME) {
    const some = JSON.stringify(ids.slice(at, at + SERIES_AT_A_TIME));
    for (const entry of await readTimes(read, whose, some)) entries.push(entry);
    for (const one of await readSeries(read, some)) series.push(one);
    await nextTurn();
  }
  return { entries, series };
}

/** One event as a calendar file has it, with the series that it is a time of; null where the campaign has no such event. */
export async function findCalendarEvent(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<{ entry: CalendarEntry; entries: CalendarEntry[]; series: CalendarSeries[] } | null> {
  const row = await eventRows(read)
    .where("event.id", "=", eventId)
    .where("event.campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const entry = entryOf(row);
  if (entry.series === null) return { entry, entries: [entry], series: [] };
  const seriesIds = JSON.stringify([entry.series.id]);
  const entries = await readTimes(read, { campaignId }, seriesIds);
  return { entry, entries, series: await readSeries(read, seriesIds) };
}

/** How many events of a campaign no calendar file has, since they are for named people only. */
export async function countKeptBack(read: Queries, campaignId: string): Promise<number> {
  const { kept } = await read
    .selectFrom("outreach_event")
    .select((eb) => eb.fn.countAll<number>().as("kept"))
    .where("campaign_id", "=", campaignId)
    .where("handling", "in", KEPT_BACK)
    .executeTakeFirstOrThrow();
  return Number(kept);
}

async function readAlone(read: Queries, whose: EventsOf, period: Period): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = [];
  let after = { startsAt: earliestStart(period), id: "" };
  for (;;) {
    const rows = await rowsOf(read, whose, period)
      .where("event.event_series_id", "is", null)
      .where(sql<boolean>`(event.starts_at, event.id) > (${after.startsAt}, ${after.id})`)
      .orderBy("event.starts_at")
      .orderBy("event.id")
      .limit(AT_A_TIME)
      .execute();
    for (const row of rows) entries.push(entryOf(row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) return entries;
    after = { startsAt: last.startsAt, id: last.id };
    await nextTurn();
  }
}

async function listSeriesIds(read: Queries, whose: EventsOf, period: Period): Promise<string[]> {
  const rows = await rowsOf(read, whose, period)
    .clearSelect()
    .select("event.event_series_id as id")
    .distinct()
    .where("event.event_series_id", "is not", null)
    .where("event.starts_at", ">=", earliestStart(period))
    .orderBy("event.event_series_id")
    .execute();
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

async function readTimes(read: Queries, whose: EventsOf, seriesIds: string): Promise<CalendarEntry[]> {
  const rows = await rowsOf(read, whose, null, sql<string>`+event.campaign_id`)
    .where("event.event_series_id", "in", sql<string>`(select value from json_each(${seriesIds}))`)
    .orderBy("event.event_series_id")
    .orderBy("event.series_slot")
    .execute();
  return rows.map(entryOf);
}

async function readSeries(read: Queries, seriesIds: string): Promise<CalendarSeries[]> {
  const rows = await read
    .selectFrom("event_series as series")
    .select(["series.id", "series.campaign_id as campaignId", "series.imported_uid as importedUid"])
    .select(["series.version", "series.sequence_lead as lead", "series.rule", "series.zone"])
    .select(["series.wall_start as wallStart", "series.wall_end as wallEnd", "series.is_all_day as isAllDay"])
    .select(lastChange("event_series", "series").as("changedAt"))
    .where("series.id", "in", sql<string>`(select value from json_each(${seriesIds}))`)
    .orderBy("series.id")
    .execute();
  return rows.map(({ version, lead, ...row }) => ({
    ...row,
    sequence: sequenceOf({ version, lead }),
    isAllDay: row.isAllDay === 1,
    changedAt: new Date(row.changedAt ?? 0),
  }));
}

type EventRow = Awaited<ReturnType<ReturnType<typeof eventRows>["execute"]>>[number];

/** Where few rows are found by another column, `campaign` is its column with a plus: else all of the campaign are gone through. */
function rowsOf(
  read: Queries,
  whose: EventsOf,
  period: Period,
  campaign = sql.ref<string>("event.campaign_id"),
) {
  const rows = within(eventRows(read).where("event.handling", "not in", KEPT_BACK), period);
  if ("campaignId" in whose) return rows.where(campaign, "=", whose.campaignId);
  const { accountId } = whose;
  return rows
    .where("event.id", "in", (eb) =>
      eb
        .selectFrom("outreach_event_officer as officer")
        .select("officer.outreach_event_id")
        .where("officer.account_id", "=", accountId)
        .union(
          eb
            .selectFrom("outreach_event as owned")
            .select("owned.id as outreach_event_id")
            .where("owned.owner_account_id", "=", accountId),
        ),
    )
    .where("event.campaign_id", "in", (eb) =>
      eb
        .selectFrom("campaign_role as role")
        .select("role.campaign_id")
        .where("role.account_id", "=", accountId),
    );
}

/** Before which nothing need be looked for. A reader in parts has one lower bound alone, the end of the part before. */
function earliestStart(period: Period): string {
  return period === null ? "" : earliestStartStillOn(period.from).toISOString();
}

function within(rows: ReturnType<typeof eventRows>, period: Period) {
  if (period === null) return rows;
  return rows
    .where("event.starts_at", "<", period.to.toISOString())
    .where("event.ends_at", ">", period.from.toISOString());
}

function eventRows(read: Queries) {
  return read
    .selectFrom("outreach_event as event")
    .innerJoin("campaign", "campaign.id", "event.campaign_id")
    .select(["event.id", "event.campaign_id as campaignId", "campaign.name as campaignName"])
    .select(["event.imported_uid as importedUid", "event.version", "event.sequence_lead as lead"])
    .select(["event.title", "event.place", "event.link", "event.handling", "event.schedule", "event.result"])
    .select(["event.wall_start as wallStart", "event.wall_end as wallEnd", "event.zone"])
    .select(["event.starts_at as startsAt", "event.ends_at as endsAt", "event.is_all_day as isAllDay"])
    .select([
      "event.planned_at as plannedAt",
      "event.event_series_id as seriesId",
      "event.series_slot as slot",
    ])
    .select([messagesOf.as("messages"), changedSincePlanned.as("changedAt")]);
}

const messagesOf = sql<string | null>`(select group_concat(message.number, char(31) order by message.number)
  from outreach_event_message link join key_message message on message.id = link.key_message_id
  where link.outreach_event_id = event.id)`;

/** When a record was last changed, by the history. */
function lastChange(table: "event_series" | "outreach_event", alias: string) {
  return sql<
    string | null
  >`(select max(change.made_at) from change_row join change on change.id = change_row.change_id
    where change_row.table_name = ${sql.lit(table)} and change_row.row_id = ${sql.ref(`${alias}.id`)})`;
}

/** An event that is as it was planned needs no look into the history. */
const changedSincePlanned = sql<
  string | null
>`case when event.version > 1 then ${lastChange("outreach_event", "event")} end`;

function entryOf({ version, lead, plannedAt, seriesId, slot, ...row }: EventRow): CalendarEntry {
  return {
    ...row,
    sequence: sequenceOf({ version, lead }),
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    isAllDay: row.isAllDay === 1,
    messages: partsJoined(row.messages).map(Number),
    changedAt: new Date(row.changedAt ?? plannedAt),
    series: seriesId === null || slot === null ? null : { id: seriesId, slot },
  };
}
