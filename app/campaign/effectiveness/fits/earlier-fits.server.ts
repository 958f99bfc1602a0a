import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { Fit } from "./parameters-in-use.ts";
import { FIT_COLUMNS, fitOf } from "./store.server.ts";

/** An estimate of the past: who asked for it (null: the night), and the change that undoes it may name. */
export type EarlierFit = Fit & { id: string; askedBy: { id: string; name: string } | null; changeId: string };

/** The estimates of a campaign, the newest first, at most `limit`. */
export async function listFits(
  read: Kysely<Schema>,
  campaignId: string,
  limit: number,
): Promise<EarlierFit[]> {
  const rows = await read
    .selectFrom("effectiveness_fit as fit")
    .innerJoin("change", (join) =>
      join
        .onRef("change.record_id", "=", "fit.id")
        .on("change.record_kind", "=", "parameters")
        .on("change.action", "=", "estimated"),
    )
    .leftJoin("account", "account.id", "fit.requested_by")
    .select(FIT_COLUMNS)
    .select(["fit.id", "fit.requested_by", "account.name", "change.id as change_id"])
    .where("fit.campaign_id", "=", campaignId)
    .orderBy("fit.fitted_at", "desc")
    .orderBy("fit.id", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...fitOf(row),
    id: row.id,
    askedBy: row.requested_by === null ? null : { id: row.requested_by, name: row.name ?? "" },
    changeId: row.change_id,
  }));
}
