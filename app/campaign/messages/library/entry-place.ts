import { FRAMING_HEADING, messageFileName } from "./library.ts";
import type { LibraryFileText } from "./library-file.ts";
import { OBJECTIONS, PROOF_POINTS, SOURCES } from "./library-kinds.ts";
import type { LibraryEntry } from "./plan-import.ts";

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
