import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { type Database, openDatabase, openExistingDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";
import { type Migration, migrations } from "#migrations/index.ts";
import { system, unsent } from "../support/author.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase, freshPath } from "../support/database.ts";

/** What later versions might bring. A renamed column is renamed in the history too, or what was done is not undone. */
const column: Migration = {
  name: "9001-a-column",
  sql: "alter table audience add column region text not null default 'Washington'",
};
const renamed: Migration = {
  name: "9002-a-name",
  sql: `alter table audience rename column side to wing;
    update change_row set before_json = json_remove(json_set(before_json, '$.wing', before_json ->> '$.side'), '$.side'),
      after_json = json_remove(json_set(after_json, '$.wing', after_json ->> '$.side'), '$.side')
    where table_name = 'audience';
    create table audience_in_region (region text primary key, number integer not null) strict;
    insert into audience_in_region select region, count(*) from audience group by region;
    create trigger audience_in_region_added after insert on audience begin
      insert into audience_in_region values (new.region, 1) on conflict do update set number = number + 1;
    end`,
};
const broken: Migration = {
  name: "9002-broken",
  sql: "alter table audience add column place text; select * from nowhere",
};
const leadingNowhere: Migration = {
  name: "9002-leading-nowhere",
  sql: "insert into session values ('h', 'nobody', '', '', null)",
};

/** A file of this version, with an audience that was renamed; and the change that renamed it. */
async function ofThisVersion(): Promise<{ path: string; renaming: string }> {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "A council");
  const { changeId } = await database.change(system, unsent, async (change) => {
    await change.update("audience", id, { name: "The council" }, null);
    const what = { recordKind: "audience", recordId: id, action: "edited", summary: "Renamed" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
  await database.close();
  return { path: database.path, renaming: changeId };
}

async function at<T>(path: string, steps: readonly Migration[], ask: (database: Database) => Promise<T>) {
  const database = await openDatabase(path, steps);
  return ask(database).finally(() => database.close());
}

const audiences = async ({ read }: Database) => (await sql`select * from audience`.execute(read)).rows;
const ledger = async ({ read }: Database) =>
  (await sql<{ name: string }>`select name from migration order by rowid`.execute(read)).rows.map(
    ({ name }) => name,
  );

async function backupsOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(`${basename(path)}.before-`))
    .map((name) => join(dirname(path), name));
}

test("a file of this version is brought forward step by step, after a checked backup of what was there", async () => {
  const { path, renaming } = await ofThisVersion();
  const later = [...migrations, column, renamed];
  const [before] = await at(path, migrations, audiences);
  expect(await backupsOf(path)).toEqual([]);
  const { side, ...kept } = before as { side: null };
  const forward = { ...kept, wing: side, region: "Washington" };
  expect(await at(path, later, audiences)).toEqual([forward]);
  expect(await at(path, later, ledger)).toEqual(later.map(({ name }) => name));
  const [backup = "", ...more] = await backupsOf(path);
  expect(more).toEqual([]);
  expect(basename(backup)).toContain(`.before-${column.name}-`);
  expect(await at(backup, migrations, audiences)).toEqual([before]);
  // Changes before the steps can be undone after them.
  expect(await at(path, later, (database) => undoChange(database, system, renaming))).toMatchObject({
    ok: true,
  });
  expect(await at(path, later, audiences)).toMatchObject([{ name: "A council", region: "Washington" }]);
});

test.for([
  { step: broken, says: "no such table" },
  { step: leadingNowhere, says: "The step 9002-leading-nowhere leaves 1 references broken" },
])("the step $step.name fails, and leaves the file at the step before", async ({ step, says }) => {
  const { path } = await ofThisVersion();
  await expect(openDatabase(path, [...migrations, column, step])).rejects.toThrow(says);
  const there = [...migrations, column];
  expect(await at(path, there, ledger)).toEqual(there.map(({ name }) => name));
  expect(await at(path, there, audiences)).toMatchObject([{ name: "The council", region: "Washington" }]);
});

test("a table that a step makes anew loses nothing that points to it, and references count again afterwards", async () => {
  const { path } = await ofThisVersion();
  const forum: Migration = {
    name: "9001-forum",
    sql: `create table forum (id text primary key) strict; insert into forum values ('f');
      create table forum_seat (forum_id text not null references forum on delete cascade) strict;
      insert into forum_seat values ('f')`,
  };
  const anew: Migration = {
    name: "9002-forum-anew",
    sql: `create table forum_kept as select * from forum; drop table forum;
      create table forum (id text primary key, name text not null default '') strict;
      insert into forum (id) select id from forum_kept; drop table forum_kept`,
  };
  const database = await openDatabase(path, [...migrations, forum, anew]);
  expect((await sql`select * from forum_seat`.execute(database.read)).rows).toEqual([{ forum_id: "f" }]);
  const session = { id_hash: "h", account_id: "nobody", created_at: "", last_seen_at: "" };
  await expect(
    database.writeUnrecorded((write) => write.insertInto("session").values(session).execute()),
  ).rejects.toThrow("FOREIGN KEY");
  await database.close();
});

test("a step edited after it has landed is refused", async () => {
  const { path } = await ofThisVersion();
  const edited = migrations.map((step) => ({ ...step, sql: `${step.sql} -- a word` }));
  await expect(openDatabase(path, edited)).rejects.toBeInstanceOf(DatabaseRefused);
});

test("what opens only what is there refuses an older schema, and leaves it as it is", async () => {
  const { path } = await ofThisVersion();
  const before = await readFile(path);
  await expect(openExistingDatabase(path, [...migrations, column])).rejects.toThrow(
    `${path} has the schema of an older version, without ${column.name}: start the server once`,
  );
  expect((await readFile(path)).equals(before)).toBe(true);
  expect(await backupsOf(path)).toEqual([]);
});

test.for([
  ["a new file", freshPath],
  ["a file of this version", async () => (await ofThisVersion()).path],
] as const)("two starts at once on %s take each step once", async ([, make]) => {
  const path = await make();
  const later = [...migrations, column, renamed];
  // Both in the same millisecond.
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const [one, two] = await Promise.all([openDatabase(path, later), openDatabase(path, later)]);
  expect(await ledger(one)).toEqual(later.map(({ name }) => name));
  await Promise.all([one.close(), two.close()]);
});

test("a new file may be read by its owner only", async () => {
  const path = await freshPath();
  await at(path, migrations, ledger);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});
