import { sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { LaterChange } from "./review-standing.ts";

/** The newest row of the history; a later change has a higher one. */
export async function readHistoryStamp(read: Queries): Promise<number> {
  const row = await read
    .selectFrom("change_row")
    .select((eb) => eb.fn.max("id").as("newest"))
    .executeTakeFirst();
  return row?.newest ?? 0;
}

type Since = { campaignId: string; stamp: number; day: CalendarDate };

/**
 * The outcomes, reactions and objective readings of up to a day that were entered, corrected or removed after a stamp, one
 * each, as the first of their later changes found them. Its cost follows the changes made since.
 */
export async function listLaterChanges(read: Queries, since: Since): Promise<LaterChange[]> {
  const given = { campaign: since.campaignId, stamp: since.stamp };
  const rows = await changesOfRecord(read, given);
  const ofThen = rows.filter(({ day }) => day !== null && day <= since.day);
  return [...Map.groupBy(ofThen, ({ kind, id }) => `${kind} ${id}`).values()].flatMap((changes) => {
    const [first] = changes;
    if (first === undefined) return [];
    const own = changes.filter(({ is_own }) => is_own === 1);
    return [
      {
        kind: first.kind,
        wasThere: own[0]?.was_there !== 0,
        isThere: own.at(-1)?.is_there !== 0,
      },
    ];
  });
}

const changesOfRecord = keptQuery((read, place: Place<"campaign" | "stamp">) => {
  const row = sql`coalesce(row.after_json, row.before_json)`;
  const was = sql<number>`row.before_json is not null`;
  const is = sql<number>`row.after_json is not null`;
  const outcome = sql<string>`case row.table_name when 'outcome' then row.row_id else ${row} ->> 'outcome_id' end`;
  return read
    .selectFrom(
      sql<{
        kind: LaterChange["kind"];
        id: string;
        day: CalendarDate | null;
        is_own: number;
        was_there: number;
        is_there: number;
        position: number;
      }>`(
      select 'outcome' as kind, ${outcome} as id, event.day as day, row.table_name = 'outcome' as is_own,
        ${was} as was_there, ${is} as is_there, row.id as position
      from change_row row
      left join outcome on outcome.id = ${outcome}
      join outreach_event event on event.id = coalesce(outcome.outreach_event_id, ${row} ->> 'outreach_event_id')
      where row.id > ${place("stamp")} and row.table_name in ('outcome', 'reception')
        and event.campaign_id = ${place("campaign")}
      union all
      select 'reaction', row.row_id, ${row} ->> 'day', 1, ${was}, ${is}, row.id
      from change_row row
      where row.id > ${place("stamp")} and row.table_name = 'feedback' and ${row} ->> 'campaign_id' = ${place("campaign")}
      union all
      select 'objective reading', row.row_id, ${row} ->> 'read_on', 1, ${was}, ${is}, row.id
      from change_row row
      join objective on objective.id = ${row} ->> 'objective_id'
      where row.id > ${place("stamp")} and row.table_name = 'objective_reading'
        and objective.campaign_id = ${place("campaign")}
    )`.as("later"),
    )
    .selectAll()
    .orderBy("position");
});
