import { readFile, writeFile } from "node:fs/promises";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { readActivityReport } from "#app/campaign/activity/store.server.ts";
import { readCoverageReport } from "#app/campaign/coverage/store.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { eraseContact } from "#app/campaign/erasure/store.server.ts";
import { listFound, tidySearch } from "#app/campaign/find/search.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { insertKeptForm } from "#app/http/forms-over-sign-in.server.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import { backUp } from "#db/backup.server.ts";
import type { Author, Change } from "#db/change.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import {
  addOutreachCampaign,
  addPlan,
  addReading,
  record,
} from "../../support/builders/outreach-campaign.ts";
import { freshDatabase, freshPath } from "../../support/database.ts";

const NAME = "Ondřej Qvxzendumsk";
const OLD_NAME = "Ondra Qvxzendumsk";
const NAMED = new RegExp(`(?:${NAME}|${OLD_NAME})(?!ij)`, "gi");
const EMAIL = "qvxzen@wkjpress.example";
const PHONE = "+1 202 555 73519";
const DAY = "2026-11-20";
const now = new Date("2026-11-20T17:00:00.000Z");
const by = (accountId: string): Author => ({ accountId, channel: "web", now });

let database: Database;

/** Two campaigns share a person, who stands wherever a name can stand; Petr writes in one, Ada in both, and administers. */
beforeEach(async () => {
  database = await freshDatabase();
  await addOutreachCampaign(database);
  await addCampaign(database, "cyber");
  await addAccount(database, "Ada", { esa: "officer", cyber: "officer" });
  await addAccount(database, "Zoe", { esa: "officer" });
  await asPetr("added", `Added: ${OLD_NAME}`, (change) => addPeople(change));
  await asPetr("edited", `Saved: ${NAME}`, async (change) => {
    await change.update("contact", "gone", { name: NAME, sort_name: "qvxzendumsk, ondrej" }, null);
  });
  await asPetr("edited", "Saved: the note", async (change) => {
    await change.update("outcome", "noted", { said: `${NAME} nodded.` }, null);
    await change.update("outcome", "noted", { said: `${NAME.toUpperCase()} nodded twice.` }, null);
    await change.update("follow_up", "promise", { text: `Write to ${OLD_NAME}` }, null);
  });
  await record(database, (change) =>
    change.update("account", "ada", { is_administrator: 1 }, null).then(() => undefined),
  );
});

function asPetr(action: string, summary: string, work: (change: Change) => Promise<void>) {
  return database.change(by("petr"), { submission: null, campaignId: "esa" }, async (change) => {
    await work(change);
    change.describe({ recordKind: "contact", recordId: "gone", action, summary, location: "/" });
    return { ok: true };
  });
}

async function addPeople(change: Change): Promise<void> {
  const person = { purpose: "engagement plan", source: "card of Qvxzendumsk" } as const;
  for (const [id, name] of [
    ["gone", OLD_NAME],
    ["stays", "Ondřej Qvxzendumskij"],
  ] as const) {
    await change.insert("contact", {
      ...{
        id,
        name,
        sort_name: name.toLowerCase(),
        ...person,
        title: "Director of Qvxzendumsk",
        email: `${id}-${EMAIL}`,
      },
      ...{
        phone: id === "gone" ? PHONE : "+1 202 555 0000",
        informed_on: "2026-03-03",
        is_elected_or_appointed: 1,
      },
    });
    await change.insert("audience_contact", { id: `in-${id}`, audience_id: "minority", contact_id: id });
    for (const campaign_id of ["esa", "cyber"])
      await change.insert("campaign_contact", {
        id: `${campaign_id}-${id}`,
        campaign_id,
        contact_id: id,
        note: `Note on ${name}`,
      });
    await addReading(change, `read-${id}`, { stance: 4, contact_id: id });
    await change.insert("outreach_event_participant", {
      ...{
        id: `met-${id}`,
        outreach_event_id: "meeting",
        contact_id: id,
        reply: "accepted",
        attendance: "attended",
      },
    });
  }
  await change.insert("reception", {
    ...{
      id: "heard",
      outcome_id: "noted",
      key_message_id: "m2",
      audience_id: "minority",
      contact_id: "gone",
    },
    ...{ scope: "contact", score: 2, wording: null, message_revision_id: null },
  });
  await addPlan(change, "lunch");
  await change.update("outreach_event", "lunch", { title: `Lunch with ${OLD_NAME}` }, null);
  await addPlan(change, "theirs", { campaign_id: "cyber" });
  await change.update("outreach_event", "theirs", { title: `Call on ${NAME}` }, null);
  await change.insert("follow_up", {
    ...{
      id: "promise",
      campaign_id: "esa",
      promised_by: "us",
      due_on: "2026-12-01",
      text: `Ring ${NAME}`,
      contact_id: "gone",
    },
  });
  await change.insertUnrecorded("mail", {
    ...{
      id: "letter",
      account_id: "petr",
      campaign_id: "esa",
      kind: "follow-ups due",
      path: "/",
      once_key: null,
    },
    ...{
      subject_title: `Ring ${NAME}`,
      content_json: JSON.stringify({ text: `Ring ${NAME}` }),
      queued_at: now.toISOString(),
      next_try_at: now.toISOString(),
    },
  });
}

