import { beforeEach, expect, test } from "vitest";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { listNeeds } from "#app/campaign/overview/needs-you.server.ts";
import {
  addDeadline,
  addUsualDeadlines,
  editDeadline,
  tickDeadline,
} from "#app/campaign/visits/deadlines/store.server.ts";
import { madeOfWords } from "#app/campaign/visits/programme-words.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { migrations } from "#migrations/index.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addEvent } from "../../support/builders/outreach-event.ts";
import { addVisit } from "../../support/builders/visit.ts";
import { freshDatabase, freshPath } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-10T18:00:00.000Z") };
const unsent = { submission: null, campaignId: "esa" };
let database: Database;
let visitId: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer", cyber: "officer" });
  visitId = await addVisit(database, "esa", { ownerAccountId: "jana" });
});

async function found() {
  const visit = await findVisit(database.read, "esa", visitId);
  if (visit === null) throw new Error("There is no such visit.");
  return visit.deadlines;
}

test("a deadline is ticked by hand unless it is counted, and never through another campaign", async () => {
  const deadlines = await found();
  const access = deadlines.find(({ days }) => days === -7)?.id ?? "";
  const briefs = deadlines.find(({ kind }) => kind === "briefs")?.id ?? "";
  const tick = (deadlineId: string, campaignId = "esa") =>
    database.change(jana, unsent, (change) =>
      tickDeadline(change, { campaignId, eventId: visitId, location: "/programme", deadlineId }, true),
    );
  expect(await tick(access, "cyber")).toMatchObject({ reason: "not-found" });
  expect(await tick(briefs)).toMatchObject({ reason: "counted-by-itself" });
  expect((await tick(access)).ok).toBe(true);
  expect((await found()).find(({ id }) => id === access)?.done).toEqual({
    at: jana.now,
    by: "Jana",
  });
});

test("the usual deadlines are not added to a visit that has deadlines, and no history says so", async () => {
  const target = { campaignId: "esa", eventId: visitId, location: "/programme" };
  const before = await found();
  const told = () => database.read.selectFrom("change").select("id").execute();
  const { length } = await told();
  const added = await database.change(jana, unsent, (change) => addUsualDeadlines(change, target, "jana"));
  expect(added).toEqual({ ok: false, reason: "has-deadlines" });
  expect(await found()).toEqual(before);
  expect(await told()).toHaveLength(length);
});

test("the owner of a deadline is told of it from the working day before, in one line a visit", async () => {
  const needs = async (now: string, accountId = "jana") => {
    const whose = { campaignId: "esa", accountId, role: "officer", now: new Date(now) } as const;
    const all = await listNeeds(database.read, whose, []);
    const around = { campaignId: "esa", homeZone: "Europe/Prague", now: whose.now } as const;
    return all
      .map((need) => needInWords(need, around))
      .map(({ state, head, detail }) => [state, head, detail]);
  };
  expect(await needs("2026-11-05T15:00:00Z")).toEqual([]);
  expect(await needs("2026-11-06T15:00:00Z")).toEqual([
    [
      "warn",
      "1 visit deadline, Mon 9 Nov, 12:00 (18:00 in Prague)",
      "Programme and plan B, Visit of the Minister",
    ],
  ]);
  expect(await needs("2026-11-13T18:00:00Z")).toEqual([
    [
      "bad",
      "4 visit deadlines, overdue since Mon 9 Nov, 12:00 (18:00 in Prague)",
      "First: Programme and plan B, Visit of the Minister",
    ],
  ]);
  expect(await needs("2026-11-13T18:00:00Z", "petr")).toEqual([]);
});

test("a readout is one whatever it is called, and nothing else is for its title", async () => {
  const deadlines = await found();
  const over = [
    { logs: ["log"], letters: [{ kind: "memorandum of conversation" }] },
    { logs: [], letters: [] },
  ];
  const named = (title: string) => deadlines.find((one) => one.title === title) ?? expect.fail(title);
  const readout = named("Readout to the ministry");
  const edited = { days: 1, side: "after", title: "Cable", time: "11:00", note: "", owner: null } as const;
  const target = { campaignId: "esa", eventId: visitId, location: "/programme", deadlineId: readout.id };
  await database.change(jana, unsent, (change) => editDeadline(change, target, edited, readout.version));
  await database.change(jana, unsent, (change) =>
    addDeadline(change, target, { ...edited, title: "Thanksgiving readout" }),
  );
  const told = (await found()).map(({ title, kind }) => [title, madeOfWords(kind, over)]);
  expect(told.filter(([, words]) => words !== null)).toEqual([
    ["Cable", "1 of 2 meetings logged, 1 memorandum"],
    ["Thank-you notes", "0 thank-you notes"],
  ]);
});

test("deadlines of an earlier version are known by their titles once more", async () => {
  const path = await freshPath();
  const earlier = migrations.filter(({ name }) => name < "0012");
  const old = await openDatabase(path, earlier);
  await addCampaign(old, "esa");
  const account = { id: "jana", name: "Jana", email: "jana@demarche.example", zone: WASHINGTON };
  await record(old, (change) => change.insert("account", account));
  const visit = await addEvent(old, "esa", { title: "Briefing" });
  const all = ["Readout to the ministry", "Thanks", "Thank-you notes", "Thanksgiving list", "No readout"];
  await old.change(jana, unsent, async (change) => {
    for (const [at, title] of all.entries())
      await change.insert("visit_deadline", {
        ...{ id: `d${at}`, outreach_event_id: visit, days: at === 4 ? -1 : 1, title, note: "", kind: "own" },
        ...{ owner_account_id: null, done_at: null, done_by: null, due_time: "12:00" },
      });
    change.describe({
      recordKind: "outreach event",
      recordId: visit,
      action: "a",
      summary: "b",
      location: "/",
    });
    return { ok: true };
  });
  await old.close();
  const now = await openDatabase(path, migrations);
  const kinds = await now.read.selectFrom("visit_deadline").select("kind").orderBy("id").execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(["readout", "thanks", "thanks", "own", "own"]);
  await now.close();
});
