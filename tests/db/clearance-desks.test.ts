import { beforeEach, expect, test } from "vitest";
import { paperHash } from "#app/domain/talking-points/paper-hash.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addComment, listComments, settleComment } from "#db/queries/clearance-comments.server.ts";
import { listDesks } from "#db/queries/clearance-desks.server.ts";
import { noteReading } from "#db/queries/clearance-readings.server.ts";
import { listRound } from "#db/queries/clearance-requests.server.ts";
import { clearPapersBySilence } from "#db/queries/paper-silence.server.ts";
import { editBlock, removeBlock } from "#db/queries/talking-points-blocks.server.ts";
import {
  type ChosenDesk,
  clearPaper,
  findClearanceStatus,
  releasePaper,
  returnPaper,
  sendPaper,
} from "#db/queries/talking-points-clearance.server.ts";
import { reportRelease } from "#db/queries/talking-points-reports.server.ts";
import type { StoredPaper } from "#db/queries/talking-points-text.server.ts";
import { undoChange } from "#db/undo.server.ts";
import { now } from "../support/author.ts";
import { addAccount, addCampaign } from "../support/builders/campaign.ts";
import { addDesk } from "../support/builders/clearance-desk.ts";
import { SETTINGS } from "../support/builders/clearance-round.ts";
import {
  addPaper,
  addTeamAndLibrary,
  by,
  inCampaign,
  storedPaper,
} from "../support/builders/started-paper.ts";
import { freshDatabase } from "../support/database.ts";

const HOUR = 3_600_000;
const noon = new Date(now.getTime() + 24 * HOUR);
const silent = { ...SETTINGS, silenceIsAgreement: true };

let database: Database;
let paper: StoredPaper;
let nato: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  await addAccount(database, "Lenka", { esa: "ministry clearer" });
  await addAccount(database, "Hana", { esa: "ministry clearer" });
  await addAccount(database, "Ambassador", { esa: "embassy clearer" });
  nato = await addDesk(database, "esa", { name: "Mission to NATO", holder: "lenka", deputy: "hana" });
  paper = await addPaper(database);
});

const target = () => ({ campaignId: "esa", paperId: paper.id });
const paperNow = () => storedPaper(database, paper.id);
const hashNow = async () => paperHash((await paperNow()).text);
const status = async () => findClearanceStatus(database.read, await paperNow());
const round = () => listRound(database.read, { kind: "talking points", id: paper.id });
const requestOf = async (desk: string) => (await round()).find((one) => one.desk.name === desk)?.id ?? "";

function act<T extends { ok: true } | { ok: false; reason: string }>(
  who: string,
  work: (change: Change) => Promise<T>,
  at = now,
) {
  return database.change({ ...by(who), now: at }, inCampaign, work);
}

async function editFirst(text: string, who = "jana", at = now) {
  const stored = await paperNow();
  const block = stored.text.blocks.find((one) => one.section === "points to make");
  const version = stored.blockVersions[block?.id ?? ""] ?? 0;
  const words = { heading: "", text, origin: null };
  return act(
    who,
    (change) => editBlock(change, { ...target(), blockId: block?.id ?? "" }, words, version),
    at,
  );
}

async function sendToAll(settings = SETTINGS, dueAt: Date | null = null, at = now) {
  const desks = await listDesks(database.read, "esa");
  const chosen = desks.map(({ id }): ChosenDesk => ({ deskId: id, asks: "clear", dueAt }));
  return act(
    "jana",
    (change) => sendPaper(change, target(), { settings, chosen, onlyDifference: false }),
    at,
  );
}

async function agree(
  who: string,
  desk: string | null = null,
  given: { hash?: string; settings?: typeof SETTINGS; at?: Date } = {},
) {
  const requestId = desk === null ? null : await requestOf(desk);
  const shownHash = given.hash ?? (await hashNow());
  const { settings = SETTINGS, at = now } = given;
  return act(who, (change) => clearPaper(change, target(), { requestId, shownHash, settings }), at);
}

const answers = async () => (await round()).map(({ desk, answer }) => [desk.name, answer]);

test("altered wording goes to the embassy, then to all other desks at once, and is cleared by the last of them", async () => {
  await editFirst("Altered.");
  await sendToAll();
  expect((await round()).map(({ askedAt }) => askedAt !== null)).toEqual([true, false, false]);
  await agree("petr");
  expect((await round()).map(({ askedAt }) => askedAt !== null)).toEqual([true, true, true]);
  await agree("hana", "Mission to NATO");
  expect((await status()).status).toBe("draft");
  await agree("tomas", "Ministry desk");
  expect(await status()).toMatchObject({
    status: "cleared",
    clearance: {
      manner: "by a person",
      answers: [
        { desk: "Embassy", by: "Petr", inPlaceOf: null },
        { desk: "Ministry desk", by: "Tomas", inPlaceOf: null },
        { desk: "Mission to NATO", by: "Hana", inPlaceOf: "Lenka" },
      ],
    },
  });
});

