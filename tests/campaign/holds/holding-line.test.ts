import fc from "fast-check";
import { expect, test } from "vitest";
import {
  answerLine,
  clearanceOfVersion,
  explainLineRefusal,
  type HoldingLineText,
  holdingLineHash,
  isOffered,
  type LineFacts,
  lineStanding,
  sendLine,
  writeLine,
} from "#app/campaign/holds/holding-lines/holding-line.ts";

import { HANDLINGS } from "#app/text/handling.ts";

const now = new Date("2026-11-12T14:48:00.000Z");
const expiresAt = new Date("2026-11-13T23:00:00.000Z");
const line = {
  text: "Czech commitment to the Alliance has not changed.",
  handling: "TLP:GREEN" as const,
  expiresAt,
};

function facts(given: Partial<LineFacts> = {}): LineFacts {
  return { expiresAt, isCleared: false, widened: null, isHoldLifted: false, requests: [], ...given };
}

test("another word, another handling or another expiry is another line", () => {
  const hash = holdingLineHash(line);
  expect(holdingLineHash({ ...line })).toBe(hash);
  expect(holdingLineHash({ ...line, text: `${line.text}\u200b` })).not.toBe(hash);
  expect(holdingLineHash({ ...line, handling: "TLP:CLEAR" })).not.toBe(hash);
  expect(holdingLineHash({ ...line, expiresAt: new Date(expiresAt.getTime() + 60_000) })).not.toBe(hash);
});

test("a version is covered by a clearance of its words and its hour that travels at least as far", () => {
  const of = (given: Partial<HoldingLineText> = {}) => ({ ...line, ...given });
  expect(clearanceOfVersion(line, [])).toEqual({ clearance: null, widened: null });
  fc.assert(
    fc.property(fc.constantFrom(...HANDLINGS), fc.constantFrom(...HANDLINGS), (then, handling) => {
      const given = [of({ text: "Other words.", handling: "TLP:CLEAR" }), of({ handling: then })];
      const isWider = HANDLINGS.indexOf(handling) > HANDLINGS.indexOf(then);
      expect(clearanceOfVersion(of({ handling }), given)).toEqual(
        isWider
          ? { clearance: null, widened: { from: then, to: handling } }
          : { clearance: given[1], widened: null },
      );
    }),
  );
  const later = of({ expiresAt: new Date(expiresAt.getTime() + 1) });
  expect(clearanceOfVersion(later, [line])).toEqual({ clearance: null, widened: null });
  expect(clearanceOfVersion(of({ text: `${line.text}\u200b` }), [line]).clearance).toBeNull();
});

test("any edit of the words is another line, and the words typed back are the same one", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const isSame = text === line.text;
      expect(holdingLineHash({ ...line, text }) === holdingLineHash(line)).toBe(isSame);
    }),
  );
});

test("the standing follows the answers of the desks about this version", () => {
  const cleared = { answer: "cleared" as const };
  const open = { answer: null };
  expect(lineStanding(null, now)).toEqual({ standing: "not written" });
  expect(lineStanding(facts(), now)).toEqual({ standing: "draft" });
  expect(lineStanding(facts({ requests: [cleared, open, open] }), now)).toEqual({
    standing: "in clearance",
    asked: 3,
    answered: 1,
  });
  expect(lineStanding(facts({ requests: [{ answer: "returned" }, { answer: "withdrawn" }] }), now)).toEqual({
    standing: "returned",
  });
  expect(lineStanding(facts({ requests: [{ answer: "withdrawn" }] }), now)).toEqual({ standing: "draft" });
  expect(lineStanding(facts({ isCleared: true }), now)).toEqual({ standing: "cleared" });
  const widened = { from: "TLP:AMBER" as const, to: "TLP:GREEN" as const };
  const changed = facts({ widened });
  expect(lineStanding(changed, now)).toEqual({ standing: "changed since clearance", widened });
  expect(sendLine(lineStanding(changed, now))).toEqual({ ok: true });
  expect(lineStanding(facts({ widened, requests: [open] }), now)).toMatchObject({ standing: "in clearance" });
});

test("a line is offered from its clearance to the instant at which it expires, and not with the hold lifted", () => {
  const cleared = facts({ isCleared: true });
  expect(isOffered(cleared, now)).toBe(true);
  expect(isOffered(cleared, new Date(expiresAt.getTime() - 1))).toBe(true);
  expect(isOffered(cleared, expiresAt)).toBe(false);
  expect(lineStanding(cleared, expiresAt)).toEqual({ standing: "expired" });
  expect(isOffered({ ...cleared, isHoldLifted: true }, now)).toBe(false);
  expect(isOffered(facts({ requests: [{ answer: "cleared" }] }), now)).toBe(false);
});

test("a version is written with a time to come and something new in it, while the hold lies", () => {
  const lying = { isHoldLifted: false, now };
  expect(writeLine(line, null, lying)).toEqual({ ok: true });
  expect(writeLine({ ...line, text: "Other words." }, line, lying)).toEqual({ ok: true });
  expect(writeLine(line, line, lying)).toEqual({ ok: false, reason: "nothing-changed" });
  expect(writeLine({ ...line, expiresAt: now }, null, lying)).toEqual({
    ok: false,
    reason: "expiry-in-the-past",
  });
  expect(writeLine(line, null, { isHoldLifted: true, now })).toEqual({ ok: false, reason: "hold-lifted" });
});

test("a version is sent once, and answered while it runs", () => {
  expect(sendLine({ standing: "draft" })).toEqual({ ok: true });
  expect(sendLine({ standing: "returned" })).toEqual({ ok: true });
  const refusals = [
    ["not written", "line-not-written"],
    ["cleared", "already-cleared"],
    ["expired", "line-expired"],
    ["ended", "hold-lifted"],
  ] as const;
  for (const [standing, reason] of refusals) expect(sendLine({ standing })).toEqual({ ok: false, reason });
  const inClearance = { standing: "in clearance", asked: 2, answered: 1 } as const;
  expect(sendLine(inClearance)).toEqual({ ok: false, reason: "already-sent" });
  expect(answerLine(inClearance)).toEqual({ ok: true });
  expect(answerLine({ standing: "expired" })).toEqual({ ok: false, reason: "line-expired" });
  expect(answerLine({ standing: "ended" })).toEqual({ ok: false, reason: "hold-lifted" });
  expect(explainLineRefusal("not-of-the-campaign")).toContain("people in this campaign");
  expect(explainLineRefusal("no-cleared-line")).not.toBe(explainLineRefusal("line-expired"));
});
