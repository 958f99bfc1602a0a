import { coveringOf, type Handling, type HandlingIfAny, type Widened } from "#app/text/handling.ts";
import { textHash, withLineFeeds } from "#app/text/text-hash.ts";

/** One version of the line that stands in a held message's place. Its clearance counts for these words alone. */
export type HoldingLineText = Covered & { handling: Handling };

/** What a clearance of a line covers. */
export type Covered = { text: string; handling: HandlingIfAny; expiresAt: Date };

/**
 * The hash that the clearance of a holding line is bound to: its words, how it may travel, and the instant at which
 * it expires. Another expiry is another line, since the desks agreed to it for that time only.
 */
export function holdingLineHash({ text, handling, expiresAt }: Covered): string {
  return textHash(["holding line", text, handling, expiresAt.toISOString()]);
}

export type LineStanding =
  | { standing: "not written" }
  | { standing: "draft" }
  | { standing: "changed since clearance"; widened: Widened }
  | { standing: "in clearance"; answered: number; asked: number }
  | { standing: "returned" }
  | { standing: "cleared" }
  | { standing: "expired" }
  | { standing: "ended" };

/** What the standing of a holding line is worked out from. `requests` are those about its present version. */
export type LineFacts = {
  expiresAt: Date;
  isCleared: boolean;
  /** How it would travel further than its words were cleared for; null where it would not. */
  widened: Widened | null;
  isHoldLifted: boolean;
  requests: readonly { answer: "cleared" | "returned" | "withdrawn" | null }[];
};

/**
 * Where a holding line stands: ended with its hold; expired from its last instant on, cleared or not; cleared if a
 * clearance covers its present version; returned once a desk has objected; in clearance while a desk is asked; changed
 * since clearance where its words are cleared but would travel further; else a draft.
 */
export function lineStanding(line: LineFacts | null, now: Date): LineStanding {
  if (line === null) return { standing: "not written" };
  if (line.isHoldLifted) return { standing: "ended" };
  if (line.expiresAt <= now) return { standing: "expired" };
  if (line.isCleared) return { standing: "cleared" };
  if (line.requests.some(({ answer }) => answer === "returned")) return { standing: "returned" };
  const asked = line.requests.filter(({ answer }) => answer !== "withdrawn");
  if (asked.every(({ answer }) => answer !== null)) {
    const { widened } = line;
    return widened === null ? { standing: "draft" } : { standing: "changed since clearance", widened };
  }
  const answered = asked.filter(({ answer }) => answer !== null).length;
  return { standing: "in clearance", asked: asked.length, answered };
}

/** Whether a line is offered in the message's place: cleared, its hold lying, and before it expires. */
export function isOffered(line: LineFacts, now: Date): boolean {
  return lineStanding(line, now).standing === "cleared";
}

export type LineRefusal = keyof typeof REFUSALS;

type Decided = { ok: true } | { ok: false; reason: LineRefusal };

/** Whether a version may be saved: it expires after now, and differs from the one before. */
export function writeLine(
  line: HoldingLineText,
  before: HoldingLineText | null,
  { isHoldLifted, now }: { isHoldLifted: boolean; now: Date },
): Decided {
  if (isHoldLifted) return { ok: false, reason: "hold-lifted" };
  if (line.expiresAt <= now) return { ok: false, reason: "expiry-in-the-past" };
  const isSame = before !== null && holdingLineHash(before) === holdingLineHash(line);
  return isSame ? { ok: false, reason: "nothing-changed" } : { ok: true };
}

/** Whether the present version may be sent to the desks: while it is not with them, nor cleared, nor expired. */
export function sendLine({ standing }: LineStanding): Decided {
  switch (standing) {
    case "draft":
    case "changed since clearance":
    case "returned":
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

/** Whether a desk may still answer, or the head of mission release: not once the line has expired or ended. */
export function answerLine({ standing }: LineStanding): Decided {
  if (standing === "not written") return { ok: false, reason: "line-not-written" };
  if (standing === "expired") return { ok: false, reason: "line-expired" };
  return standing === "ended" ? { ok: false, reason: "hold-lifted" } : { ok: true };
}

const REFUSALS = {
  "expiry-in-the-past": "The line must expire in the future. Enter a later day or time",
  "nothing-changed":
    "Nothing has changed: the words, the handling and the expiry are the same. Change one of them first",
  "hold-lifted": "The hold has been lifted, and its line ended with it",
  "already-cleared": "This version is already cleared",
  "already-sent": "This version is already with the desks",
  "line-expired": "The line has expired. Extend it, then send the new version",
  "line-not-written": "There is no holding line yet. Write one first",
  "no-cleared-line": "No line is cleared at present. Once one is, send it, then mark it as sent",
  "not-of-the-campaign": "Choose people in this campaign: the line can go to no one else",
};

/** What to tell somebody whose act on a holding line was refused; one wording for each refusal. */
export function explainLineRefusal(reason: LineRefusal): string {
  return REFUSALS[reason];
}

/**
 * Which of the clearances of a line, the oldest first, covers a version: the newest of its very words until its very
 * instant, given for a text that travelled at least as far. Where none does, `widened` says how the version would
 * travel further than the newest clearance of its words allows. Source: DOMAIN.md, clearance.
 */
export function clearanceOfVersion<Cleared extends Covered>(
  version: HoldingLineText,
  clearances: readonly Cleared[],
): { clearance: Cleared | null; widened: Widened | null } {
  const ofTheseWords = clearances.filter((one) => hasSameWords(one, version)).toReversed();
  const clearance = coveringOf(version.handling, ofTheseWords);
  if (clearance !== null) return { clearance, widened: null };
  const from = ofTheseWords[0]?.handling;
  return { clearance: null, widened: from === undefined ? null : { from, to: version.handling } };
}

function hasSameWords(one: Covered, other: Covered): boolean {
  const isForTheSameTime = one.expiresAt.getTime() === other.expiresAt.getTime();
  return isForTheSameTime && withLineFeeds(one.text) === withLineFeeds(other.text);
}
