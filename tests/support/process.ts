import { spawn } from "node:child_process";
import { resolve as resolvedPath } from "node:path";
import { fileURLToPath } from "node:url";
import { atEndOfFile } from "./end-of-file.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Node keeps what it compiled here: the many short processes of the tests start faster. */
const COMPILED = fileURLToPath(new URL("../../node_modules/.cache/node-compiled/", import.meta.url));

export type Ended = { code: number | null; output: string; errors: string };

/** A file of ours as a process of its own, with nothing in its environment but what is given. */
export function startedProcess(
  file: string,
  given: { args?: string[]; environment?: Record<string, string>; folder?: string },
) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [resolvedPath(ROOT, file), ...(given.args ?? [])], {
    cwd: given.folder ?? ROOT,
    env: { NODE_ENV: "production", PATH, HOME, NODE_COMPILE_CACHE: COMPILED, ...given.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  atEndOfFile(() => child.kill("SIGKILL"));
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, output, errors }));
  });
  const said = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match !== null) resolve(match);
      };
      child.stdout.on("data", look);
      child.on("close", () => reject(new Error(`It ended before it said ${pattern}: ${errors}`)));
      look();
    });
  return { ended, said, stop: (signal: NodeJS.Signals) => child.kill(signal) };
}
