import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { planSeries, type SeriesPlan } from "#app/campaign/outreach-events/series/store.server.ts";
import { timesOfSeries } from "#app/campaign/outreach-events/series/times-of-series.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../author.ts";
import { eventDetails } from "./outreach-event.ts";

/** What planning a series by this rule needs; its first time is the time of the details. */
export function seriesPlan(
  rule: string,
  { time }: Pick<EventDetails, "time">,
  lastDay: CalendarDate = "2027-12-31",
): SeriesPlan {
  const parsed = parseRule(rule);
  if (!parsed.ok) throw new Error(parsed.reason);
  const { times, leftOut } = timesOfSeries(parsed.rule, time, lastDay);
  return { rule, first: time, times, leftOut, imported: null };
}

/** Plans a series as a recorded change; gives the ids of its events in order, and that of the change. */
export async function addSeries(
  database: Database,
  campaignId: string,
  rule: string,
  { given = {}, contactIds = [], author = system }: AddedSeries = {},
): Promise<{ seriesId: string; eventIds: string[]; changeId: string }> {
  const details = eventDetails(given);
  const made = await database.change(author, { submission: null, campaignId }, (change) =>
    planSeries(change, campaignId, details, seriesPlan(rule, details), contactIds),
  );
  if (!made.ok) throw new Error(made.reason);
  const first = made.location.split("/").at(-1) ?? "";
  const rows = await database.read
    .selectFrom("outreach_event")
    .select(["id", "event_series_id"])
    .where("event_series_id", "=", (eb) =>
      eb.selectFrom("outreach_event").select("event_series_id").where("id", "=", first),
    )
    .orderBy("series_slot")
    .execute();
  return {
    seriesId: rows[0]?.event_series_id ?? "",
    eventIds: rows.map(({ id }) => id),
    changeId: made.changeId,
  };
}

type AddedSeries = { given?: Partial<EventDetails>; contactIds?: readonly string[]; author?: Author };
