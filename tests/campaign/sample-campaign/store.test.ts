import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { listFits } from "#app/campaign/effectiveness/fits/store.server.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { makeSample } from "#app/campaign/sample-campaign/make-sample.ts";
import { SAMPLE_FEEDBACK } from "#app/campaign/sample-campaign/stored/feedback.server.ts";
import { writeSample } from "#app/campaign/sample-campaign/write-sample.server.ts";
import { prepareDemo } from "#app/cli/demo-database.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { freshDatabase, freshPath } from "../../support/database.ts";

const today = "2026-11-24";
const sample = makeSample(today);
let database: Database;

beforeAll(async () => {
  database = await freshDatabase();
  await writeSample(database, { sample, library: await readMessages(), passwordHash: "hash" });
});

async function readMessages() {
  const names = await readdir("messages");
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join("messages", name)) })),
  );
  const parsed = parseLibrary(files);
  if (!parsed.ok) throw new Error("The folder messages has a fault");
  return parsed.library;
}

function count(
  table: "outreach_event" | "outcome" | "contact" | "talking_points" | "campaign_audience" | "follow_up",
) {
  return database.read
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
    .then((row) => row.count);
}

test("everything of the sample is in the database once", async () => {
  const logged = sample.events.filter(({ outcome }) => outcome !== null);
  const promises = logged.flatMap(({ outcome }) => outcome?.followUps ?? []);
  expect(await count("outreach_event")).toBe(sample.events.length + sample.series.times.length);
  expect(await count("outcome")).toBe(logged.length);
  expect(await count("contact")).toBe(sample.contacts.length);
  expect(await count("talking_points")).toBe(sample.papers.length);
  expect(await count("follow_up")).toBe(promises.length);
});

test("what is logged is counted at once: each reception and each reaction stands in the figures of its cell", async () => {
  const cells = await database.read.selectFrom("observation_cell").select(["n", "total"]).execute();
  const scores = sample.events
    .flatMap(({ outcome }) => outcome?.receptions ?? [])
    .flatMap(({ score }) => (score === null ? [] : [score]))
    .concat(SAMPLE_FEEDBACK.map(({ score }) => score));
  expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(scores.length);
  expect(cells.reduce((sum, { total }) => sum + total, 0)).toBe(
    scores.reduce<number>((sum, one) => sum + one, 0),
  );
});

test("the proof points P17 and P21 are past their review date, and no others", async () => {
  const stale = await database.read
    .selectFrom("proof_point")
    .select("code")
    .where("review_by", "<", today)
    .orderBy("code")
    .execute();
  expect(stale.map(({ code }) => code)).toEqual(["P17", "P21"]);
});

test("message 2 has four revisions with their reasons, the newest cleared", async () => {
  const message = await findKeyMessage(database.read, sample.campaigns[0]?.key ?? "", "2");
  expect(message?.newest).toMatchObject({ number: 4, reason: "“Alongside” was read as duplication." });
  expect(message?.status.status).toBe("cleared");
});

test("two papers are in clearance, one of them with the ministry, one with the embassy", async () => {
  const open = await database.read
    .selectFrom("clearance_request")
    .select("authority")
    .where("answered_at", "is", null)
    .where("asked_at", "is not", null)
    .orderBy("authority")
    .execute();
  expect(open.map(({ authority }) => authority)).toEqual(["embassy", "ministry"]);
});

test("texts were cleared in each of the three manners, and the hold of the past is lifted", async () => {
  const manners = await database.read
    .selectFrom("clearance")
    .select(["subject_kind", "manner"])
    .where("manner", "<>", "by a person")
    .orderBy("cleared_at")
    .execute();
  expect(manners).toEqual([
    { subject_kind: "holding line", manner: "by silence" },
    { subject_kind: "talking points", manner: "released by the head of mission" },
    { subject_kind: "talking points", manner: "by silence" },
  ]);
  const lying = await database.read
    .selectFrom("message_hold")
    .select("id")
    .where("lifted_at", "is", null)
    .execute();
  expect(lying).toEqual([]);
});

test("no letter of the sample's year waits to be sent", async () => {
  expect(await database.read.selectFrom("mail").select("id").execute()).toEqual([]);
});

