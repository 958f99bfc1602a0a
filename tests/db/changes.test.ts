import { expect, test } from "vitest";
import { listChanges } from "#db/history.server.ts";
import { newId } from "#db/identifier.server.ts";
import { now, system, unsent } from "../support/author.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase } from "../support/database.ts";

const described = {
  recordKind: "audience",
  recordId: "one",
  action: "renamed",
  summary: "Renamed.",
  location: "/c/esa/audiences/one",
} as const;

test("the history of a record says who, when, what was done and what each field was", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "Černý institute");
  await database.change(
    { ...system, channel: "web", now: new Date("2026-11-11T09:00:00.000Z") },
    unsent,
    async (change) => {
      await change.update("audience", id, { name: "Černý centre" }, 1);
      change.describe({ ...described, recordId: id });
      return { ok: true };
    },
  );
  const [renamed, added] = await listChanges(database.read, "audience", id);
  expect(renamed).toMatchObject({
    madeAt: "2026-11-11T09:00:00.000Z",
    accountName: "System",
    channel: "web",
    action: "renamed",
    isUndone: false,
    fields: [
      { table: "audience", rowId: id, column: "name", before: "Černý institute", after: "Černý centre" },
    ],
  });
  expect(added).toMatchObject({ madeAt: now.toISOString(), channel: "command line", action: "added" });
  expect(added?.fields).toContainEqual({
    table: "audience",
    rowId: id,
    column: "name",
    before: null,
    after: "Černý institute",
  });
});

test("a form sent twice, one after the other or at once, makes one change", async () => {
  const database = await freshDatabase();
  const send = () =>
    database.change(system, { submission: "form-1", campaignId: null }, async (change) => {
      const id = newId();
      await change.insert("audience", { id, kind: "press", name: "Once" });
      change.describe({ ...described, recordId: id, location: `/c/esa/audiences/${id}` });
      return { ok: true };
    });
  const [first, second] = await Promise.all([send(), send()]);
  const third = await send();
  expect(first).toMatchObject({ ok: true, replayed: false });
  expect(second).toEqual({ ok: true, replayed: true, changeId: first.changeId, location: first.location });
  expect(third).toEqual(second);
  expect((await database.read.selectFrom("audience").select("id").execute()).length).toBe(1);
});

test("a form that was refused may be sent again", async () => {
  const database = await freshDatabase();
  const submission = { submission: "form-1", campaignId: null };
  const refused = await database.change(system, submission, async () => ({ ok: false, reason: "too-early" }));
  const accepted = await database.change(system, submission, async (change) => {
    change.describe(described);
    return { ok: true };
  });
  expect(refused).toEqual({ ok: false, reason: "too-early" });
  expect(accepted).toMatchObject({ ok: true, replayed: false });
});

test("a stale version is refused and nothing is written", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "First");
  const rename = (name: string, version: number | null) =>
    database.change(system, unsent, async (change) => {
      const updated = await change.update("audience", id, { name }, version);
      change.describe({ ...described, recordId: id });
      return updated;
    });
  expect(await rename("Second", 1)).toMatchObject({ ok: true });
  expect(await rename("Third", 1)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  expect(await rename("Fourth", null)).toMatchObject({ ok: true });
  const row = await database.read
    .selectFrom("audience")
    .select(["name", "version"])
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ name: "Fourth", version: 3 });
});

test("a row that is not there is said to be missing", async () => {
  const database = await freshDatabase();
  const result = await database.change(system, unsent, (change) =>
    change.update("audience", "nobody", { name: "Any" }, null),
  );
  expect(result).toEqual({ ok: false, reason: "not-found" });
});

test("a patch that changes nothing leaves the version as it is", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "Same");
  await database.change(system, unsent, async (change) => {
    await change.update("audience", id, { name: "Same", kind: "think tank" }, 1);
    change.describe({ ...described, recordId: id });
    return { ok: true };
  });
  expect(await database.read.selectFrom("audience").select("version").execute()).toEqual([{ version: 1 }]);
  expect((await listChanges(database.read, "audience", id))[0]?.fields).toEqual([]);
});

test("removing a record writes into the history what went with it", async () => {
  const database = await freshDatabase();
  const contact = { id: "ada", name: "Ada", sort_name: "ada", purpose: "mapping", source: "card" } as const;
  const { id } = await addAudience(database, "Institute");
  await database.change(system, unsent, async (change) => {
    await change.insert("contact", contact);
    await change.insert("audience_contact", { id: "link", audience_id: id, contact_id: "ada" });
    change.describe({ ...described, recordKind: "contact", recordId: "ada", action: "added" });
    return { ok: true };
  });
  await database.change(system, unsent, async (change) => {
    await change.remove("contact", "ada");
    change.describe({ ...described, recordKind: "contact", recordId: "ada", action: "removed" });
    return { ok: true };
  });
  const removed = (await listChanges(database.read, "contact", "ada")).find(
    ({ action }) => action === "removed",
  );
  expect(new Set(removed?.fields.map(({ table }) => table))).toEqual(
    new Set(["audience_contact", "contact"]),
  );
  expect(await database.read.selectFrom("audience_contact").selectAll().execute()).toEqual([]);
});

test("a password is not kept in the history", async () => {
  const database = await freshDatabase();
  await database.change(system, unsent, async (change) => {
    await change.update("account", "system", { password_hash: "$argon2id$secret", name: "The system" }, null);
    change.describe({ ...described, recordKind: "account", recordId: "system", action: "changed" });
    return { ok: true };
  });
  const rows = await database.read.selectFrom("change_row").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain("argon2id");
  expect(JSON.stringify(rows)).toContain("The system");
});

test("many rows are put in at once with their defaults and history", async () => {
  const database = await freshDatabase();
  const rows = Array.from({ length: 500 }, (_, number) => ({
    id: `a${number}`,
    kind: "press",
    name: `Audience ${number}`,
    side: null,
  }));
  await database.change(system, unsent, async (change) => {
    await change.insertMany("audience", rows);
    change.describe({ ...described, recordKind: "organisation", recordId: "import", action: "imported" });
    return { ok: true };
  });
  const stored = await database.read.selectFrom("audience").selectAll().where("id", "=", "a7").execute();
  expect(stored).toEqual([
    {
      ...{ id: "a7", kind: "press", name: "Audience 7", sort_name: "" },
      organisation_id: null,
      side: null,
      version: 1,
    },
  ]);
  const { number } = await database.read
    .selectFrom("change_row")
    .select(({ fn }) => fn.countAll<number>().as("number"))
    .executeTakeFirstOrThrow();
  expect(number).toBe(500);
});

test("a record that is renewed counts its version on, though nothing of its own row has changed", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "Same");
  const renew = (version: number) =>
    database.change(system, unsent, async (change) => {
      const renewed = await change.renew("audience", id, { name: "Same" }, version);
      change.describe({ ...described, recordId: id });
      return renewed;
    });
  expect(await renew(1)).toMatchObject({ ok: true });
  expect(await renew(1)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  expect(await database.read.selectFrom("audience").select("version").execute()).toEqual([{ version: 2 }]);
});
