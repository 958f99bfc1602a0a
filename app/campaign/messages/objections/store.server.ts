import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { replaceOrderedLinks } from "#db/ordered-links.server.ts";
import type { LibraryObjection } from "../library/library.ts";
import { idsByCode, inUseOrAmong, type Saved } from "../proof-points/store.server.ts";
import { textsRecord } from "./record.ts";

/**
 * Writes an objection as the given one says, by its code: a new one, or the one that is there. Its sources and proof
 * points have to be there already. `expectedVersion` null writes over whatever is there.
 */
export async function saveObjection(
  change: Change,
  campaignId: string,
  objection: LibraryObjection,
  expectedVersion: number | null,
): Promise<Saved> {
  const { code, isDifficultQuestion } = objection;
  const columns = {
    ...textsRecord.toRow(objection),
    is_difficult_question: isDifficultQuestion ? 1 : 0,
    retired_at: null,
  } as const;
  const present = await change.read
    .selectFrom("objection")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("code", "=", code)
    .executeTakeFirst();
  const id = present?.id ?? newId();
  if (present === undefined)
    await change.insert("objection", { id, campaign_id: campaignId, code, ...columns });
  else {
    const updated = await change.update("objection", id, columns, expectedVersion);
    if (!updated.ok) return updated;
  }
  await replaceLinks(change, campaignId, id, objection);
  return { ok: true, id };
}

async function replaceLinks(change: Change, campaignId: string, id: string, objection: LibraryObjection) {
  const sourceIds = await idsByCode(change.read, "source", campaignId, objection.sources);
  const proofPointIds = await idsByCode(change.read, "proof_point", campaignId, objection.proofPoints);
  await replaceOrderedLinks(change, "objection_source", {
    present: await change.read
      .selectFrom("objection_source")
      .select(["id", "source_id as target", "position"])
      .where("objection_id", "=", id)
      .execute(),
    insert: (target, link) =>
      change.insert("objection_source", { ...link, objection_id: id, source_id: target }),
    targets: objection.sources.flatMap((code) => sourceIds.get(code) ?? []),
  });
  await replaceOrderedLinks(change, "objection_proof_point", {
    present: await change.read
      .selectFrom("objection_proof_point")
      .innerJoin("proof_point", "proof_point.id", "proof_point_id")
      .select(["objection_proof_point.id", "proof_point_id as target", "objection_proof_point.position"])
      .where("objection_id", "=", id)
      .where(inUseOrAmong("proof_point", proofPointIds.values()))
      .execute(),
    insert: (target, link) =>
      change.insert("objection_proof_point", { ...link, objection_id: id, proof_point_id: target }),
    targets: objection.proofPoints.flatMap((code) => proofPointIds.get(code) ?? []),
  });
}

/** Takes an objection out of use, or (null) back into it; what was heard of it stays. */
export function retireObjection(change: Change, id: string, at: string | null) {
  return change.update("objection", id, { retired_at: at }, null);
}
