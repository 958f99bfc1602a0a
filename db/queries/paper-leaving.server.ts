import type { Kysely } from "kysely";
import type { ClearanceStatus } from "#app/domain/talking-points/clearance-status.ts";
import type { HoldOnPaper } from "#app/domain/talking-points/leaving.ts";
import type { Schema } from "#db/schema.ts";
import { listHoldsOnPapers } from "./hold-marks.server.ts";
import { findClearanceStatus } from "./talking-points-clearance.server.ts";
import type { StoredPaper } from "./talking-points-text.server.ts";

/** How a paper would leave the product now: whether its text is cleared, and which holds mark it. */
export async function findLeaving(
  read: Kysely<Schema>,
  paper: StoredPaper,
): Promise<{ status: ClearanceStatus; holds: readonly HoldOnPaper[] }> {
  const marks = await listHoldsOnPapers(read, [paper.id]);
  return { status: await findClearanceStatus(read, paper), holds: marks.get(paper.id) ?? [] };
}
