import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { compared, type Row } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

const TARGET = 1.5;

/** Rows of these pages with 20,000 events, 5,000 contacts and 100,000 receptions stored, against the sample alone. */
export async function atFullSize(
  bench: Bench,
  pages: readonly { name: string; path: string }[],
): Promise<Row[]> {
  const full = join(bench.folder, "full-size.sqlite");
  await copyFile(bench.database, full);
  const native = await sqlite3.open(full);
  await fillToFullSize(native, bench.campaign);
  await native.close();
  const large = await startServer("app/server/start.ts", { DATABASE_PATH: full });
  const small = await startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  try {
    const cookieOfLarge = await signIn(large.address, bench.email, bench.password);
    const cookieOfSmall = await signIn(small.address, bench.email, bench.password);
    const rows: Row[] = [];
    for (const { name, path } of pages) {
      const times = await timeInTurns(
        { address: large.address, path, cookie: cookieOfLarge },
        { address: small.address, path, cookie: cookieOfSmall },
        1,
      );
      rows.push(compared(name, { ...times, target: TARGET, unit: "ms per request" }));
    }
    return rows;
  } finally {
    await large.stop();
    await small.stop();
  }
}

/** The pages that are opened most. */
export function pagesAtFullSize(bench: Bench): Promise<Row[]> {
  const pages = bench.pages.map(({ name, path }) => ({ name: `${name} page at full size`, path }));
  return atFullSize(bench, pages);
}
