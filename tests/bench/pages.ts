import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Bench } from "./bench-context.ts";
import { processorInTurns } from "./processor.ts";
import { type RecordedPage, recordPages } from "./recorded-page.ts";
import { compared, type Row } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

const CONNECTIONS = [1, 16];
/** Nothing changes meanwhile, and the plain server only sends text. */
const UNCHANGED_TARGET = 8;
/** Something changes before each request, and the plain server asks the statements that the page needs. */
const CHANGED_TARGET = 2;
const SIZE_TARGET = 1.4;

/** Each page against a plain server that answers the same, compressed the same, and the HTML as it is sent. */
export async function pagesAgainstPlainServer(bench: Bench): Promise<Row[]> {
  const recorded = await recordPages(bench);
  const { database } = bench;
  const product = await startServer("app/server/start.ts", { DATABASE_PATH: database });
  const text = await plainServer(bench, "text", recorded.text);
  const reading = await plainServer(bench, "read", recorded.read);
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    const rows: Row[] = [];
    for (const { name, path } of bench.pages) {
      const [ours, sent, read] = [product, text, reading].map(({ address, processId }) => ({
        ...{ address, processId, path, cookie, database },
      }));
      if (ours === undefined || sent === undefined || read === undefined) continue;
      for (const connections of CONNECTIONS) {
        const label = `${name} page, ${connections} ${connections === 1 ? "connection" : "connections"}`;
        const times = await timeInTurns(ours, sent, connections);
        const ofTimes = { ...times, target: UNCHANGED_TARGET, unit: "ms per request" };
        rows.push(compared(`${label}, nothing changed`, ofTimes));
        const spent = await processorInTurns(ours, read, connections);
        const ofSpent = { ...spent, target: CHANGED_TARGET, unit: "ms of processor" };
        rows.push(compared(`${label}, after a change`, ofSpent));
      }
      rows.push(await sizeRow(name, product.address + path, cookie));
    }
    return rows;
  } finally {
    for (const { stop } of [product, text, reading]) await stop();
  }
}

async function plainServer({ folder, database }: Bench, name: string, pages: readonly RecordedPage[]) {
  const file = join(folder, `recorded-${name}.json`);
  await writeFile(file, JSON.stringify(pages));
  return startServer("tests/bench/reference-server.ts", { DATABASE_PATH: database, RECORDED_PAGES: file });
}

async function sizeRow(name: string, url: string, cookie: string): Promise<Row> {
  const html = await (await fetch(url, { headers: { Cookie: cookie } })).text();
  const measured = compressedSize(html);
  const reference = compressedSize(bareHtml(html));
  return compared(`${name} page, HTML compressed`, {
    measured,
    reference,
    target: SIZE_TARGET,
    unit: "bytes",
    samples: 1,
  });
}

/** As the server compresses a page. */
function compressedSize(html: string): number {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
}

/**
 * What somebody would write by hand for the same content: no menu a second time for the phone, no attributes for
 * scripts, no numbers that make sending twice harmless, no styles on marks, no closing slashes.
 */
function bareHtml(html: string): string {
  return html
    .replace(/<header class="phone-bar">.*?<\/header>/s, "")
    .replace(/<input type="hidden" name="submission"[^>]*>/g, "")
    .replace(/<script[^>]*>.*?<\/script>/gs, "")
    .replace(/ (?:data-[\w-]+|style|tabindex|autoComplete)="[^"]*"/g, "")
    .replaceAll("/>", ">");
}
