import { beforeEach, expect, test } from "vitest";
import { findObjective, listReadings, listRetiredObjectives } from "#app/campaign/objectives/lists.server.ts";
import type { Objective } from "#app/campaign/objectives/objective.ts";
import {
  addObjective,
  editObjective,
  readObjective,
  retireObjective,
  takeUpObjective,
} from "#app/campaign/objectives/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
let id: string;

const OBJECTIVE: Objective = {
  sentence: "State: one sentence in a joint readout",
  level: "outcome",
  indicator: "Sentences",
  unit: "sentences",
  measuredHow: "Readouts",
  baseline: 0,
  baselineOn: "2026-02-02",
  target: 1.5,
  dueOn: "2027-06-30",
  expectedFrom: null,
  milestones: [{ on: "2026-12-31", value: 1 }],
  audienceId: null,
  source: { kind: "entered" },
};

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  const added = await database.change(by("jana"), inCampaign, (change) =>
    addObjective(change, "esa", OBJECTIVE),
  );
  if (!added.ok) throw new Error(added.reason);
  id = added.location.split("/").at(-1) ?? "";
});

const target = () => ({ campaignId: "esa", objectiveId: id });

function read(readOn: CalendarDate, value: number) {
  const reading = { readOn, value, n: 6, note: "" };
  return database.change(by("jana"), inCampaign, (change) => readObjective(change, target(), reading));
}

test("the latest reading is the one of the newest day, whenever it was entered", async () => {
  await read("2026-10-19", 1);
  await read("2026-09-01", 0.5);
  expect(await findObjective(database.read, target())).toMatchObject({
    ...OBJECTIVE,
    latest: { readOn: "2026-10-19", value: 1, n: 6 },
  });
  expect((await listReadings(database.read, id)).map((one) => [one.readOn, one.author])).toEqual([
    ["2026-10-19", "Jana"],
    ["2026-09-01", "Jana"],
  ]);
});

test("a reading of tomorrow is refused, and so is another campaign's objective", async () => {
  expect(await read("2026-11-11", 1)).toEqual({ ok: false, reason: "read-in-the-future" });
  expect(await findObjective(database.read, { campaignId: "cyber", objectiveId: id })).toBeNull();
});

test("an audience of another campaign is refused", async () => {
  const objective = { ...OBJECTIVE, audienceId: "stranger" };
  const added = await database.change(by("jana"), inCampaign, (change) =>
    addObjective(change, "esa", objective),
  );
  expect(added).toEqual({ ok: false, reason: "not-of-this-campaign" });
});

test("an objective edited from an old page is refused", async () => {
  const edit = (sentence: string) =>
    database.change(by("jana"), inCampaign, (change) =>
      editObjective(change, target(), { ...OBJECTIVE, sentence }, 1),
    );
  expect(await edit("One.")).toMatchObject({ ok: true });
  expect(await edit("Two.")).toEqual({ ok: false, reason: "changed-by-somebody-else" });
});

test("a retired objective leaves the list with its readings kept, and comes back", async () => {
  await read("2026-10-19", 1);
  const by1 = (version: number) =>
    database.change(by("jana"), inCampaign, (change) => retireObjective(change, target(), version));
  expect(await by1(7)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  expect(await by1(1)).toMatchObject({ ok: true });
  expect(await findObjective(database.read, target())).toBeNull();
  expect(await listRetiredObjectives(database.read, "esa")).toMatchObject([{ id }]);
  await database.change(by("jana"), inCampaign, (change) => takeUpObjective(change, target()));
  expect(await findObjective(database.read, target())).toMatchObject({ latest: { value: 1 } });
});

test("a message or an objection of another campaign is refused", async () => {
  const from = (source: Objective["source"]) =>
    database.change(by("jana"), inCampaign, (change) =>
      addObjective(change, "esa", { ...OBJECTIVE, level: "out-take", source }),
    );
  expect(await from({ kind: "reception", messageId: "stranger" })).toEqual({
    ok: false,
    reason: "not-of-this-campaign",
  });
});
