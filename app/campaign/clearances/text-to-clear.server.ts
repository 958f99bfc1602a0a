import type { LetterAnswer } from "#app/campaign/mail/letter.ts";
import { queueMail } from "#app/campaign/mail/store.server.ts";
import type { HandlingIfAny } from "#app/text/handling.ts";
import type { Change } from "#db/change.server.ts";
import type { ClearanceStatus } from "./clearance-status.ts";
import type { ClearanceSubject } from "./store.server.ts";

/**
 * An exact text that desks are asked about, whatever record it belongs to: `content` is kept with the clearance,
 * `path` is the page where it is read, `openObjections` counts comments that nobody has resolved.
 */
export type TextToClear = {
  campaignId: string;
  subject: ClearanceSubject;
  hash: string;
  content: unknown;
  status: ClearanceStatus["status"];
  title: string;
  handling: HandlingIfAny;
  path: string;
  drafterId: string;
  writers: readonly string[];
  isAllClearedByMinistry: boolean;
  openObjections: number;
};

/** What a letter about a text names and leads to. */
export function letterAbout({ campaignId, title, handling, path }: TextToClear) {
  return { campaignId, subjectTitle: title, handling, path };
}

/** Writes to the drafter that a desk has answered. */
export function tellDrafter(change: Change, text: TextToClear, answer: LetterAnswer): Promise<void> {
  const letter = { kind: "clearance answered", to: [text.drafterId], ...letterAbout(text) } as const;
  return queueMail(change, letter, { dueAt: null, answer });
}
