import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { brotliCompressSync, constants } from "node:zlib";
import sqlite3 from "sqlite3";
import { escapeHtml, type RecordedPage } from "./recorded-page.ts";

// What a page costs at least: a plain server that puts the same HTML together as text and compresses it as the product
// does; with statements, it reads the same rows from the same file by the same driver first, at once and prepared. It
// decides and formats nothing.
const pages: RecordedPage[] = JSON.parse(readFileSync(process.env.RECORDED_PAGES ?? "", "utf8"));
const native = await sqlite3.open(process.env.DATABASE_PATH ?? "", sqlite3.OPEN_READONLY);
native.cacheStatements(256);
const byPath = new Map(pages.map((page) => [page.path, page]));

function render({ statements, pieces, slots }: RecordedPage): string {
  const rows = statements.map(({ sql, values }) => native.allSync(sql, values));
  let html = pieces[0] ?? "";
  for (let index = 0; index < slots.length; index += 1) {
    const slot = slots[index];
    const value = slot === undefined ? "" : rows[slot.statement]?.[slot.row]?.[slot.column];
    html += escapeHtml(String(value ?? "")) + (pieces[index + 1] ?? "");
  }
  return html;
}

const server = createServer((request, response) => {
  const page = byPath.get(request.url ?? "");
  if (page === undefined) {
    response.writeHead(404, { "Content-Length": 0 }).end();
    return;
  }
  const html = brotliCompressSync(render(page), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Encoding": "br",
    "Content-Length": html.length,
  });
  response.end(html);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
process.once("SIGTERM", () => process.exit(0));
