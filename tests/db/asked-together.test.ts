import { glob, readFile } from "node:fs/promises";
import sqlite3 from "sqlite3";
import { expect, test } from "vitest";
import { listUnclearedObjections } from "#app/campaign/gaps/store.server.ts";
import { heldDay } from "#app/time/calendar-date.ts";
import { keptQuery, together } from "#db/kept-query.server.ts";
import { recording, type Statement } from "../bench/recorded-page.ts";
import { freshDatabase } from "../support/database.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, demoCookie, startedDemo } from "../support/demo.ts";
import { recordsByName, withRecords } from "../support/every-page.ts";
import { openPage } from "../support/signed-in.ts";

/** Pages on which, together, each wide statement of the product is asked. */
const PAGES = [
  ...["", "/events/:event", "/events/:event/log", "/messages/:number", "/objections", "/objections/:code"],
  ...["/talking-points", "/talking-points/:paper", "/settings/desks", "/reports/effectiveness"],
];

/**
 * The columns of a wide statement that come back otherwise than they are stored: JSON has no bytes, and SQLite writes a
 * number that is none whole with fewer digits than it has.
 */
async function lossyColumns(path: string, { sql, values }: Statement): Promise<string[]> {
  const native = await sqlite3.open(path);
  const lossy: string[] = [];
  for (const [, inner = "", name = ""] of sql.matchAll(/ from \((select .*?)\) as agg\) as "(\w+)"/gs)) {
    await native.exec(`create temp view asked as ${inner.replaceAll(/\?\d+/g, "null")}`);
    const columns = await native.all("select name, type from pragma_table_info('asked')");
    await native.exec("drop view temp.asked");
    const most = Math.max(0, ...[...inner.matchAll(/\?(\d+)/g)].map(([, place]) => Number(place)));
    const types = columns.map(({ name: column }) => `group_concat(distinct typeof("${column}"))`).join(", ");
    const [found = {}] = await native.all(`select ${types} from (${inner})`, values.slice(0, most));
    const stored = Object.values(found).map(String);
    columns.forEach((column, at) => {
      if (/real|blob/i.test(`${column.type} ${stored[at]}`)) lossy.push(`${name}.${column.name}`);
    });
  }
  await native.close();
  return lossy;
}

const isWide = ({ sql }: Statement) => sql.startsWith("select (select coalesce(json_group_array(");

test("a column that JSON would alter is found", async () => {
  const database = await freshDatabase();
  const goals = keptQuery((read) => read.selectFrom("objective").select(["id", "target", "version"]));
  const halves = keptQuery((read) => read.selectNoFrom((eb) => eb.lit(0.5).as("half")));
  const { statements } = await recording(() => together({ goals, halves })(database.read, {}));
  const [asked] = statements.filter(isWide);
  expect(asked && (await lossyColumns(database.path, asked))).toEqual(["goals.target", "halves.half"]);
});

test("no page asks together for a column that JSON would alter", async () => {
  const demo = await startedDemo();
  const cookie = await demoCookie(demo, "officer");
  const names = await recordsByName(demo.database.read, DEMO_CAMPAIGN);
  const asked = new Map<string, Statement>();
  for (const page of PAGES) {
    const path = `/c/${DEMO_CAMPAIGN}${withRecords(page, names)}`;
    const { statements, result } = await recording(() => openPage(demo.address, path, cookie));
    expect(result.status, path).toBe(200);
    for (const statement of statements.filter(isWide)) asked.set(statement.sql, statement);
  }
  // A cable asks this when it is drafted.
  const { statements } = await recording(() =>
    listUnclearedObjections(demo.database.read, DEMO_CAMPAIGN, new Map([["none", 1]]), heldDay(DEMO_NOW)),
  );
  for (const statement of statements.filter(isWide)) asked.set(statement.sql, statement);
  const lossy: string[] = [];
  for (const statement of asked.values()) lossy.push(...(await lossyColumns(demo.database.path, statement)));
  expect(lossy).toEqual([]);
  expect(asked.size).toBe(await writtenDown());
});

/** How many wide statements the product writes down. */
async function writtenDown(): Promise<number> {
  let count = 0;
  for await (const file of glob("app/**/*.server.ts"))
    count += [...(await readFile(file, "utf8")).matchAll(/ = together\(/g)].length;
  return count;
}
