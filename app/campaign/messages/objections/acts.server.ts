import { clearedFor } from "#app/campaign/clearances/clearance-status.ts";
import { answerOpenRequests, insertClearance } from "#app/campaign/clearances/store.server.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { wordsToSayHash } from "../message-words.ts";
import { saveSourcesIn } from "../proof-points/sources.server.ts";
import { newCode } from "../proof-points/store.server.ts";
import { clearReply, type ReplyClearanceRefusal } from "./clear-reply.ts";
import { findObjection, linksOfObjection, type Objection } from "./list.server.ts";
import type { ObjectionValues } from "./record.ts";
import { retireObjection, saveObjection } from "./store.server.ts";

/** Adds an objection to a campaign, under the next free code. */
export async function addObjection(
  change: Change,
  campaignId: string,
  values: ObjectionValues,
): Promise<Done | Gone | Stale> {
  const code = await newCode(change.read, "objection", campaignId);
  return write(change, campaignId, { ...values, code }, null, [
    "added",
    `Added objection ${code}: ${values.name}`,
  ]);
}

/** Saves an objection as it was edited (`seen.links` names what the page showed tied to it); other words to say or another name are a text that nobody has cleared yet. */
export async function editObjection(
  change: Change,
  campaignId: string,
  code: string,
  values: ObjectionValues,
  seen: { version: number; links: string },
): Promise<Done | Gone | Stale> {
  const present = await findObjection(change.read, campaignId, code);
  if (present === null) return { ok: false, reason: "not-found" };
  if (linksOfObjection(present) !== seen.links) return { ok: false, reason: "changed-by-somebody-else" };
  const described = ["edited", `Saved objection ${code}`] as const;
  return write(change, campaignId, { ...values, code }, seen.version, described);
}

async function write(
  change: Change,
  campaignId: string,
  values: ObjectionValues & { code: string },
  seenVersion: number | null,
  [action, summary]: readonly [string, string],
): Promise<Done | Gone | Stale> {
  const sources = await saveSourcesIn(change, campaignId, values);
  const objection = { ...values, isDifficultQuestion: values.difficult, sources };
  const saved = await saveObjection(change, campaignId, objection, seenVersion);
  if (!saved.ok) return saved;
  return describe(change, campaignId, { id: saved.id, code: values.code }, action, summary);
}

/** Records that a clearer cleared the reply to an objection, the one with this hash. */
export async function clearObjectionReply(
  change: Change,
  where: { campaignId: string; code: string },
  clearer: { shownHash: string; authority: "embassy" | "ministry"; ownDraftMayBeCleared: boolean },
): Promise<Done | Gone | { ok: false; reason: ReplyClearanceRefusal }> {
  const { campaignId } = where;
  const objection = await findObjection(change.read, campaignId, where.code);
  if (objection === null) return { ok: false, reason: "not-found" };
  const hash = wordsToSayHash(objection);
  const subject = { kind: "objection", id: objection.id } as const;
  const { name, wordsToSay, clearance, retiredAt } = objection;
  const { authority, ownDraftMayBeCleared } = clearer;
  const decided = clearReply({
    wordsToSay,
    retiredAt,
    ownDraftMayBeCleared,
    isSameText: clearer.shownHash === hash,
    clearedFor: clearedFor(clearance),
    clearer: { accountId: change.author.accountId, side: authority },
    writers: await listWriters(change.read, subject),
  });
  if (!decided.ok) return decided;
  await insertClearance(change, {
    campaignId,
    subject,
    hash,
    content: { name, wordsToSay },
    authority,
    isOwnDraft: decided.isOwnDraft,
  });
  await answerOpenRequests(change, subject, "cleared");
  return describe(change, campaignId, objection, "cleared", `Cleared the reply to ${objection.code}`);
}

/** Takes an objection out of use, or back into it; what was heard of it stays. */
export async function setObjectionUse(
  change: Change,
  campaignId: string,
  objection: Objection,
  use: "retired" | "in use",
): Promise<Done | Gone | Stale> {
  const isRetired = use === "retired";
  const at = isRetired ? change.author.now.toISOString() : null;
  const moved = await retireObjection(change, objection.id, at);
  if (!moved.ok) return moved;
  const [action, is] = isRetired ? ["retired", "retired"] : ["put back", "reinstated"];
  return describe(change, campaignId, objection, action, `Objection ${objection.code} is ${is}`);
}

function describe(
  change: Change,
  campaignId: string,
  { id, code }: { id: string; code: string },
  action: string,
  summary: string,
): Done {
  const location = addressOf.objection(campaignId, code);
  return change.describe({ recordKind: "objection", recordId: id, action, summary, location });
}
