import sqlite3 from "sqlite3";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { datesOutsideInWords, listDatesOutside } from "#db/dates-outside.server.ts";
import { demoPath } from "../support/demo.ts";
import { startedProcess } from "../support/process.ts";
import { ask } from "../support/raw-http.ts";

/** The sample, with what another program wrote into it. */
async function spoiltSample(...statements: string[]): Promise<string> {
  const path = await demoPath();
  const native = await sqlite3.open(path);
  for (const statement of statements) await native.exec(statement);
  await native.close();
  return path;
}

test("dates outside the calendar are named at start with their column and number, and the server answers", async () => {
  const path = await spoiltSample(
    "UPDATE follow_up SET due_on = '9999-12-31' WHERE id IN (SELECT id FROM follow_up ORDER BY id LIMIT 2)",
    "UPDATE campaign SET starts_on = '0001-01-01' WHERE id = 'european-strategic-autonomy'",
  );
  const database = await openDatabase(path);
  expect((await listDatesOutside(database.read)).map(datesOutsideInWords)).toEqual([
    "campaign.starts_on holds 1 date outside 1 Jan 1900 to 31 Dec 2199: correct the records, until then nothing is counted from them.",
    "follow_up.due_on holds 2 dates outside 1 Jan 1900 to 31 Dec 2199: correct the records, until then nothing is counted from them.",
  ]);
  await database.close();
  const server = startedProcess("app/server/start.ts", { environment: { PORT: "0", DATABASE_PATH: path } });
  const [, address = ""] = await server.said(/Demarche is at (http:\S+)/);
  await server.said(/follow_up\.due_on holds 2 dates/);
  expect((await ask(address, "/healthz")).status).toBe(200);
  server.stop("SIGTERM");
  expect((await server.ended).code).toBe(0);
});

test("every column of the sample that holds nothing but dates is looked at", async () => {
  const path = await spoiltSample();
  const native = await sqlite3.open(path);
  const columns = await native.all(
    `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND c.type = 'TEXT' AND t.name NOT LIKE 'search%' AND t.name <> 'change_row'`,
  );
  const holding: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await native.all(
      `SELECT count("${column}") AS n, total("${column}" GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*') AS dates FROM "${table}"`,
    );
    if (row?.n === 0 || row?.n !== row?.dates) continue;
    holding.push(`${table}.${column}`);
    // Where a beginning may not lie behind its end, the year 0 is taken.
    for (const first of ["9", "0"])
      await native.exec(
        `PRAGMA foreign_keys = OFF; UPDATE OR IGNORE "${table}" SET "${column}" = '${first}' || substr("${column}", 2)`,
      );
  }
  await native.close();
  const database = await openDatabase(path);
  const found = (await listDatesOutside(database.read)).map(({ table, column }) => `${table}.${column}`);
  expect(holding.length).toBeGreaterThan(30);
  expect(holding.filter((one) => !found.includes(one))).toEqual([]);
  await database.close();
});
