import { Kysely } from "kysely";
import { expect, test } from "vitest";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { openConnection } from "#db/sqlite3-connection.server.ts";
import { sqlite3Dialect } from "#db/sqlite3-dialect.server.ts";
import { system, unsent } from "../support/author.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase } from "../support/database.ts";

const refused: readonly [string, unknown][] = [
  ["NaN", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["an unsafe integer", 2 ** 53],
  ["undefined", undefined],
  ["a Date", new Date()],
  ["true", true],
  ["a text with NUL", "a\0b"],
  ["a bigint", 1n],
  ["an object", { a: 1 }],
  ["an array", ["a"]],
  ["a symbol", Symbol("a")],
];

const isSingle = ([, value]: readonly [string, unknown]) => !Array.isArray(value);

test.each(refused.filter(isSingle))("%s is not bound in a query", async (_, value) => {
  const database = await freshDatabase();
  const query = database.read
    .selectFrom("audience")
    .selectAll()
    .where("name", "=", value as string);
  await expect(query.execute()).rejects.toThrow("cannot be stored");
});

test("a refusal says what it was that could not be stored, and not the text itself", async () => {
  const { read } = await freshDatabase();
  const said = (value: unknown) =>
    read
      .selectFrom("audience")
      .selectAll()
      .where("name", "=", value as string)
      .execute()
      .catch((error: Error) => error.message.split("stored: ")[1]);
  expect(await said(new Date())).toBe("a Date; give its ISO text");
  expect(await said(Number.NaN)).toBe("the number NaN");
  expect(await said("a\0b")).toBe("a text with a NUL character");
  expect(await said(true)).toBe("boolean");
  expect(await said({ a: 1 })).toBe("object");
});

test.each(refused)("%s is not written, one by one or in many", async (_, value) => {
  const database = await freshDatabase();
  const row = () => ({ id: newId(), kind: "press", name: value as string });
  const single = database.change(system, unsent, async (change) => {
    await change.insert("audience", row());
    return { ok: true };
  });
  await expect(single).rejects.toThrow("cannot be stored");
  const many = database.change(system, unsent, async (change) => {
    await change.insertMany("audience", [row()]);
    return { ok: true };
  });
  await expect(many).rejects.toThrow("cannot be stored");
});

test("texts of every script, emoji and the ends of the safe numbers come back as they went in", async () => {
  const database = await freshDatabase();
  const texts = ["Příliš žluťoučký kůň", "👩‍💻", "שלום עליכם", "=cmd()", "<script>", "a\r\nb", ""];
  const rows = texts.map((name, rank) => ({ id: `a${rank}`, kind: "press", name }));
  await database.change(system, unsent, async (change) => {
    await change.insertMany("audience", rows);
    change.describe({
      recordKind: "audience",
      recordId: "any",
      action: "added",
      summary: "Added.",
      location: "/",
    });
    return { ok: true };
  });
  const stored = await database.read.selectFrom("audience").select("name").orderBy("id").execute();
  expect(stored.map(({ name }) => name)).toEqual(texts);
});

test("queries asked together answer as each does alone, in its order, and bind each place once", async () => {
  const database = await freshDatabase();
  for (const name of ["Beta", "O'Hara ?", "Alpha"]) await addAudience(database, name);
  const byName = keptQuery((read, place: Place<"name">) =>
    read
      .selectFrom("audience")
      .select(["name", "organisation_id", "version"])
      .where("name", "<>", place("name"))
      .where("kind", "=", "think tank")
      .orderBy("name"),
  );
  const backwards = keptQuery((read, place: Place<"name" | "least">) =>
    read
      .selectFrom("audience")
      .select("name")
      .where("name", "<>", place("name"))
      .where("name", ">=", place("least"))
      .where("name", "<>", "O'Hara ?")
      .orderBy("name", "desc"),
  );
  const none = keptQuery((read) => read.selectFrom("audience").select("name").where("name", "=", "None"));
  const values = { name: "Beta", least: "A" };
  const asked = { byName, backwards, none };
  const alone = {
    byName: await byName(database.read, values),
    backwards: await backwards(database.read, values),
    none: await none(database.read, {}),
  };
  expect(await together(asked)(database.read, values)).toEqual(alone);
  expect(alone).toEqual({
    byName: [
      { name: "Alpha", organisation_id: null, version: 1 },
      { name: "O'Hara ?", organisation_id: null, version: 1 },
    ],
    backwards: [{ name: "Alpha" }],
    none: [],
  });
  const bound: unknown[][] = [];
  const connection = await openConnection(database.path, "reading", new Map());
  const watched = {
    ...connection,
    all(sql: string, given: readonly unknown[]) {
      bound.push([...given]);
      return connection.all(sql, given);
    },
  };
  const permission = { enter: () => undefined, statement: async () => undefined };
  const read = new Kysely<Schema>({ dialect: sqlite3Dialect([watched], permission) });
  await together(asked)(read, values);
  await connection.close();
  expect(bound).toEqual([["Beta", "A"]]);
});
