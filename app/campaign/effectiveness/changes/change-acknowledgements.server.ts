import { addressOf } from "#app/http/addresses.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { FoundChange } from "./changes-found.ts";

/** Every change of a campaign that somebody has looked at, the newest first. */
export const acknowledgements = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("change_acknowledgement as looked")
    .innerJoin("account", "account.id", "looked.acknowledged_by")
    .select(["looked.id", "looked.key_message_id as messageId", "looked.audience_id as audienceId"])
    .select(["looked.direction", "looked.after_day as after", "looked.before_day as before"])
    .select(["looked.reason", "account.name as by", "looked.acknowledged_at as at"])
    .where("looked.campaign_id", "=", place("campaign"))
    .orderBy("looked.acknowledged_at", "desc")
    .orderBy("looked.id"),
);

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
  return change.describe({
    recordKind: "reception",
    recordId: id,
    action: "looked at",
    summary: `Looked at a ${found.direction} between ${formatDayWithYear(found.after)} and ${formatDayWithYear(found.before)}`,
    location: `${addressOf.effectiveness(campaignId)}#changes`,
  });
}
