import { expect, test } from "vitest";
import { clearByAnswer } from "#app/campaign/clearances/clear-text.ts";
import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import { clearanceDueAt, offeredDueAt } from "#app/campaign/clearances/due.ts";
import { markAsUsed, returnWithReasons, sendForClearance } from "#app/campaign/clearances/stage.ts";
import { paperHash, type Stage } from "#app/campaign/paper-text/paper.ts";
import { explainPaperRefusal } from "#app/campaign/talking-points/refusals.ts";
import {
  ASKED_AT,
  clearanceAct as act,
  request,
  SETTINGS,
  waiting,
} from "../../support/builders/clearance-round.ts";
import { messageBlock, paper } from "../../support/builders/paper.ts";

const text = paper([messageBlock("European capacity is built to plug into NATO.")]);
const agreed = request({ answer: "cleared" });

test("the embassy clears alone what is cleared wording used unaltered, and the ministry is not asked", () => {
  expect(clearByAnswer(act())).toEqual({
    ok: true,
    isOwnDraft: false,
    next: "cleared",
    authority: "embassy",
    withdraw: ["ministry"],
  });
});

test("altered wording goes on from the embassy to all other desks at once, and so does all of it with the setting off", () => {
  const round = [request(), waiting("ministry"), waiting("defence")];
  const on = { next: "ask the others", ask: ["ministry", "defence"] };
  expect(clearByAnswer(act({ round, isAllClearedByMinistry: false }))).toMatchObject(on);
  expect(clearByAnswer(act({ round, settings: { ...SETTINGS, embassyClearsAlone: false } }))).toMatchObject(
    on,
  );
});

test("a paper is cleared when the last of the desks has agreed, and not before", () => {
  const ministry = waiting("ministry", { askedAt: new Date(0) });
  const defence = waiting("defence", { askedAt: new Date(0) });
  const first = act({
    round: [agreed, ministry, defence],
    requestId: "ministry",
    isAllClearedByMinistry: false,
  });
  expect(clearByAnswer(first)).toMatchObject({ next: "wait for the others" });
  const round = [agreed, { ...ministry, answer: "cleared" } as const, defence];
  const last = act({ round, requestId: "defence", isAllClearedByMinistry: false });
  expect(clearByAnswer(last)).toMatchObject({ next: "cleared", authority: "ministry", withdraw: [] });
});

test("a copy for information blocks nothing and clears nothing", () => {
  const copy = waiting("copy", { asks: "inform", askedAt: new Date(0) });
  const ministry = waiting("ministry", { askedAt: new Date(0) });
  const round = [agreed, ministry, copy];
  expect(clearByAnswer(act({ round, requestId: "copy" }))).toMatchObject({
    reason: "not-sent-for-clearance",
  });
  expect(clearByAnswer(act({ round, requestId: "ministry", isAllClearedByMinistry: false }))).toMatchObject({
    next: "cleared",
  });
});

test("where no desk of the ministry is asked, wording that changed in the library since is not cleared", () => {
  const alone = act({ round: [request()], isAllClearedByMinistry: false });
  expect(clearByAnswer(alone)).toEqual({ ok: false, reason: "nobody-of-the-ministry-asked" });
});

test("a clearance is of the text that was sent, was shown and still stands, all three the same", () => {
  expect(clearByAnswer(act({ hash: "another" }))).toEqual({ ok: false, reason: "text-is-another" });
  expect(clearByAnswer(act({ hash: "another", shownHash: "another" }))).toEqual({
    ok: false,
    reason: "sent-text-is-another",
  });
});

test("a desk answers once, and only when it is asked", () => {
  expect(clearByAnswer(act({ round: [agreed] }))).toEqual({ ok: false, reason: "answered-already" });
  expect(clearByAnswer(act({ requestId: "ministry" }))).toEqual({
    ok: false,
    reason: "waits-for-the-embassy",
  });
  const returned = request({ answer: "returned" });
  expect(clearByAnswer(act({ round: [returned] }))).toMatchObject({ reason: "not-sent-for-clearance" });
  expect(clearByAnswer(act({ requestId: "forged" }))).toMatchObject({
    reason: "not-sent-for-clearance",
  });
});

test("nobody answers for a desk that is not theirs", () => {
  expect(clearByAnswer(act({ clearer: { accountId: "clearer", mayAnswer: false } }))).toEqual({
    ok: false,
    reason: "not-your-desk",
  });
});

