import { sql } from "kysely";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import { replaceOrderedLinks } from "#db/ordered-links.server.ts";
import type { Queries } from "#db/schema.ts";
import type { LibraryProofPoint } from "../library/library.ts";
import { columnsOf } from "./row.server.ts";

export type Saved = { ok: true; id: string } | Gone | Stale;

/**
 * Writes a proof point as the given one says, by its code: a new one, or the one that is there, which is in use again
 * when it was retired. `expectedVersion` null writes over whatever is there. Its sources have to be there already.
 */
export async function saveProofPoint(
  change: Change,
  campaignId: string,
  proofPoint: LibraryProofPoint,
  expectedVersion: number | null,
): Promise<Saved> {
  const present = await change.read
    .selectFrom("proof_point")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("code", "=", proofPoint.code)
    .executeTakeFirst();
  const id = present?.id ?? newId();
  const columns = { ...columnsOf(proofPoint), retired_at: null };
  if (present === undefined) {
    await change.insert("proof_point", {
      id,
      campaign_id: campaignId,
      code: proofPoint.code,
      ...columns,
      owner_account_id: null,
    });
  } else {
    const updated = await change.update("proof_point", id, columns, expectedVersion);
    if (!updated.ok) return updated;
  }
  const sourceIds = await idsByCode(change.read, "source", campaignId, proofPoint.sources);
  await replaceOrderedLinks(change, "proof_point_source", {
    present: await change.read
      .selectFrom("proof_point_source")
      .select(["id", "source_id as target", "position"])
      .where("proof_point_id", "=", id)
      .execute(),
    insert: (target, link) =>
      change.insert("proof_point_source", { ...link, proof_point_id: id, source_id: target }),
    targets: proofPoint.sources.flatMap((code) => sourceIds.get(code) ?? []),
  });
  return { ok: true, id };
}

/** Sets who looks after a proof point. */
export function setProofPointOwner(change: Change, id: string, accountId: string | null) {
  return change.update("proof_point", id, { owner_account_id: accountId }, null);
}

/** Takes a proof point out of use, or (null) back into it; what cites it keeps it. */
export function retireProofPoint(change: Change, id: string, at: string | null) {
  return change.update("proof_point", id, { retired_at: at }, null);
}

/** Removes a proof point with its checks; whoever calls has seen that nothing cites it. */
export function removeProofPoint(change: Change, id: string): Promise<void> {
  return change.remove("proof_point", id);
}

const CODE_BEGINS = { proof_point: "P", objection: "O" } as const;

/** The next free code of such a record in a campaign; a code is never given twice. */
export async function newCode(
  read: Queries,
  table: keyof typeof CODE_BEGINS,
  campaignId: string,
): Promise<string> {
  const rows = await read.selectFrom(table).select("code").where("campaign_id", "=", campaignId).execute();
  return CODE_BEGINS[table] + (Math.max(0, ...rows.map((row) => Number(row.code.slice(1)) || 0)) + 1);
}

/** The ids of these records of a campaign by their codes. */
export async function idsByCode(
  read: Queries,
  table: "proof_point" | "source" | "objection",
  campaignId: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await read
    .selectFrom(table)
    .select(["code", "id"])
    .where("campaign_id", "=", campaignId)
    .where("code", "in", eachIn(JSON.stringify(codes)))
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}

/** The records in use, and those among these ids: a link to a retired one that a form does not show stays as it is. */
export function inUseOrAmong(table: "proof_point" | "objection", ids: Iterable<string>) {
  const among = eachIn(JSON.stringify([...ids]));
  return sql<boolean>`(${sql.ref(`${table}.retired_at`)} is null or ${sql.ref(`${table}.id`)} in ${among})`;
}

/** One day on which somebody held a proof point against a source and found it true. */
export type ProofPointCheck = {
  id: string;
  checkedOn: CalendarDate;
  checkedBy: string;
  /** Null where the source was taken away since. */
  sourceTitle: string | null;
  reviewBy: CalendarDate | null;
  note: string;
};

/** The checks of a proof point, the newest first, 50 at most. */
export async function listChecks(read: Queries, proofPointId: string): Promise<Cut<ProofPointCheck>> {
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
  check: {
    proofPointId: string;
    sourceId: string;
    on: CalendarDate;
    reviewBy: CalendarDate | null;
    note: string;
  },
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
