import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { processorInTurns } from "./processor.ts";
import { compared, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const TARGET = 1.3;

type Page = { name: string; path: string };

/** Growth of these pages: with 20,000 events, 5,000 contacts and 100,000 receptions stored, against the sample alone. */
export async function* atFullSize(bench: Bench, pages: readonly Page[]): Rows {
  const full = await fullSample(bench);
  yield* growth(bench, { large: full, small: bench.database, target: TARGET }, pages);
}

/** The sample with ten years before it, made once. */
async function fullSample(bench: Bench): Promise<string> {
  const full = join(bench.folder, "full-size.sqlite");
  await copyFile(bench.database, full);
  const native = await sqlite3.open(full);
  await fillToFullSize(native, bench.campaign);
  await native.close();
  return full;
}

/** What the processor spends on these pages over one file, against the other. */
export async function* growth(
  bench: Bench,
  { large, small, target }: { large: string; small: string; target: number },
  pages: readonly Page[],
): Rows {
  const servers = [await served(bench, large), await served(bench, small)] as const;
  try {
    for (const { name, path } of pages) {
      const [ours, theirs] = [
        { ...servers[0], path },
        { ...servers[1], path },
      ];
      const spent = await processorInTurns(ours, theirs);
      yield compared(`growth: ${name}`, { ...spent, target, unit: "ms of processor" });
    }
  } finally {
    for (const { stop } of servers) await stop();
  }
}

async function served(bench: Bench, database: string) {
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: database });
  return { ...server, database, cookie: await signIn(server.address, bench.email, bench.password) };
}

/** The pages that are opened most. */
export async function* pagesAtFullSize(bench: Bench): Rows {
  const native = await sqlite3.open(bench.database, sqlite3.OPEN_READONLY);
  const first = (table: string) => `(SELECT min(id) FROM ${table} WHERE campaign_id = $campaign) AS ${table}`;
  const tables = ["talking_points", "message_hold", "instruction", "review"];
  const visit = `(SELECT min(visit_event_id) FROM visit_item JOIN outreach_event AS event ON event.id = visit_event_id
    WHERE campaign_id = $campaign) AS visit`;
  const [one] = await native.all(`SELECT ${tables.map(first).join()}, ${visit}`, {
    $campaign: bench.campaign,
  });
  await native.close();
  const home = `/c/${bench.campaign}`;
  const audience = bench.pages
    .find(({ name }) => name === "audience")
    ?.path.split("/")
    .at(-1);
  const pages = [
    ...bench.pages.map(({ name, path }) => ({ name: `${name} page`, path })),
    { name: "find", path: "/find?q=burden" },
    { name: "paper", path: `${home}/talking-points/${one?.talking_points}` },
    { name: "hold page", path: `${home}/holds/${one?.message_hold}` },
    { name: "instruction page", path: `${home}/instructions/${one?.instruction}` },
    { name: "programme of a visit", path: `${home}/events/${one?.visit}/programme` },
    { name: "a review against today", path: `${home}/reports/reviews/${one?.review}/compare` },
    { name: "outcomes of an audience", path: `${home}/outcomes?audience=${audience}` },
    { name: "effectiveness page", path: `${home}/reports/effectiveness` },
    { name: "activity page", path: `${home}/reports/activity` },
  ];
  yield* atFullSize(bench, pages);
}
