import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bench } from "./bench-context.ts";
import { processorInTurns } from "./processor.ts";
import { type RecordedPage, recordPages } from "./recorded-page.ts";
import { compared, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

const CONNECTIONS = [1, 16];
/** Nothing changes meanwhile, and the plain server only sends text. */
const UNCHANGED_TARGET = 8;
/** Something changes before each request, and the plain server asks the statements that the page needs. */
const CHANGED_TARGET = 2;

/** Each page against a plain server that answers the same, compressed the same. */
export async function* pagesAgainstPlainServer(bench: Bench): Rows {
  const recorded = await recordPages(bench);
  const { database } = bench;
  const product = await startServer("app/server/start.ts", { DATABASE_PATH: database });
  const text = await plainServer(bench, "text", recorded.text);
  const reading = await plainServer(bench, "read", recorded.read);
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    for (const { name, path } of bench.pages) {
      const [ours, sent, read] = [product, text, reading].map(({ address, processId }) => ({
        ...{ address, processId, path, cookie, database },
      }));
      if (ours === undefined || sent === undefined || read === undefined) continue;
      for (const connections of CONNECTIONS) {
        const label = `${name} page, ${connections} ${connections === 1 ? "connection" : "connections"}`;
        const times = await timeInTurns(ours, sent, connections);
        const ofTimes = { ...times, target: UNCHANGED_TARGET, unit: "ms per request" };
        yield compared(`${label}, nothing changed`, ofTimes);
        const spent = await processorInTurns(ours, read, connections);
        const ofSpent = { ...spent, target: CHANGED_TARGET, unit: "ms of processor" };
        yield compared(`${label}, after a change`, ofSpent);
      }
    }
  } finally {
    for (const { stop } of [product, text, reading]) await stop();
  }
}

async function plainServer({ folder, database }: Bench, name: string, pages: readonly RecordedPage[]) {
  const file = join(folder, `recorded-${name}.json`);
  await writeFile(file, JSON.stringify(pages));
  return startServer("tests/bench/reference-server.ts", { DATABASE_PATH: database, RECORDED_PAGES: file });
}