test("a desk is answered for by its holder or deputy only, and once", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  expect(await agree("tomas", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("petr", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("alena", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("jana", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("lenka", "Mission to NATO")).toMatchObject({ ok: true });
  expect(await agree("hana", "Mission to NATO")).toEqual({ ok: false, reason: "answered-already" });
});

test("a deputy who has lost the role, and a holder whose account was closed, answer no more", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  await act("petr", async (change) => {
    await change.update("campaign_role", "hana-esa", { role: "officer" }, null);
    await change.update("account", "lenka", { closed_at: now.toISOString() }, null);
    const what = { recordKind: "account", recordId: "lenka", action: "closed", summary: "Closed" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
  expect(await agree("hana", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  expect(await agree("lenka", "Mission to NATO")).toEqual({ ok: false, reason: "not-your-desk" });
  await editFirst("Altered again.");
  expect(await sendToAll()).toMatchObject({ refusal: { reason: "nobody-at-desk", desk: "Mission to NATO" } });
});

test("a request of another paper, of another campaign, or made up, clears nothing", async () => {
  await editFirst("Altered.");
  await sendToAll();
  const shownHash = await hashNow();
  const forged = (requestId: string) =>
    act("petr", (change) => clearPaper(change, target(), { requestId, shownHash, settings: SETTINGS }));
  expect(await forged("nothing-like-it")).toEqual({ ok: false, reason: "not-sent-for-clearance" });
  const other = await addPaper(database);
  const [elsewhere] = await listRound(database.read, { kind: "talking points", id: other.id });
  expect(elsewhere).toBeUndefined();
  await addCampaign(database, "other");
  const outside = { campaignId: "other", paperId: paper.id };
  const act2 = { requestId: null, shownHash, settings: SETTINGS };
  expect(await act("petr", (change) => clearPaper(change, outside, act2))).toEqual({
    ok: false,
    reason: "not-found",
  });
  expect((await status()).status).toBe("draft");
});

test("desks of another campaign cannot be chosen, and those that are not named are not asked", async () => {
  await addCampaign(database, "other");
  const [theirs] = await listDesks(database.read, "other");
  const chosen = [{ deskId: theirs?.id ?? "", asks: "clear", dueAt: null } as const];
  const sent = await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen, onlyDifference: false }),
  );
  expect(sent).toMatchObject({ reason: "cannot-be-asked", refusal: { reason: "nobody-asked" } });
});

test("a drafter cannot leave the ministry out of an altered text", async () => {
  await editFirst("Altered.");
  const [embassy] = await listDesks(database.read, "esa");
  const chosen = [{ deskId: embassy?.id ?? "", asks: "clear", dueAt: null } as const];
  const sent = await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen, onlyDifference: false }),
  );
  expect(sent).toMatchObject({ reason: "cannot-be-asked", refusal: { reason: "ministry-must-be-asked" } });
});

test("another text makes earlier answers void: the new one is sent, and every desk is asked again", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  await editFirst("Altered once more.");
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "sent-text-is-another" });
  await sendToAll();
  expect((await round()).map(({ askedAt, answer }) => [askedAt !== null, answer])).toEqual([
    [true, null],
    [false, null],
    [false, null],
  ]);
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "waits-for-the-embassy" });
});

test("a text that is typed back is the one that was sent: it can be answered again", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await editFirst("Something else.");
  expect(await agree("petr")).toEqual({ ok: false, reason: "sent-text-is-another" });
  await editFirst("Altered.");
  expect(await agree("petr")).toMatchObject({ ok: true });
});

test("of two clearers at once, and of a clearer and a drafter at once, one wins and the other is told", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  const shown = await hashNow();
  const both = await Promise.all([
    agree("lenka", "Mission to NATO", { hash: shown }),
    agree("hana", "Mission to NATO", { hash: shown }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, reason: "answered-already" });
  const [saved, cleared] = await Promise.all([
    editFirst("The drafter's newest."),
    agree("tomas", "Ministry desk", { hash: shown }),
  ]);
  expect(saved).toMatchObject({ ok: true });
  const isCleared = cleared.ok;
  expect((await status()).status).toBe(isCleared ? "changed since clearance" : "draft");
});

test("only the difference is put to the desks after a clearance, and the request names what it is from", async () => {
  await sendToAll();
  await agree("petr");
  await editFirst("Altered.");
  const sent = await act("jana", (change) =>
    sendPaper(change, target(), { settings: SETTINGS, chosen: null, onlyDifference: true }),
  );
  expect(sent).toMatchObject({ ok: true });
  const cleared = await status();
  const id = cleared.status === "changed since clearance" ? cleared.clearance.id : "";
  expect((await round())[0]?.sinceClearanceId).toBe(id);
  // Everybody is asked as before.
  expect(await answers()).toHaveLength(3);
});

test("a return ends the round: the other desks are no longer asked", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  const requestId = await requestOf("Mission to NATO");
  const back = { requestId, reasons: "Needs a date." };
  expect(await act("tomas", (change) => returnPaper(change, target(), back))).toEqual({
    ok: false,
    reason: "not-your-desk",
  });
  await act("lenka", (change) => returnPaper(change, target(), back));
  expect(await answers()).toEqual([
    ["Embassy", "cleared"],
    ["Ministry desk", "withdrawn"],
    ["Mission to NATO", "returned"],
  ]);
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "not-sent-for-clearance" });
});

