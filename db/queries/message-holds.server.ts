import type { Kysely } from "kysely";
import type { HoldOnPaper } from "#app/domain/talking-points/leaving.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** The holds that lie on any of these messages now, the lowest number first. */
export async function listHoldsOnMessages(
  read: Kysely<Schema>,
  messageIds: readonly string[],
): Promise<HoldOnPaper[]> {
  if (messageIds.length === 0) return [];
  const rows = await holdsOn(read, { ids: JSON.stringify(messageIds) });
  return rows.map(({ number, placed_at, reason }) => ({
    messageNumber: number,
    heldSince: new Date(placed_at),
    reason,
  }));
}

const holdsOn = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("message_hold")
    .innerJoin("key_message", "key_message.id", "message_hold.key_message_id")
    .select(["key_message.number", "placed_at", "reason"])
    .where("lifted_at", "is", null)
    .where("key_message_id", "in", eachIn(place("ids")))
    .orderBy("key_message.number"),
);
