import { expect, test } from "vitest";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { system, unsent } from "../support/author.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase } from "../support/database.ts";

async function changeAudience(
  database: Database,
  id: string,
  work: (change: Change) => Promise<unknown>,
): Promise<string> {
  const result = await database.change(system, unsent, async (change) => {
    await work(change);
    change.describe({
      recordKind: "audience",
      recordId: id,
      action: "changed",
      summary: "Changed it.",
      location: `/c/esa/audiences/${id}`,
    });
    return { ok: true };
  });
  return result.changeId;
}

function audiences(database: Database) {
  return database.read.selectFrom("audience").select(["id", "name", "kind"]).orderBy("id").execute();
}

test("undoing an addition removes the record and leads to the list it was on", async () => {
  const database = await freshDatabase();
  const { id, changeId } = await addAudience(database, "New");
  const undone = await undoChange(database, system, changeId);
  expect(undone).toMatchObject({ ok: true, location: "/c/esa/audiences" });
  expect(await audiences(database)).toEqual([]);
  const [newest] = await listChanges(database.read, "audience", id);
  expect(newest).toMatchObject({ action: "undone", undoes: changeId, summary: "Undone: added New." });
});

test("undoing an edit puts each field back, and undoing that edits again", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "Before");
  const changeId = await changeAudience(database, id, (change) =>
    change.update("audience", id, { name: "After", kind: "press" }, null),
  );
  const undone = await undoChange(database, system, changeId);
  expect(await audiences(database)).toEqual([{ id, name: "Before", kind: "think tank" }]);
  if (!undone.ok) throw new Error(undone.reason);
  expect(undone.location).toBe(`/c/esa/audiences/${id}`);
  await undoChange(database, system, undone.changeId);
  expect(await audiences(database)).toEqual([{ id, name: "After", kind: "press" }]);
});

test("undoing a removal brings back the record with everything that went with it", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "Institute");
  const contact = { id: "ada", name: "Ada", sort_name: "ada", purpose: "mapping", source: "card" } as const;
  await changeAudience(database, id, async (change) => {
    await change.insert("contact", contact);
    await change.insert("audience_contact", { id: "link", audience_id: id, contact_id: "ada" });
  });
  const removal = await changeAudience(database, id, (change) => change.remove("contact", "ada"));
  expect(await undoChange(database, system, removal)).toMatchObject({ ok: true });
  const links = await database.read.selectFrom("audience_contact").selectAll().execute();
  expect(links).toEqual([{ id: "link", audience_id: id, contact_id: "ada", version: 2 }]);
});

test("a row changed several times in one change goes back to what it was before all of them", async () => {
  const database = await freshDatabase();
  const { id } = await addAudience(database, "First");
  const changeId = await changeAudience(database, id, async (change) => {
    await change.update("audience", id, { name: "Second" }, null);
    await change.update("audience", id, { name: "Third" }, null);
    await change.remove("audience", id);
  });
  expect(await undoChange(database, system, changeId)).toMatchObject({ ok: true });
  expect(await audiences(database)).toEqual([{ id, name: "First", kind: "think tank" }]);
});

test("what was changed since is not undone", async () => {
  const database = await freshDatabase();
  const { id, changeId: added } = await addAudience(database, "First");
  const renamed = await changeAudience(database, id, (change) =>
    change.update("audience", id, { name: "Second" }, null),
  );
  await changeAudience(database, id, (change) => change.update("audience", id, { name: "Third" }, null));
  expect(await undoChange(database, system, renamed)).toEqual({ ok: false, reason: "changed-since" });
  expect(await undoChange(database, system, added)).toEqual({ ok: false, reason: "changed-since" });
  expect(await audiences(database)).toEqual([{ id, name: "Third", kind: "think tank" }]);
});

test("a record that others point to is not undone away", async () => {
  const database = await freshDatabase();
  const { id, changeId } = await addAudience(database, "Institute");
  const contact = { id: "ada", name: "Ada", sort_name: "ada", purpose: "mapping", source: "card" } as const;
  await changeAudience(database, "ada", async (change) => {
    await change.insert("contact", contact);
    await change.insert("audience_contact", { id: "link", audience_id: id, contact_id: "ada" });
  });
  expect(await undoChange(database, system, changeId)).toEqual({
    ok: false,
    reason: "something-depends-on-it",
  });
  expect((await audiences(database)).length).toBe(1);
});

