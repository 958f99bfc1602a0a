import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bench } from "./bench-context.ts";
import type { Said } from "./measure.ts";
import { notMeasured, type Rows } from "./row.ts";

const MEASURE = fileURLToPath(new URL("./measure.ts", import.meta.url));
const MINUTE = 60_000;
/** Of one row, with what has to be made ready for it. */
const MINUTES_OF_A_ROW = 10;
const MINUTES_OF_THE_WHOLE = 360;
const OTHER_LIMITS: Readonly<Record<string, { row?: number; whole?: number }>> = {
  // Runs with the whole check.
  quick: { whole: 3 },
  // Fifty people are at work for ten minutes before the first row.
  people: { row: 20 },
};

/**
 * The rows of a benchmark, each as soon as it is measured. Each has its own limit of time: the benchmark runs in a process
 * of its own, so that a row that does not come ends with whatever holds it up. It then stands among the others and says why,
 * as it does where the benchmark fails.
 */
export async function* rowsInTime(name: string, bench: Bench): Rows {
  const limits = { row: MINUTES_OF_A_ROW, whole: MINUTES_OF_THE_WHOLE, ...OTHER_LIMITS[name] };
  const own = await withSampleOfItsOwn(bench, name);
  const child = fork(MEASURE, [name, JSON.stringify(own)], { detached: true });
  let fault: string | null = "its process ended before that";
  const endAfter = (minutes: number, what: string) =>
    setTimeout(() => {
      fault = `${what} was not done in ${minutes} minutes`;
      endAll(child);
    }, minutes * MINUTE);
  const ofRow = endAfter(limits.row, "the row");
  const ofWhole = endAfter(limits.whole, "the whole");
  let place = 1;
  for await (const message of on(child, "message", { close: ["disconnect"] })) {
    const said: Said = message[0];
    if ("fault" in said) fault = said.fault;
    else {
      ofRow.refresh();
      place += 1;
      yield said.row;
    }
  }
  clearTimeout(ofRow);
  clearTimeout(ofWhole);
  endAll(child);
  await rm(own.folder, { recursive: true, force: true });
  if (fault !== null) yield notMeasured(`${name}, row ${place}`, 1, "none", fault);
}

/** What is ended in the middle of its work leaves its files as they are then: no other benchmark is given them. */
async function withSampleOfItsOwn(bench: Bench, name: string): Promise<Bench> {
  const folder = await mkdtemp(join(bench.folder, `${name}-`));
  const database = join(folder, "sample.sqlite");
  await copyFile(bench.database, database);
  return { ...bench, folder, database };
}

/** The process and all that it has started, which are a group; they may have ended by themselves. */
function endAll({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch (fault) {
    if (!(fault instanceof Error && "code" in fault && fault.code === "ESRCH")) throw fault;
  }
}
