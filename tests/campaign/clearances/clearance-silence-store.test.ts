import { beforeEach, expect, test } from "vitest";
import { clearPapersBySilence } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import {
  addComment,
  listComments,
  settleComment,
} from "#app/campaign/talking-points/clearing/comments.server.ts";
import { reportRelease } from "#app/campaign/talking-points/reports.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { by } from "../../support/builders/started-paper.ts";
import {
  act,
  agree,
  database,
  editFirst,
  nato,
  noon,
  paper,
  release,
  round,
  sendToAll,
  setScene,
  silent,
  status,
  target,
} from "../../support/clearance-scene.ts";

beforeEach(setScene);

const HOUR = 3_600_000;

async function allowSilence() {
  await act("petr", async (change) => {
    await change.update("campaign", "esa", { silence_is_agreement: 1 }, null);
    const what = { recordKind: "campaign", recordId: "esa", action: "changed", summary: "Saved" } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
}

async function waitForSilence(due = noon) {
  await allowSilence();
  await editFirst("Altered.");
  await sendToAll(silent, due);
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

test("the officer who sent the paper does not settle the ministry's objection, nor does undoing settle it", async () => {
  await waitForSilence();
  await act("lenka", (change) => addComment(change, target(), { blockId: null, text: "Not like this." }));
  const [comment] = await listComments(database.read, paper.id);
  expect(comment).toMatchObject({ side: "ministry", madeById: "lenka" });
  const settle = (who: string, isResolved = true) =>
    act(who, (change) => settleComment(change, target(), { commentId: comment?.id ?? "", isResolved }));
  for (const who of ["jana", "petr", "ambassador", "alena"]) {
    expect(await settle(who)).toEqual({ ok: false, reason: "not-yours-to-settle" });
  }
  await clearPapersBySilence(database, noon);
  expect((await status()).status).toBe("draft");
  expect(await settle("hana")).toMatchObject({ ok: true });
  const opened = await settle("jana", false);
  const undone = await undoChange(database, by("jana"), opened.ok ? opened.changeId : "");
  expect(undone).toMatchObject({ ok: false });
  await clearPapersBySilence(database, noon);
  expect((await status()).status).toBe("draft");
  expect(await settle("tomas")).toMatchObject({ ok: true });
  await clearPapersBySilence(database, noon);
  expect((await status()).status).toBe("cleared");
});

test("silence that was promised means nothing once the desk's clock leaves it less than a working day", async () => {
  // Seventeen hours in Brussels on Thursday, after a holiday: eight there, seven on the Azores.
  const due = new Date("2026-11-12T16:00:00.000Z");
  await waitForSilence(due);
  const silences = async () => (await round()).map(({ silenceAt }) => silenceAt);
  expect(await silences()).toEqual([null, due, due]);
  await act("petr", async (change) => {
    await change.update("clearance_desk", nato, { zone: "Atlantic/Azores" }, null);
    const what = {
      recordKind: "clearance desk",
      recordId: nato,
      action: "changed",
      summary: "Moved",
    } as const;
    change.describe({ ...what, location: "/" });
    return { ok: true };
  });
  expect(await silences()).toEqual([null, due, null]);
  await clearPapersBySilence(database, due);
  expect((await status()).status).toBe("draft");
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
