import { beforeEach, expect, test } from "vitest";
import { listHoldStates } from "#app/campaign/holds/event-hold-states.server.ts";
import { listAffected } from "#app/campaign/holds/hold-affected.server.ts";
import { findHold, listSightings } from "#app/campaign/holds/hold-records.server.ts";
import {
  findLeaving,
  listHoldsOnEvents,
  listHoldsOnPapers,
} from "#app/campaign/holds/marked-by-holds.server.ts";
import { liftMessageHold, noteSightings, settleStoppedPost } from "#app/campaign/holds/store.server.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addBlock } from "#app/campaign/talking-points/blocks.server.ts";
import { setStage } from "#app/campaign/talking-points/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { placeHoldOn, tryToPlaceHold } from "../../support/builders/held-message.ts";
import { addEvent } from "../../support/builders/outreach-event.ts";
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
let messageId: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  paper = await addPaper(database);
  const row = await database.read
    .selectFrom("key_message")
    .select("id")
    .where("number", "=", 1)
    .executeTakeFirstOrThrow();
  messageId = row.id;
});

const holdsOnPaper = async () =>
  (await findLeaving(database.read, paper)).holds.map((hold) => hold.messageNumber);
const lift = (holdId: string, accountId = "petr", reason = "Corrected at noon") =>
  database.change(by(accountId), inCampaign, (change) =>
    liftMessageHold(
      change,
      { campaignId: "esa", holdId },
      { by: { role: "embassy clearer", isHeadOfMission: false }, reason, handling: "TLP:AMBER" },
    ),
  );
const eventMarks = async (eventId: string) => [
  ...((await listHoldsOnEvents(database.read, [eventId], now)).get(eventId) ?? []),
];
const mailTo = async (kind: string) => {
  const rows = await database.read.selectFrom("mail").select("account_id").where("kind", "=", kind).execute();
  return rows.map((row) => row.account_id).sort();
};

test("a hold marks the papers and events that use the message, and no other", async () => {
  const other = await addEvent(database, "esa", { title: "Another matter", messageIds: [] });
  expect(await holdsOnPaper()).toEqual([]);
  await placeHoldOn(database);
  expect(await holdsOnPaper()).toEqual([1]);
  expect(await eventMarks(paper.eventId ?? "")).toHaveLength(1);
  expect(await eventMarks(other)).toEqual([]);
});

