import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { workOutCells } from "#app/campaign/effectiveness/campaign-levels.server.ts";
import { listStampedCells, readNotedCells } from "#app/campaign/effectiveness/observations.server.ts";
import { packNotes, readPackedCell } from "#app/campaign/effectiveness/packed-notes.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { addFeedback } from "#app/campaign/feedback/store.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import type { Author, Change } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { freshPath } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-12T20:00:00.000Z") };
const inCampaign = { submission: null, campaignId: "esa" };
const campaign = { id: "esa", startsOn: "2026-01-01" } as const;
const TODAY = Date.parse("2026-11-12") / 86_400_000;
const onDay = (asOfDay: number) => ({ asOfDay, days: [asOfDay], parameters: DEFAULT_PARAMETERS });

const opened: Database[] = [];

afterAll(() => Promise.all(opened.map((database) => database.close())));

async function ratedCampaign(path?: string): Promise<Database> {
  const { database } = await addMeeting(await openDatabase(path ?? (await freshPath())));
  opened.push(database);
  await record(database, async (change) => {
    const link = { id: "esa-majority", campaign_id: "esa", audience_id: "majority" };
    await change.insert("campaign_audience", { ...link, priority: 1, influence: 3, interest: 3 });
  });
  for (const [messageId, score] of [
    ["m2", 1],
    ["m2", -2],
    ["m3", 2],
  ] as const) {
    const about = {
      kind: "written reply",
      day: "2026-11-10",
      words: "Said.",
      link: "",
      contact: null,
    } as const;
    const made = await database.change(jana, inCampaign, (change) =>
      addFeedback(change, "esa", { ...about, message: messageId, audience: "majority", score }),
    );
    if (!made.ok) throw new Error(made.reason);
  }
  return database;
}

/** Has what nobody holds on to thrown away. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  await nextTurn();
  runInNewContext("gc")();
}

test("a report is kept while it stands, and no longer than the next one of its day", async () => {
  const database = await ratedCampaign();
  const read = () => readReceptionReport(database.read, campaign, "2026-11-12");
  const first = new WeakRef(await read());
  expect(await read()).toBe(first.deref());
  await record(database, async (change) => {
    await change.update("campaign_audience", "esa-majority", { priority: 2 }, null);
  });
  const second = await read();
  expect(second.rows.map(({ audience }) => audience.priority)).toEqual([2]);
  await collectGarbage();
  expect(first.deref()).toBeUndefined();
});

test("after many other days were asked for, today is still kept, and every day reads as the first time", async () => {
  const database = await ratedCampaign();
  const today = await workOutCells(database.read, "esa", onDay(TODAY));
  const days = Array.from({ length: 9 }, (_, at) => TODAY - 1 - at);
  const first: unknown[] = [];
  for (const day of days) first.push(await workOutCells(database.read, "esa", onDay(day)));
  const again = await workOutCells(database.read, "esa", onDay(TODAY));
  expect(again.every((cell, at) => cell === today[at])).toBe(true);
  const second: unknown[] = [];
  for (const day of days) second.push(await workOutCells(database.read, "esa", onDay(day)));
  expect(second).toEqual(first);
});

test("two who ask the same at once are given the same cells, worked out once", async () => {
  const database = await ratedCampaign();
  const [one, other] = await Promise.all([
    workOutCells(database.read, "esa", onDay(TODAY)),
    workOutCells(database.read, "esa", onDay(TODAY)),
  ]);
  expect(one).toHaveLength(2);
  expect(one.every((cell, at) => cell === other[at])).toBe(true);
});

test("a report is the same while nothing changed, and another first day or day draws another", async () => {
  const database = await ratedCampaign();
  const report = await readReceptionReport(database.read, campaign, "2026-11-12");
  expect(await readReceptionReport(database.read, campaign, "2026-11-12")).toBe(report);
  const later = await readReceptionReport(
    database.read,
    { ...campaign, startsOn: "2026-06-01" },
    "2026-11-12",
  );
  expect(later.from).toBe("2026-06-01");
  const before = await readReceptionReport(database.read, campaign, "2026-11-09");
  expect([report.ratings, before.ratings]).toEqual([3, 0]);
});

const EDITS: [string, (change: Change) => Promise<unknown>][] = [
  ["an audience renamed", (change) => change.update("audience", "majority", { name: "Renamed" }, null)],
  ["another priority", (change) => change.update("campaign_audience", "esa-majority", { priority: 3 }, null)],
  [
    "a message with another title",
    (change) => change.update("message_revision", "m2-r1", { title: "New" }, null),
  ],
  [
    "a message retired",
    (change) => change.update("key_message", "m3", { retired_at: "2026-11-12T10:00:00.000Z" }, null),
  ],
  ["another first day", (change) => change.update("campaign", "esa", { starts_on: "2026-03-01" }, null)],
];

test("a kept report is renewed by each kind of change, as a fresh connection reads it", async () => {
  const path = await freshPath();
  const database = await ratedCampaign(path);
  const read = async (from: Database) => {
    const found = await findCampaign(from.read, "esa");
    if (found === null) throw new Error("The campaign is gone");
    return readReceptionReport(from.read, found, "2026-11-12");
  };
  let before = await read(database);
  for (const [name, edit] of EDITS) {
    await database.change(jana, inCampaign, async (change) => {
      await edit(change);
      change.describe({
        recordKind: "campaign",
        recordId: "esa",
        action: "set",
        summary: name,
        location: "/",
      });
      return { ok: true };
    });
    const kept = await read(database);
    const fresh = await openDatabase(path);
    expect(kept, name).toEqual(await read(fresh));
    expect(kept, name).not.toEqual(before);
    await fresh.close();
    before = kept;
  }
});

test("what is packed is read after a start as the observations are, and goes with any change of its cell", async () => {
  const path = await freshPath();
  const database = await ratedCampaign(path);
  const [majority] = await listStampedCells(database.read, "esa");
  if (majority === undefined) throw new Error("Nothing was rated");
  const place = { campaignId: "esa", ...majority };
  const packed = () => readPackedCell(database.read, place, majority.n, () => 3);
  expect(await packed()).toBeNull();
  await packNotes(database, 1);
  const [observed] = await readNotedCells(database.read, "esa", [majority]);
  expect({ ...(await packed()), raterIds: [] }).toMatchObject({
    ...{ days: observed?.days, ratings: observed?.ratings, sums: observed?.sums, counts: observed?.counts },
  });
  expect(await readPackedCell(database.read, place, majority.n + 1, () => 3)).toBeNull();
  const given = database.read.selectFrom("feedback").select("id").where("score", "=", -2);
  const { id } = await given.executeTakeFirstOrThrow();
  await database.change(jana, inCampaign, async (change) => {
    await change.remove("feedback", id);
    change.describe({
      ...{ recordKind: "campaign", recordId: "esa", action: "set", summary: "Removed", location: "/" },
    });
    return { ok: true };
  });
  expect(await packed()).toBeNull();
});
