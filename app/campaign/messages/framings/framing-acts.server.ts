import {
  answerOpenRequests,
  insertClearance,
  listClearances,
} from "#app/campaign/clearances/store.server.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { findKeyMessage, type KeyMessage } from "../list.server.ts";
import { clearanceOfRevision } from "../revisions.server.ts";
import { actOnWording, type WordingAct } from "../store.server.ts";
import { clearFraming, type FramingClearanceRefusal } from "./framing.ts";
import { type Framing, findFraming } from "./framing-list.server.ts";
import { findFramingId, saveFraming } from "./store.server.ts";

/** The message that a framing belongs to, in its campaign. */
export type FramedMessage = { campaignId: string; message: Pick<KeyMessage, "id" | "number"> };

/** Adds the framing of a message for an audience; refused where there is one already. */
export async function addFraming(
  change: Change,
  { campaignId, message }: FramedMessage,
  { audience, text }: { audience: { id: string; name: string }; text: string },
): Promise<Done | Gone | Stale | { ok: false; reason: "framed-already" }> {
  if ((await findFramingId(change.read, message.id, audience.id)) !== null)
    return { ok: false, reason: "framed-already" };
  const to = { messageId: message.id, audienceId: audience.id };
  const saved = await saveFraming(change, to, { text, reason: "First wording" }, null);
  if (!saved.ok) return saved;
  const summary = `Framed message ${message.number} for ${audience.name}`;
  return describe(change, { campaignId, message }, saved.id, "added", summary);
}

/** Saves a framing as it was edited; another wording makes a new revision, and says why. */
export async function editFraming(
  change: Change,
  framed: FramedMessage,
  framing: Framing,
  { text, reason, version }: { text: string; reason: string; version: number | null },
): Promise<Done | Gone | Stale | { ok: false; reason: "no-reason-given" }> {
  if (reason === "" && text !== framing.newest.text) return { ok: false, reason: "no-reason-given" };
  const { messageId, audienceId, audienceName } = framing;
  const saved = await saveFraming(change, { messageId, audienceId }, { text, reason }, version);
  if (!saved.ok) return saved;
  const { revision } = saved;
  const what = `The framing of message ${framed.message.number} for ${audienceName}`;
  const how = revision === null ? "is unchanged" : `has new wording, revision ${revision}: ${reason}`;
  return describe(change, framed, framing.id, revision === null ? "edited" : "reworded", `${what} ${how}`);
}

/** Sends a framing for review, retires it, or takes either back. */
export async function actOnFraming(
  change: Change,
  framed: FramedMessage,
  framing: Framing,
  act: WordingAct,
  seenVersion: number,
): Promise<Done | Gone | Stale | { ok: false; reason: "no-other-clearer" }> {
  const acted = await actOnWording(change, ["framing", framed.campaignId], framing, act, seenVersion);
  if (!acted.ok) return acted;
  const [action, words] = acted.said;
  const what = `The framing of message ${framed.message.number} for ${framing.audienceName}`;
  return describe(change, framed, framing.id, action, `${what} ${words}`);
}

/** Records that a clearer cleared the newest wording of a framing, the one with this hash. */
export async function clearNewestFraming(
  change: Change,
  where: { campaignId: string; number: string; framingId: string },
  clearer: { shownHash: string; authority: "embassy" | "ministry"; ownDraftMayBeCleared: boolean },
): Promise<Done | Gone | { ok: false; reason: FramingClearanceRefusal }> {
  const { campaignId } = where;
  const message = await findKeyMessage(change.read, campaignId, where.number);
  const framing = message && (await findFraming(change.read, message.id, where.framingId));
  if (message === null || framing === null) return { ok: false, reason: "not-found" };
  const { newest } = framing;
  const { authority, ...shown } = clearer;
  const subject = { kind: "framing revision", id: newest.id } as const;
  const decided = clearFraming({
    framing: { ...framing, writers: await listWriters(change.read, subject) },
    message: { proofPoints: message.proofPointIds.length, retiredAt: message.retiredAt },
    clearances: (await listClearances(change.read, subject.kind, [newest.id])).map(clearanceOfRevision),
    clearer: { accountId: change.author.accountId, side: authority },
    ...shown,
  });
  if (!decided.ok) return decided;
  const content = { message: message.number, audience: framing.audienceName, text: newest.text };
  const { isOwnDraft } = decided;
  const { textHash: hash } = newest;
  await insertClearance(change, { campaignId, subject, hash, content, authority, isOwnDraft });
  await answerOpenRequests(change, subject, "cleared");
  const what = `the framing of message ${message.number} for ${framing.audienceName}`;
  const summary = `Cleared revision ${newest.number} of ${what}`;
  return describe(change, { campaignId, message }, framing.id, "cleared", summary);
}

function describe(
  change: Change,
  { campaignId, message }: FramedMessage,
  framingId: string,
  action: string,
  summary: string,
): Done {
  const location = addressOf.framing(campaignId, message.number, framingId);
  return change.describe({ recordKind: "framing", recordId: framingId, action, summary, location });
}
