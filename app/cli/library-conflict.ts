import { messageFileName } from "#app/domain/messages/library.ts";
import type { LibraryFileText } from "#app/domain/messages/library-file.ts";
import { OBJECTIONS, PROOF_POINTS, SOURCES } from "#app/domain/messages/library-kinds.ts";
import type { ImportConflict } from "#app/domain/messages/plan-import.ts";

const FILES = {
  objection: OBJECTIONS.file,
  "proof point": PROOF_POINTS.file,
  source: SOURCES.file,
} as const;

/** Where the record of a conflict stands in the files; line 1 where it is not there. */
export function conflictLine(
  files: readonly LibraryFileText[],
  { kind, code }: ImportConflict,
): { file: string; line: number } {
  if (kind === "key message") return { file: messageFileName(Number(code)), line: 1 };
  const file = FILES[kind];
  const lines = files.find((one) => one.name === file)?.text.split("\n") ?? [];
  const index = lines.findIndex((line) => line === `## ${code}` || line.startsWith(`## ${code} `));
  return { file, line: Math.max(index + 1, 1) };
}
