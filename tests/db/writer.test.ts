import { sql } from "kysely";
import { expect, test } from "vitest";
import { newId } from "#db/identifier.server.ts";
import { system, unsent } from "../support/author.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase } from "../support/database.ts";

const described = {
  recordKind: "audience",
  recordId: "any",
  action: "added",
  summary: "Added.",
  location: "/",
} as const;

test("200 writers at once lose nothing, though a third of them refuse or fail", async () => {
  const database = await freshDatabase();
  const kept: string[] = [];
  const write = (number: number) =>
    database.change(system, unsent, async (change) => {
      const id = newId();
      await change.insert("audience", { id, kind: "press", name: `Audience ${number}` });
      if (number % 6 === 1) return { ok: false, reason: "refused" };
      if (number % 6 === 2) throw new Error("a bug");
      change.describe(described);
      kept.push(id);
      return { ok: true };
    });
  await Promise.allSettled(Array.from({ length: 200 }, (_, number) => write(number)));
  const stored = await database.read.selectFrom("audience").select("id").execute();
  expect(stored.map(({ id }) => id).sort()).toEqual(kept.sort());
  expect(kept.length).toBe(200 - 34 - 33);
  expect((await database.read.selectFrom("change").select("id").execute()).length).toBe(kept.length);
});

test("a refused change leaves nothing behind and hands its reason over", async () => {
  const database = await freshDatabase();
  const result = await database.change(system, unsent, async (change) => {
    await change.insert("audience", { id: newId(), kind: "press", name: "Nobody" });
    change.describe(described);
    return { ok: false, reason: "not-today" };
  });
  expect(result).toEqual({ ok: false, reason: "not-today" });
  expect(await database.read.selectFrom("audience").selectAll().execute()).toEqual([]);
  expect(await database.read.selectFrom("change").selectAll().execute()).toEqual([]);
  expect(await database.read.selectFrom("search_entry").selectAll().execute()).toEqual([]);
});

test("a change that throws leaves nothing behind and the next one goes through", async () => {
  const database = await freshDatabase();
  const failing = database.change(system, unsent, async (change) => {
    await change.insert("audience", { id: "one", kind: "press", name: "First" });
    await change.insert("audience", { id: "one", kind: "press", name: "Second with the same id" });
    return { ok: true };
  });
  await expect(failing).rejects.toThrow("UNIQUE");
  await addAudience(database, "Third");
  const names = await database.read.selectFrom("audience").select("name").execute();
  expect(names).toEqual([{ name: "Third" }]);
});

test("a change that is not described is a bug and is not kept", async () => {
  const database = await freshDatabase();
  const silent = database.change(system, unsent, async (change) => {
    await change.insert("audience", { id: newId(), kind: "press", name: "Silent" });
    return { ok: true };
  });
  await expect(silent).rejects.toThrow("described");
  expect(await database.read.selectFrom("audience").selectAll().execute()).toEqual([]);
});

test("a write through the reading handle throws, built or raw", async () => {
  const database = await freshDatabase();
  const built = database.read.deleteFrom("audience").execute();
  await expect(built).rejects.toThrow("reads only");
  await expect(sql`delete from audience`.execute(database.read)).rejects.toThrow("reads only");
  await expect(database.read.transaction().execute(async () => undefined)).rejects.toThrow("database.change");
  expect((await sql`select 1 as one`.execute(database.read)).rows).toEqual([{ one: 1 }]);
});

test("inside a change, the reading handle and a second change throw instead of waiting for ever", async () => {
  const database = await freshDatabase();
  const readingRoot = database.change(system, unsent, async () => {
    await database.read.selectFrom("audience").selectAll().execute();
    return { ok: true };
  });
  await expect(readingRoot).rejects.toThrow("change.read");
  const nested = database.change(system, unsent, () =>
    database.change(system, unsent, async () => ({ ok: true })),
  );
  await expect(nested).rejects.toThrow("inside another change");
});

test("a change reads what it has written, cannot write around the history, and ends with its work", async () => {
  const database = await freshDatabase();
  const result = await database.change(system, unsent, async (change) => {
    await change.insert("audience", { id: "one", kind: "press", name: "Mine" });
    const mine = await change.read.selectFrom("audience").select("name").execute();
    await expect(change.read.deleteFrom("audience").execute()).rejects.toThrow("reads only");
    change.describe(described);
    return { ok: true, mine, left: change };
  });
  if (!result.ok || result.replayed) throw new Error("unreachable");
  expect(result.mine).toEqual([{ name: "Mine" }]);
  await expect(result.left.read.selectFrom("audience").execute()).rejects.toThrow("ended");
  await expect(result.left.insert("audience", { id: "two", kind: "press", name: "Late" })).rejects.toThrow(
    "ended",
  );
});

test("readers see a change only when it is kept", async () => {
  const database = await freshDatabase();
  const seenInBetween: unknown[] = [];
  let look = async () => {};
  const looked = new Promise<void>((resolve) => {
    look = async () => {
      seenInBetween.push(...(await database.read.selectFrom("audience").selectAll().execute()));
      resolve();
    };
  });
  const started = Promise.withResolvers<void>();
  const changing = database.change(system, unsent, async (change) => {
    await change.insert("audience", { id: "one", kind: "press", name: "Mine" });
    started.resolve();
    await looked;
    change.describe(described);
    return { ok: true };
  });
  await started.promise;
  await look();
  await changing;
  expect(seenInBetween).toEqual([]);
  expect(await database.read.selectFrom("audience").select("id").execute()).toEqual([{ id: "one" }]);
});

test("sessions and kept forms are written without a change", async () => {
  const database = await freshDatabase();
  const written = await database.writeUnrecorded((write) =>
    write
      .insertInto("session")
      .values({
        id_hash: "hash",
        account_id: "system",
        created_at: "2026",
        last_seen_at: "2026",
        revoked_at: null,
      })
      .executeTakeFirstOrThrow(),
  );
  expect(written.numInsertedOrUpdatedRows).toBe(1n);
  const seen = await database.writeUnrecorded((write) =>
    write
      .updateTable("session")
      .set({ last_seen_at: "2027" })
      .where("id_hash", "=", "hash")
      .executeTakeFirst(),
  );
  expect(seen.numUpdatedRows).toBe(1n);
  expect(await database.read.selectFrom("change").selectAll().execute()).toEqual([]);
});

test("closing waits for the changes that were asked for", async () => {
  const database = await freshDatabase();
  const changing = addAudience(database, "Last");
  await database.close();
  await expect(changing).resolves.toHaveProperty("id");
});
