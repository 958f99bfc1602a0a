import { mkdir, writeFile } from "node:fs/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type DatabaseTrouble, troubleOf } from "#db/database-trouble.server.ts";
import { openConnection } from "#db/sqlite3-connection.server.ts";
import { mayRunInline, type Paces, rememberPace } from "#db/statement-pace.server.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase, freshPath } from "../support/database.ts";

const settings: readonly [string, unknown][] = [
  ["journal_mode", "wal"],
  ["synchronous", 2],
  ["busy_timeout", 5000],
  ["foreign_keys", 1],
  ["trusted_schema", 0],
  ["secure_delete", 1],
  ["cell_size_check", 1],
];

test.each(["writing", "reading"] as const)(
  "a connection for %s keeps the settings of the house",
  async (purpose) => {
    const { path } = await freshDatabase();
    const connection = await openConnection(path, purpose, new Map());
    for (const [name, expected] of settings) {
      const [row] = await connection.all(`pragma ${name}`, []);
      expect(Object.values(row ?? {})).toEqual([expected]);
    }
    await connection.close();
  },
);

test("reading leaves no transaction open: the next read sees the next change, and the log can be folded in", async () => {
  const database = await freshDatabase();
  for (const name of ["First", "Second", "Third"]) {
    await addAudience(database, name);
    const rows = await database.read.selectFrom("audience").select("name").orderBy("name").execute();
    expect(rows.map((row) => row.name)).toContain(name);
    await database.read.selectFrom("audience").select("name").executeTakeFirst();
  }
  const connection = await openConnection(database.path, "writing", new Map());
  expect(await connection.all("pragma wal_checkpoint(truncate)", [])).toEqual([
    { busy: 0, log: 0, checkpointed: 0 },
  ]);
  await connection.close();
});

/** What is done first: a statement that counts so far, or twenty quick ones that begin after it. */
async function doneFirst(counted: number): Promise<"slow" | "quick"> {
  const database = await freshDatabase();
  const slow = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${counted}) select count(*) from n`;
  const order: ("slow" | "quick")[] = [];
  const slowly = slow.execute(database.read).then(() => order.push("slow"));
  for (let count = 0; count < 20; count += 1)
    await database.read.selectFrom("account").select("id").executeTakeFirstOrThrow();
  order.push("quick");
  await slowly;
  return order[0] ?? "slow";
}

test("a slow statement runs beside quick ones and does not hold them up", async () => {
  // Were they held up, the quick ones would be done last however far the slow one counts.
  let first = await doneFirst(1_000_000);
  for (let counted = 4_000_000; first === "slow" && counted <= 64_000_000; counted *= 4)
    first = await doneFirst(counted);
  expect(first).toBe("quick");
});

test("quick statements, one after the other without an end, let others in between", async () => {
  const database = await freshDatabase();
  const allQuick = Object.assign(new Map(), { get: () => "quick" as const });
  const connection = await openConnection(database.path, "reading", allQuick);
  const ask = () => connection.all("select id from account", []);
  for (let count = 0; count < 20; count += 1) await ask();
  let isLetIn = false;
  setImmediate(() => {
    isLetIn = true;
  });
  for (let count = 0; count < 20_000 && !isLetIn; count += 1) await ask();
  expect(isLetIn).toBe(true);
  await connection.close();
});

test("a quick statement that waited behind a slow one is still taken for quick", async () => {
  const database = await freshDatabase();
  const paces: Paces = new Map();
  const connection = await openConnection(database.path, "reading", paces);
  const quick = "select id from account";
  paces.set(quick, "quick");
  const slow =
    "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000) select count(*) from n";
  const start = performance.now();
  await Promise.all([connection.all(slow, []), connection.all(quick, [])]);
  expect(performance.now() - start).toBeGreaterThan(4);
  expect(mayRunInline(paces, quick)).toBe(true);
  await connection.close();
});

test("what was slow once is tried again after ten runs in a worker, unless those are slow as well", () => {
  const inlineAfter = (runs: number, milliseconds: number) => {
    const paces: Paces = new Map([["asked", "quick"]]);
    rememberPace(paces, "asked", 30, true);
    for (let run = 0; run < runs; run += 1) rememberPace(paces, "asked", milliseconds, false);
    return mayRunInline(paces, "asked");
  };
  expect([0, 9, 10].map((runs) => inlineAfter(runs, 7))).toEqual([false, false, true]);
  expect([10, 100].map((runs) => inlineAfter(runs, 25))).toEqual([false, false]);
  expect(inlineAfter(1, 1)).toBe(true);
});

const troubles: readonly [string, DatabaseTrouble | null][] = [
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_FULL", "cannot write"],
  ["SQLITE_IOERR", "cannot write"],
  ["SQLITE_READONLY", "cannot write"],
  ["SQLITE_CANTOPEN", "cannot read"],
  ["SQLITE_CORRUPT", "damaged"],
  ["SQLITE_NOTADB", "damaged"],
  ["SQLITE_CONSTRAINT", null],
];

test.each(troubles)("%s means %s", (primaryCode, trouble) => {
  expect(troubleOf(Object.assign(new Error("from the driver"), { primaryCode }))).toBe(trouble);
});

test("a full disk keeps writes out until there is room again, and reads go on", async () => {
  const database = await freshDatabase();
  // A limit on the pages of the file is what a full disk looks like; it holds for the one connection that writes.
  const limit = (pages: number) =>
    database.writeUnrecorded((write) => sql.raw(`pragma max_page_count = ${pages}`).execute(write));
  await limit(1);
  const name = "x".repeat(1_000_000);
  const refused = await addAudience(database, name).catch((error: unknown) => troubleOf(error));
  expect(refused).toBe("cannot write");
  expect(database.condition()).toBe("cannot write");
  expect(await database.read.selectFrom("audience").selectAll().execute()).toEqual([]);
  await limit(1_000_000);
  await addAudience(database, "Room again");
  expect(database.condition()).toBe("ready");
});

test("a file that does not answer is said to be unreadable until what failed is read", async () => {
  const database = await freshDatabase();
  const folder = `${await freshPath()}-unmounted`;
  // Opening another file is reading to SQLite; here the folder of it is not there.
  const look = () => sql.raw(`attach '${folder}/other.sqlite' as other`).execute(database.read);
  const failed = await look().catch((error: unknown) => troubleOf(error));
  expect(failed).toBe("cannot read");
  await database.read.selectFrom("account").select("id").execute();
  expect(await database.lookAgain()).toBe("cannot read");
  await addAudience(database, "Written all the same");
  expect(database.condition()).toBe("cannot read");
  await mkdir(folder);
  await writeFile(`${folder}/other.sqlite`, "");
  expect(await database.lookAgain()).toBe("ready");
});

test("a write that found a file unreadable is not done again: the database is ready once it is read", async () => {
  const database = await freshDatabase();
  const beside = await freshPath();
  // A folder in the place of its journal is what keeps a file from being opened to write.
  await mkdir(`${beside}-journal`);
  const failed = await database
    .writeUnrecorded(async (write) => {
      await sql.raw(`attach '${beside}' as beside`).execute(write);
      await sql.raw("create table beside.paper (id text)").execute(write);
    })
    .catch((error: unknown) => troubleOf(error));
  expect([failed, database.condition()]).toEqual(["cannot read", "cannot read"]);
  expect(await database.lookAgain()).toBe("ready");
});
