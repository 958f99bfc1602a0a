import fc from "fast-check";
import { expect, test } from "vitest";
import { librarySentence } from "#app/campaign/messages/library/library-in-words.ts";
import { heardInWords, standingInWords } from "#app/campaign/messages/message-words.ts";
import { clearReply, explainReplyClearanceRefusal } from "#app/campaign/messages/objections/clear-reply.ts";
import { formatFigure, parseFigure } from "#app/text/figures.ts";
import { formatAsOf, parseAsOf } from "#app/time/as-of.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const TODAY = "2026-11-24";

test("the date of a fact may be a day, a month or a year, and reads back as it was kept", () => {
  const kept = (typed: string) => parseAsOf(typed, TODAY);
  expect(["28 Aug 2025", "2025-08-28", "Aug 2025", "August 2025", "2025-08", "2025"].map(kept)).toEqual([
    "2025-08-28",
    "2025-08-28",
    "2025-08",
    "2025-08",
    "2025-08",
    "2025",
  ]);
  expect(["", "30 Feb 2025", "2025-13", "8/28/2025", "soon", "0025"].map(kept)).toEqual(Array(6).fill(null));
  const parts = fc.record({
    year: fc.integer({ min: 1990, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(parts, fc.constantFrom(4, 7, 10), ({ year, month }, length) => {
      const asOf = `${year}-${String(month).padStart(2, "0")}-15`.slice(0, length);
      expect(parseAsOf(formatAsOf(asOf), TODAY)).toBe(asOf);
    }),
  );
});

test("a figure is what it counts, its value and its edition, and any of them may hold brackets or signs but the edition", () => {
  expect(parseFigure("Share of GDP (estimate), 2025 = about 2.27 % (NATO, August 2025)")).toEqual({
    what: "Share of GDP (estimate), 2025",
    value: "about 2.27 %",
    edition: "NATO, August 2025",
  });
  expect(["2.27 %", "a = b", "a = (c)", " = b (c)", "a = b ()", "a = b (c) d"].map(parseFigure)).toEqual(
    Array(6).fill(null),
  );
  fc.assert(
    fc.property(fc.string(), (line) => {
      const figure = parseFigure(line);
      if (figure) expect(formatFigure(figure)).toBe(line);
    }),
  );
});

test("the sentence over the messages says what is cleared and what is stale", () => {
  const standing = { messages: 3, cleared: 3, proofPoints: 9, staleProofPoints: 2, papersWithStale: 4 };
  expect(librarySentence(standing)).toBe(
    "All three messages are cleared. Two proof points are past their review date and are in four papers.",
  );
  expect(librarySentence({ ...standing, cleared: 1, staleProofPoints: 1, papersWithStale: 1 })).toBe(
    "One of three messages is cleared. One proof point is past its review date and is in one paper.",
  );
  expect(librarySentence({ ...standing, messages: 1, cleared: 1, staleProofPoints: 0 })).toBe(
    "The message is cleared. No proof point is past its review date.",
  );
  expect(librarySentence({ ...standing, proofPoints: 0, staleProofPoints: 0 })).toBe(
    "All three messages are cleared. No proof points are in use.",
  );
  expect(librarySentence({ ...standing, messages: 0, cleared: 0 })).toBe("There are no messages yet.");
  expect(librarySentence({ ...standing, messages: 12, cleared: 0, papersWithStale: 0 })).toBe(
    "No message is cleared for both sides in its present wording. Two proof points are past their review date.",
  );
});

test("words to say are cleared as they were shown, once, and only where there are some", () => {
  const reply = {
    isSameText: true,
    wordsToSay: "It is done once.",
    clearedFor: "nobody",
    clearer: { accountId: "tomas", side: "embassy" },
    retiredAt: null,
    writers: ["jana"],
    ownDraftMayBeCleared: false,
  } as const;
  const ministry = { accountId: "ivana", side: "ministry" } as const;
  const reasonOf = (given: Partial<Parameters<typeof clearReply>[0]>) => {
    const decided = clearReply({ ...reply, ...given });
    return decided.ok ? "cleared" : decided.reason;
  };
  expect(reasonOf({})).toBe("cleared");
  expect(reasonOf({ isSameText: false })).toBe("text-is-another");
  expect(reasonOf({ clearedFor: "both sides" })).toBe("already-cleared");
  expect(reasonOf({ clearedFor: "embassy" })).toBe("already-cleared");
  expect(reasonOf({ clearedFor: "embassy", clearer: ministry })).toBe("cleared");
  expect(reasonOf({ clearedFor: "both sides", clearer: ministry })).toBe("already-cleared");
  expect(reasonOf({ wordsToSay: "" })).toBe("no-words-to-say");
  expect(reasonOf({ retiredAt: "2026-11-10T00:00:00.000Z" })).toBe("retired");
});

test("a message outside its effective dates says so, whatever its clearance is", () => {
  const message = {
    status: { status: "draft" },
    effectiveFrom: "2026-02-02",
    effectiveUntil: "2026-11-09",
  } as const;
  const words = (today: CalendarDate) => standingInWords(message, today);
  expect(words("2026-02-01")).toEqual({
    kind: "bad",
    words: "Not in effect until Mon 2 Feb. Draft, not cleared",
  });
  expect(words("2026-02-02")).toEqual({ kind: "warn", words: "Draft, not cleared" });
  expect(words("2026-11-09")).toEqual({ kind: "warn", words: "Draft, not cleared" });
  expect(words("2026-11-10").words).toBe("Not in effect since Tue 10 Nov. Draft, not cleared");
  expect(standingInWords({ ...message, effectiveFrom: null, effectiveUntil: null }, "2030-01-01").kind).toBe(
    "warn",
  );
});

test("how an objection was heard is said in one line", () => {
  expect(heardInWords({ heard: 0, answered: 0, notPressed: 0 })).toBe("Not yet heard");
  expect(heardInWords({ heard: 1, answered: 0, notPressed: 0 })).toBe("Heard once, answered 0");
  expect(heardInWords({ heard: 11, answered: 7, notPressed: 4 })).toBe(
    "Heard 11 times, answered 7, not pressed again by 4 audiences",
  );
});

test("the date of a fact is shown as exactly as it is known", () => {
  expect(["2025-08-28", "2008-03", "2022"].map(formatAsOf)).toEqual(["28 Aug 2025", "Mar 2008", "2022"]);
});

test("each refused clearance of a reply has one wording", () => {
  const reasons = ["already-cleared", "retired", "text-is-another", "no-words-to-say", "own-draft"] as const;
  expect(reasons.map(explainReplyClearanceRefusal)).toEqual([
    "This reply is already cleared",
    "The objection is retired. Reinstate it before you clear its reply",
    "Someone has changed the reply since you opened this page. Read the new one before you clear it",
    "Nothing has been written under “Words to say” yet. Write the reply there first: a note to the speaker cannot be cleared",
    "You wrote this reply, so someone else must clear it",
  ]);
});
