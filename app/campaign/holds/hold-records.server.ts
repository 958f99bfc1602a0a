import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done } from "#db/change.server.ts";
import { type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Hold } from "./hold.ts";

/** A hold of a campaign, lifted or not; null where the campaign has none by that id. */
export async function findHold(read: Queries, campaignId: string, holdId: string): Promise<Hold | null> {
  return (await listHolds(read, campaignId)).find(({ id }) => id === holdId) ?? null;
}

/** Every hold of a campaign, those that lie first, then the newest. */
export async function listHolds(read: Queries, campaignId: string): Promise<Hold[]> {
  return (await holdsOf(read, { campaign: campaignId })).map(holdOf);
}

export function holdOf(row: KeptRow<typeof holdsOf>): Hold {
  return {
    id: row.id,
    message: { id: row.message_id, number: row.number, title: row.title },
    reason: row.reason,
    placedBy: row.placer,
    placedAt: new Date(row.placed_at),
    lifted:
      row.lifted_at === null
        ? null
        : { by: row.lifter ?? "", at: new Date(row.lifted_at), reason: row.lift_reason },
  };
}

export const holdsOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("message_hold as hold")
    .innerJoin("key_message as message", "message.id", "hold.key_message_id")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .innerJoin("account as placer", "placer.id", "hold.placed_by")
    .leftJoin("account as lifter", "lifter.id", "hold.lifted_by")
    .select(["hold.id", "hold.reason", "hold.placed_at", "hold.lifted_at", "hold.lift_reason"])
    .select(["message.id as message_id", "message.number", "revision.title"])
    .select(["placer.name as placer", "lifter.name as lifter"])
    .where("hold.campaign_id", "=", place("campaign"))
    .where("revision.number", "=", newestRevision)
    .orderBy((eb) => eb("hold.lifted_at", "is not", null))
    .orderBy("hold.placed_at", "desc")
    .orderBy("hold.id"),
);

export type Sighting = { holdId: string; accountId: string; at: Date };

/** Who of ours has seen these holds, and when first: whoever placed one knows of it from then on. */
export async function listSightings(read: Queries, holdIds: readonly string[]): Promise<Sighting[]> {
  if (holdIds.length === 0) return [];
  const rows = await read
    .selectFrom("hold_sighting")
    .select(["message_hold_id", "account_id", "seen_at"])
    .where("message_hold_id", "in", holdIds)
    .unionAll((eb) =>
      eb
        .selectFrom("message_hold")
        .select(["id as message_hold_id", "placed_by as account_id", "placed_at as seen_at"])
        .where("id", "in", holdIds),
    )
    .execute();
  return rows.map((row) => ({
    holdId: row.message_hold_id,
    accountId: row.account_id,
    at: new Date(row.seen_at),
  }));
}

/** A message that may be held, as the page asks that places the hold. */
type MessageToHold = { id: string; number: number; title: string; statement: string; isRetired: boolean };

/** A message of a campaign by its number or its id, in its newest wording; null where there is none. */
export async function findMessageToHold(
  read: Queries,
  campaignId: string,
  numberOrId: string,
): Promise<MessageToHold | null> {
  const number = /^[1-9]\d{0,2}$/.test(numberOrId) ? Number(numberOrId) : 0;
  const row = await read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "message.retired_at", "revision.title", "revision.statement"])
    .where("message.campaign_id", "=", campaignId)
    .where((eb) => eb.or([eb("message.number", "=", number), eb("message.id", "=", numberOrId)]))
    .orderBy("revision.number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { retired_at, ...message } = row;
  return { ...message, isRetired: retired_at !== null };
}

/** Says what was done with a hold; the browser goes to it. */
export function describeHold(
  change: Change,
  { campaignId, holdId }: { campaignId: string; holdId: string },
  action: string,
  summary: string,
): Done {
  const location = addressOf.hold(campaignId, holdId);
  return change.describe({ recordKind: "hold", recordId: holdId, action, summary, location });
}
