import { sql } from "kysely";
import { NOTES_TO_ESTIMATE } from "#app/method/parameters.ts";
import type { Queries } from "#db/schema.ts";
import { findParametersInUse } from "./store.server.ts";

/** Which observations a campaign has: `state` is another one whenever one has come, gone or changed. */
export type ObservationsState = { campaignId: string; state: string; notes: number };

function statesOf(read: Queries) {
  // A change stamps its cell with a number higher than any before; a cell that goes takes its notes off the sum.
  return read
    .selectFrom("observation_cell")
    .select([
      "campaign_id as campaignId",
      sql<string>`max(stamp) || '/' || sum(n)`.as("state"),
      sql<number>`sum(n)`.as("notes"),
    ])
    .groupBy("campaign_id");
}

/** The state of one campaign's observations. */
export async function findObservationsState(read: Queries, campaignId: string): Promise<ObservationsState> {
  const found = await statesOf(read).where("campaign_id", "=", campaignId).executeTakeFirst();
  return found ?? { campaignId, state: "0/0", notes: 0 };
}

/**
 * The campaigns of which no estimate was ever made from the observations as they are: one that came to nothing or was
 * undone is not made again by itself. With too few notes there is nothing to estimate, unless an estimate still holds.
 */
export async function listCampaignsToRefit(read: Queries): Promise<string[]> {
  const due: string[] = [];
  for (const { campaignId, state, notes } of await statesOf(read).execute()) {
    if (await wasFitted(read, campaignId, state)) continue;
    const { basis } = await findParametersInUse(read, campaignId);
    if (notes >= NOTES_TO_ESTIMATE || basis.kind === "estimated") due.push(campaignId);
  }
  return due;
}

/** The history remembers those that were undone too. */
async function wasFitted(read: Queries, campaignId: string, state: string): Promise<boolean> {
  const found = await read
    .selectFrom("change_row as row")
    .innerJoin("change", "change.id", "row.change_id")
    .select("row.id")
    .where("row.table_name", "=", "effectiveness_fit")
    .where("change.campaign_id", "=", campaignId)
    .where(sql`coalesce(row.after_json, row.before_json) ->> 'observations_state'`, "=", state)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
