export type EditRefusal =
  | "used-is-frozen"
  | "mark-in-text"
  | "text-is-another"
  | "code-unknown"
  | "code-retired";

/** What to tell the person whose edit of a paper is refused; `codes` are those of the proof points in question. */
export function explainEditRefusal(reason: EditRefusal, codes: readonly string[]): string {
  switch (reason) {
    case "used-is-frozen":
      return "The paper was used, so its words stay as they were. Start a new version of it to change them.";
    case "mark-in-text":
      return "Its mark stands in the words: take the mark out, and the source goes with it.";
    case "text-is-another":
      return "The text has changed since you opened the page. Look at it as it stands now; nothing was restored.";
    case "code-unknown":
      return `There is no proof point ${inWords(codes)} in this campaign. A mark is written like [^P3].`;
    case "code-retired":
      return `${inWords(codes)} is retired and cannot be cited anew. Choose another proof point.`;
  }
}

function inWords(codes: readonly string[]): string {
  return codes.join(", ");
}
