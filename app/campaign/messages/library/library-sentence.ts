/** What the sentence over the messages is worked out from. */
export type LibraryStanding = {
  messages: number;
  cleared: number;
  staleProofPoints: number;
  /** Papers that cite one of the stale proof points. */
  papersWithStale: number;
};

const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** The state of a campaign's messages in one or two sentences, made by rule. */
export function librarySentence(standing: LibraryStanding): string {
  if (standing.messages === 0) return "There is no message yet.";
  return `${clearedSentence(standing)} ${staleSentence(standing)}`;
}

function clearedSentence({ messages, cleared }: LibraryStanding): string {
  if (messages === cleared) {
    if (messages === 1) return "The message is cleared.";
    return messages === 2 ? "Both messages are cleared." : `All ${inWords(messages)} messages are cleared.`;
  }
  if (cleared === 0) return "No message is cleared yet.";
  return `${capital(cleared)} of ${inWords(messages)} messages ${cleared === 1 ? "is" : "are"} cleared.`;
}

function staleSentence({ staleProofPoints: stale, papersWithStale: papers }: LibraryStanding): string {
  if (stale === 0) return "No proof point is past its review date.";
  const points = `${capital(stale)} proof ${stale === 1 ? "point is" : "points are"} past ${stale === 1 ? "its" : "their"} review date`;
  if (papers === 0) return `${points}.`;
  return `${points} and ${stale === 1 ? "stands" : "stand"} in ${inWords(papers)} ${papers === 1 ? "paper" : "papers"}.`;
}

function capital(count: number): string {
  return WORDS[count] ?? String(count);
}

function inWords(count: number): string {
  return capital(count).toLowerCase();
}