/** Many organisations, each with a contact of its own, put in together; the last four also hang together. */
async function addMany(database: Database): Promise<string> {
  const ids = Array.from({ length: 30 }, (_, at) => `o${at}`);
  return changeAudience(database, "many", async (change) => {
    await change.insertMany(
      "organisation",
      ids.map((id, at) => ({
        ...{ id, kind: "committee", name: id, source: "list" },
        parent_id: at > 26 ? `o${at - 1}` : null,
      })),
    );
    await change.insertMany(
      "contact",
      ids.map((id) => ({
        ...{ id: `of-${id}`, name: id, sort_name: id, purpose: "mapping", source: "list" },
        organisation_id: id,
      })),
    );
  });
}

const countMany = async (database: Database) => [
  (await database.read.selectFrom("organisation").select("id").execute()).length,
  (await database.read.selectFrom("contact").select("id").execute()).length,
];

test("what was added together is taken back together, and all of it comes again when that is undone", async () => {
  const database = await freshDatabase();
  const undone = await undoChange(database, system, await addMany(database));
  if (!undone.ok) throw new Error(undone.reason);
  expect(await countMany(database)).toEqual([0, 0]);
  expect(await undoChange(database, system, undone.changeId)).toMatchObject({ ok: true });
  expect(await countMany(database)).toEqual([30, 30]);
});

test("one row of many that was changed since, or that another needs, keeps all of them", async () => {
  const database = await freshDatabase();
  const changeId = await addMany(database);
  const renamed = await changeAudience(database, "o7", (change) =>
    change.update("contact", "of-o7", { name: "Another" }, null),
  );
  expect(await undoChange(database, system, changeId)).toMatchObject({ reason: "changed-since" });
  expect(await undoChange(database, system, renamed)).toMatchObject({ ok: true });
  await changeAudience(database, "late", (change) =>
    change.insert("contact", {
      ...{ id: "late", name: "Late", sort_name: "late", purpose: "mapping", source: "card" },
      organisation_id: "o3",
    }),
  );
  expect(await undoChange(database, system, changeId)).toMatchObject({ reason: "something-depends-on-it" });
  expect(await countMany(database)).toEqual([30, 31]);
});

test("undoing asked for twice answers with the first undoing", async () => {
  const database = await freshDatabase();
  const { changeId } = await addAudience(database, "New");
  const first = await undoChange(database, system, changeId);
  const second = await undoChange(database, system, changeId);
  expect(second).toEqual(first);
});

test("somebody else's change and a change that never was are not undone", async () => {
  const database = await freshDatabase();
  const { changeId } = await addAudience(database, "New");
  await changeAudience(database, "petr", (change) =>
    change.insert("account", {
      id: "petr",
      email: "petr@demarche.example",
      name: "Petr",
      zone: "America/New_York",
    }),
  );
  const petr = { ...system, accountId: "petr" };
  expect(await undoChange(database, petr, changeId)).toEqual({ ok: false, reason: "not-yours" });
  expect(await undoChange(database, petr, "nothing")).toEqual({ ok: false, reason: "cannot-be-undone" });
});

test("a clearance and an erasure have no undo", async () => {
  const database = await freshDatabase();
  const erased = await database.change(system, unsent, async (change) => {
    change.describe({
      recordKind: "contact",
      recordId: "ada",
      action: "erased",
      summary: "Erased.",
      location: "/",
    });
    return { ok: true };
  });
  expect(await undoChange(database, system, erased.changeId)).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
  const cleared = await changeAudience(database, "paper", async (change) => {
    await change.insert("campaign", {
      id: "esa",
      name: "Autonomy",
      status: "planned",
      starts_on: "2026-01-01",
      ends_on: "2026-12-31",
    });
    await change.insert("clearance", {
      id: "word",
      campaign_id: "esa",
      subject_kind: "talking points",
      subject_id: "paper",
      text_hash: "hash",
      content_json: "{}",
      authority: "embassy",
      manner: "by a person",
      cleared_by: "system",
      cleared_at: "2026-11-10T17:00:00.000Z",
    });
  });
  expect(await undoChange(database, system, cleared)).toEqual({ ok: false, reason: "cannot-be-undone" });
});

test("a name taken since is a refusal, not a failure", async () => {
  const database = await freshDatabase();
  const account = (id: string) =>
    ({
      id,
      email: "jana@demarche.example",
      name: "Jana",
      zone: "America/New_York",
    }) as const;
  await changeAudience(database, "jana", (change) => change.insert("account", account("jana")));
  const removal = await changeAudience(database, "jana", (change) => change.remove("account", "jana"));
  await changeAudience(database, "other", (change) => change.insert("account", account("other")));
  expect(await undoChange(database, system, removal)).toEqual({ ok: false, reason: "changed-since" });
});
