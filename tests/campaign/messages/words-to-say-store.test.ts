import { expect, test } from "vitest";
import { listFound } from "#app/campaign/find/search.server.ts";
import { formatObjection } from "#app/campaign/messages/library/format-library.ts";
import { isAgreementStale, readLibrary } from "#app/campaign/messages/library/store.server.ts";
import { editObjection } from "#app/campaign/messages/objections/acts.server.ts";
import { findObjection, linksOfObjection } from "#app/campaign/messages/objections/list.server.ts";
import { wordsToSayHash } from "#app/campaign/messages/words-to-say.ts";
import { findPaper } from "#app/campaign/talking-points/text.server.ts";
import { textHash } from "#app/text/text-hash.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { undoChange } from "#db/undo.server.ts";
import { migrations } from "#migrations/index.ts";

import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshPath } from "../../support/database.ts";

const before = migrations.filter(({ name }) => name < "0044");
const guidance = "Concede the real risk.";

type Rows = Readonly<Record<string, unknown>>;

/** Writes rows as a schema of that time has them. */
function write(database: Database, rows: readonly (readonly [table: string, row: Rows])[]) {
  return database.change(by("jana"), inCampaign, async (change) => {
    for (const [table, row] of rows) await change.insert(table as never, row as never);
    change.describe({
      recordKind: "objection",
      recordId: "o1",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
}

/** A campaign of the time when a reply was one text: cleared, in the files, and in a paper. */
async function olderDatabase(): Promise<{ path: string; editing: string }> {
  const path = await freshPath();
  const database = await openDatabase(path, before);
  await addCampaign(database);
  await addAccount(database, "Jana", { esa: "officer" });
  const objection = {
    id: "o1",
    campaign_id: "esa",
    code: "O1",
    name: "Duplication",
    says: "Twice.",
    who: "",
  };
  const made = "2026-11-01T12:00:00.000Z";
  await write(database, [
    ["objection", { ...objection, reply: "A first reply.", is_difficult_question: 0, retired_at: null }],
    [
      "library_entry",
      {
        ...{ id: "e1", campaign_id: "esa", kind: "objection", code: "O1" },
        canonical_text: `## O1 Duplication\n\nTwice.\n\n- Difficult question: no\n- Reply: ${guidance}\n`,
      },
    ],
    [
      "clearance",
      {
        ...{ id: "c1", campaign_id: "esa", subject_kind: "objection", subject_id: "o1", content_json: "{}" },
        text_hash: textHash(["objection", "Duplication", guidance]),
        ...{ authority: "embassy", manner: "by a person", cleared_by: "jana", cleared_at: made },
      },
    ],
    [
      "talking_points",
      {
        ...{ id: "p1", campaign_id: "esa", outreach_event_id: null, title: "A paper", handling: "TLP:AMBER" },
        ...{ stage: "drafting", drafted_by: "jana", started_at: made, changed_at: made, retired_at: null },
      },
    ],
    [
      "talking_points_block",
      {
        ...{ id: "b1", talking_points_id: "p1", section: "if raised", position: 0, heading: "Duplication" },
        ...{ text: guidance, origin_kind: "objection", origin_id: "o1", origin_text: guidance },
        ...{ origin_revision_id: null, origin_framing_id: null },
      },
    ],
  ]);
  const edited = await database.change(by("jana"), inCampaign, async (change) => {
    await change.update("objection", "o1", { reply: guidance } as never, null);
    change.describe({
      recordKind: "objection",
      recordId: "o1",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  await database.close();
  if (!edited.ok) throw new Error("Not edited");
  return { path, editing: edited.changeId };
}

test("a reply of before is the note to the speaker; words to say start empty, and no older clearance counts for them", async () => {
  const { path } = await olderDatabase();
  const database = await openDatabase(path);
  const objection = await findObjection(database.read, "esa", "O1");
  expect(objection).toMatchObject({ wordsToSay: "", noteToSpeaker: guidance, clearance: null });
  expect(wordsToSayHash({ name: "Duplication", wordsToSay: guidance })).not.toBe(
    textHash(["objection", "Duplication", guidance]),
  );
  if (objection === null) throw new Error("The objection is gone");
  const { id: _, clearance: __, version, retiredAt: ___, code, ...rest } = objection;
  const draft = { ...rest, wordsToSay: guidance, newSource: null };
  const seen = { version, links: linksOfObjection(objection) };
  await database.change(by("jana"), inCampaign, (change) => editObjection(change, "esa", code, draft, seen));
  expect(await findObjection(database.read, "esa", "O1")).toMatchObject({
    wordsToSay: guidance,
    clearance: null,
  });
  const paper = await findPaper(database.read, "esa", "p1");
  expect(paper?.text.blocks).toMatchObject([{ text: guidance, origin: { isWordsToSay: false } }]);
  await database.close();
});

test("what files and product agreed on stays agreed, and the reply is still found", async () => {
  const { path } = await olderDatabase();
  const database = await openDatabase(path);
  const library = await readLibrary(database.read, "esa");
  expect(library.objections.map(formatObjection).join()).toContain(`- Note to the speaker: ${guidance}`);
  expect(await isAgreementStale(database.read, "esa", library)).toBe(false);
  expect((await listFound(database.read, '"concede"', ["esa"])).rows.map(({ title }) => title)).toContain(
    "Duplication",
  );
  await database.close();
});

test("an edit of before can still be undone: the note is what the reply was", async () => {
  const { path, editing } = await olderDatabase();
  const database = await openDatabase(path);
  expect(await undoChange(database, by("jana"), editing)).toMatchObject({ ok: true });
  expect(await findObjection(database.read, "esa", "O1")).toMatchObject({
    wordsToSay: "",
    noteToSpeaker: "A first reply.",
  });
  await database.close();
});
