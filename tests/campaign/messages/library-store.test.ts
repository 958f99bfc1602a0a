import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { saveFraming } from "#app/campaign/messages/framings/store.server.ts";
import { formatLibrary } from "#app/campaign/messages/library/format-library.ts";
import {
  importLibrary,
  noteExport,
  previewImport,
  takeLibrary,
} from "#app/campaign/messages/library/import.server.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { parseLibrary } from "#app/campaign/messages/library/parse-library.ts";
import { libraryEntries, planImport } from "#app/campaign/messages/library/plan-import.ts";
import { readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { findKeyMessage } from "#app/campaign/messages/list.server.ts";
import { saveObjection } from "#app/campaign/messages/objections/store.server.ts";
import { saveSource } from "#app/campaign/messages/proof-points/sources.server.ts";
import { retireProofPoint, saveProofPoint } from "#app/campaign/messages/proof-points/store.server.ts";
import { listRevisions } from "#app/campaign/messages/revisions.server.ts";
import { saveKeyMessage } from "#app/campaign/messages/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { system, unsent } from "../../support/author.ts";
import { AUDIENCES, arbitraryLibrary } from "../../support/builders/arbitrary-library.ts";
import { addAudience } from "../../support/builders/audience.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import {
  library,
  libraryMessage,
  libraryObjection,
  libraryProofPoint,
  librarySource,
} from "../../support/builders/library.ts";
import { freshDatabase } from "../../support/database.ts";

async function databaseWith(files: Library): Promise<Database> {
  const database = await freshDatabase();
  await addCampaign(database);
  await importInto(database, files);
  return database;
}

function importInto(database: Database, files: Library) {
  return importLibrary(database, system, "esa", files);
}

/** An edit made in the product, as its forms make it. */
async function edit(database: Database, work: Parameters<typeof database.change>[2]) {
  const described: Parameters<typeof database.change>[2] = async (change) => {
    const result = await work(change);
    const what = { action: "edited", summary: "Edited", location: "/" };
    change.describe({ recordKind: "library", recordId: "esa", ...what });
    return result;
  };
  return database.change(system, unsent, described);
}

const sameOnce = { added: 0, changed: 0, ended: 0, same: 1 };

test("an export after an import gives the same bytes, for the library of the first campaign too", async () => {
  const folder = new URL("../../../messages/", import.meta.url);
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
  const read = parseLibrary(files);
  if (!read.ok) throw new Error("The library is not sound");
  const database = await databaseWith(read.library);
  const written = formatLibrary(await readLibrary(database.read, "esa"));
  expect(written.length).toBe(files.length - 1);
  for (const { name, text } of written) {
    expect(files.find((file) => file.name === name)?.bytes.toString("utf8")).toBe(text);
  }
});

test("a second import of the same files finds everything the same and records no change", async () => {
  const database = await databaseWith(library());
  const changes = await listChanges(database.read, "library", "esa");
  expect(await importInto(database, library())).toMatchObject({
    reason: "nothing-to-change",
    counts: { "key message": sameOnce, objection: sameOnce, "proof point": sameOnce, source: sameOnce },
  });
  expect(await listChanges(database.read, "library", "esa")).toEqual(changes);
});

test("another wording in the files is a new revision, a draft again, with the old one kept", async () => {
  const database = await databaseWith(library());
  const files = library({ messages: [libraryMessage({ statement: "Europeans carry more." })] });
  expect(await importInto(database, files)).toMatchObject({
    ok: true,
    counts: { "key message": { changed: 1 } },
  });
  const message = await findKeyMessage(database.read, "esa", "1");
  expect(message).toMatchObject({
    newest: { number: 2, statement: "Europeans carry more." },
    status: { status: "draft" },
  });
  expect(await listRevisions(database.read, message?.id ?? "")).toMatchObject([
    { number: 2, reason: "Imported from the library’s files" },
    { number: 1, statement: "Europeans should carry more." },
  ]);
});

