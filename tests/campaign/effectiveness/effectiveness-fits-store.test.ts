import { expect, test } from "vitest";
import {
  type FitToKeep,
  findParametersInUse,
  keepFit,
} from "#app/campaign/effectiveness/fits/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";

const MADE = new Date("2026-11-12T20:00:00.000Z");
const LATER = new Date("2026-11-13T08:00:00.000Z");
const jana = (now: Date): Author => ({ accountId: "jana", channel: "web", now });
const parameters = { ...DEFAULT_PARAMETERS, sigma: 0.1 + 0.2, tau: 1 / 3, halfLifeDays: 96.5 };

async function estimate(database: Database, given: Partial<FitToKeep>, now = MADE) {
  const fit: FitToKeep = {
    outcome: "estimated",
    at: now.toISOString(),
    asOf: "2026-11-12",
    notes: 240,
    parameters,
    objective: -300.5,
    requestedBy: "jana",
    state: "1/240",
    ...given,
  };
  return database.change(jana(now), { submission: null, campaignId: "esa" }, (change) =>
    keepFit(change, "esa", fit),
  );
}

async function campaign(): Promise<Database> {
  return (await addMeeting(await freshDatabase())).database;
}

test("without an estimate the defaults hold, and say that the ratings are too few", async () => {
  const database = await campaign();
  expect(await findParametersInUse(database.read, "esa")).toEqual({
    parameters: DEFAULT_PARAMETERS,
    basis: { kind: "defaults", reason: "too few notes", notes: 0 },
  });
});

test("the newest estimate holds, with its date and the number of ratings, to the last digit", async () => {
  const database = await campaign();
  await estimate(database, { notes: 200 });
  await estimate(database, {}, LATER);
  expect(await findParametersInUse(database.read, "esa")).toEqual({
    parameters,
    basis: { kind: "estimated", at: LATER.toISOString(), asOf: "2026-11-12", notes: 240 },
  });
});

test("after an estimate that was not found the defaults hold, and say so", async () => {
  const database = await campaign();
  await estimate(database, {});
  const lost = { outcome: "not found", parameters: DEFAULT_PARAMETERS, objective: null } as const;
  await estimate(database, lost, LATER);
  expect(await findParametersInUse(database.read, "esa")).toMatchObject({
    parameters: DEFAULT_PARAMETERS,
    basis: { kind: "defaults", reason: "not found", at: LATER.toISOString(), notes: 240 },
  });
});

test("an estimate that is undone leaves the one before, and then the defaults", async () => {
  const database = await campaign();
  const first = await estimate(database, {});
  const second = await estimate(database, { notes: 250 }, LATER);
  await undoChange(database, jana(LATER), second.changeId);
  expect((await findParametersInUse(database.read, "esa")).basis).toMatchObject({ notes: 240 });
  await undoChange(database, jana(LATER), first.changeId);
  expect((await findParametersInUse(database.read, "esa")).basis).toMatchObject({ kind: "defaults" });
});

test("what we knew by then holds the estimates made by that instant, undone since or not", async () => {
  const database = await campaign();
  const first = await estimate(database, {});
  await estimate(database, { notes: 250 }, LATER);
  await undoChange(database, jana(new Date(LATER.getTime() + 1)), first.changeId);
  for (const [instant, notes] of [
    [new Date(MADE.getTime() - 1), 0],
    [MADE, 240],
    [LATER, 250],
  ] as const) {
    const known = await openAsKnown(database.read, instant);
    expect((await findParametersInUse(known.read, "esa")).basis).toMatchObject({ notes });
    await known.close();
  }
});

test("a value that is not positive, or an estimate without its objective, is not stored", async () => {
  const database = await campaign();
  for (const wrong of [
    { sigma: 0 },
    { tau: -1 },
    { halfLifeDays: 29 },
    { sdRater: Number.POSITIVE_INFINITY },
  ])
    await expect(estimate(database, { parameters: { ...parameters, ...wrong } })).rejects.toThrow();
  await expect(estimate(database, { objective: null })).rejects.toThrow();
});
