import { expect, test } from "vitest";
import { type ClearanceAct, clearTalkingPoints } from "#app/domain/talking-points/clear-talking-points.ts";
import { clearanceStatus } from "#app/domain/talking-points/clearance-status.ts";
import { clearanceDueAt } from "#app/domain/talking-points/due.ts";
import { paperHash } from "#app/domain/talking-points/paper-hash.ts";
import { explainPaperRefusal } from "#app/domain/talking-points/refusals.ts";
import { markAsUsed, returnWithReasons, sendForClearance } from "#app/domain/talking-points/stage.ts";
import { block, clearanceOf, messageBlock, paper } from "../../support/builders/paper.ts";

const text = paper([messageBlock("European capacity is built to plug into NATO.")]);

function act(given: Partial<ClearanceAct> = {}): ClearanceAct {
  return {
    paper: text,
    stage: "sent for clearance",
    status: { status: "draft" },
    writers: ["officer"],
    isAllClearedWording: true,
    clearer: { accountId: "clearer", authority: "embassy" },
    shownHash: paperHash(text),
    settings: { embassyClearsAlone: true, ownDraftMayBeCleared: false },
    ...given,
  };
}

test("the embassy clears alone what is cleared wording used unaltered", () => {
  expect(clearTalkingPoints(act())).toEqual({
    ok: true,
    next: "cleared",
    hash: paperHash(text),
    isOwnDraft: false,
  });
});

test("altered wording goes on from the embassy to the ministry, and so does all of it with the setting off", () => {
  expect(clearTalkingPoints(act({ isAllClearedWording: false }))).toMatchObject({
    ok: true,
    next: "ministry",
  });
  const off = { embassyClearsAlone: false, ownDraftMayBeCleared: false };
  expect(clearTalkingPoints(act({ settings: off }))).toMatchObject({ ok: true, next: "ministry" });
});

test("the ministry clears altered wording", () => {
  const clearer = { accountId: "ministry", authority: "ministry" } as const;
  expect(clearTalkingPoints(act({ clearer, isAllClearedWording: false }))).toMatchObject({ next: "cleared" });
});

test("a clearance is of the text that the clearer saw, not of one that came since", () => {
  const since = paper([...text.blocks, block("One more.")]);
  expect(clearTalkingPoints(act({ paper: since }))).toEqual({ ok: false, reason: "text-is-another" });
});

test("nobody clears their own draft unless the setting allows it, and then the clearance says so", () => {
  expect(clearTalkingPoints(act({ writers: ["officer", "clearer"] }))).toEqual({
    ok: false,
    reason: "own-draft",
  });
  const settings = { embassyClearsAlone: true, ownDraftMayBeCleared: true };
  expect(clearTalkingPoints(act({ writers: ["clearer"], settings }))).toMatchObject({
    ok: true,
    isOwnDraft: true,
  });
});

test("a paper that was not sent, or is cleared already, is not cleared", () => {
  expect(clearTalkingPoints(act({ stage: "drafting" }))).toEqual({
    ok: false,
    reason: "not-sent-for-clearance",
  });
  const status = clearanceStatus(text, [clearanceOf(text)]);
  expect(clearTalkingPoints(act({ status }))).toEqual({ ok: false, reason: "already-cleared" });
});

test("a paper is sent once, with something to say, and not when it is cleared as it stands", () => {
  const draft = { status: "draft" } as const;
  expect(sendForClearance(text, "returned", draft)).toEqual({ ok: true, stage: "sent for clearance" });
  expect(sendForClearance(text, "sent for clearance", draft)).toMatchObject({ reason: "already-sent" });
  expect(sendForClearance(paper([]), "drafting", draft)).toMatchObject({ reason: "no-points-to-make" });
  const cleared = clearanceStatus(text, [clearanceOf(text)]);
  expect(sendForClearance(text, "drafting", cleared)).toMatchObject({ reason: "already-cleared" });
});

test("a paper is returned with reasons, and only while it is on its way", () => {
  expect(returnWithReasons("sent for clearance", "Needs a date.")).toEqual({ ok: true, stage: "returned" });
  expect(returnWithReasons("sent for clearance", " \n")).toMatchObject({ reason: "no-reasons-given" });
  expect(returnWithReasons("drafting", "Needs a date.")).toMatchObject({ reason: "not-sent-for-clearance" });
});

test("a paper is used once, cleared or not", () => {
  expect(markAsUsed("drafting")).toEqual({ ok: true, stage: "used" });
  expect(markAsUsed("used")).toEqual({ ok: false, reason: "already-used" });
});

test("each refusal has its sentence", () => {
  const reasons = [
    "no-points-to-make",
    "already-cleared",
    "already-sent",
    "not-sent-for-clearance",
    "no-reasons-given",
    "already-used",
    "text-is-another",
    "own-draft",
  ] as const;
  expect(new Set(reasons.map(explainPaperRefusal)).size).toBe(reasons.length);
});

test("clearance is due one working day of the clearer's country before the brief, at noon in Washington", () => {
  const friday = new Date("2026-11-13T18:00:00.000Z");
  expect(clearanceDueAt(friday, "ministry", "CZ").toISOString()).toBe("2026-11-09T17:00:00.000Z");
  expect(clearanceDueAt(friday, "embassy", "CZ").toISOString()).toBe("2026-11-09T17:00:00.000Z");
  // The 17th is a holiday in Prague alone.
  const friday20 = new Date("2026-11-20T18:00:00.000Z");
  expect(clearanceDueAt(friday20, "ministry", "CZ").toISOString()).toBe("2026-11-16T17:00:00.000Z");
  expect(clearanceDueAt(friday20, "embassy", "CZ").toISOString()).toBe("2026-11-17T17:00:00.000Z");
});
