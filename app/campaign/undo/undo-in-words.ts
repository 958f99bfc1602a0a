import { type DeskRefusal, explainDeskRefusal } from "#app/campaign/clearances/desk.ts";
import { counted, inWords } from "#app/text/in-words.ts";

/** Why a change stays as it is. */
export type UndoRefusal =
  | {
      reason:
        | "changed-since"
        | "not-yours"
        | "not-allowed"
        | "cannot-be-undone"
        | "something-depends-on-it"
        | "has-ratings"
        | "used-is-frozen";
    }
  | { reason: "desk-is-needed"; refusal: DeskRefusal };

/** What to tell the person who pressed Undo; one wording for each refusal. */
export function explainUndoRefusal(undone: UndoRefusal): string {
  switch (undone.reason) {
    case "not-allowed":
      return "You no longer have the right to make this change. Ask someone who has.";
    case "desk-is-needed":
      return explainDeskRefusal(undone.refusal);
    case "changed-since":
      return "It has been changed since. The history shows what it was; change it back by hand.";
    case "not-yours":
      return "Only the person who made a change can undo it here.";
    case "cannot-be-undone":
      return "This cannot be undone. A clearance is replaced by clearing a new version of the text; an erasure is permanent; a cable, memorandum or note can go back to an earlier version, and loses none; a review from an earlier day can be withdrawn with a reason, and one taken back can be saved again.";
    case "something-depends-on-it":
      return "Something added since depends on it. Remove that first.";
    case "has-ratings":
      return "It already has ratings, which are kept. Retire the message or end the audience instead.";
    case "used-is-frozen":
      return "The paper has since been used, so its words can no longer be changed. To change them, start a new version.";
  }
}

/** What a summary begins with that stays in lower case within a sentence; a name keeps its capital. */
const BEGINS_WITH_A_DEED =
  /^(?:Added|Allowed|Agreed|Asked|Cancelled|Changed|Cleared|Closed|Created|Deleted|Discarded|Downloaded|Drafted|Ended|Estimated|Exported|Framed|Going|Handed|Imported|Kept|Left|Lifted|Logged|Looked|Made|Mark|Marked|Moved|Opened|Placed|Planned|Postponed|Printed|Put|Read|Recorded|Reinstated|Released|Removed|Renamed|Reopened|Replied|Reported|Resolved|Restored|Retired|Returned|Revoked|Saved|Scheduled|Sent|Set|Stance|Started|The|Took|Withdrew|Wrote) /;

const UNDONE = "Undone: ";
const REVERSED = "Undo reversed: ";

/**
 * What is told after a change was undone, from what was told of it: "Saved: Staff briefing" becomes "Undone: saved Staff
 * briefing", a log that goes with its promises "Undone: log and follow-up removed"
 * and, with an event that it put in the calendar, "Undone: log, event and follow-up removed". Undoing an undoing reverses it.
 */
export function undoneInWords(
  summary: string,
  removed: { logs: number; events: number; followUps: number },
): string {
  if (summary.startsWith(UNDONE)) return `${REVERSED}${summary.slice(UNDONE.length)}`;
  if (summary.startsWith(REVERSED)) return `${UNDONE}${summary.slice(REVERSED.length)}`;
  const { logs, events, followUps } = removed;
  if (logs > 0)
    return `${UNDONE}${inWords(["log", ...(events > 0 ? ["event"] : []), ...followUpsInWords(followUps)])} removed`;
  return `${UNDONE}${asPartOfSentence(summary)}`;
}

function followUpsInWords(count: number): string[] {
  if (count === 0) return [];
  return [count === 1 ? "follow-up" : counted(count, "follow-up")];
}

/** A sentence of its own, after a colon: in lower case, and without a second colon. */
function asPartOfSentence(summary: string): string {
  const [deed = "", ...rest] = summary.split(": ");
  const words = `${deed} `.replace(BEGINS_WITH_A_DEED, (first) => first.toLowerCase()).trim();
  if (rest.length === 0) return words;
  return `${words}${deed.includes(" ") ? ", " : " "}${rest.join(": ")}`;
}
