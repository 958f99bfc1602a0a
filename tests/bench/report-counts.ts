import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { compared, type Row } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

/** What counting may cost on top of the page: it follows what is shown, of a period what happened in it. */
const TARGET = 1.5;

/** The pages that count, with 20,000 events and 100,000 receptions stored, and with the sample's two hundred. */
export async function reportCounts(bench: Bench): Promise<Row[]> {
  const full = join(bench.folder, "full-size-counts.sqlite");
  await copyFile(bench.database, full);
  const native = await sqlite3.open(full);
  await fillToFullSize(native, bench.campaign);
  await native.close();
  const large = await startServer("app/server/start.ts", { DATABASE_PATH: full });
  const small = await startServer("app/server/start.ts", { DATABASE_PATH: bench.database });
  const reports = `/c/${bench.campaign}/reports`;
  const pages = [
    { name: "coverage page", path: `${reports}/coverage` },
    { name: "activity page, since the campaign began", path: `${reports}/activity` },
    { name: "activity page, last 90 days", path: `${reports}/activity?period=last-90-days` },
  ];
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
      const label = `${name}, 20,000 against 200 events`;
      rows.push(compared(label, { ...times, target: TARGET, unit: "ms per request" }));
    }
    return rows;
  } finally {
    await large.stop();
    await small.stop();
  }
}