test("what is no longer in the files ends, and comes back with them", async () => {
  const two = library({
    messages: [libraryMessage(), libraryMessage({ number: 2 })],
    objections: [libraryObjection(), libraryObjection({ code: "O2" })],
    proofPoints: [libraryProofPoint(), libraryProofPoint({ code: "P2" })],
    sources: [librarySource(), librarySource({ code: "nato-2" })],
  });
  const database = await databaseWith(two);
  const ofEach = (counts: object) =>
    Object.fromEntries(["key message", "objection", "proof point", "source"].map((kind) => [kind, counts]));
  const fewer = library();
  expect(await importInto(database, fewer)).toMatchObject({
    ok: true,
    counts: ofEach({ ended: 1, same: 1 }),
  });
  expect(await readLibrary(database.read, "esa")).toEqual(fewer);
  expect(await importInto(database, two)).toMatchObject({ ok: true, counts: ofEach({ added: 1, same: 1 }) });
  expect(await readLibrary(database.read, "esa")).toEqual(two);
});

test("a record that was edited in the product and in the files is a conflict, and nothing at all is written", async () => {
  const database = await databaseWith(library());
  await edit(database, (change) =>
    saveProofPoint(change, "esa", libraryProofPoint({ claim: "Edited here." }), null),
  );
  const before = await readLibrary(database.read, "esa");
  const files = library({
    messages: [libraryMessage({ statement: "New in the files." })],
    proofPoints: [libraryProofPoint({ claim: "Edited there." })],
  });
  const imported = await importInto(database, files);
  expect(imported).toMatchObject({ ok: false, conflicts: [{ kind: "proof point", code: "P1" }] });
  expect(JSON.stringify(imported)).toContain("Edited here.");
  expect(await readLibrary(database.read, "esa")).toEqual(before);
});

test("an edit made in the product alone stays, and after an export the files may go on from it", async () => {
  const database = await databaseWith(library());
  const edited = libraryProofPoint({ claim: "Edited here." });
  await edit(database, (change) => saveProofPoint(change, "esa", edited, null));
  expect(await importInto(database, library())).toMatchObject({ reason: "nothing-to-change" });
  await noteExport(database, system, "esa");
  const further = libraryProofPoint({ claim: "Edited here, then there." });
  expect(await importInto(database, library({ proofPoints: [further] }))).toMatchObject({
    ok: true,
    counts: { "proof point": { changed: 1 } },
  });
});

test("an import is undone whole", async () => {
  const database = await databaseWith(library());
  const files = library({
    messages: [libraryMessage({ statement: "New.", proofPoints: [] })],
    sources: [librarySource({ title: "Another title" })],
  });
  const imported = await importInto(database, files);
  if (!imported.ok) throw new Error("The import was refused");
  expect(await undoChange(database, system, imported.changeId)).toMatchObject({ ok: true });
  expect(await readLibrary(database.read, "esa")).toEqual(library());
});

test("a retired proof point leaves the library and its messages, and the message keeps the tie", async () => {
  const database = await databaseWith(library());
  await edit(database, async (change) => {
    const row = await change.read.selectFrom("proof_point").select("id").executeTakeFirstOrThrow();
    return retireProofPoint(change, row.id, change.author.now.toISOString());
  });
  expect(await readLibrary(database.read, "esa")).toMatchObject({
    proofPoints: [],
    messages: [{ proofPoints: [] }],
  });
  expect(await database.read.selectFrom("message_proof_point").selectAll().execute()).toHaveLength(1);
});

test("a message saved from a stale page is refused, and one saved without a change of words makes no revision", async () => {
  const database = await databaseWith(library());
  const save = (message: Library["messages"][number], version: number) =>
    edit(database, (change) => saveKeyMessage(change, "esa", message, "Sharper", version));
  expect(await save(libraryMessage({ effectiveUntil: "2027-06-30" }), 1)).toMatchObject({
    ok: true,
    revision: null,
  });
  expect(await save(libraryMessage({ statement: "Other." }), 1)).toMatchObject({
    reason: "changed-by-somebody-else",
  });
  expect(await save(libraryMessage({ statement: "Other." }), 2)).toMatchObject({ ok: true, revision: 2 });
});

test("one campaign's library is not another's", async () => {
  const database = await databaseWith(library());
  await addCampaign(database, "cyber");
  expect(Object.values(await readLibrary(database.read, "cyber")).flat()).toEqual([]);
  expect(await findKeyMessage(database.read, "cyber", "1")).toBeNull();
});

