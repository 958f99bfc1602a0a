import { brotliCompressSync } from "node:zlib";
import type { Bench } from "./bench-context.ts";
import { limited, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const KILOBYTE = 1024;
const JAVASCRIPT_LIMIT = 110 * KILOBYTE;
const CSS_LIMIT = 25 * KILOBYTE;

/** What a browser with an empty memory loads for its first page: everything that its HTML and those files name. */
export async function* firstVisit(bench: Bench): Rows {
  const product = await startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  try {
    const cookie = await signIn(product.address, bench.email, bench.password);
    const pages = ["/sign-in", ...bench.pages.map((page) => page.path)];
    const seen = new Map<string, number>();
    for (const page of pages) await load(product.address, page, cookie, seen);
    const total = (ending: string) =>
      [...seen].filter(([path]) => path.endsWith(ending)).reduce((sum, [, bytes]) => sum + bytes, 0);
    yield limited("first visit, JavaScript", total(".js"), JAVASCRIPT_LIMIT);
    yield limited("first visit, CSS", total(".css"), CSS_LIMIT);
  } finally {
    await product.stop();
  }
}

async function load(address: string, path: string, cookie: string, seen: Map<string, number>): Promise<void> {
  const text = await (await fetch(address + path, { headers: { Cookie: cookie } })).text();
  if (/\.(js|css)$/.test(path)) seen.set(path, brotliCompressSync(text).length);
  const named = [...text.matchAll(/["'(]((?:\/assets\/|\.\/)[\w.-]+\.(?:js|css))["')]/g)];
  for (const match of named) {
    const next = new URL(match[1] ?? "", address + path).pathname;
    if (seen.has(next)) continue;
    seen.set(next, 0);
    await load(address, next, cookie, seen);
  }
}
