import { beforeEach, expect, test } from "vitest";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { listPaperCopies, recordPaperCopy } from "#app/campaign/talking-points/copies/paper-copies.server.ts";
import type { TakenCopy } from "#app/campaign/talking-points/copies/paper-copy.ts";
import { editHead } from "#app/campaign/talking-points/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import {
  addPaper,
  addTeamAndLibrary,
  by,
  inCampaign,
  storedPaper,
} from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
let paper: StoredPaper;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  paper = await addPaper(database);
});

function later(author: Author, seconds: number): Author {
  return { ...author, now: new Date(author.now.getTime() + seconds * 1000) };
}

function take(author: Author, given: Partial<TakenCopy> = {}) {
  const copy: TakenCopy = {
    manner: "PDF",
    isForOutsiders: false,
    hash: paperHash(paper.text),
    versionNumber: null,
    statusLine: "NOT CLEARED",
    summary: "Took the paper as PDF",
    ...given,
  };
  return database.change(author, inCampaign, (change) => recordPaperCopy(change, paper, copy));
}

async function messageId(): Promise<string> {
  const message = await database.read
    .selectFrom("key_message")
    .select("id")
    .where("number", "=", 1)
    .executeTakeFirstOrThrow();
  return message.id;
}

test("a copy says who took it, how it left and whose wording it carries, and is found by paper and by message", async () => {
  await take(by("jana"));
  await take(later(by("petr"), 5), { manner: "printed brief", versionNumber: 2 });
  const copies = await listPaperCopies(database.read, { paperId: paper.id });
  expect(copies).toMatchObject([
    { takenBy: { id: "petr", name: "Petr" }, manner: "printed brief", versionNumber: 2 },
    {
      takenBy: { id: "jana", name: "Jana" },
      manner: "PDF",
      statusLine: "NOT CLEARED",
      eventId: paper.eventId,
    },
  ]);
  expect(copies[0]?.revisions).toMatchObject([{ messageId: await messageId() }]);
  expect(await listPaperCopies(database.read, { messageId: await messageId() })).toEqual(copies);
  expect(await listPaperCopies(database.read, { messageId: "another" })).toEqual([]);
});

test("a copy asked for twice within a minute is one; another text, manner, person or time is another", async () => {
  const author = by("jana");
  expect(await take(author)).toMatchObject({ ok: true });
  expect(await take(later(author, 59))).toEqual({ ok: false, reason: "taken-just-now" });
  expect(await take(later(author, 59), { hash: "another" })).toMatchObject({ ok: true });
  expect(await take(later(author, 59), { manner: "Word" })).toMatchObject({ ok: true });
  expect(await take(later(author, 59), { isForOutsiders: true })).toMatchObject({ ok: true });
  expect(await take(later(author, 59), { statusLine: "ON HOLD" })).toMatchObject({ ok: true });
  expect(await take(by("petr"))).toMatchObject({ ok: true });
  expect(await take(later(author, 60))).toMatchObject({ ok: true });
  expect(await listPaperCopies(database.read, { paperId: paper.id })).toHaveLength(7);
});

test("nothing takes a copy back: undo refuses, and a started paper that somebody holds stays", async () => {
  const taken = await take(by("jana"));
  if (!taken.ok) throw new Error(taken.reason);
  expect(await undoChange(database, by("jana"), taken.changeId)).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
  const started = await database.read
    .selectFrom("change")
    .select("id")
    .where("record_id", "=", paper.id)
    .where("action", "=", "started")
    .executeTakeFirstOrThrow();
  expect(await undoChange(database, by("jana"), started.id)).toMatchObject({ ok: false });
  expect(await listPaperCopies(database.read, { paperId: paper.id })).toHaveLength(1);
});

test("a copy keeps what it was when the paper changes", async () => {
  await take(by("jana"));
  const { title, ask, speaker, objective } = paper.text;
  const head = { title: `${title}, new`, ask, speaker, objective, handling: "TLP:RED" as const };
  await database.change(by("jana"), inCampaign, (change) =>
    editHead(change, { campaignId: "esa", paperId: paper.id }, head, paper.version),
  );
  const [copy] = await listPaperCopies(database.read, { paperId: paper.id });
  expect(copy?.hash).toBe(paperHash(paper.text));
  expect(copy?.hash).not.toBe(paperHash((await storedPaper(database, paper.id)).text));
});
