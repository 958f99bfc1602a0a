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
