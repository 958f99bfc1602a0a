import { isDeepStrictEqual } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { packNotes } from "#app/campaign/effectiveness/packed-notes.server.ts";
import { REMEMBERED_COPIES, type RememberedCopy } from "#app/server/remembered-copies.server.ts";
import type { RecordedTable } from "#db/change.server.ts";
import { differingCopies, rebuildCopies, STORED_COPIES } from "#db/copies.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { openReader } from "#db/reader.server.ts";
import type { Schema } from "#db/schema.ts";
import { type Connection, openConnection } from "#db/sqlite3-connection.server.ts";
import { DEMO_CAMPAIGN, demoPath } from "../support/demo.ts";
import { diceOf } from "../support/random-dice.ts";
import { playerOf } from "../support/random-play.ts";

const DAY = "2026-11-10";

let path: string;
let database: Database;

beforeAll(async () => {
  path = await demoPath();
  database = await openDatabase(path);
  await packNotes(database, 1);
});

/** What copies are made of, where it is no copy itself. */
const RECORDS = [...new Set([...STORED_COPIES, ...REMEMBERED_COPIES].flatMap(({ of }) => of))].filter(
  isRecorded,
);

function isRecorded(table: keyof Schema): table is RecordedTable {
  return !STORED_COPIES.some((copy) => copy.table === table);
}

async function onConnection<T>(
  purpose: "inspecting" | "writing",
  work: (connection: Connection) => Promise<T>,
) {
  const connection = await openConnection(path, purpose, new Map());
  return work(connection).finally(() => connection.close());
}

const differing = () => onConnection("inspecting", differingCopies);

/** The same, asked of a handle that has kept nothing. */
async function askedAfresh(copy: RememberedCopy): Promise<unknown> {
  const { read, close } = await openReader(path);
  return copy.ask(read, DEMO_CAMPAIGN, DAY).finally(close);
}

/** Whoever asks is given what is kept, and another time what is not. */
function rememberedOf(copy: RememberedCopy): () => Promise<boolean> {
  let last: { counter: number; made: unknown } | null = null;
  return async () => {
    const made = await askedAfresh(copy);
    if (copy.counter === null)
      return isDeepStrictEqual(await copy.ask(database.read, DEMO_CAMPAIGN, DAY), made);
    const counter = await copy.counter(database.read, DEMO_CAMPAIGN);
    const isRight = last?.counter !== counter || isDeepStrictEqual(last.made, made);
    last = { counter, made };
    return isRight;
  };
}

test("what a copy is made of is what its query reads, and nothing else", async () => {
  const tables = (await database.read.introspection.getTables()).map(({ name }) => name);
  const views = await onConnection("inspecting", (connection) =>
    connection.all("select name, sql from sqlite_schema where type = 'view'", []),
  );
  const written = (made: string) =>
    views.reduce((text, { name, sql }) => text.replace(` ${name}`, ` (${sql})`), made);
  const reads = (made: string) =>
    tables.filter((table) => RegExp(`\\b(from|join) ${table}\\b`, "i").test(written(made)));
  const declared = STORED_COPIES.map(({ table, of }) => ({ table, of: [...of].sort() }));
  expect(declared).toEqual(STORED_COPIES.map(({ table, made }) => ({ table, of: reads(made).sort() })));
});

test.for(RECORDS)("whatever is edited in %s, every copy says what it is made of", async (table) => {
  const edits = await playerOf(database, diceOf(11)).editEachColumn(table);
  expect({ edits, differing: await differing() }).toEqual({ edits, differing: [] });
});

test("whatever is edited, removed or undone, every copy says what it is made of", async () => {
  const { play } = playerOf(database, diceOf(7));
  const remembered = REMEMBERED_COPIES.map((copy) => ({ name: copy.name, isRight: rememberedOf(copy) }));
  const done: string[] = [];
  for (let step = 0; step < 50; step += 1) {
    const what = await play(RECORDS);
    done.push(what);
    const wrong = await differing();
    for (const { name, isRight } of remembered) if (!(await isRight())) wrong.push(name);
    expect({ step, what, wrong }).toEqual({ step, what, wrong: [] });
  }
  for (const kind of ["undo", "remove"])
    expect(done.some((what) => what.startsWith(kind) && !what.endsWith("(refused)"))).toBe(true);
});

test.for(STORED_COPIES)(
  "$table: what says something else is found, and made anew",
  async ({ name, table }) => {
    await packNotes(database, 1);
    await onConnection("writing", async (connection) => {
      const [{ count } = { count: 0 }] = await connection.all(`select count(*) as count from ${table}`, []);
      expect(count).toBeGreaterThan(0);
      const [first] = await connection.all(
        `select name from pragma_table_info(?) where type = 'TEXT' order by cid limit 1`,
        [table],
      );
      await connection.execute(`update ${table} set ${first?.name} = 'another' || ${first?.name}
      where (select count(*) from ${table}) > 0 and ${first?.name} = (select min(${first?.name}) from ${table})`);
      expect(await differingCopies(connection)).toContain(name);
      await connection.execute("begin immediate");
      await rebuildCopies(connection);
      await connection.execute("commit");
      expect(await differingCopies(connection)).toEqual([]);
    });
  },
);

test("a word that Find lost is found missing, and is found again once it is made anew", async () => {
  await onConnection("writing", async (connection) => {
    const [entry] = await connection.all(
      "select id, title, body from search_entry where title <> '' limit 1",
      [],
    );
    await connection.run(
      "insert into search_text (search_text, rowid, title, body) values ('delete', ?, ?, ?)",
      [entry?.id, entry?.title, entry?.body],
    );
    expect(await differingCopies(connection)).toEqual(["the words of Find"]);
    await rebuildCopies(connection);
    expect(await differingCopies(connection)).toEqual([]);
  });
});
