import { counted, inWords } from "#app/text/in-words.ts";

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
