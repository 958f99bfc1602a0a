import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { FileReport } from "./public-files.ts";

const LIMIT_IN_SECONDS = 180;
const SCRIPTS = { congress: "./read-congress.ts", ics: "./read-calendars.ts" } as const;

const reports = z.array(z.object({ file: z.string(), became: z.string(), isExplained: z.boolean() }));

/** Reads the files of one kind in a process of its own, so that a crash or a hang becomes a line, too. */
export function readInTime(
  kind: keyof typeof SCRIPTS,
  folder: string,
  files: readonly string[],
): Promise<FileReport[]> {
  const script = fileURLToPath(new URL(SCRIPTS[kind], import.meta.url));
  const limits = { timeout: LIMIT_IN_SECONDS * 1000, killSignal: "SIGKILL", maxBuffer: 2 ** 26 } as const;
  return new Promise((answer) => {
    execFile(process.execPath, [script, folder, ...files], limits, (fault, out, errors) => {
      if (fault === null) return answer(reports.parse(JSON.parse(out)));
      const hung = fault.killed ? `it was not done within ${LIMIT_IN_SECONDS} s` : firstLine(errors);
      answer(files.map((file) => ({ file, became: `FAILED: ${hung}`, isExplained: false })));
    });
  });
}

function firstLine(errors: string): string {
  return errors.split("\n").find((line) => /error|refused/i.test(line)) ?? "the reading ended without a word";
}