async function allowSilence() {
  await act("petr", async (change) => {
    await change.update("campaign", "esa", { silence_is_agreement: 1 }, null);
    const what = { recordKind: "campaign", recordId: "esa", action: "changed", summary: "Saved" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
}

async function waitForSilence() {
  await allowSilence();
  await editFirst("Altered.");
  await sendToAll(silent, noon);
  await agree("petr", null, { settings: silent });
  await agree("tomas", "Ministry desk", { settings: silent });
}

test("silence clears at its time and not before, and the clearance says whose silence it was", async () => {
  await waitForSilence();
  await clearPapersBySilence(database, new Date(noon.getTime() - 1));
  expect((await status()).status).toBe("draft");
  await clearPapersBySilence(database, noon);
  expect(await status()).toMatchObject({
    status: "cleared",
    clearance: { manner: "by silence", answers: [{}, {}, { desk: "Mission to NATO", by: null }] },
  });
  await clearPapersBySilence(database, new Date(noon.getTime() + HOUR));
  const { count } = await database.read
    .selectFrom("clearance")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("subject_id", "=", paper.id)
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(1);
});

test("silence clears nothing whose text has changed, on which a comment is open, or that was taken back", async () => {
  await waitForSilence();
  const commented = await act("lenka", (change) =>
    addComment(change, target(), { blockId: null, text: "Not like this." }),
  );
  await clearPapersBySilence(database, noon);
  expect((await status()).status).toBe("draft");
  const [comment] = await listComments(database.read, paper.id);
  const settled = { commentId: comment?.id ?? "", isResolved: true };
  await act("lenka", (change) => settleComment(change, target(), settled));
  await editFirst("Altered again.");
  await clearPapersBySilence(database, noon);
  expect((await status()).status).toBe("draft");
  await editFirst("Altered.");
  await clearPapersBySilence(database, noon);
  expect((await status()).status).toBe("cleared");
  expect(commented).toMatchObject({ ok: true });
});

test("with the setting off, or asked too late, silence is no answer", async () => {
  await editFirst("Altered.");
  await sendToAll(SETTINGS, noon);
  await agree("petr");
  await clearPapersBySilence(database, new Date(noon.getTime() + HOUR));
  expect((await round()).map(({ silenceAt }) => silenceAt)).toEqual([null, null, null]);
  await allowSilence();
  await editFirst("Altered for the second time.");
  await sendToAll(silent, noon);
  await agree("petr", null, { settings: silent, at: new Date(noon.getTime() - 60_000) });
  expect((await round()).map(({ silenceAt }) => silenceAt)).toEqual([null, null, null]);
});

const release = async (who: string, headOfMissionId: string | null, hash: string | null = null) => {
  const shownHash = hash ?? (await hashNow());
  return act(who, (change) =>
    releasePaper(change, target(), { shownHash, headOfMissionId, settings: SETTINGS }),
  );
};

test("the head of mission releases what is with the clearers; nobody else, and no other text", async () => {
  await editFirst("Altered.");
  expect(await release("ambassador", "ambassador")).toEqual({ ok: false, reason: "not-sent-for-clearance" });
  await sendToAll();
  expect(await release("petr", "ambassador")).toEqual({ ok: false, reason: "not-the-head-of-mission" });
  expect(await release("jana", "jana")).toEqual({ ok: false, reason: "not-the-head-of-mission" });
  expect(await release("ambassador", null)).toEqual({ ok: false, reason: "not-the-head-of-mission" });
  expect(await release("ambassador", "ambassador", "0".repeat(64))).toEqual({
    ok: false,
    reason: "text-is-another",
  });
  expect(await release("ambassador", "ambassador")).toMatchObject({ ok: true });
  expect(await status()).toMatchObject({
    status: "cleared",
    clearance: { manner: "released by the head of mission", clearedBy: "Ambassador", report: null },
  });
  expect(await agree("petr")).toEqual({ ok: false, reason: "already-cleared" });
});

test("a release is reported once, and what was not released has nothing to report", async () => {
  const report = () =>
    act("jana", (change) => reportRelease(change, target(), { on: "2026-11-10", to: "Tomas" }));
  expect(await report()).toEqual({ ok: false, reason: "nothing-to-report" });
  await sendToAll();
  await release("ambassador", "ambassador");
  const reported = await report();
  expect(await status()).toMatchObject({ clearance: { report: { on: "2026-11-10", to: "Tomas" } } });
  expect(await report()).toEqual({ ok: false, reason: "reported-already" });
  expect(await undoChange(database, by("jana"), reported.ok ? reported.changeId : "")).toMatchObject({
    ok: true,
  });
  expect(await status()).toMatchObject({ clearance: { report: null } });
});

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
      clearPaper(change, target(), { requestId: null, shownHash, settings: SETTINGS }),
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
