import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Bench } from "./bench-context.ts";
import { recordPages } from "./recorded-page.ts";
import { compared, type Row } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

/** Nothing changes meanwhile: the plain server has little more to do than to send text. */
const LOADS = [
  { connections: 1, target: 8 },
  { connections: 16, target: 8 },
];
const SIZE_TARGET = 1.4;

/** Each page against a plain server that answers the same: time per request, and the HTML as it is sent. */
export async function pagesAgainstPlainServer(bench: Bench): Promise<Row[]> {
  const recorded = await recordPages(bench);
  const file = join(bench.folder, "recorded-pages.json");
  await writeFile(file, JSON.stringify(recorded));
  const product = await startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  const plain = await startServer("tests/bench/reference-server.ts", {
    DATABASE_PATH: bench.database,
    RECORDED_PAGES: file,
  });
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    const rows: Row[] = [];
    for (const { name, path } of bench.pages) {
      const ours = { address: product.address, path, cookie };
      const theirs = { address: plain.address, path, cookie };
      for (const { connections, target } of LOADS) {
        const times = await timeInTurns(ours, theirs, connections);
        const label = `${name} page, ${connections} ${connections === 1 ? "connection" : "connections"}`;
        rows.push(compared(label, { ...times, target, unit: "ms per request" }));
      }
      rows.push(await sizeRow(name, product.address + path, cookie));
    }
    return rows;
  } finally {
    await product.stop();
    await plain.stop();
  }
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
