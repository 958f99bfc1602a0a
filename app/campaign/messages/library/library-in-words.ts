import { capital, numberInWords } from "#app/text/in-words.ts";
import { FRAMING_HEADING, messageFileName } from "./library.ts";
import type { LibraryFileText } from "./library-file.ts";
import { OBJECTIONS, PROOF_POINTS, SOURCES } from "./library-kinds.ts";
import { actOfChange, type ImportChange, type LibraryEntry } from "./plan-import.ts";

/** A record of the library as people call it: "message 2", "P17", "the framing of message 2 for State". */
export function entryInWords({ kind, code }: Pick<LibraryEntry, "kind" | "code">): string {
  switch (kind) {
    case "key message":
      return `message ${code}`;
    case "framing": {
      const [number = "", ...audience] = code.split(" ");
      return `the framing of message ${number} for ${audience.join(" ")}`;
    }
    case "objection":
    case "proof point":
      return `${kind} ${code}`;
    case "source":
      return `source ${code}`;
  }
}

/**
 * A change of an import as lines to read on a terminal: what it does to which record, then the lines that go (with −)
 * and those that come (with +); lines that stay are left out.
 */
export function changeInLines(change: ImportChange): readonly string[] {
  const before = linesOf(change.before);
  const after = linesOf(change.after);
  return [
    `${actOfChange(change)}: ${entryInWords(change)}`,
    ...before.filter((line) => !after.includes(line)).map((line) => `  - ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `  + ${line}`),
  ];
}

function linesOf(text: string | null): readonly string[] {
  return text === null ? [] : text.split("\n").filter((line) => line.trim() !== "");
}

const SHARED = {
  objection: OBJECTIONS.file,
  "proof point": PROOF_POINTS.file,
  source: SOURCES.file,
} as const;

/** The file and the line (from 1) at which a record stands in the files; line 1 where it is not there. */
export function placeOfEntry(
  files: readonly LibraryFileText[],
  { kind, code }: Pick<LibraryEntry, "kind" | "code">,
): { file: string; line: number } {
  switch (kind) {
    case "key message":
      return { file: messageFileName(Number(code)), line: 1 };
    case "framing": {
      const [number = "", ...audience] = code.split(" ");
      const heading = `## ${FRAMING_HEADING}${audience.join(" ")}`;
      return placeOfHeading(files, messageFileName(Number(number)), (line) => line === heading);
    }
    case "objection":
    case "proof point":
    case "source": {
      const heading = `## ${code}`;
      const isHeading = (line: string) => line === heading || line.startsWith(`${heading} `);
      return placeOfHeading(files, SHARED[kind], isHeading);
    }
  }
}

function placeOfHeading(
  files: readonly LibraryFileText[],
  file: string,
  isHeading: (line: string) => boolean,
): { file: string; line: number } {
  const lines = files.find((one) => one.name === file)?.text.split("\n") ?? [];
  return { file, line: Math.max(lines.findIndex(isHeading) + 1, 1) };
}

/** What the sentence over the messages is worked out from. */
export type LibraryStanding = {
  messages: number;
  cleared: number;
  /** In use. */
  proofPoints: number;
  staleProofPoints: number;
  /** Papers that cite one of the stale proof points. */
  papersWithStale: number;
};

/** The state of a campaign's messages in one or two sentences, made by rule. */
export function librarySentence(standing: LibraryStanding): string {
  if (standing.messages === 0) return "There are no messages yet.";
  return `${clearedSentence(standing)} ${staleSentence(standing)}`;
}

function clearedSentence({ messages, cleared }: LibraryStanding): string {
  if (messages === cleared) {
    if (messages === 1) return "The message is cleared.";
    return messages === 2
      ? "Both messages are cleared."
      : `All ${numberInWords(messages)} messages are cleared.`;
  }
  if (cleared === 0) return "No message is cleared for both sides in its present wording.";
  return `${capital(numberInWords(cleared))} of ${numberInWords(messages)} messages ${cleared === 1 ? "is" : "are"} cleared.`;
}

function staleSentence({
  proofPoints,
  staleProofPoints: stale,
  papersWithStale: papers,
}: LibraryStanding): string {
  if (proofPoints === 0) return "No proof points are in use.";
  if (stale === 0) return "No proof point is past its review date.";
  const points = `${capital(numberInWords(stale))} proof ${stale === 1 ? "point is" : "points are"} past ${stale === 1 ? "its" : "their"} review date`;
  if (papers === 0) return `${points}.`;
  return `${points} and ${stale === 1 ? "is" : "are"} in ${numberInWords(papers)} ${papers === 1 ? "paper" : "papers"}.`;
}
