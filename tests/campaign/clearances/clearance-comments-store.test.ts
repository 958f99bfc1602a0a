import { beforeEach, expect, test } from "vitest";
import type { ChosenDesk } from "#app/campaign/clearances/chosen-desks.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { noteReading } from "#app/campaign/clearances/readings.server.ts";
import { removeBlock } from "#app/campaign/talking-points/blocks.server.ts";
import { clearPaper, sendPaper } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import { addComment, listComments } from "#app/campaign/talking-points/clearing/comments.server.ts";

import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { now } from "../../support/author.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { by } from "../../support/builders/started-paper.ts";
import {
  act,
  agree,
  database,
  editFirst,
  hashNow,
  nato,
  paper,
  paperNow,
  release,
  round,
  sendToAll,
  setScene,
  target,
} from "../../support/clearance-scene.ts";

beforeEach(setScene);

test("neither a desk's word nor a clearance nor a release is undone", async () => {
  await editFirst("Altered.");
  await sendToAll();
  const agreed = await agree("petr");
  const changeId = agreed.ok ? agreed.changeId : "";
  expect(await undoChange(database, by("petr"), changeId)).toEqual({ ok: false, reason: "cannot-be-undone" });
  const released = await release("ambassador", "ambassador");
  expect(await undoChange(database, by("ambassador"), released.ok ? released.changeId : "")).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
});

test("a form that is sent twice answers once", async () => {
  await editFirst("Altered.");
  await sendToAll();
  const shownHash = await hashNow();
  const once = () =>
    database.change(by("petr"), { submission: "twice", campaignId: "esa" }, (change) =>
      clearPaper(change, target(), {
        requestId: null,
        shownHash,
        shownHandling: "TLP:AMBER",
        settings: SETTINGS,
      }),
    );
  expect(await once()).toMatchObject({ ok: true, replayed: false });
  expect(await once()).toMatchObject({ ok: true, replayed: true });
});

test("a comment outlives the removal of its block, and comes back to it when the removal is undone", async () => {
  const block = (await paperNow()).text.blocks[0];
  const blockId = block?.id ?? "";
  await act("petr", (change) => addComment(change, target(), { blockId, text: "Needs a figure." }));
  const version = (await paperNow()).blockVersions[blockId] ?? 0;
  const removed = await act("jana", (change) => removeBlock(change, { ...target(), blockId }, version));
  expect(await listComments(database.read, paper.id)).toMatchObject([{ blockId: null, quote: block?.text }]);
  await undoChange(database, by("jana"), removed.ok ? removed.changeId : "");
  expect(await listComments(database.read, paper.id)).toMatchObject([{ blockId, quote: block?.text }]);
});

test("an answered desk writes to the drafter, an asked one gets a letter, an informed one a copy", async () => {
  await editFirst("Altered.");
  const desks = await listDesks(database.read, "esa");
  const chosen = desks.map(
    ({ id }): ChosenDesk => ({ deskId: id, asks: id === nato ? "inform" : "clear", dueAt: null }),
  );
  await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen, onlyDifference: false }),
  );
  const letters = async () =>
    (
      await database.read
        .selectFrom("mail")
        .select(["kind", "account_id"])
        .orderBy("kind")
        .orderBy("account_id")
        .execute()
    ).map(({ kind, account_id }) => `${kind}: ${account_id}`);
  expect(await letters()).toEqual([
    "clearance asked: ambassador",
    "clearance asked: petr",
    "for information: lenka",
  ]);
  await agree("petr");
  expect(await letters()).toEqual(
    expect.arrayContaining(["clearance answered: jana", "clearance asked: tomas"]),
  );
  const told = async () => {
    const answered = database.read.selectFrom("mail").where("kind", "=", "clearance answered");
    const rows = await answered.select("content_json").orderBy("queued_at").execute();
    return rows.map((row) => JSON.parse(row.content_json).answer);
  };
  expect(await told()).toEqual(["agreed"]);
  await agree("ambassador");
  await agree("tomas");
  expect((await told()).at(-1)).toBe("cleared");
});

test("who opens a text first is noted, and the sending can be undone all the same", async () => {
  await editFirst("Altered.");
  const sent = await sendToAll();
  const open = (accountId: string) =>
    round().then((requests) => noteReading(database, requests, { accountId, now }));
  await open("petr");
  await open("ambassador");
  expect((await round()).map(({ openedBy }) => openedBy)).toEqual(["Petr", "Petr", "Petr"]);
  expect(await undoChange(database, by("jana"), sent.ok ? sent.changeId : "")).toMatchObject({ ok: true });
  expect(await round()).toEqual([]);
});
