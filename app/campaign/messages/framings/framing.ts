import type { Side } from "#app/campaign/clearances/clearance-status.ts";
import { textHash } from "#app/text/text-hash.ts";
import {
  clearMessage,
  explainMessageClearanceRefusal,
  type MessageClearanceRefusal,
} from "../clear-message.ts";
import { formatLibrary } from "../library/format-library.ts";
import { framingCode, type Library } from "../library/library.ts";
import type { LibraryFault } from "../library/library-fault.ts";
import { placeOfEntry } from "../library/library-in-words.ts";
import type { ImportChange } from "../library/plan-import.ts";
import type { MessageState, RevisionClearance } from "../message-status.ts";

/**
 * The hash that a clearance of a framing's revision is bound to: its words to the code point (DOMAIN.md, framing:
 * "cleared like a message").
 */
export function framingTextHash(text: string): string {
  return textHash(["framing", text]);
}

export type FramingClearanceRefusal = MessageClearanceRefusal | "message-retired";

/**
 * Decides whether a clearer may clear the newest revision of a framing: by the rules of a message, whose proof points
 * it stands on, and only while that message is in use (DOMAIN.md, framing).
 */
export function clearFraming(request: {
  framing: MessageState & { writers: readonly string[] };
  message: { proofPoints: number; retiredAt: string | null };
  clearances: readonly RevisionClearance[];
  shownHash: string;
  clearer: { accountId: string; side: Side };
  ownDraftMayBeCleared: boolean;
}): { ok: true; isOwnDraft: boolean } | { ok: false; reason: FramingClearanceRefusal } {
  const { framing, message, ...rest } = request;
  if (message.retiredAt !== null) return { ok: false, reason: "message-retired" };
  return clearMessage({ ...rest, message: { ...framing, proofPoints: message.proofPoints } });
}

/** What to tell a clearer whose act was refused; one wording for each refusal. */
export function explainFramingClearanceRefusal(reason: FramingClearanceRefusal): string {
  switch (reason) {
    case "message-retired":
      return "The message is retired, so its framings cannot be cleared";
    case "retired":
      return "The framing is retired and cannot be cleared";
    case "no-proof-point":
      return "The message has no proof point, so its framings cannot be cleared. Add one first";
    case "already-cleared":
    case "text-is-another":
    case "own-draft":
      return explainMessageClearanceRefusal(reason);
  }
}

/**
 * Whether the message was worded anew after the framing was written, so that somebody should look whether the framing
 * still says the same. Instants are UTC.
 */
export function isOlderThanMessage(framingMadeAt: string, messageMadeAt: string): boolean {
  return framingMadeAt < messageMadeAt;
}

/**
 * Every framing that an import would add for an audience that the campaign does not have, as a fault at its heading:
 * an import never makes up an audience. `known` are the names of the campaign's audiences.
 */
export function unknownAudiences(
  files: Library,
  changes: readonly ImportChange[],
  known: ReadonlySet<string>,
): LibraryFault[] {
  const added = new Set(
    changes.filter(({ kind, before }) => kind === "framing" && before === null).map(({ code }) => code),
  );
  const unknown = files.framings.filter(
    (framing) => added.has(framingCode(framing)) && !known.has(framing.audience),
  );
  const texts = unknown.length === 0 ? [] : formatLibrary(files);
  return unknown.map((framing) => ({
    ...placeOfEntry(texts, { kind: "framing", code: framingCode(framing) }),
    ...({ reason: "audience-unknown", audience: framing.audience } as const),
  }));
}
