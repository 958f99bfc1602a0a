import { textHash } from "#app/domain/talking-points/text-hash.ts";

/** One version of the line that stands in a held message's place. Its clearance counts for these words alone. */
export type HoldingLineText = { text: string; handling: string; expiresAt: Date };

/**
 * The hash that the clearance of a holding line is bound to: its words, how it may travel, and the instant at which
 * it expires. Another expiry is another line, since the desks agreed to it for that time only.
 */
export function holdingLineHash({ text, handling, expiresAt }: HoldingLineText): string {
  return textHash(["holding line", text, handling, expiresAt.toISOString()]);
}

export type LineStanding =
  | { standing: "not written" }
  | { standing: "draft" }
  | { standing: "in clearance"; answered: number; asked: number }
  | { standing: "cleared" }
  | { standing: "expired" }
  | { standing: "ended" };

/** What the standing of a holding line is worked out from. `requests` are those about its present version. */
export type LineFacts = {
  expiresAt: Date;
  isCleared: boolean;
  isHoldLifted: boolean;
  requests: readonly { isAnswered: boolean }[];
};

/**
 * Where a holding line stands: ended with its hold; expired from its last instant on, cleared or not; cleared if a
 * clearance of its exact present version is on record; in clearance while a desk is asked; else a draft.
 */
export function lineStanding(line: LineFacts | null, now: Date): LineStanding {
  if (line === null) return { standing: "not written" };
  if (line.isHoldLifted) return { standing: "ended" };
  if (line.expiresAt <= now) return { standing: "expired" };
  if (line.isCleared) return { standing: "cleared" };
  const asked = line.requests.length;
  if (asked === 0) return { standing: "draft" };
  return { standing: "in clearance", asked, answered: line.requests.filter((one) => one.isAnswered).length };
}

/** Whether the line is offered in the message's place: cleared, its hold lying, and before it expires. */
export function isOffered(line: LineFacts, now: Date): boolean {
  return lineStanding(line, now).standing === "cleared";
}

/** Whether a hold has to be decided anew: its line has expired and it lies still (mock-up `hold`). */
export function isAskedAgain(line: LineFacts | null, now: Date): boolean {
  return lineStanding(line, now).standing === "expired";
}

export type LineRefusal =
  | "expiry-in-the-past"
  | "nothing-changed"
  | "hold-lifted"
  | "already-cleared"
  | "already-sent"
  | "line-expired"
  | "nobody-to-ask"
  | "not-head-of-mission"
  | "not-yours-to-answer"
  | "already-answered"
  | "text-is-another"
  | "own-draft"
  | "no-reasons-given"
  | "no-head-of-mission"
  | "line-not-written";

/** Whether a version may be saved: it expires after now, and differs from the one before. */
export function writeLine(
  line: HoldingLineText,
  before: HoldingLineText | null,
  { isHoldLifted, now }: { isHoldLifted: boolean; now: Date },
): { ok: true } | { ok: false; reason: LineRefusal } {
  if (isHoldLifted) return { ok: false, reason: "hold-lifted" };
  if (line.expiresAt <= now) return { ok: false, reason: "expiry-in-the-past" };
  const isSame = before !== null && holdingLineHash(before) === holdingLineHash(line);
  return isSame ? { ok: false, reason: "nothing-changed" } : { ok: true };
}

/** Whether the present version may be sent to the desks: once, while it is neither cleared nor expired. */
export function sendLine(standing: LineStanding): { ok: true } | { ok: false; reason: LineRefusal } {
  switch (standing.standing) {
    case "draft":
      return { ok: true };
    case "not written":
      return { ok: false, reason: "line-not-written" };
    case "in clearance":
      return { ok: false, reason: "already-sent" };
    case "cleared":
      return { ok: false, reason: "already-cleared" };
    case "expired":
      return { ok: false, reason: "line-expired" };
    case "ended":
      return { ok: false, reason: "hold-lifted" };
  }
}

/**
 * Whether the head of mission may release the present version, to be reported after: before or during its clearance,
 * never an expired or ended one, and only the words that were shown.
 */
export function releaseLine(request: {
  standing: LineStanding;
  isHeadOfMission: boolean;
  hash: string;
  shownHash: string;
}): { ok: true } | { ok: false; reason: LineRefusal } {
  if (!request.isHeadOfMission) return { ok: false, reason: "not-head-of-mission" };
  const sendable = sendLine(request.standing);
  if (!sendable.ok && sendable.reason !== "already-sent") return sendable;
  return request.hash === request.shownHash ? { ok: true } : { ok: false, reason: "text-is-another" };
}

/** What to tell somebody whose act on a holding line was refused; one wording for each refusal. */
export function explainLineRefusal(reason: LineRefusal): string {
  return LINE_REFUSALS[reason];
}

const LINE_REFUSALS: Readonly<Record<LineRefusal, string>> = {
  "expiry-in-the-past": "The line must expire after now. Enter a later day or time",
  "nothing-changed": "Nothing is changed: the line says this already, until the same time",
  "hold-lifted": "The hold has been lifted, and its line ended with it",
  "already-cleared": "This version is cleared already",
  "already-sent": "This version is with the desks already",
  "line-expired": "The line has expired. Give it a new time first",
  "nobody-to-ask": "No desk is asked for holding lines. Choose in the settings who must agree",
  "not-head-of-mission": "Only the head of mission releases a line",
  "not-yours-to-answer": "This desk is not yours to answer for",
  "already-answered": "The desk has answered for this version already",
  "text-is-another": "The line has changed since this page was shown. Read the new version, then answer",
  "own-draft": "You wrote this version, so somebody else has to clear it",
  "no-reasons-given": "Write what should change",
  "no-head-of-mission": "The campaign names no head of mission. Choose one in the settings",
  "line-not-written": "There is no holding line yet. Write it first",
};
