import type { Kysely } from "kysely";
import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import { listHoldsOnPapers } from "#app/campaign/holds/hold-marks.server.ts";
import type { Schema } from "#db/schema.ts";
import { findClearanceStatus } from "../clearing/clearance.server.ts";
import type { StoredPaper } from "../text.server.ts";
import type { HoldOnPaper } from "./leaving.ts";

/** How a paper would leave the product now: whether its text is cleared, and which holds mark it. */
export async function findLeaving(
  read: Kysely<Schema>,
  paper: StoredPaper,
): Promise<{ status: ClearanceStatus; holds: readonly HoldOnPaper[] }> {
  const marks = await listHoldsOnPapers(read, [paper.id]);
  return { status: await findClearanceStatus(read, paper), holds: marks.get(paper.id) ?? [] };
}
