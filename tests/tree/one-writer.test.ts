import { existsSync, globSync } from "node:fs";
import { expect, test } from "vitest";
import { COUNTERS, STORED_COPIES } from "#db/copies.server.ts";
import { tableNames, writersByTable } from "../support/written-tables.ts";

/** The nouns of the product under their one stem, with the tables that hold them. */
const NOUNS = [
  { stem: "accounts", table: "account" },
  { stem: "campaigns", table: "campaign" },
  { stem: "messages", table: "key_message" },
  { stem: "audiences", table: "audience" },
  { stem: "contacts", table: "contact" },
  { stem: "outreach-events", table: "outreach_event" },
  { stem: "talking-points", table: "talking_points" },
  { stem: "session-days", table: "session_day" },
  { stem: "outcomes", table: "outcome" },
  { stem: "feedback", table: "feedback" },
  { stem: "follow-ups", table: "follow_up" },
];

/** Written by the history itself, in the transaction of every change. */
const HISTORY = ["change", "change_row"];

test("every table is written by one file", () => {
  const several = [...writersByTable()].filter(([, files]) => files.size > 1);
  expect(several.map(([table, files]) => `${table}: ${[...files].sort().join(", ")}`)).toEqual([]);
});

test("no file but a store writes a noun's table", () => {
  const strangers = [...writersByTable()]
    .filter(([table]) => !HISTORY.includes(table))
    .flatMap(([table, files]) => [...files].map((file) => ({ table, file })))
    .filter(
      ({ file }) => !/^(app\/(campaign|http)\/.*\.server\.ts|db\/installation\.server\.ts)$/.test(file),
    );
  expect(strangers).toEqual([]);
});

test("every table has a writer, or is a copy that the database keeps by triggers", () => {
  const kept: string[] = [...STORED_COPIES.map((copy) => copy.table), ...COUNTERS];
  const written = writersByTable();
  const orphans = tableNames().filter((table) => !written.has(table) && !kept.includes(table));
  expect(orphans).toEqual([]);
});

test.for(NOUNS)("$stem goes by one stem through room, store, pages, table and test", ({ stem, table }) => {
  const room = `app/campaign/${stem}`;
  const places = {
    room: existsSync(room),
    store: existsSync(`${room}/store.server.ts`),
    pages: globSync(`${room}/pages/*.tsx`).length > 0,
    table: tableNames().includes(table),
    tests: globSync(`tests/campaign/${stem}/*.test.ts`).length > 0,
  };
  expect(places).toEqual({ room: true, store: true, pages: true, table: true, tests: true });
});
