import { setTimeout as pause } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { FIT_LIMITS } from "#app/campaign/effectiveness/fits/fit-in-worker.server.ts";
import { nightlyRefits, type Refits, startRefits } from "#app/campaign/effectiveness/fits/refits.server.ts";

import { findParametersInUse } from "#app/campaign/effectiveness/fits/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { readSettings } from "#app/http/environment.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import type { Database } from "#db/database.server.ts";
import { addFeedbacks } from "../support/builders/feedback.ts";
import { addMeeting } from "../support/builders/meeting.ts";
import { freshDatabase } from "../support/database.ts";

const NIGHT = new Date("2026-11-13T08:00:00.000Z");
const started: Refits[] = [];
afterEach(() => Promise.all(started.splice(0).map((refits) => refits.close())));

async function campaign(ratings: number, scoreOf?: (at: number) => number): Promise<Database> {
  const { database } = await addMeeting(await freshDatabase());
  await addFeedbacks(database, ratings, scoreOf);
  return database;
}

function refitsOf(database: Database, now = () => NIGHT, limits = FIT_LIMITS): Refits {
  const refits = startRefits({ database, log: pino({ level: "silent" }), now }, limits);
  started.push(refits);
  return refits;
}

const inUse = (database: Database) => findParametersInUse(database.read, "esa");
const fits = (database: Database) =>
  database.read.selectFrom("effectiveness_fit").selectAll().orderBy("fitted_at").execute();

test("an estimate on request is kept with its date, the number of ratings and who asked, and holds", async () => {
  const database = await campaign(120);
  await refitsOf(database).ask("esa", "jana");
  const [fit] = await fits(database);
  expect(fit).toMatchObject({ outcome: "estimated", notes: 120, asked: "on request", requested_by: "jana" });
  expect(fit?.objective).toBeLessThan(0);
  const { parameters, basis } = await inUse(database);
  expect(basis).toEqual({ kind: "estimated", at: NIGHT.toISOString(), asOf: "2026-11-13", notes: 120 });
  expect(parameters.sigma).not.toBe(DEFAULT_PARAMETERS.sigma);
});

test("the same ratings give the same estimate to the last digit", async () => {
  const database = await campaign(120);
  const refits = refitsOf(database);
  await refits.ask("esa", "jana");
  await refits.ask("esa", "petr");
  const [first, second] = await fits(database);
  const values = (fit = first) => [fit?.sigma, fit?.tau, fit?.half_life_days, fit?.sd_rater, fit?.objective];
  expect(values(second)).toEqual(values(first));
});

test("ratings dated after the day of the estimate are plans and do not count", async () => {
  const database = await campaign(120);
  await refitsOf(database, () => new Date("2026-06-01T12:00:00.000Z")).ask("esa", "jana");
  const [fit] = await fits(database);
  expect(fit?.notes).toBeLessThan(120);
});

test.each([
  ["all scores are equal", () => 1],
  ["scores are at both ends", (at: number) => (at % 2 === 0 ? -2 : 2)],
] as const)("where %s the estimate is finite", async (_, scoreOf) => {
  const database = await campaign(110, scoreOf);
  await refitsOf(database).ask("esa", null);
  expect((await fits(database))[0]).toMatchObject({ outcome: "estimated", asked: "nightly" });
});

test("99 ratings are too few, and the defaults hold", async () => {
  const database = await campaign(99);
  await refitsOf(database).ask("esa", "jana");
  expect((await fits(database))[0]).toMatchObject({ outcome: "too few notes", sigma: 0.8, objective: null });
  expect((await inUse(database)).basis).toEqual({ kind: "defaults", reason: "too few notes", notes: 99 });
});

test.each([
  ["takes too long", { ...FIT_LIMITS, longest: 1 }],
  ["runs out of memory", { ...FIT_LIMITS, oldMemory: 4, youngMemory: 1 }],
] as const)(
  "where the worker %s the defaults hold, said, and the next estimate is made",
  async (_, limits) => {
    const database = await campaign(120);
    await refitsOf(database, () => NIGHT, limits).ask("esa", "jana");
    expect(await inUse(database)).toMatchObject({
      parameters: DEFAULT_PARAMETERS,
      basis: { reason: "not found", notes: 120 },
    });
    await refitsOf(database, () => new Date(NIGHT.getTime() + 1)).ask("esa", "jana");
    expect((await inUse(database)).basis.kind).toBe("estimated");
  },
);

test("two who ask at once get one estimate, and its progress is told", async () => {
  const database = await campaign(120);
  const refits = refitsOf(database);
  expect(refits.underWay("esa")).toBeNull();
  const both = [refits.ask("esa", "jana"), refits.ask("esa", "petr")];
  expect(refits.underWay("esa")).toMatchObject({ since: NIGHT.toISOString(), steps: 0, ratings: null });
  await Promise.all(both);
  expect(refits.underWay("esa")).toBeNull();
  expect(await fits(database)).toHaveLength(1);
});

test("one campaign waits for another, and both are estimated", async () => {
  const database = await campaign(120);
  const refits = refitsOf(database);
  const first = refits.ask("none", null).catch((fault: unknown) => fault);
  const second = refits.ask("esa", "jana");
  expect(refits.underWay("esa")).toMatchObject({ isWaiting: true });
  await Promise.all([first, second]);
  expect((await inUse(database)).basis.kind).toBe("estimated");
});

test("a stopping server keeps nothing of an estimate under way", async () => {
  const database = await campaign(120);
  const refits = refitsOf(database);
  const asked = refits.ask("esa", "jana");
  await pause(20);
  await refits.close();
  await asked;
  await refits.ask("esa", "jana");
  expect(await fits(database)).toEqual([]);
});

test("the night estimates anew only where ratings have changed, also after an undoing", async () => {
  const database = await campaign(120);
  const refits = refitsOf(database);
  const read = readSettings({});
  if (!read.ok) throw new Error(read.sentence);
  const { settings } = read;
  const turn = async (now: string, work = nightlyRefits(refits)) => {
    await work.run({ database, settings, now: new Date(now) });
    while (refits.underWay("esa") !== null) await pause(5);
    return (await fits(database)).length;
  };
  expect(await turn("2026-11-13T07:59:00.000Z")).toBe(0);
  expect(await turn("2026-11-13T08:00:00.000Z")).toBe(1);
  expect(await turn("2026-11-14T08:00:00.000Z")).toBe(1);
  await addFeedbacks(database, 1);
  const work = nightlyRefits(refits);
  expect(await turn("2026-11-15T08:00:00.000Z", work)).toBe(2);
  await addFeedbacks(database, 1);
  expect(await turn("2026-11-15T08:01:00.000Z", work)).toBe(2);
  expect(await turn("2026-11-16T08:00:00.000Z", work)).toBe(3);
  const last = await database.read
    .selectFrom("change")
    .select("id")
    .where("record_kind", "=", "parameters")
    .orderBy("made_at", "desc")
    .executeTakeFirstOrThrow();
  await undoChange(database, { accountId: "system", channel: "web", now: NIGHT }, last.id);
  expect(await turn("2026-11-17T08:00:00.000Z")).toBe(2);
});

test("the night leaves a campaign with too few ratings alone", async () => {
  const database = await campaign(40);
  const refits = refitsOf(database);
  const read = readSettings({});
  if (!read.ok) throw new Error(read.sentence);
  await nightlyRefits(refits).run({ database, settings: read.settings, now: NIGHT });
  expect(refits.underWay("esa")).toBeNull();
});
