import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { longestWaitDuring } from "./longest-wait.ts";
import { untilQuiet } from "./processor.ts";
import { limited, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const LIMIT = 50;
const WRITTEN = 7;

/** How long others wait at most while a paper, and a review of everything, is written in Word, at full size; of several writings. */
export async function* documentsMeanwhile(bench: Bench): Rows {
  const path = join(bench.folder, "documents-meanwhile.sqlite");
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillToFullSize(native, bench.campaign);
  const first = (table: string) => `(SELECT min(id) FROM ${table} WHERE campaign_id = $campaign) AS ${table}`;
  const [found] = await native.all(`SELECT ${first("talking_points")}, ${first("review")}`, {
    $campaign: bench.campaign,
  });
  await native.close();
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  try {
    const cookie = await signIn(server.address, bench.email, bench.password);
    await untilQuiet(server.processId);
    for (const [name, file] of [
      ["a paper", `talking-points/${found?.talking_points}.docx`],
      ["a review", `reports/reviews/${found?.review}.docx`],
    ]) {
      const longest = await longestWaitDuring(server.address, async () => {
        for (let count = 0; count < WRITTEN; count += 1)
          await written(`${server.address}/c/${bench.campaign}/${file}`, cookie);
      });
      yield limited(`longest wait of others while ${name} is written in Word`, longest, LIMIT, "ms");
    }
  } finally {
    await server.stop();
  }
}

async function written(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { Cookie: cookie } });
  const bytes = await answer.arrayBuffer();
  if (answer.status !== 200 || bytes.byteLength === 0) throw new Error(`${url} answered ${answer.status}`);
}
