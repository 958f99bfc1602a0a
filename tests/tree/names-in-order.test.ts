import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const NAMED = "(?:account|audience|organisation)";
const BY_NAME = new RegExp(
  `orderBy\\([^)]*["\`. ]${NAMED}\\.name\\b|order by [^\`"]*\\b(?:${NAMED}|a)\\.name\\b|selectFrom\\("${NAMED}"\\)[^;]*?orderBy\\("name"`,
  "gi",
);

const ordersByName = (text: string) => Array.from(text.matchAll(BY_NAME), ([found]) => found);

test("accounts, audiences and organisations are put in order by sort_name, never by the bytes of their names", () => {
  const found = globSync("{app,db}/**/*.{ts,tsx}").flatMap((file) =>
    ordersByName(readFileSync(file, "utf8")).map((order) => `${file}: ${order}`),
  );
  expect(found).toEqual([]);
});

test.for([
  'read.selectFrom("x").orderBy("audience.name")',
  'read.selectFrom("x").orderBy("account.name", "desc")',
  "orderBy(sql`coalesce(organisation.key, organisation.name)`)",
  'read.selectFrom("account").select("id").where("id", "!=", "system").orderBy("name")',
  "sql`SELECT a.name FROM account a ORDER BY a.name`",
  "json_group_array(audience.id order by audience.name)",
])("seen where it is done: %s", (text) => {
  expect(ordersByName(text)).toHaveLength(1);
});
