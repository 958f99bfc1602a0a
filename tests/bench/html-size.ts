import { brotliCompressSync, constants } from "node:zlib";
import type { Bench } from "./bench-context.ts";
import { compared, type Row, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const TARGET = 1.4;

/** The HTML of each page as it is sent, against what the same content needs at least. */
export async function* htmlSizes(bench: Bench): Rows {
  const product = await startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    for (const { name, path } of bench.pages) yield await sizeRow(name, product.address + path, cookie);
  } finally {
    await product.stop();
  }
}

async function sizeRow(name: string, url: string, cookie: string): Promise<Row> {
  const html = await (await fetch(url, { headers: { Cookie: cookie } })).text();
  const measured = compressedSize(html);
  const reference = compressedSize(bareHtml(html));
  return compared(`${name} page, HTML compressed`, {
    measured,
    reference,
    target: TARGET,
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
