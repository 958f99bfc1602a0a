import { beforeEach, expect, test } from "vitest";
import { workOutCells } from "#app/campaign/effectiveness/campaign-levels.server.ts";
import { listStampedCells } from "#app/campaign/effectiveness/observations.server.ts";
import { addFeedback } from "#app/campaign/feedback/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting, addressBothAudiences } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-12T20:00:00.000Z") };
const inCampaign = { submission: null, campaignId: "esa" };
const TODAY = Date.parse("2026-11-12") / 86_400_000;
const question = { asOfDay: TODAY, days: [TODAY - 30, TODAY], parameters: DEFAULT_PARAMETERS };
let database: Database;

beforeEach(async () => {
  database = (await addMeeting(await freshDatabase())).database;
  await addressBothAudiences(database);
});

async function react(messageId: string, audienceId: string, score: -2 | 1 | 2) {
  const about = {
    kind: "written reply",
    day: "2026-11-10",
    words: "Said.",
    link: "",
    contact: null,
  } as const;
  const made = await database.change(jana, inCampaign, (change) =>
    addFeedback(change, "esa", { ...about, message: messageId, audience: audienceId, score }),
  );
  if (!made.ok) throw new Error(made.reason);
  return made;
}

test("one more note changes the stamp of its cell alone, and undoing it changes it again", async () => {
  await react("m2", "majority", 1);
  await react("m3", "majority", 1);
  const before = await listStampedCells(database.read, "esa");
  const second = await react("m3", "majority", -2);
  const after = await listStampedCells(database.read, "esa");
  expect(after[0]).toEqual(before[0]);
  expect(after[1]).toMatchObject({ n: 2 });
  await undoChange(database, jana, second.changeId);
  const undone = await listStampedCells(database.read, "esa");
  expect(undone[1]).toMatchObject({ n: 1 });
  expect(new Set([before[1]?.stamp, after[1]?.stamp, undone[1]?.stamp]).size).toBe(3);
});

test("what is kept gives the figures of a first reading, after every change", async () => {
  await react("m2", "majority", 1);
  await workOutCells(database.read, "esa", question);
  await react("m2", "majority", -2);
  await react("m3", "minority", 2);
  const kept = await workOutCells(database.read, "esa", question);
  const other = await workOutCells(database.read, "esa", {
    ...question,
    days: [...question.days, TODAY - 1],
  });
  const anew = await workOutCells(database.read, "esa", question);
  expect(kept).toEqual(anew);
  expect(other.map(({ sums }) => sums)).toEqual(anew.map(({ sums }) => sums));
  expect(anew.map(({ notes, total, lastDay }) => [notes, total, lastDay])).toEqual([
    [2, -1, TODAY - 2],
    [1, 2, TODAY - 2],
  ]);
});