async function version(): Promise<number> {
  const row = await database.read
    .selectFrom("contact")
    .innerJoin("campaign_contact as mine", "mine.contact_id", "contact.id")
    .select((eb) => eb("contact.version", "+", eb.ref("mine.version")).as("version"))
    .where("mine.id", "=", "esa-gone")
    .executeTakeFirstOrThrow();
  return Number(row.version);
}

async function erase(accountId = "ada", submission: string | null = null) {
  const asked = {
    target: { campaignId: "esa", contactId: "gone" },
    version: await version(),
    day: DAY,
  } as const;
  return database.change(by(accountId), { submission, campaignId: "esa" }, (change) =>
    eraseContact(change, { ...asked, seenIn: ["esa"] }),
  );
}

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
  expect(await erase()).toMatchObject({ ok: true });
  const said = await everything();
  for (const word of [NAME, NAME.toUpperCase(), OLD_NAME, `gone-${EMAIL}`, PHONE, "qvxzendumsk, ondrej"])
    expect(said).not.toMatch(new RegExp(`${word.replaceAll("+", "\\+")}(?!ij)`));
  expect(said).toContain("erased person nodded twice.");
  expect(said).toContain("Lunch with erased person");
  expect(said).toContain("Call on erased person");
});

test("somebody else of a like name stays as they were, in every row and in the history", async () => {
  const ofOther = async () =>
    (await everything()).split("\n").filter((line) => /"stays"|esa-stays|read-stays/.test(line));
  const before = await ofOther();
  expect(before.length).toBeGreaterThan(8);
  await erase();
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
    readActivityReport(read, { id: "esa", ...period } as never, period as never, now as never).catch(
      () => null,
    ),
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
  await erase();
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
  const done = await erase();
  if (!done.ok) throw new Error("It was refused");
  expect(await undoChange(database, by("ada"), done.changeId)).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
  for (const { id } of changes.toReversed()) await undoChange(database, by("petr"), id);
  expect(await everything()).not.toMatch(new RegExp(`${NAMED.source}|gone-qvx`, "i"));
});

test("a second sending is the same change, a later one finds nobody, and the history says no name", async () => {
  const first = await erase("ada", "once");
  expect(await erase("ada", "once")).toMatchObject({
    ok: true,
    replayed: true,
    changeId: first.ok && first.changeId,
  });
  expect(await erase()).toEqual({ ok: false, reason: "not-found" });
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
  expect(await erase("zoe")).toEqual({ ok: false, reason: "kept-elsewhere" });
  expect(await everything()).toContain(PHONE);
  await record(database, async (change) => {
    await change.remove("campaign_contact", "cyber-gone");
    await change.update("outreach_event", "theirs", { title: "A call" }, null);
  });
  expect(await erase("zoe")).toMatchObject({ ok: true });
});

test("a contact that was changed meanwhile, or stands on a public list, is not erased", async () => {
  const seen = await version();
  await record(database, (change) =>
    change.update("campaign_contact", "esa-gone", { note: "New" }, null).then(() => undefined),
  );
  const asked = { target: { campaignId: "esa", contactId: "gone" }, day: DAY, seenIn: [] } as const;
  const tried = (shown: number) =>
    database.change(by("ada"), { submission: null, campaignId: "esa" }, (change) =>
      eraseContact(change, { ...asked, version: shown }),
    );
  expect(await tried(seen)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  await record(database, (change) =>
    change.update("contact", "gone", { key: "N000009" }, null).then(() => undefined),
  );
  expect(await tried(await version())).toEqual({ ok: false, reason: "public-record" });
});

test("neither the file, its log nor a backup holds a byte of the person, and the file opens after a sudden end", async () => {
  await erase();
  await tidySearch(database);
  const copy = await backUp(database.path, await freshPath());
  const files = await Promise.all(
    [database.path, `${database.path}-wal`, copy.path].map((path) => readFile(path)),
  );
  for (const bytes of files)
    for (const word of [NAME, NAME.toUpperCase(), OLD_NAME, `gone-${EMAIL}`, PHONE])
      expect(wholeIn(bytes, word)).toBe(false);
  const [file, log] = files;
  if (file === undefined || log === undefined) throw new Error("A file is missing");
  const left = await freshPath();
  await writeFile(left, file);
  await writeFile(`${left}-wal`, log);
  const again = await openDatabase(left);
  expect(await listFound(again.read, ["qvxzendumsk"], ["esa", "cyber"])).toMatchObject({
    rows: [{ id: "stays" }],
  });
  await again.close();
});

/** Whether the bytes hold a text that is not the beginning of the longer name of somebody else. */
function wholeIn(bytes: Buffer, word: string): boolean {
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1))
    if (bytes.subarray(at + Buffer.byteLength(word)).toString("latin1", 0, 2) !== "ij") return true;
  return false;
}
