import { expect, test } from "vitest";
import { findAudience, listAudiences } from "#app/campaign/audiences/lists.server.ts";
import {
  addStanceReading,
  listStanceReadings,
} from "#app/campaign/audiences/stances/stance-readings.server.ts";
import {
  addAudience,
  editAudience,
  endAudience,
  type SharedAudience,
} from "#app/campaign/audiences/store.server.ts";
import { listAudiencesByPriority } from "#app/campaign/effectiveness/read-over.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { inCampaign } from "../../support/builders/started-paper.ts";
import { addAudienceIn, addHeldEvent, addWhoIsWho } from "../../support/builders/who-is-who.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now };
const petr: Author = { accountId: "petr", channel: "web", now };
const details = {
  priority: 1,
  influence: 5,
  interest: 4,
  desiredStance: null,
  goal: "",
  owner: null,
} as const;
const view = { campaignId: "esa", accountId: "jana", now, today: "2026-11-10" } as const;

async function known(): Promise<Database> {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  return database;
}

async function committee(database: Database): Promise<SharedAudience> {
  const row = await database.read
    .selectFrom("organisation")
    .select("id")
    .where("key", "=", "SSFR")
    .executeTakeFirstOrThrow();
  return {
    name: "Senate Foreign Relations, majority staff",
    kind: "congressional committee",
    organisationId: row.id,
    side: "majority",
  };
}

test("the same side of the same committee is one audience in two campaigns", async () => {
  const database = await known();
  const shared = await committee(database);
  await database.change(petr, inCampaign, (change) => addAudience(change, "esa", shared, details));
  await database.change(petr, inCampaign, (change) =>
    addAudience(change, "cyber", shared, { ...details, priority: 3 }),
  );
  const audiences = await database.read.selectFrom("audience").select("id").execute();
  expect(audiences).toHaveLength(1);
  const again = await database.change(petr, inCampaign, (change) =>
    addAudience(change, "cyber", shared, details),
  );
  expect(again).toEqual({ ok: false, reason: "audience-already-here" });
});

test("an audience comes after those that the campaign has, whatever it is called", async () => {
  const database = await known();
  const named = async (name: string) => {
    const shared = { name, kind: "press", organisationId: null, side: null } as const;
    await database.change(petr, inCampaign, (change) => addAudience(change, "esa", shared, details));
  };
  const before = (await listAudiencesByPriority(database.read, "esa")).length;
  await named("Wire services");
  await named("Defence reporters");
  const all = await listAudiencesByPriority(database.read, "esa");
  expect(all.slice(before).map(({ name }) => name)).toEqual(["Wire services", "Defence reporters"]);
});

test("the other side of the committee is another audience", async () => {
  const database = await known();
  const shared = await committee(database);
  await database.change(petr, inCampaign, (change) => addAudience(change, "esa", shared, details));
  await database.change(petr, inCampaign, (change) =>
    addAudience(change, "esa", { ...shared, side: "minority" }, details),
  );
  expect(await database.read.selectFrom("audience").select("id").execute()).toHaveLength(2);
});

test("an edit with a version that somebody else's edit has passed is refused, whichever row they changed", async () => {
  const database = await known();
  await addAudienceIn(database, "press");
  const target = { campaignId: "esa", audienceId: "press" };
  const seen = (await findAudience(database.read, view, "press"))?.version ?? 0;
  const rename = { name: "Reporters", kind: "press" } as const;
  const same = {
    priority: 2,
    influence: 3,
    interest: 3,
    desiredStance: null,
    goal: "",
    owner: null,
  } as const;
  const first = await database.change(petr, inCampaign, (change) =>
    editAudience(change, target, { ...rename, ...same }, seen),
  );
  expect(first.ok).toBe(true);
  const second = await database.change(jana, inCampaign, (change) =>
    editAudience(change, target, { ...rename, ...details }, seen),
  );
  expect(second).toEqual({ ok: false, reason: "changed-by-somebody-else" });
});

test("an ended audience stays in the list with its day, and can be taken up again", async () => {
  const database = await known();
  await addAudienceIn(database, "press");
  const target = { campaignId: "esa", audienceId: "press" };
  await database.change(jana, inCampaign, (change) => endAudience(change, target, "2026-11-10", 2));
  expect((await listAudiences(database.read, view))[0]?.endedOn).toBe("2026-11-10");
  await database.change(jana, inCampaign, (change) => endAudience(change, target, null, 3));
  expect((await listAudiences(database.read, view))[0]?.endedOn).toBeNull();
});

test("last contact counts the campaigns that the account may see, and no others", async () => {
  const database = await known();
  await addAudienceIn(database, "press");
  await addAudienceIn(database, "press", "cyber");
  await addHeldEvent(database, { id: "old", day: "2026-09-03", audience: "press" });
  await addHeldEvent(database, { id: "new", day: "2026-11-05", audience: "press", campaignId: "cyber" });
  const lastContactFor = async (accountId: string) =>
    (await findAudience(database.read, { ...view, accountId }, "press"))?.lastContactOn;
  expect(await lastContactFor("petr")).toBe("2026-11-05");
  expect(await lastContactFor("jana")).toBe("2026-09-03");
});

test("readings are kept in order, the latest up to today stands, and one can be undone", async () => {
  const database = await known();
  await addAudienceIn(database, "press");
  const target = { campaignId: "esa", audienceId: "press" };
  const add = (readOn: CalendarDate, stance: 2 | 4) =>
    database.change(jana, inCampaign, (change) =>
      addStanceReading(
        change,
        { ...target, contactId: null },
        { readOn, stance, evidence: "Said so", event: null },
      ),
    );
  await add("2026-10-01", 4);
  await add("2026-03-01", 2);
  const late = await add("2026-12-01", 2);
  expect((await listStanceReadings(database.read, target)).map(({ stance }) => stance)).toEqual([2, 4, 2]);
  expect((await findAudience(database.read, view, "press"))?.latestReading).toEqual({
    stance: 4,
    readOn: "2026-10-01",
  });
  if (!late.ok) throw new Error("a reading is never refused here");
  expect((await undoChange(database, jana, late.changeId)).ok).toBe(true);
  expect(await listStanceReadings(database.read, target)).toHaveLength(2);
});

test("an audience of another campaign is not found", async () => {
  const database = await known();
  await addAudienceIn(database, "press", "cyber");
  expect(await findAudience(database.read, view, "press")).toBeNull();
  const reading = { readOn: "2026-10-01", stance: 4, evidence: "Said so", event: null } as const;
  const target = { campaignId: "esa", audienceId: "press", contactId: null };
  const added = await database.change(jana, inCampaign, (change) =>
    addStanceReading(change, target, reading),
  );
  expect(added).toEqual({ ok: false, reason: "audience-not-found" });
});
