import { addressOf } from "#app/http/addresses.ts";
import type { ValuesOf } from "#app/http/record.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { type Citations, mayDelete } from "./citations.ts";
import { findProofPoint } from "./list.server.ts";
import type { ProofPointValues } from "./record.ts";
import { asLibraryProofPoint, linksOfProofPoint, type ProofPoint } from "./row.server.ts";
import { citationsByName, listCitations, saveSourcesIn } from "./sources.server.ts";
import type { checkRecord } from "./stale-evidence.ts";
import {
  insertCheck,
  newCode,
  removeProofPoint,
  retireProofPoint,
  saveProofPoint,
  setProofPointOwner,
} from "./store.server.ts";

/** Adds a proof point to a campaign, under the next free code. */
export async function addProofPoint(
  change: Change,
  campaignId: string,
  values: ProofPointValues,
): Promise<Done | Gone | Stale> {
  const code = await newCode(change.read, "proof_point", campaignId);
  const kept = { code, checkedOn: null };
  return write(change, campaignId, values, kept, null, ["added", `Added proof point ${code}`]);
}

/** Saves a proof point as it was edited. `seen.links` names the sources that the page showed. */
export async function editProofPoint(
  change: Change,
  campaignId: string,
  code: string,
  values: ProofPointValues,
  seen: { version: number; links: string },
): Promise<Done | Gone | Stale> {
  const present = await findProofPoint(change.read, campaignId, code);
  if (present === null) return { ok: false, reason: "not-found" };
  if (linksOfProofPoint(present) !== seen.links) return { ok: false, reason: "changed-by-somebody-else" };
  return write(change, campaignId, values, present, seen.version, ["edited", `Saved proof point ${code}`]);
}

async function write(
  change: Change,
  campaignId: string,
  { owner, ...values }: ProofPointValues,
  { code, checkedOn }: { code: string; checkedOn: CalendarDate | null },
  seenVersion: number | null,
  [action, summary]: [string, string],
): Promise<Done | Gone | Stale> {
  const sources = await saveSourcesIn(change, campaignId, values);
  const saved = await saveProofPoint(
    change,
    campaignId,
    { ...values, code, checkedOn, sources },
    seenVersion,
  );
  if (!saved.ok) return saved;
  await setProofPointOwner(change, saved.id, owner);
  return describe(change, campaignId, { id: saved.id, code }, action, summary);
}

/**
 * Records that somebody held a proof point against one of its sources and found it true: checked on that day, and to
 * be reviewed again by the given one.
 */
export async function checkProofPoint(
  change: Change,
  campaignId: string,
  proofPoint: ProofPoint,
  { on, source: code, reviewBy, note }: ValuesOf<typeof checkRecord> & { on: CalendarDate },
  seenVersion: number,
): Promise<Done | Gone | Stale | { ok: false; reason: "not-its-source" }> {
  const source = proofPoint.sources.find((one) => one.code === code);
  if (source === undefined) return { ok: false, reason: "not-its-source" };
  const record = { ...asLibraryProofPoint(proofPoint), checkedOn: on, reviewBy };
  const saved = await saveProofPoint(change, campaignId, record, seenVersion);
  if (!saved.ok) return saved;
  await insertCheck(change, { proofPointId: proofPoint.id, sourceId: source.id, on, reviewBy, note });
  const summary = `${proofPoint.code} is still true, checked against: ${source.title}`;
  return describe(change, campaignId, proofPoint, "checked", summary);
}

/** Takes a proof point out of use, or back into it; papers and messages that cite it keep it, marked. */
export async function setProofPointUse(
  change: Change,
  campaignId: string,
  proofPoint: ProofPoint,
  use: "retired" | "in use",
): Promise<Done | Gone | Stale> {
  const isRetired = use === "retired";
  const at = isRetired ? change.author.now.toISOString() : null;
  const moved = await retireProofPoint(change, proofPoint.id, at);
  if (!moved.ok) return moved;
  const [action, is] = isRetired ? ["retired", "retired"] : ["put back", "reinstated"];
  return describe(change, campaignId, proofPoint, action, `Proof point ${proofPoint.code} is ${is}`);
}

/** Deletes a proof point that nothing cites; else everything that cites it comes back, and nothing is changed. */
export async function deleteProofPoint(
  change: Change,
  campaignId: string,
  { id, code }: ProofPoint,
): Promise<Done | { ok: false; reason: "cited"; by: Citations }> {
  const by = citationsByName((await listCitations(change.read, [id])).get(id) ?? []);
  if (!mayDelete(by)) return { ok: false, reason: "cited", by };
  await removeProofPoint(change, id);
  return change.describe({
    recordKind: "proof point",
    recordId: id,
    action: "deleted",
    summary: `Deleted proof point ${code}`,
    location: addressOf.proofPoints(campaignId),
  });
}

function describe(
  change: Change,
  campaignId: string,
  { id, code }: { id: string; code: string },
  action: string,
  summary: string,
): Done {
  const location = addressOf.proofPoint(campaignId, code);
  return change.describe({ recordKind: "proof point", recordId: id, action, summary, location });
}
