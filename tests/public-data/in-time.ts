import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { FileReport } from "./public-files.ts";

const LIMIT_IN_SECONDS = 180;
const SCRIPT = fileURLToPath(new URL("./read-congress.ts", import.meta.url));

const reports = z.array(z.object({ file: z.string(), became: z.string(), isExplained: z.boolean() }));

/** Reads the files of Congress in a process of its own, so that a crash or a hang becomes a line, too. */
export function readInTime(folder: string, files: readonly string[]): Promise<FileReport[]> {
  const limits = { timeout: LIMIT_IN_SECONDS * 1000, killSignal: "SIGKILL", maxBuffer: 2 ** 26 } as const;
  return new Promise((answer) => {
    execFile(process.execPath, [SCRIPT, folder, ...files], limits, (fault, out, errors) => {
      if (fault === null) return answer(reports.parse(JSON.parse(out)));
      const hung = fault.killed ? `it was not done within ${LIMIT_IN_SECONDS} s` : firstLine(errors);
      answer(files.map((file) => ({ file, became: `FAILED: ${hung}`, isExplained: false })));
    });
  });
}

function firstLine(errors: string): string {
  return errors.split("\n").find((line) => /error|refused/i.test(line)) ?? "the reading ended without a word";
}
