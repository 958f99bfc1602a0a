import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { listAvoidLines, listMessagesOfPaper } from "#app/campaign/instructions/avoid-lines.server.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import { editBlock } from "#app/campaign/talking-points/blocks.server.ts";
import { checkPaper } from "#app/campaign/talking-points/checks/checks.ts";
import { startPaper } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import { listCurrentWordings } from "#app/campaign/talking-points/shelves/current-wordings.server.ts";
import { heldDay } from "#app/time/calendar-date.ts";
import type { Change } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import { FULL_LIBRARY, fillLibrary } from "./fill-library.ts";
import { fillToFullSize } from "./fill-to-full-size.ts";
import { compared, median, type Row, type Rows } from "./row.ts";

const TARGET = 1.5;
const BLOCKS = 11;
const IN_A_BLOCK = 3;
/** Three messages with their 24 proof points and 10 objections are planned for each; the first has its paper. */
const EVENTS = Array.from(
  { length: 2 + BLOCKS * IN_A_BLOCK },
  (_, index) => `benchevent${index + 1_000_000_000}`,
);
const WITH_A_PAPER = EVENTS[0] ?? "";

type Answer = { ok: true } | { ok: false; reason: string };
/** `turn` counts from 1 and is another each time. */
type Work = { name: string; target?: number; run(database: Database, turn: number): Promise<unknown> };

/** The work on a paper, with ten years of meetings and a library of 5,000 proof points stored, and with the sample alone. */
export async function* paperWork(bench: Bench): Rows {
  const [small, large] = [await prepared(bench, "sample"), await prepared(bench, "full")];
  try {
    for (const work of worksOf(bench)) yield await inTurns(work, large, small);
  } finally {
    await small.close();
    await large.close();
  }
}

async function prepared(bench: Bench, size: "sample" | "full"): Promise<Database> {
  const path = join(bench.folder, `paper-work-${size}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  for (const id of EVENTS) for (const statement of planned(id, bench.campaign)) await native.exec(statement);
  if (size === "full") {
    await fillToFullSize(native, bench.campaign);
    await fillLibrary(native, bench.campaign, FULL_LIBRARY);
  }
  await native.close();
  const database = await openDatabase(path);
  const started = await writing(database, bench, (change) => start(change, bench, WITH_A_PAPER));
  if (!started.ok) throw new Error("The paper of the bench cannot be started");
  return database;
}

function planned(id: string, campaign: string): string[] {
  return [
    `INSERT INTO outreach_event (id, campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day,
       schedule, result, ground_rule, handling, owner_account_id, planned_at)
     SELECT '${id}', campaign_id, 'Briefing on all three messages', 'briefing', '2027-03-01T10:00', '2027-03-01T11:00', 'America/New_York',
       '2027-03-01T15:00:00.000Z', '2027-03-01T16:00:00.000Z', '2027-03-01', 'confirmed', 'planned', 'background', 'TLP:GREEN',
       account_id, '2026-11-01T12:00:00.000Z'
     FROM campaign_role WHERE campaign_id = '${campaign}' AND role = 'officer' ORDER BY account_id LIMIT 1`,
    `INSERT INTO outreach_event_message (id, outreach_event_id, key_message_id, position)
     SELECT printf('said%s%d', '${id.slice(-10)}', number), '${id}', id, number FROM key_message
     WHERE campaign_id = '${campaign}' AND number <= 3`,
  ];
}

function worksOf(bench: Bench): Work[] {
  return [
    {
      name: "start of a paper with 24 proof points and 10 objections",
      run: (database, turn) => done(database, bench, (change) => start(change, bench, EVENTS[turn] ?? "")),
    },
    {
      name: "a saved block",
      target: 1.2,
      run: (database, turn) => done(database, bench, (change) => save(change, bench, turn)),
    },
    { name: "the check pass", run: (database) => check(database, bench) },
  ];
}

function start(change: Change, { campaign }: Bench, eventId: string) {
  return startPaper(change, { campaignId: campaign, eventId });
}

async function paperOf(read: Database["read"], { campaign }: Bench) {
  const paper = await findPaper(read, campaign, (await findPaperIdOfEvent(read, WITH_A_PAPER)) ?? "");
  if (paper === null) throw new Error("The bench lacks its paper");
  return paper;
}

async function save(change: Change, bench: Bench, turn: number) {
  const paper = await paperOf(change.read, bench);
  const [block] = paper.text.blocks;
  if (block === undefined) throw new Error("The paper of the bench is empty");
  const target = { campaignId: bench.campaign, paperId: paper.id, blockId: block.id };
  const words = {
    heading: block.heading,
    text: `Said anew, ${turn}. ${block.text.slice(-400)}`,
    origin: null,
  };
  return editBlock(change, target, words, paper.blockVersions[block.id] ?? 1);
}

async function check({ read }: Database, bench: Bench): Promise<number> {
  const paper = await paperOf(read, bench);
  const today = heldDay(new Date());
  const messages = await listMessagesOfPaper(read, paper);
  const avoidLines = await listAvoidLines(read, paper, messages, today);
  const wordings = await listCurrentWordings(read, paper.text.blocks);
  return checkPaper(paper.text, { wordings, avoidLines, slotMinutes: 60, today }).length;
}

async function done(database: Database, bench: Bench, work: (change: Change) => Promise<Answer>) {
  const answer = await writing(database, bench, work);
  if (!answer.ok) throw new Error(`The work of the bench was refused: ${answer.reason}`);
}

function writing<T extends Answer>(
  database: Database,
  { campaign }: Bench,
  work: (change: Change) => Promise<T>,
) {
  const author = { accountId: "system", channel: "command line", now: new Date() } as const;
  return database.change(author, { submission: null, campaignId: campaign }, work);
}

async function inTurns({ name, target = TARGET, run }: Work, large: Database, small: Database): Promise<Row> {
  const times: [number[], number[]] = [[], []];
  for (const database of [large, small]) await run(database, 1);
  for (let turn = 2; turn < 2 + BLOCKS * IN_A_BLOCK; turn += IN_A_BLOCK) {
    times[0].push(await timeOf(run, large, turn));
    times[1].push(await timeOf(run, small, turn));
  }
  return compared(`growth: ${name}, at full size`, {
    measured: median(times[0]),
    reference: median(times[1]),
    target,
    unit: "ms per act",
    samples: BLOCKS * IN_A_BLOCK,
  });
}

async function timeOf(run: Work["run"], database: Database, turn: number): Promise<number> {
  const begin = performance.now();
  for (let count = 0; count < IN_A_BLOCK; count += 1) await run(database, turn + count);
  return (performance.now() - begin) / IN_A_BLOCK;
}
