import { expect, test } from "vitest";
import { newId } from "#db/identifier.server.ts";
import { system, unsent } from "../support/author.ts";
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