test("an import writes exactly the changes that were shown, and the export gives the bytes of the files", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLibrary, arbitraryLibrary, async (before, files) => {
      const database = await freshDatabase();
      await addCampaign(database);
      for (const name of AUDIENCES) await addressed(database, name);
      await importInto(database, before);
      const shown = await previewImport(database.read, "esa", files);
      const product = [...libraryEntries(await readLibrary(database.read, "esa"))];
      const imported = await importInto(database, files);
      if (imported.ok && !imported.replayed) expect(imported.changes).toEqual(shown.changes);
      const now = await readLibrary(database.read, "esa");
      expect(formatLibrary(now)).toEqual(formatLibrary(files));
      const { changes } = planImport([...libraryEntries(now)], product, product);
      expect(changes).toEqual(shown.changes);
      await database.close();
    }),
    { numRuns: 12 },
  );
});

/** An audience that the campaign addresses. */
async function addressed(database: Database, name: string): Promise<void> {
  const { id } = await addAudience(database, name);
  const columns = { campaign_id: "esa", audience_id: id, priority: 1, influence: 3, interest: 3 };
  await edit(database, async (change) => {
    await change.insert("campaign_audience", { id: `esa-${id}`, ...columns });
    return { ok: true };
  });
}

const onlyFraming = ({ read }: Database) =>
  read
    .selectFrom("framing")
    .select(["key_message_id as messageId", "audience_id as audienceId"])
    .executeTakeFirstOrThrow();
const framed = (text: string, audience = "State") => library({ framings: [{ message: 1, audience, text }] });

test("a framing for an audience that the campaign does not have refuses the whole import, with its line", async () => {
  const database = await databaseWith(library());
  const imported = await importInto(database, framed("Roads.", "Nobody"));
  expect(imported).toMatchObject({ ok: false, reason: "library-refused" });
  expect(JSON.stringify(imported)).toContain('"file":"message-1.md"');
  expect(await readLibrary(database.read, "esa")).toEqual(library());
});

test("a framing comes with the files, is reworded, ends with them and comes back", async () => {
  const database = await databaseWith(library());
  await addressed(database, "State");
  for (const files of [framed("Roads."), framed("Roads and bridges."), library(), framed("Roads again.")]) {
    expect(await importInto(database, files)).toMatchObject({ ok: true });
    expect(await readLibrary(database.read, "esa")).toEqual(files);
  }
  const revisions = await database.read.selectFrom("framing_revision").select("number").execute();
  expect(revisions).toHaveLength(3);
});

test("what was edited in the product alone stays, whatever else comes with the files", async () => {
  const database = await databaseWith(library());
  await addressed(database, "State");
  const files = framed("Roads.");
  await importInto(database, files);
  const to = await onlyFraming(database);
  const title = "Edited here";
  await edit(database, async (change) => {
    await saveSource(change, "esa", librarySource({ title }));
    await saveProofPoint(change, "esa", libraryProofPoint({ claim: title }), null);
    await saveObjection(change, "esa", libraryObjection({ name: title }), null);
    await saveFraming(change, to, { text: title, reason: "Ours" }, null);
    return saveKeyMessage(change, "esa", libraryMessage({ title }), "Sharper", null);
  });
  const before = await readLibrary(database.read, "esa");
  const objections = [libraryObjection(), libraryObjection({ code: "O2" })];
  expect(await importInto(database, { ...files, objections })).toMatchObject({ ok: true });
  const after = { ...before, objections: [...before.objections, objections[1]] };
  expect(await readLibrary(database.read, "esa")).toEqual(after);
});

test("a framing that was edited here and in the files is a conflict", async () => {
  const database = await databaseWith(library());
  await addressed(database, "State");
  await importInto(database, framed("Roads."));
  const to = await onlyFraming(database);
  await edit(database, (change) => saveFraming(change, to, { text: "Ours.", reason: "Ours" }, null));
  expect(await importInto(database, framed("Theirs."))).toMatchObject({
    conflicts: [{ kind: "framing", code: "1 State" }],
  });
  expect(await readLibrary(database.read, "esa")).toEqual(framed("Ours."));
});

test("changes that are no longer those that were shown are refused", async () => {
  const database = await databaseWith(library());
  const files = library({ messages: [libraryMessage({ statement: "Europeans carry more." })] });
  const { name } = await previewImport(database.read, "esa", files);
  const take = (shown: string) =>
    database.change(system, unsent, (change) => takeLibrary(change, "esa", files, shown));
  expect(await take("another name")).toEqual({ ok: false, reason: "changed-since-shown" });
  await edit(database, (change) =>
    saveProofPoint(change, "esa", libraryProofPoint({ claim: "Edited here." }), null),
  );
  expect(await take(name)).toMatchObject({ ok: true });
});