test("nobody agrees to a text that may travel further than when it was sent, or than it was shown", () => {
  const wider = { handling: "TLP:GREEN" as const, shownHandling: "TLP:GREEN" as const };
  expect(clearByAnswer(act(wider))).toEqual({ ok: false, reason: "handling-is-wider" });
  const stricter = { handling: "TLP:RED" as const, shownHandling: "TLP:RED" as const };
  expect(clearByAnswer(act(stricter))).toMatchObject({ ok: true });
  expect(clearByAnswer(act({ shownHandling: "TLP:RED" as const }))).toEqual({
    ok: false,
    reason: "text-is-another",
  });
  const agreed = request({ answer: "cleared", handling: "TLP:RED" as const });
  const round = [agreed, waiting("ministry", { askedAt: ASKED_AT })];
  expect(clearByAnswer(act({ round, requestId: "ministry" }))).toEqual({
    ok: false,
    reason: "handling-is-wider",
  });
});

test("a text that is cleared already is not cleared again", () => {
  expect(clearByAnswer(act({ status: "cleared" }))).toEqual({ ok: false, reason: "already-cleared" });
});

test("a paper is sent once, with something to say, and not when it is used or cleared as it stands", () => {
  const sent = { hash: paperHash(text), handling: "TLP:AMBER" as const };
  const send = (stage: Stage, words = text, status: ClearanceStatus["status"] = "draft") =>
    sendForClearance({ text: words, handling: "TLP:AMBER" as const, stage }, status, sent);
  expect(send("returned")).toEqual({ ok: true, stage: "sent for clearance" });
  expect(send("sent for clearance")).toMatchObject({ reason: "already-sent" });
  expect(send("drafting", paper([]))).toMatchObject({ reason: "no-points-to-make" });
  expect(send("used")).toMatchObject({ reason: "already-used" });
  expect(send("drafting", text, "cleared")).toMatchObject({ reason: "already-cleared" });
});

test("a text that was changed while it was with the clearers is sent in the place of the first", () => {
  const present = { text, handling: "TLP:AMBER" as const, stage: "sent for clearance" } as const;
  const first = { hash: "hash of the first", handling: "TLP:AMBER" as const };
  expect(sendForClearance(present, "draft", first)).toMatchObject({ ok: true });
  const asSent = { hash: paperHash(text), handling: "TLP:RED" as const };
  expect(sendForClearance(present, "draft", asSent)).toMatchObject({ ok: true });
  expect(sendForClearance({ ...present, handling: "TLP:RED" as const }, "draft", asSent)).toMatchObject({
    reason: "already-sent",
  });
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
    "sent-text-is-another",
    "answered-already",
    "waits-for-the-embassy",
    "not-your-desk",
    "own-draft",
    "nobody-of-the-ministry-asked",
    "not-the-head-of-mission",
    "nothing-to-report",
    "reported-already",
  ] as const;
  expect(new Set(reasons.map(explainPaperRefusal)).size).toBe(reasons.length);
});

test("clearance is due one working day of the clearer's country before the brief, at noon in Washington", () => {
  const friday = new Date("2026-11-13T18:00:00.000Z");
  expect(clearanceDueAt(friday, "CZ").toISOString()).toBe("2026-11-09T17:00:00.000Z");
  expect(clearanceDueAt(friday, "US").toISOString()).toBe("2026-11-09T17:00:00.000Z");
  // The 17th is a holiday in Prague alone.
  const friday20 = new Date("2026-11-20T18:00:00.000Z");
  expect(clearanceDueAt(friday20, "CZ").toISOString()).toBe("2026-11-16T17:00:00.000Z");
  expect(clearanceDueAt(friday20, "US").toISOString()).toBe("2026-11-17T17:00:00.000Z");
});

test("once the time by the rule has passed, the brief's hour is offered, then the event's start, then none", () => {
  const friday = new Date("2026-11-13T18:00:00.000Z");
  const offered = (now: string) => offeredDueAt(friday, "CZ", new Date(now))?.toISOString() ?? null;
  expect(offered("2026-11-09T16:59:00.000Z")).toBe("2026-11-09T17:00:00.000Z");
  expect(offered("2026-11-09T17:00:00.000Z")).toBe("2026-11-10T17:00:00.000Z");
  expect(offered("2026-11-12T17:00:00.000Z")).toBe("2026-11-13T18:00:00.000Z");
  expect(offered("2026-11-13T18:00:00.000Z")).toBeNull();
  expect(offeredDueAt(null, "CZ", new Date("2026-11-09T16:59:00.000Z"))).toBeNull();
});
