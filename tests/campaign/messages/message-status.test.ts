import { expect, test } from "vitest";
import { clearMessage } from "#app/campaign/messages/clear-message.ts";
import {
  isInEffect,
  isSameText,
  messageStatus,
  messageTextHash,
  nextRevisionNumber,
  type RevisionClearance,
} from "#app/campaign/messages/message-status.ts";

const text = { title: "T", statement: "S", talkingPoint: "P", avoid: "", note: "" };
const hash = messageTextHash(text);
const draft = { newest: { id: "r2", textHash: hash }, sentForReviewAt: null, retiredAt: null };
const at = "2026-01-30T15:00:00.000Z";

function clearance(given: Partial<RevisionClearance> = {}): RevisionClearance {
  return {
    revisionId: "r2",
    textHash: hash,
    manner: "by a person",
    authority: "ministry",
    clearedBy: "b",
    at,
    ...given,
  };
}

test("a message is cleared only by a clearance of the exact text of its newest revision", () => {
  expect(messageStatus(draft, [])).toEqual({ status: "draft" });
  expect(messageStatus(draft, [clearance()]).status).toBe("cleared");
  expect(messageStatus(draft, [clearance({ revisionId: "r1" })]).status).toBe("draft");
  expect(
    messageStatus(draft, [clearance({ textHash: messageTextHash({ ...text, statement: "S." }) })]).status,
  ).toBe("draft");
});

test("a message sent for review is in review until it is cleared, a retired one is retired whatever else it is", () => {
  const sent = { ...draft, sentForReviewAt: at };
  expect(messageStatus(sent, [])).toEqual({ status: "in review", since: at });
  expect(messageStatus(sent, [clearance()]).status).toBe("cleared");
  expect(messageStatus({ ...sent, retiredAt: at }, [clearance()])).toEqual({ status: "retired", since: at });
});

test("every part of the wording, and where it stands, is under the clearance", () => {
  const others = Object.keys(text).map((part) => messageTextHash({ ...text, [part]: "other" }));
  expect(new Set([hash, ...others]).size).toBe(6);
  expect(messageTextHash({ ...text, avoid: "A", note: "" })).not.toBe(
    messageTextHash({ ...text, avoid: "", note: "A" }),
  );
  expect(isSameText({ ...text, note: "a\r\nb" }, { ...text, note: "a\nb" })).toBe(true);
});

test("a clearer clears the text that was shown, once, with a proof point", () => {
  const request = {
    message: { ...draft, writers: ["jana"], proofPoints: 2 },
    clearances: [],
    shownHash: hash,
    clearer: { accountId: "tomas", side: "embassy" } as const,
    ownDraftMayBeCleared: false,
  };
  const { message } = request;
  expect(clearMessage(request)).toEqual({ ok: true, isOwnDraft: false });
  expect(clearMessage({ ...request, shownHash: "0" })).toEqual({ ok: false, reason: "text-is-another" });
  expect(clearMessage({ ...request, clearances: [clearance()] })).toEqual({
    ok: false,
    reason: "already-cleared",
  });
  expect(clearMessage({ ...request, message: { ...message, proofPoints: 0 } })).toEqual({
    ok: false,
    reason: "no-proof-point",
  });
  expect(clearMessage({ ...request, message: { ...message, retiredAt: at } })).toEqual({
    ok: false,
    reason: "retired",
  });
});

test("revisions are numbered from 1, the next after the highest", () => {
  expect(nextRevisionNumber([])).toBe(1);
  expect(nextRevisionNumber([1, 4, 2])).toBe(5);
});

test("a message is in effect on its first and last day and between", () => {
  const span = { effectiveFrom: "2026-02-02", effectiveUntil: "2027-06-30" } as const;
  expect(
    (["2026-02-01", "2026-02-02", "2027-06-30", "2027-07-01"] as const).map((day) => isInEffect(span, day)),
  ).toEqual([false, true, true, false]);
  expect(isInEffect({ effectiveFrom: null, effectiveUntil: null }, "1990-01-01")).toBe(true);
});
