import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sqlite3 from "sqlite3";
import { SYSTEM_ACCOUNT } from "#app/campaign/accounts/store.server.ts";
import { feedAddress } from "#app/campaign/feeds/feed.ts";
import { makeFeed } from "#app/campaign/feeds/store.server.ts";
import { buildFeed } from "#app/server/kept-feeds.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import { fillCalendar } from "./fill-calendar.ts";
import { longestWaitDuring } from "./longest-wait.ts";
import { compared, limited, median, type Row, type Rows } from "./row.ts";
import { startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

const FEW = 200;
const MANY = 20_000;
const BUILDS = 7;
const WAIT_LIMIT = 50;

/** A feed of a campaign with 20,000 events, and with 200: built, unchanged, and while others ask for something else. */
export async function* calendarFeeds(bench: Bench): Rows {
  const few = await stored(bench, FEW);
  const many = await stored(bench, MANY);
  const [ofFew, ofMany] = await timeAnEvent(few, many, bench.campaign);
  const built = {
    measured: ofMany.time,
    reference: ofFew.time,
    target: 1.3,
    unit: "ms per event",
    samples: BUILDS,
  };
  yield compared(`feed built, ${ofMany.events} events in it against ${ofFew.events}, for each event`, built);
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: many });
  try {
    yield await unchanged(many, server.address, bench.campaign);
    yield await holdUp(many, server.address, bench.campaign);
  } finally {
    await server.stop();
  }
}

/** Nothing of the calendar is kept quiet: a feed has all that lies in its time. */
async function stored(bench: Bench, events: number): Promise<string> {
  const path = join(bench.folder, `feeds-${events}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  const today = dateIn(new Date(), WASHINGTON);
  await fillCalendar(native, {
    campaign: bench.campaign,
    events,
    today,
    quiet: { first: "2000-01-01", last: "2000-01-01" },
  });
  await native.close();
  return path;
}

type Timed = { time: number; events: number };

/** Built in turns, so that whatever else the machine does meets both. */
async function timeAnEvent(few: string, many: string, campaign: string): Promise<[Timed, Timed]> {
  const small = await openDatabase(few);
  const large = await openDatabase(many);
  const ofFew: Timed[] = [];
  const ofMany: Timed[] = [];
  for (let count = 0; count < BUILDS + 2; count += 1) {
    ofFew.push(await timeOnce(small, campaign));
    ofMany.push(await timeOnce(large, campaign));
  }
  await small.close();
  await large.close();
  const [fewer, more] = [ofFew, ofMany].map((timed) => {
    const kept = timed.slice(2);
    return { time: median(kept.map(({ time }) => time)), events: kept[0]?.events ?? 1 };
  });
  if (fewer === undefined || more === undefined) throw new Error("No feed was built");
  return [fewer, more];
}

async function timeOnce(database: Database, campaign: string): Promise<Timed> {
  const wanted = {
    whose: { campaignId: campaign },
    name: "Feed",
    titles: "shown",
    origin: "https://demarche.example",
    today: dateIn(new Date(), WASHINGTON),
  } as const;
  const start = performance.now();
  const { bytes } = await buildFeed(database, wanted);
  const time = performance.now() - start;
  const events = (bytes.toString().match(/^BEGIN:VEVENT|^EXDATE/gm) ?? []).length;
  return { time: time / events, events };
}

/** The path of a new feed of everything in the campaign. */
export async function newFeed(path: string, campaign: string): Promise<string> {
  const database = await openDatabase(path);
  const account = await database.read
    .selectFrom("campaign_role")
    .select("account_id")
    .where("campaign_id", "=", campaign)
    .executeTakeFirstOrThrow();
  const author = { accountId: SYSTEM_ACCOUNT, channel: "command line", now: new Date() } as const;
  const feed = { accountId: account.account_id, campaignId: campaign, titles: "shown" } as const;
  const made = await database.change(author, { submission: null, campaignId: null }, (change) =>
    makeFeed(change, feed, "/"),
  );
  await database.close();
  if (made.replayed) throw new Error("No feed was made");
  return new URL(feedAddress("http://localhost", made.token)).pathname;
}

async function unchanged(database: string, address: string, campaign: string): Promise<Row> {
  const path = await newFeed(database, campaign);
  const etag = (await fetch(address + path)).headers.get("etag") ?? "";
  const bare = await startServer("tests/bench/bare-304.ts", {});
  try {
    const target = { path, cookie: "", etag };
    const times = await timeInTurns({ ...target, address }, { ...target, address: bare.address }, 1);
    return compared("feed unchanged (304) against a bare 304", {
      ...times,
      target: 2,
      unit: "ms per request",
    });
  } finally {
    await bare.stop();
  }
}

/** The longest that others wait while the feed is built anew, several times. */
async function holdUp(database: string, address: string, campaign: string): Promise<Row> {
  const path = await newFeed(database, campaign);
  const longest = await longestWaitDuring(address, async () => {
    for (let count = 0; count < BUILDS; count += 1) {
      await countOn(database, campaign);
      await (await fetch(address + path, { headers: { "Accept-Encoding": "gzip" } })).arrayBuffer();
      await wait(50);
    }
  });
  return limited("longest wait of others while a feed is built", longest, WAIT_LIMIT, "ms");
}

export async function countOn(path: string, campaign: string): Promise<void> {
  const native = await sqlite3.open(path);
  await native.run(
    "UPDATE outreach_event SET ask = ask || '.' WHERE id = (SELECT id FROM outreach_event WHERE campaign_id = ? LIMIT 1)",
    [campaign],
  );
  await native.close();
}
