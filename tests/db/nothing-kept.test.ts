import { fork } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { LEAST_PACKED, packNotes } from "#app/campaign/effectiveness/packed-notes.server.ts";
import type { RecordedTable } from "#db/change.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { openConnection } from "#db/sqlite3-connection.server.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { atEndOfFile } from "../support/end-of-file.ts";
import { everyPage } from "../support/every-page.ts";
import { diceOf } from "../support/random-dice.ts";
import { type Player, playerOf } from "../support/random-play.ts";
import { readerFromRecords } from "../support/reader-from-records.ts";
import { builtPages, startedServer } from "../support/server.ts";
import { openPage } from "../support/signed-in.ts";

/** Each step asks pages, changes something and asks the pages of two servers; the long play has 10,000 steps. */
const PAGES_A_STEP = 3;
const STEPS = Number(process.env.STEPS ?? 40);
const SEED = Number(process.env.SEED ?? 2);
/** Observations are packed once in so many steps, as the clock of a server does each minute. */
const PACKED_EVERY = 20;
/** A long play says how far it has come. */
const TOLD_EVERY = 500;

/** A player in a process of its own, which writes to the same file. */
async function playerElsewhere(path: string, seed: number): Promise<Pick<Player, "play">> {
  const child = fork("tests/support/play-elsewhere.ts", [path, String(seed)], { execArgv: [] });
  atEndOfFile(() => child.kill("SIGKILL"));
  const answer = async () => String((await once(child, "message"))[0]);
  await answer();
  return {
    play(tables) {
      child.send([...tables]);
      return answer();
    },
  };
}

const PLAYED: readonly RecordedTable[] = [
  "account",
  "audience",
  "campaign",
  "campaign_audience",
  "change_acknowledgement",
  "clearance",
  "contact",
  "feedback",
  "follow_up",
  "framing",
  "key_message",
  "message_hold",
  "message_revision",
  "objection",
  "objective",
  "outcome",
  "outcome_objection",
  "outreach_event",
  "outreach_event_audience",
  "outreach_event_participant",
  "proof_point",
  "reception",
  "talking_points",
  "talking_points_block",
];

/** The pages that most is kept for are asked most. */
const MOST_KEPT = [
  "",
  "/audiences",
  "/messages",
  "/messages/2",
  "/objectives",
  "/outcomes",
  "/talking-points",
  "/calendar?view=week",
  "/reports/effectiveness",
  "/reports/effectiveness?on=2026-10-20",
  "/reports/coverage",
  "/reports/next-outreach",
];

/** So many answers to a survey in one cell that it is read as it was packed. */
async function fillOneCell({ database }: Demo): Promise<void> {
  const writing = await openConnection(database.path, "writing", new Map());
  await writing.run(
    `with recursive each (n) as (select 1 union all select n + 1 from each where n < ?)
     insert into feedback (id, campaign_id, kind, day, key_message_id, audience_id, score, words, recorded_by, recorded_at)
     select 'answer' || n, ?, 'survey answer', date('2026-11-01', printf('-%d days', n % 90)), r.key_message_id, r.audience_id,
       n % 5 - 2, 'Answered.', o.officer_account_id, '2026-11-02T12:00:00.000Z'
     from each, (select * from reception where score is not null order by id limit 1) as r
     join outcome as o on o.id = r.outcome_id`,
    [2 * LEAST_PACKED, DEMO_CAMPAIGN],
  );
  await writing.close();
}

/** A server that keeps nothing: for each work its handle is another one, which rests on the records alone. */
async function serverWithoutMemory({ database }: Demo) {
  const other = await openDatabase(database.path);
  atEndOfFile(other.close);
  let { read } = other;
  const bare = {
    ...other,
    get read() {
      return read;
    },
  };
  const { address } = await startedServer(bare, { now: () => DEMO_NOW });
  return async (work: (address: string) => Promise<void>): Promise<void> => {
    const records = await readerFromRecords(database.path);
    read = records.read;
    await work(address).finally(records.close);
  };
}

test(`pages after each of ${STEPS} changes by two processes are those of a server that keeps nothing`, {
  timeout: 36_000_000,
}, async () => {
  const demo = await startedDemo();
  await fillOneCell(demo);
  const withoutMemory = await serverWithoutMemory(demo);
  const pages = await everyPage(await builtPages(), demo.database.read, DEMO_CAMPAIGN);
  const full = MOST_KEPT.map((page) => `/c/${DEMO_CAMPAIGN}${page}`);
  const cookie = await demoCookie(demo, "ministry");
  const dice = diceOf(SEED);
  const players = [playerOf(demo.database, dice), await playerElsewhere(demo.database.path, SEED + 1)];
  const done: string[] = [];
  const ask = async (address: string, page: string) => {
    const { status, text } = await openPage(address, page, cookie);
    return { page, status, text: text.replaceAll(/name="submission" value="[^"]*"|Reference \w+/g, "") };
  };
  for (let step = 0; step < STEPS; step += 1) {
    if (step % PACKED_EVERY === 0) await packNotes(demo.database);
    const asked = Array.from({ length: PAGES_A_STEP }, () => dice.pick(dice.chance(0.7) ? full : pages));
    for (const page of asked) await ask(demo.address, page);
    done.push(await dice.pick(players).play(PLAYED));
    const last = `step ${step}, after ${done.slice(-3).join("; ")}`;
    await withoutMemory(async (bare) => {
      for (const page of asked) {
        const kept = await ask(demo.address, page);
        expect(kept, last).toEqual(await ask(bare, page));
        expect(await ask(demo.address, page), `asked again, ${last}`).toEqual(kept);
        expect(kept.status, last).toBeLessThan(500);
      }
    });
    if ((step + 1) % TOLD_EVERY === 0) console.log(`${step + 1} steps, no page differs`);
  }
  expect(done.filter((what) => !what.includes("refused")).length).toBeGreaterThan(STEPS / 4);
});
