import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { keptAnswer } from "#db/kept-answer.server.ts";
import { openReader } from "#db/reader.server.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase } from "../support/database.ts";
import { atEndOfFile } from "../support/end-of-file.ts";

/** How many audiences have such a name, and for which names that was worked out. */
function countedAudiences() {
  const worked: string[] = [];
  const count = keptAnswer(async (read, name: string) => {
    worked.push(name);
    const found = await read.selectFrom("audience").select("id").where("name", "=", name).execute();
    if (name === "nobody") throw new Error("Nobody is counted");
    return found.length;
  });
  return { worked, count };
}

test("what is worked out of the records is kept for whoever asks the same, until anybody has written", async () => {
  const database = await freshDatabase();
  const other = await openDatabase(database.path);
  atEndOfFile(other.close);
  const { worked, count } = countedAudiences();
  const asked = () => Promise.all([count(database.read, "Press"), count(database.read, "Press")]);
  expect(await asked()).toEqual([0, 0]);
  expect(await asked()).toEqual([0, 0]);
  expect(worked).toEqual(["Press"]);
  await addAudience(database, "Press");
  expect(await asked()).toEqual([1, 1]);
  await addAudience(other, "Congress");
  expect(await asked()).toEqual([1, 1]);
  expect(await count(database.read, "Congress")).toBe(1);
  expect(worked).toEqual(["Press", "Press", "Press", "Congress"]);
});

test("a handle that keeps no rows has no answers kept, and a fault is not kept either", async () => {
  const database = await freshDatabase();
  const { read, close } = await openReader(database.path);
  atEndOfFile(close);
  const { worked, count } = countedAudiences();
  for (let time = 0; time < 2; time += 1) await count(read, "Press");
  for (let time = 0; time < 2; time += 1)
    await expect(count(database.read, "nobody")).rejects.toThrow("Nobody is counted");
  expect(worked).toEqual(["Press", "Press", "nobody", "nobody"]);
});

test("answers are kept for sixteen questions; the one asked first goes first", async () => {
  const database = await freshDatabase();
  const { worked, count } = countedAudiences();
  for (let name = 0; name < 17; name += 1) await count(database.read, `Audience ${name}`);
  await count(database.read, "Audience 1");
  expect(worked).toHaveLength(17);
  await count(database.read, "Audience 0");
  expect(worked).toHaveLength(18);
});
