import type { Kysely } from "kysely";
import type { ClearanceStatus } from "#app/domain/talking-points/clearance-status.ts";
import type { HoldOnPaper } from "#app/domain/talking-points/leaving.ts";
import type { Schema } from "#db/schema.ts";
import { listHoldsOnMessages } from "./message-holds.server.ts";
import { findClearanceStatus } from "./talking-points-clearance.server.ts";
import type { StoredPaper } from "./talking-points-text.server.ts";

/** How a paper would leave the product now: whether its text is cleared, and which holds lie on its messages. */
export async function findLeaving(
  read: Kysely<Schema>,
  paper: StoredPaper,
): Promise<{ status: ClearanceStatus; holds: HoldOnPaper[] }> {
  const messages = paper.text.blocks.flatMap(({ origin }) =>
    origin.kind === "key message" ? [origin.id] : [],
  );
  return {
    status: await findClearanceStatus(read, paper),
    holds: await listHoldsOnMessages(read, [...new Set(messages)]),
  };
}
