import { expect, test } from "vitest";
import { rowKeeper } from "#db/kept-rows.server.ts";
import { type Connection, openConnection } from "#db/sqlite3-connection.server.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase } from "../support/database.ts";
import { atEndOfFile } from "../support/end-of-file.ts";

const NAMES = "select name from audience order by name";
/** A connection that keeps what it read, what it asked of SQLite, and how to hold its next read back. */
async function keptReading(path: string) {
  const bare = await openConnection(path, "reading", new Map());
  const counter = await openConnection(path, "reading", new Map());
  atEndOfFile(() => bare.close());
  atEndOfFile(() => counter.close());
  const asked: string[] = [];
  let held: Promise<void> | null = null;
  const watched: Connection = {
    ...bare,
    async all(sql, parameters) {
      asked.push(sql);
      const rows = await bare.all(sql, parameters);
      await held;
      return rows;
    },
  };
  const keeper = rowKeeper(counter);
  const hold = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    return () => {
      held = null;
      resolve();
    };
  };
  return { reading: keeper.over(watched), keeper, asked, hold };
}

test("what is asked again is answered without SQLite, until another connection has written", async () => {
  const database = await freshDatabase();
  await addAudience(database, "First");
  const { reading, asked } = await keptReading(database.path);
  const [one, two] = await Promise.all([reading.all(NAMES, []), reading.all(NAMES, [])]);
  expect(await reading.all(NAMES, [])).toEqual(one);
  expect([one, two]).toEqual([[{ name: "First" }], [{ name: "First" }]]);
  expect(asked).toEqual([NAMES]);
  await addAudience(database, "Second");
  expect(await reading.all(NAMES, [])).toEqual([{ name: "First" }, { name: "Second" }]);
  expect(asked).toEqual([NAMES, NAMES]);
});

test("other values are another read, and what text cannot stand for is not kept", async () => {
  const database = await freshDatabase();
  const { reading, asked } = await keptReading(database.path);
  const value = (given: unknown) => reading.all("select ? as value", [given]);
  expect([await value("1"), await value(1), await value(null)]).toEqual([
    [{ value: "1" }],
    [{ value: 1 }],
    [{ value: null }],
  ]);
  expect(asked).toHaveLength(3);
  const bytes = Buffer.from("ab");
  await value(bytes);
  await value(bytes);
  expect(asked).toHaveLength(5);
});

test("a read that was under way while something was written is not handed out afterwards", async () => {
  const database = await freshDatabase();
  const { reading, hold } = await keptReading(database.path);
  const letGo = hold();
  const slow = reading.all(NAMES, []);
  await new Promise((resolve) => setImmediate(resolve));
  await addAudience(database, "Later");
  letGo();
  expect(await reading.all(NAMES, [])).toEqual([{ name: "Later" }]);
  expect(await slow).toEqual([]);
  expect(await reading.all(NAMES, [])).toEqual([{ name: "Later" }]);
});

test("what is written here is seen in the same breath", async () => {
  const database = await freshDatabase();
  const { reading, keeper, asked } = await keptReading(database.path);
  await reading.all(NAMES, []);
  keeper.forget();
  await reading.all(NAMES, []);
  expect(asked).toHaveLength(2);
  await database.read.selectFrom("audience").select("name").execute();
  await addAudience(database, "Mine");
  expect(await database.read.selectFrom("audience").select("name").execute()).toEqual([{ name: "Mine" }]);
});

test("rows are shared, so nobody may change them, and each has a list of its own", async () => {
  const database = await freshDatabase();
  await addAudience(database, "First");
  const { reading } = await keptReading(database.path);
  const rows = await reading.all(NAMES, []);
  expect(() => Object.assign(rows[0] ?? {}, { name: "Other" })).toThrow(TypeError);
  rows.pop();
  expect(await reading.all(NAMES, [])).toEqual([{ name: "First" }]);
});

test("a read that failed is asked again, and what is kept has an end", async () => {
  const database = await freshDatabase();
  const { reading, asked } = await keptReading(database.path);
  await expect(reading.all("select name from nowhere", [])).rejects.toThrow("nowhere");
  await expect(reading.all("select name from nowhere", [])).rejects.toThrow("nowhere");
  expect(asked).toHaveLength(2);
  const many = (rows: number, name: string) =>
    reading.all(
      `with recursive n(value) as (select 1 union all select value + 1 from n where value < ?)
       select value, '${name}' as name from n`,
      [rows],
    );
  await many(10_001, "too many for one");
  await many(10_001, "too many for one");
  expect(asked).toHaveLength(4);
  for (let list = 0; list < 20; list += 1) await many(9_000, `list ${list}`);
  const before = asked.length;
  await many(9_000, "list 19");
  expect(asked).toHaveLength(before);
  await many(9_000, "list 0");
  expect(asked).toHaveLength(before + 1);
});
