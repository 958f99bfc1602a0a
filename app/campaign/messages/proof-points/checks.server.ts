import type { Kysely } from "kysely";
import { type Cut, cut } from "#app/text/cut.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** One day on which somebody held a proof point against a source and found it true. */
export type ProofPointCheck = {
  id: string;
  checkedOn: string;
  checkedBy: string;
  /** Null where the source was taken away since. */
  sourceTitle: string | null;
  reviewBy: string | null;
  note: string;
};

/** The checks of a proof point, the newest first, 50 at most. */
export async function listChecks(read: Kysely<Schema>, proofPointId: string): Promise<Cut<ProofPointCheck>> {
  return cut(await checksOf(read, { proofPoint: proofPointId }), MOST_SHOWN);
}

const MOST_SHOWN = 50;

const checksOf = keptQuery((read, place: Place<"proofPoint">) =>
  read
    .selectFrom("proof_point_check as checked")
    .innerJoin("account", "account.id", "checked.checked_by")
    .leftJoin("source", "source.id", "checked.source_id")
    .select(["checked.id", "checked.checked_on as checkedOn", "account.name as checkedBy"])
    .select(["source.title as sourceTitle", "checked.review_by as reviewBy", "checked.note"])
    .where("checked.proof_point_id", "=", place("proofPoint"))
    .orderBy("checked.checked_on", "desc")
    .orderBy("checked.id")
    .limit(MOST_SHOWN + 1),
);

/** Notes that the author of the change held a proof point against a source on a day and found it true. */
export async function insertCheck(
  change: Change,
  check: { proofPointId: string; sourceId: string; on: string; reviewBy: string | null; note: string },
): Promise<void> {
  await change.insert("proof_point_check", {
    id: newId(),
    proof_point_id: check.proofPointId,
    source_id: check.sourceId,
    checked_on: check.on,
    review_by: check.reviewBy,
    note: check.note,
    checked_by: change.author.accountId,
  });
}
