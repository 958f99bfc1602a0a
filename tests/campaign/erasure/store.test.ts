import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { readActivityReport } from "#app/campaign/activity/store.server.ts";
import { takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { readCoverageReport } from "#app/campaign/coverage/store.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { eraseContact } from "#app/campaign/erasure/store.server.ts";
import { readTraces } from "#app/campaign/erasure/traces.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { insertKeptForm } from "#app/http/forms-over-sign-in.server.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import type { Database } from "#db/database.server.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import {
  by,
  DAY,
  EMAIL,
  erasePerson,
  NAME,
  NAMED,
  now,
  OLD_NAME,
  PHONE,
  sharedPerson,
  versionShown,
} from "../../support/erasure-scene.ts";

let database: Database;

beforeEach(async () => {
  database = await sharedPerson();
});

/** All that the database says, but for the contact who stays. */
async function everything(): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_schema where type = 'table' and name not like 'search_text%'`.execute(
    database.read,
  );
  const tables = await Promise.all(
    rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(database.read)),
  );
  return tables.flatMap((table) => table.rows.map((row) => JSON.stringify(row))).join("\n");
}

test("nothing of somebody erased is left in any table, present or history, in whatever case it was written", async () => {
  await insertKeptForm(
    database,
    "petr",
    { path: "/c/esa/events/new", values: { title: [`See ${NAME}`] } },
    now,
  );
  expect(await everything()).toMatch(/gone-qvxzen@/);
  expect(await erasePerson(database)).toMatchObject({ ok: true });
  const said = await everything();
  for (const word of [NAME, NAME.toUpperCase(), OLD_NAME, `gone-${EMAIL}`, PHONE, "qvxzendumsk, ondrej"])
    expect(said).not.toMatch(new RegExp(`${word.replaceAll("+", "\\+")}(?!ij)`));
  for (const table of ["stance_reading", "audience_contact"] as const)
    expect(
      await database.read.selectFrom(table).select("id").where("contact_id", "=", "gone").execute(),
    ).toEqual([]);
  expect(said).not.toMatch(/Note on (?!Ondřej Qvxzendumskij)/);
  expect(said).toContain("erased person nodded twice.");
  expect(said).toContain("Lunch with erased person");
  expect(said).toContain("Call on erased person");
});

test("somebody else of a like name stays as they were, in every row and in the history", async () => {
  const ofOther = async () =>
    (await everything()).split("\n").filter((line) => /"stays"|esa-stays|read-stays/.test(line));
  const before = await ofOther();
  expect(before.length).toBeGreaterThan(8);
  await erasePerson(database);
  expect(await ofOther()).toEqual(before);
});

async function figures() {
  const { read } = database;
  const campaign = { id: "esa", startsOn: "2026-02-02" } as const;
  const period = { from: "2026-02-02", to: DAY } as const;
  const reports = ["esa", "cyber"].map((id) => readCoverageReport(read, { id }, DAY));
  const counts = await sql<{
    n: number;
  }>`select (select count(*) from contact_meeting) as met, (select count(*) from observation) as notes,
    (select count(*) from outreach_event_participant) as there, (select count(*) from reception) as n`.execute(
    read,
  );
  const [level, coverage, activity, known] = await Promise.all([
    readReceptionReport(read, campaign, DAY),
    Promise.all(reports),
    readActivityReport(read, { id: "esa" }, { ...period, now }),
    levelAsKnown(),
  ]);
  return JSON.parse(JSON.stringify({ level, coverage, activity, known, counts: counts.rows }));
}

async function levelAsKnown() {
  const known = await openAsKnown(database.read, new Date("2026-11-15T00:00:00.000Z"));
  try {
    const row = await known.read
      .selectFrom("observation")
      .select((eb) => eb.fn.sum("score").as("sum"))
      .executeTakeFirst();
    return {
      row,
      readings: await known.read
        .selectFrom("stance_reading")
        .select("id")
        .where("contact_id", "is not", null)
        .execute(),
    };
  } finally {
    await known.close();
  }
}

test("levels, coverage and activity are the same before and after, in both campaigns", async () => {
  const before = await figures();
  await erasePerson(database);
  const after = await figures();
  const unnamed = JSON.parse(JSON.stringify(before).replaceAll(NAMED, "erased person"));
  expect({ ...after, known: after.known.row }).toEqual({ ...unnamed, known: before.known.row });
});

test("erasing is not undone, and undoing what was done before brings nothing back", async () => {
  const changes = await database.read
    .selectFrom("change")
    .select("id")
    .where("account_id", "=", "petr")
    .execute();
  const done = await erasePerson(database);
  if (!done.ok) throw new Error("It was refused");
  expect(await undoChange(database, by("ada"), done.changeId)).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
  for (const { id } of changes.toReversed()) await undoChange(database, by("petr"), id);
  expect(await everything()).not.toMatch(new RegExp(`${NAMED.source}|gone-qvx`, "i"));
});

test("a second sending is the same change, a later one finds nobody, and the history says no name", async () => {
  const first = await erasePerson(database, "ada", "once");
  expect(await erasePerson(database, "ada", "once")).toMatchObject({
    ok: true,
    replayed: true,
    changeId: first.ok && first.changeId,
  });
  expect(await erasePerson(database)).toEqual({ ok: false, reason: "not-found" });
  const said = await database.read
    .selectFrom("change")
    .select(["summary", "action"])
    .where("record_id", "=", "gone")
    .execute();
  expect(new Set(said.map(({ summary }) => summary))).toEqual(
    new Set(["Changed a contact, since erased", "Erased a contact"]),
  );
});

test("where another campaign keeps the person, only an administrator erases", async () => {
  expect(await erasePerson(database, "zoe")).toEqual({ ok: false, reason: "kept-elsewhere" });
  expect(await everything()).toContain(PHONE);
  await record(database, async (change) => {
    await change.remove("campaign_contact", "cyber-gone");
    await change.update("outreach_event", "theirs", { title: "A call" }, null);
  });
  const wish = { campaign_id: "cyber", kind: "briefing", wished_at: now.toISOString() } as const;
  await database.change(by("ada"), { submission: null, campaignId: "cyber" }, async (change) => {
    await change.insert("outreach_wish", { id: "wish", title: "Lunch", note: `With ${NAME}`, ...wish });
    change.describe({
      recordKind: "event to place",
      recordId: "wish",
      action: "added",
      summary: "Wished",
      location: "/",
    });
    return { ok: true };
  });
  expect(await erasePerson(database, "zoe")).toEqual({ ok: false, reason: "kept-elsewhere" });
  await database.change(by("ada"), { submission: null, campaignId: "cyber" }, async (change) => {
    await change.erase("outreach_wish", "wish", () => null);
    change.describe({
      recordKind: "event to place",
      recordId: "wish",
      action: "erased",
      summary: "Erased",
      location: "/",
    });
    return { ok: true };
  });
  expect(await erasePerson(database, "zoe")).toMatchObject({ ok: true });
});

test("a contact that was changed meanwhile, or stands on a public list, is not erased", async () => {
  const seen = await versionShown(database);
  await record(database, (change) =>
    change.update("campaign_contact", "esa-gone", { note: "New" }, null).then(() => undefined),
  );
  const target = { campaignId: "esa", contactId: "gone" };
  const traces = await readTraces(database.read, "gone", null);
  const asked = { target, day: DAY, seenIn: [], traces } as const;
  const tried = (shown: number) =>
    database.change(by("ada"), { submission: null, campaignId: "esa" }, (change) =>
      eraseContact(change, { ...asked, version: shown }),
    );
  expect(await tried(seen)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  await record(database, (change) =>
    change.update("contact", "gone", { key: "N000009" }, null).then(() => undefined),
  );
  expect(await tried(await versionShown(database))).toEqual({ ok: false, reason: "public-record" });
});

test("the history is read in stretches before an erasure, and within it only what came since", async () => {
  const found = await readTraces(database.read, "gone", null);
  expect(await readTraces(database.read, "gone", null, 1)).toEqual(found);
  expect(found.kept.length).toBeGreaterThan(3);
  // Whoever is told that nothing was found there does not look again.
  const none = { ...found, kept: [], changes: [] };
  expect(await readTraces(database.read, "gone", none)).toEqual(none);
  await record(database, (change) =>
    change.update("outcome", "noted", { said: `${NAME} left.` }, null).then(() => undefined),
  );
  const since = await readTraces(database.read, "gone", none);
  expect(since.kept.map(({ table, id }) => `${table} ${id}`)).toEqual(["outcome noted"]);
});

test("what was written of somebody after the history was read is erased too, under another name as well", async () => {
  const found = await readTraces(database.read, "gone", null);
  await record(database, async (change) => {
    await change.update("outcome", "noted", { said: `${NAME} and Olda Qvxzendumsk left.` }, null);
    await change.update("contact", "gone", { name: "Olda Qvxzendumsk" }, null);
  });
  expect(await erasePerson(database, "ada", null, found)).toMatchObject({ ok: true });
  const said = await everything();
  for (const name of [NAME, OLD_NAME, "Olda Qvxzendumsk"])
    expect(said).not.toMatch(new RegExp(`${name}(?!ij)`));
});

test("a calendar file that comes again brings no erased name back, and names nobody as taking part", async () => {
  const file = calendarFile(
    eventLines("call", `SUMMARY:Coffee with ${NAME}`, `ATTENDEE:mailto:gone-${EMAIL}`),
  );
  const options = {
    clock: null,
    homeZone: "Europe/Prague",
    firstDay: "2026-02-02",
    lastDay: "2027-06-30",
  } as const;
  const reading = readCalendarFile(new TextEncoder().encode(file), options);
  if (!reading.ok) throw new Error(reading.sentence);
  const as = {
    campaignId: "esa",
    kind: "internal",
    handling: "TLP:AMBER",
    ownerAccountId: null,
    now,
  } as const;
  const take = () =>
    database.change(by("petr"), { submission: null, campaignId: "esa" }, (change) =>
      takeCalendar(change, reading, as, { shown: null, takeFile: new Set(), mayEnd: true }),
    );
  const taken = () =>
    database.read
      .selectFrom("outreach_event as event")
      .leftJoin("outreach_event_participant as part", "part.outreach_event_id", "event.id")
      .select(["event.title", "part.contact_id"])
      .where("event.title", "like", "Coffee with %")
      .execute();
  expect((await take()).ok).toBe(true);
  expect(await taken()).toEqual([{ title: `Coffee with ${NAME}`, contact_id: null }]);
  await erasePerson(database);
  expect(await take()).toMatchObject({ ok: false, reason: "nothing-to-change" });
  expect(await taken()).toEqual([{ title: "Coffee with erased person", contact_id: null }]);
});
