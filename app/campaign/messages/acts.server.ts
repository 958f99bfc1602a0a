import {
  answerOpenRequests,
  insertClearance,
  listClearances,
} from "#app/campaign/clearances/store.server.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { clearMessage, type MessageClearanceRefusal } from "./clear-message.ts";
import { findKeyMessage, type KeyMessage, linksOfMessage } from "./list.server.ts";
import { isSameText } from "./message-status.ts";
import type { MessageValues } from "./record.ts";
import { clearanceOfRevision } from "./revisions.server.ts";
import { actOnWording, saveKeyMessage, type WordingAct } from "./store.server.ts";

/** Adds a message to a campaign as a draft, under the next free number. */
export async function addMessage(
  change: Change,
  campaignId: string,
  message: MessageValues,
): Promise<Done | Gone | Stale> {
  const number = await nextMessageNumber(change, campaignId);
  const saved = await saveKeyMessage(change, campaignId, { ...message, number }, "First wording", null);
  if (!saved.ok) return saved;
  return describe(
    change,
    campaignId,
    { id: saved.id, number },
    "added",
    `Added message ${number}: ${message.title}`,
  );
}

async function nextMessageNumber(change: Change, campaignId: string): Promise<number> {
  const rows = await change.read
    .selectFrom("key_message")
    .select("number")
    .where("campaign_id", "=", campaignId)
    .execute();
  return Math.max(0, ...rows.map((row) => row.number)) + 1;
}

/**
 * Saves a message as it was edited (`seen.links` names what the page showed tied to it); another wording makes a new
 * revision, and says why.
 */
export async function editMessage(
  change: Change,
  campaignId: string,
  number: number,
  message: MessageValues,
  seen: { version: number; links: string },
): Promise<Done | Gone | Stale | { ok: false; reason: "no-reason-given" }> {
  const present = await findKeyMessage(change.read, campaignId, String(number));
  if (present === null) return { ok: false, reason: "not-found" };
  const { reason } = message;
  if (reason === "" && !isSameText(present.newest, message)) return { ok: false, reason: "no-reason-given" };
  if (linksOfMessage(present) !== seen.links) return { ok: false, reason: "changed-by-somebody-else" };
  const saved = await saveKeyMessage(change, campaignId, { ...message, number }, reason, seen.version);
  if (!saved.ok) return saved;
  const { id, revision } = saved;
  const subject = { id, number };
  if (revision === null) describe(change, campaignId, subject, "edited", `Saved message ${number}`);
  else {
    const summary = `Message ${number} has new wording, revision ${revision}: ${reason}`;
    describe(change, campaignId, subject, "reworded", summary);
  }
  return { ok: true };
}

/** Sends a message for review, retires it, or takes either back. */
export async function actOnMessage(
  change: Change,
  campaignId: string,
  message: KeyMessage,
  act: WordingAct,
  seenVersion: number,
): Promise<Done | Gone | Stale | { ok: false; reason: "no-other-clearer" }> {
  const acted = await actOnWording(change, ["key_message", campaignId], message, act, seenVersion);
  if (!acted.ok) return acted;
  const [action, words] = acted.said;
  return describe(change, campaignId, message, action, `Message ${message.number} ${words}`);
}

/** Records that a clearer cleared the newest wording of a message, the one with this hash. */
export async function clearNewestRevision(
  change: Change,
  where: { campaignId: string; number: string },
  clearer: { shownHash: string; authority: "embassy" | "ministry"; ownDraftMayBeCleared: boolean },
): Promise<Done | Gone | { ok: false; reason: MessageClearanceRefusal }> {
  const { campaignId } = where;
  const message = await findKeyMessage(change.read, campaignId, where.number);
  if (message === null) return { ok: false, reason: "not-found" };
  const { newest, proofPointIds } = message;
  const subject = { kind: "message revision", id: newest.id } as const;
  const decided = clearMessage({
    message: {
      ...message,
      writers: await listWriters(change.read, subject),
      proofPoints: proofPointIds.length,
    },
    clearances: (await listClearances(change.read, subject.kind, [newest.id])).map(clearanceOfRevision),
    shownHash: clearer.shownHash,
    clearer: { accountId: change.author.accountId, side: clearer.authority },
    ownDraftMayBeCleared: clearer.ownDraftMayBeCleared,
  });
  if (!decided.ok) return decided;
  const { title, statement, talkingPoint, avoid, note, textHash: hash } = newest;
  const content = { title, statement, talkingPoint, avoid, note };
  const { isOwnDraft } = decided;
  await insertClearance(change, {
    campaignId,
    subject,
    hash,
    content,
    authority: clearer.authority,
    isOwnDraft,
  });
  await answerOpenRequests(change, subject, "cleared");
  const summary = `Cleared revision ${newest.number} of message ${message.number}`;
  return describe(change, campaignId, message, "cleared", summary);
}

function describe(
  change: Change,
  campaignId: string,
  { id, number }: { id: string; number: number },
  action: string,
  summary: string,
): Done {
  const location = addressOf.message(campaignId, number);
  return change.describe({ recordKind: "key message", recordId: id, action, summary, location });
}