test("a reply alone marks a paper where its objection is made against the held message alone", async () => {
  const messageBlocks = paper.text.blocks.filter(({ origin }) => origin.kind === "key message");
  await database.change(by("jana"), inCampaign, async (change) => {
    for (const { id } of messageBlocks) await change.remove("talking_points_block", id);
    change.describe({
      recordKind: "talking points",
      recordId: paper.id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  await placeHoldOn(database);
  expect(await holdsOnPaper()).toEqual([1]);
  await database.change(by("jana"), inCampaign, async (change) => {
    const second = await change.read
      .selectFrom("key_message")
      .select("id")
      .where("number", "=", 2)
      .executeTakeFirstOrThrow();
    const objection = await change.read.selectFrom("objection").select("id").executeTakeFirstOrThrow();
    await change.insert("message_objection", {
      id: "shared",
      key_message_id: second.id,
      objection_id: objection.id,
      position: 0,
    });
    change.describe({
      recordKind: "key message",
      recordId: second.id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  expect(await holdsOnPaper()).toEqual([]);
});

test("a paper that was used stays as it was said", async () => {
  await placeHoldOn(database);
  await database.change(by("jana"), inCampaign, async (change) => {
    await setStage(change, paper, "used", "");
    change.describe({
      recordKind: "talking points",
      recordId: paper.id,
      action: "used",
      summary: "Used",
      location: "/",
    });
    return { ok: true };
  });
  expect((await listHoldsOnPapers(database.read, [paper.id])).size).toBe(0);
});

test("a message has one hold at a time; a second one is refused, another message may have its own", async () => {
  await placeHoldOn(database);
  expect(await tryToPlaceHold(database, 1, "tomas")).toEqual({ ok: false, reason: "on-hold-already" });
  expect((await tryToPlaceHold(database, 2)).ok).toBe(true);
});

test("the owners of what is marked are told by mail, whoever placed it is not", async () => {
  await placeHoldOn(database);
  expect(await mailTo("hold placed")).toEqual(["jana"]);
  const holdId = (await database.read.selectFrom("message_hold").select("id").executeTakeFirstOrThrow()).id;
  await lift(holdId);
  expect(await mailTo("hold lifted")).toEqual(["jana"]);
});

test("lifting puts everything back by itself, once, with a reason", async () => {
  const before = await findLeaving(database.read, paper);
  const holdId = await placeHoldOn(database);
  expect(await lift(holdId, "petr", " ")).toEqual({ ok: false, reason: "no-reason" });
  const [first, second] = await Promise.all([lift(holdId, "petr"), lift(holdId, "tomas", "Me too")]);
  expect([first.ok, second.ok].sort()).toEqual([false, true]);
  expect(first.ok ? second : first).toEqual({ ok: false, reason: "lifted-already" });
  expect(await findLeaving(database.read, await storedPaper(database, paper.id))).toEqual(before);
  expect((await tryToPlaceHold(database)).ok).toBe(true);
});

test("a post that was stopped asks for a new time once the hold is lifted, until it has one or keeps its own", async () => {
  const post = await addEvent(database, "esa", {
    title: "Post",
    kind: "social post",
    messageIds: [messageId],
  });
  const state = async () =>
    (await listHoldStates(database.read, [{ id: post, kind: "social post" }], now)).get(post);
  const holdId = await placeHoldOn(database);
  expect(await state()).toBe("stopped");
  await lift(holdId);
  expect(await state()).toBe("asks for a new time");
  const settled = await database.change(by("jana"), inCampaign, (change) =>
    settleStoppedPost(change, { campaignId: "esa", event: { id: post, title: "Post" } }),
  );
  expect(settled.ok).toBe(true);
  expect(await state()).toBeUndefined();
  if (!settled.ok) return;
  expect((await undoChange(database, by("jana"), settled.changeId)).ok).toBe(true);
  expect(await state()).toBe("asks for a new time");
  await database.change(by("jana"), inCampaign, async (change) => {
    await change.update(
      "outreach_event",
      post,
      { starts_at: "2027-01-20T15:00:00.000Z", ends_at: "2027-01-20T15:15:00.000Z" },
      null,
    );
    change.describe({
      recordKind: "outreach event",
      recordId: post,
      action: "moved",
      summary: "Moved",
      location: "/",
    });
    return { ok: true };
  });
  expect(await state()).toBeUndefined();
});

test("placing and lifting can be undone; a hold that somebody else has seen cannot be unplaced", async () => {
  const placed = await tryToPlaceHold(database);
  if (!placed.ok) throw new Error(placed.reason);
  const holdId = placed.location.split("/").at(-1) ?? "";
  const lifted = await lift(holdId);
  if (!lifted.ok) throw new Error(lifted.reason);
  expect((await undoChange(database, by("petr"), lifted.changeId)).ok).toBe(true);
  expect((await findHold(database.read, "esa", holdId))?.lifted).toBeNull();
  await noteSightings(database, "jana", [holdId], now);
  expect(await undoChange(database, by("petr"), placed.changeId)).toEqual({
    ok: false,
    reason: "something-depends-on-it",
  });
});

test("who opened a page with the hold has seen it, once; who placed it knows of it from then on", async () => {
  const holdId = await placeHoldOn(database);
  await noteSightings(database, "jana", [holdId], now);
  await noteSightings(database, "jana", [holdId], new Date(now.getTime() + 60_000));
  await noteSightings(database, "petr", [holdId], now);
  const seen = await listSightings(database.read, [holdId]);
  expect(seen.map(({ accountId }) => accountId).sort()).toEqual(["jana", "petr"]);
  expect(seen).toContainEqual({ holdId, accountId: "jana", at: now });
});

test("a hold belongs to its campaign, and what it affects is counted there", async () => {
  const holdId = await placeHoldOn(database);
  await database.change(by("jana"), inCampaign, (change) =>
    addBlock(
      change,
      { campaignId: "esa", paperId: paper.id },
      { section: "points to make", heading: "", text: "Ours.", origin: { kind: "own words" }, footnotes: [] },
    ),
  );
  expect(await findHold(database.read, "elsewhere", holdId)).toBeNull();
  const { papers, events } = await listAffected(database.read, "esa", messageId, now);
  expect(papers.map(({ id, held, points }) => [id, held, points])).toEqual([[paper.id, 1, 2]]);
  expect(papers[0]).toMatchObject({ eventId: paper.eventId, draftedBy: { id: "jana", name: "Jana" } });
  expect(events.map(({ id, owner, people }) => [id, owner, people])).toEqual([[paper.eventId, null, []]]);
});
