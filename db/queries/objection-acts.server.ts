import { clearReply, type ReplyClearanceRefusal } from "#app/domain/messages/clear-reply.ts";
import type { LibraryObjection } from "#app/domain/messages/library.ts";
import { objectionReplyHash } from "#app/domain/messages/objection-reply.ts";
import type { Change } from "#db/change.server.ts";
import { answerOpenRequests, insertClearance } from "./clearances.server.ts";
import {
  findObjection,
  newObjectionCode,
  type Objection,
  retireObjection,
  saveObjection,
} from "./objections.server.ts";

type Stale = { ok: false; reason: "changed-by-somebody-else" | "not-found" };
type Done = { ok: true };

/** Adds an objection to a campaign, under the next free code. */
export async function addObjection(
  change: Change,
  campaignId: string,
  draft: Omit<LibraryObjection, "code">,
): Promise<Done | Stale> {
  const code = await newObjectionCode(change.read, campaignId);
  return write(
    change,
    campaignId,
    { ...draft, code },
    null,
    "added",
    `Added objection ${code}: ${draft.name}`,
  );
}

/** Saves an objection as it was edited; another reply or name is a text that nobody has cleared yet. */
export async function editObjection(
  change: Change,
  campaignId: string,
  objection: LibraryObjection,
  seenVersion: number,
): Promise<Done | Stale> {
  return write(change, campaignId, objection, seenVersion, "edited", `Saved objection ${objection.code}`);
}

async function write(
  change: Change,
  campaignId: string,
  objection: LibraryObjection,
  seenVersion: number | null,
  action: string,
  summary: string,
): Promise<Done | Stale> {
  const saved = await saveObjection(change, campaignId, objection, seenVersion);
  if (!saved.ok) return saved;
  describe(change, campaignId, { id: saved.id, code: objection.code }, action, summary);
  return { ok: true };
}

/** Records that a clearer cleared the reply to an objection, the one with this hash. */
export async function clearObjectionReply(
  change: Change,
  where: { campaignId: string; code: string },
  clearer: { shownHash: string; authority: "embassy" | "ministry"; ownDraftMayBeCleared: boolean },
): Promise<Done | { ok: false; reason: ReplyClearanceRefusal | "not-found" }> {
  const { campaignId } = where;
  const objection = await findObjection(change.read, campaignId, where.code);
  if (objection === null) return { ok: false, reason: "not-found" };
  const hash = objectionReplyHash(objection);
  const { name, reply, clearance, retiredAt } = objection;
  const isOwnDraft = (await findLastWriter(change.read, objection.id)) === change.author.accountId;
  const { ownDraftMayBeCleared } = clearer;
  const isSameText = clearer.shownHash === hash;
  const isCleared = clearance !== null;
  const decided = clearReply({ isSameText, reply, isCleared, retiredAt, isOwnDraft, ownDraftMayBeCleared });
  if (!decided.ok) return decided;
  const subject = { kind: "objection", id: objection.id } as const;
  const { authority } = clearer;
  await insertClearance(change, {
    campaignId,
    subject,
    hash,
    content: { name, reply },
    authority,
    isOwnDraft,
  });
  await answerOpenRequests(change, subject, "cleared");
  describe(change, campaignId, objection, "cleared", `Cleared the reply to ${objection.code}`);
  return { ok: true };
}

/** Takes an objection out of use; what was heard of it stays. */
export async function endObjection(
  change: Change,
  campaignId: string,
  objection: Objection,
): Promise<Done | Stale> {
  const retired = await retireObjection(change, objection.id);
  if (!retired.ok) return retired;
  describe(change, campaignId, objection, "retired", `Objection ${objection.code} is retired`);
  return { ok: true };
}

function describe(
  change: Change,
  campaignId: string,
  { id, code }: { id: string; code: string },
  action: string,
  summary: string,
): void {
  const location = `/c/${campaignId}/objections/${code}`;
  change.describe({ recordKind: "objection", recordId: id, action, summary, location });
}
