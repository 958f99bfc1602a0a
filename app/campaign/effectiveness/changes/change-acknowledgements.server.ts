import type { Kysely } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Schema } from "#db/schema.ts";
import type { Acknowledgement, FoundChange } from "./changes-found.ts";

/** Every change of a campaign that somebody has looked at, the newest first. */
export async function listAcknowledgements(
  read: Kysely<Schema>,
  campaignId: string,
): Promise<Acknowledgement[]> {
  const rows = await read
    .selectFrom("change_acknowledgement as looked")
    .innerJoin("account", "account.id", "looked.acknowledged_by")
    .selectAll("looked")
    .select("account.name as by")
    .where("looked.campaign_id", "=", campaignId)
    .orderBy("looked.acknowledged_at", "desc")
    .orderBy("looked.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    messageId: row.key_message_id,
    audienceId: row.audience_id,
    direction: row.direction,
    after: row.after_day,
    before: row.before_day,
    reason: row.reason,
    by: row.by,
    at: row.acknowledged_at,
  }));
}

/** Records that somebody has looked at a change that was found; the scan goes on from there. */
export async function acknowledgeChange(
  change: Change,
  campaignId: string,
  found: FoundChange,
  reason: string,
): Promise<{ ok: true }> {
  const id = newId();
  await change.insert("change_acknowledgement", {
    id,
    campaign_id: campaignId,
    key_message_id: found.messageId,
    audience_id: found.audienceId,
    direction: found.direction,
    after_day: found.after,
    before_day: found.before,
    reason,
    acknowledged_by: change.author.accountId,
    acknowledged_at: change.author.now.toISOString(),
  });
  change.describe({
    recordKind: "reception",
    recordId: id,
    action: "looked at",
    summary: `Looked at a ${found.direction} between ${found.after} and ${found.before}`,
    location: `${addressOf.effectiveness(campaignId)}#changes`,
  });
  return { ok: true };
}