test("the coffee repeats, with one time moved and those left out that the series says", async () => {
  const series = await database.read.selectFrom("event_series").selectAll().execute();
  expect(series).toMatchObject([{ title: "Coffee with the schedulers", rule: sample.series.rule }]);
  const times = await database.read
    .selectFrom("outreach_event")
    .select(["series_slot", "wall_start"])
    .where("event_series_id", "=", series[0]?.id ?? "")
    .orderBy("series_slot")
    .execute();
  expect(times.map(({ series_slot }) => series_slot)).toEqual(sample.series.times.map(({ slot }) => slot));
  expect(times.filter((time) => time.wall_start !== time.series_slot)).toEqual([
    { series_slot: sample.series.moved.slot, wall_start: "2026-12-01T16:30" },
  ]);
  const leftOut = await database.read
    .selectFrom("event_series_exception")
    .select(["slot", "reason"])
    .orderBy("slot")
    .execute();
  expect(leftOut).toEqual(sample.series.leftOut);
});

test("some meetings are not logged and some promises are overdue", async () => {
  const unlogged = await database.read
    .selectFrom("meeting_to_log")
    .select("outreach_event_id")
    .where("ends_at", "<", `${today}T05:00:00.000Z`)
    .execute();
  const overdue = await database.read
    .selectFrom("follow_up")
    .select("id")
    .where("done_at", "is", null)
    .where("due_on", "<", today)
    .execute();
  expect(unlogged).toHaveLength(3);
  expect(overdue.length).toBeGreaterThanOrEqual(3);
});

test("an event has its history: planned by its owner on the day on which it was planned", async () => {
  const event = await database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("title", "like", "Staff briefing, Senate Foreign Relations Committee")
    .executeTakeFirstOrThrow();
  const [planned] = await listChanges(database.read, "outreach event", event.id);
  expect(planned).toMatchObject({ action: "planned", accountName: "Jana Malá", channel: "web" });
});

test("the installation says on which day the sample was made", async () => {
  const row = await database.read
    .selectFrom("installation")
    .select("sample_made_on")
    .executeTakeFirstOrThrow();
  expect(row.sample_made_on).toBe(today);
});

test("only the ten accounts of the demo have a password", async () => {
  const rows = await database.read
    .selectFrom("account")
    .select("email")
    .where("password_hash", "is not", null)
    .execute();
  expect(rows).toHaveLength(10);
});

const given = { password: "a password of the demo", now: new Date("2026-11-24T15:00:00.000Z") };

test("the demo keeps what was typed, and makes the sample anew when asked", async () => {
  const path = await freshPath();
  expect(await prepareDemo(path, { ...given, isFresh: false })).toEqual({ ok: true, madeOn: today });
  const first = await openDatabase(path);
  const author = { accountId: "system", channel: "command line", now: given.now } as const;
  await first.change(author, { submission: null, campaignId: null }, async (change) => {
    await change.insert("organisation", { id: "typed", kind: "press", name: "Typed by somebody" });
    change.describe({
      recordKind: "organisation",
      recordId: "typed",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  await first.close();
  await prepareDemo(path, { ...given, isFresh: false });
  expect(await namesOf(path)).toContain("Typed by somebody");
  await prepareDemo(path, { ...given, isFresh: true });
  expect(await namesOf(path)).not.toContain("Typed by somebody");
});

async function namesOf(path: string): Promise<string[]> {
  const opened = await openDatabase(path);
  const rows = await opened.read.selectFrom("organisation").select("name").execute();
  await opened.close();
  return rows.map(({ name }) => name);
}

test("the demo refuses a real database, fresh or not, and leaves it untouched", async () => {
  const path = await freshPath();
  await (await openDatabase(path)).close();
  const before = await readFile(path);
  for (const isFresh of [false, true]) {
    expect(await prepareDemo(path, { ...given, isFresh })).toMatchObject({ ok: false });
  }
  expect((await readFile(path)).equals(before)).toBe(true);
});

test("the demo refuses a file that is no database", async () => {
  const path = await freshPath();
  await writeFile(path, "a shopping list");
  expect(await prepareDemo(path, { ...given, isFresh: true })).toMatchObject({ ok: false });
  expect((await stat(path)).size).toBe("a shopping list".length);
});

test("last night's estimate is there, the same whenever the sample of that day is made", async () => {
  const [fit, ...others] = await listFits(database.read, "european-strategic-autonomy", 10);
  expect(others).toEqual([]);
  expect(fit).toMatchObject({ outcome: "estimated", asOf: today, askedBy: null });
  const again = await freshDatabase();
  await writeSample(again, { sample, library: await readMessages(), passwordHash: "hash" });
  const [same] = await listFits(again.read, "european-strategic-autonomy", 10);
  expect(same?.parameters).toEqual(fit?.parameters);
}, 30_000);
