import { expect, test } from "vitest";
import { type Block, messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import {
  type CheckedAgainst,
  checkPaper,
  readingMinutes,
} from "#app/campaign/talking-points/checks/checks.ts";
import {
  type CurrentWording,
  isAllClearedByMinistry,
  wordingOf,
} from "#app/campaign/talking-points/shelves/wording-against-origin.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { block, footnote, messageBlock, noteBlock, paper } from "../../support/builders/paper.ts";

const TODAY = "2026-11-24";
const sourced = { footnotes: [footnote()] };

function wordingToday(of: Block, given: Partial<CurrentWording> = {}): CurrentWording {
  const text = of.origin.kind === "own words" ? "" : of.origin.text;
  return {
    blockId: of.id,
    heading: of.heading,
    text,
    clearedFor: "both sides",
    revisionId: "revision-1",
    ...given,
  };
}

function checksOf(
  blocks: readonly Block[],
  wordings: readonly CurrentWording[] = blocks.map((one) => wordingToday(one)),
  given: Partial<CheckedAgainst> = {},
) {
  return checkPaper(paper(blocks), { wordings, avoidLines: [], slotMinutes: null, today: TODAY, ...given });
}

/** What is said about blocks in their own words, apart from their being so. */
function warnings(blocks: readonly Block[], given: Partial<CheckedAgainst> = {}) {
  return checksOf(blocks, [], given).filter((one) => one.check !== "wording");
}

test("six points are enough, the seventh is warned about", () => {
  const points = Array.from({ length: 7 }, (_, index) => messageBlock(`Point ${index}.`, sourced));
  expect(checksOf(points.slice(0, 6))).toEqual([]);
  expect(checksOf(points)).toEqual([{ check: "too many points", count: 7, block: points[6] }]);
});

test("a point to make needs a source, a line to avoid and a judgement do not", () => {
  expect(checksOf([messageBlock("A claim.")])).toMatchObject([{ check: "claim without a source" }]);
  expect(checksOf([messageBlock("Not this, not 3 %.", { section: "avoid" })])).toEqual([]);
  expect(checksOf([messageBlock("We think so.", { isJudgement: true })])).toEqual([]);
});

test("a figure needs a source wherever it is said, a date or a name with digits does not", () => {
  const figures = (text: string) =>
    warnings([block(text, { section: "if raised" })]).map((one) => "sentence" in one && one.sentence);
  expect(figures("It grew. Spending is 3.38 % of GDP.")).toEqual(["Spending is 3.38 % of GDP."]);
  expect(figures("About five billion euros. Or **60** per cent.")).toEqual([
    "About five billion euros.",
    "Or 60 per cent.",
  ]);
  expect(figures("Signed on 16 August 2023, in 2024, and from 2020–24. The F-35, the TPY-2.")).toEqual([]);
});

test("a source at the end covers its block, a mark in the text only its sentence", () => {
  const text = "It is 3 %.[^P8] It was 2 %.";
  const marked = block(text, { footnotes: [footnote("P8")] });
  expect(warnings([marked])).toMatchObject([{ check: "figure without a source", sentence: "It was 2 %." }]);
  expect(warnings([block(text, { footnotes: [footnote("P8"), footnote("P9")] })])).toEqual([]);
  expect(warnings([block("It is 3 %. It was 2 %.", { footnotes: [footnote("P8")] })])).toEqual([]);
});

test("facts of the event's record need no source", () => {
  const text = "45 minutes, 6 people.";
  const facts = block(text, {
    section: "background",
    heading: "When and where",
    origin: { kind: "event record", id: "event-1", text },
  });
  expect(checksOf([facts])).toEqual([]);
});

test("a retired proof point is named at the block that mentions it first", () => {
  const retired = { footnotes: [footnote("P16", { isRetired: true })] };
  expect(warnings([block("A.", retired), block("B.", retired)])).toMatchObject([
    { check: "retired source", block: { text: "A." } },
  ]);
});

test("words of an Avoid line are named with the block and the line", () => {
  const line = { text: "“exit”", of: "message 1" };
  expect(warnings([block("No exit.", sourced)], { avoidLines: [line] })).toMatchObject([
    { check: "avoided words", words: "exit", line, block: { text: "No exit." } },
  ]);
});

test("what takes longer to say than the event lasts is named", () => {
  const long = block("word ".repeat(1301), sourced);
  expect(warnings([long], { slotMinutes: 10 })).toMatchObject([{ check: "too long", slotMinutes: 10 }]);
  expect(warnings([long], { slotMinutes: 11 })).toEqual([]);
});

test("a proof point is stale from the day after its review date, and named once", () => {
  const cites = (reviewBy: CalendarDate) => ({ footnotes: [footnote("P17", { reviewBy })] });
  expect(checksOf([messageBlock("A.", cites(TODAY))])).toEqual([]);
  const stale = cites("2026-11-23");
  expect(checksOf([messageBlock("A.", stale), messageBlock("B.", stale)])).toMatchObject([
    { check: "stale source" },
  ]);
});

test("a proof point that must not be disclosed is named", () => {
  const internal = { footnotes: [footnote("P16", { isInternal: true })] };
  expect(checksOf([messageBlock("A.", internal)])).toMatchObject([{ check: "internal source" }]);
});

test("own words, altered words and wording that is not cleared at its origin are told apart", () => {
  const own = block("Ours.", sourced);
  const altered = messageBlock("As it was.", { text: "As it is.", ...sourced });
  const uncleared = messageBlock("Draft.", sourced);
  const wordings = [
    wordingToday(altered, { text: "Draft." }),
    wordingToday(uncleared, { clearedFor: "nobody" }),
  ];
  const alteredNow = {
    ...altered,
    origin: { kind: "objection", id: "O1", text: "Draft.", isWordsToSay: true },
  } as const;
  const kinds = checksOf([own, alteredNow, uncleared], wordings).map(
    (one) => one.check === "wording" && one.wording.wording,
  );
  expect(kinds).toEqual(["own words", "altered", "not cleared at its origin"]);
});

test("a footnote mark put into cleared wording does not alter it, one taken out or another mark does", () => {
  const kinds = (text: string, origin: string) => {
    const point = messageBlock(origin, { text, ...sourced });
    return checksOf([point]).flatMap((one) => (one.check === "wording" ? [one.wording.wording] : []));
  };
  expect(kinds("It is 3.[^P8]", "It is 3.")).toEqual([]);
  expect(kinds("It is 3.", "It is 3.[^P8]")).toEqual(["altered"]);
  expect(kinds("It is **3**.", "It is 3.")).toEqual(["altered"]);
});

test("facts of the event's record are no wording while they stand unaltered, and are offered anew when they change", () => {
  const origin = { kind: "event record", id: "event-1", text: "At 13:00." } as const;
  const facts = block("At 13:00.", { section: "background", heading: "When and where", origin });
  expect(isAllClearedByMinistry([facts], [])).toBe(true);
  expect(isAllClearedByMinistry([{ ...facts, text: "At one." }], [])).toBe(false);
  const later = [wordingToday(facts, { text: "At 14:00." })];
  expect(checksOf([facts], later)).toMatchObject([{ wording: { wording: "changed at its origin" } }]);
  expect(isAllClearedByMinistry([facts], later)).toBe(true);
});

test("a newer cleared wording at the origin is offered, a newer draft is not", () => {
  const point = messageBlock("As it was.", sourced);
  const newer = wordingToday(point, { text: "As it is now.", revisionId: "revision-2" });
  expect(checksOf([point], [newer])).toMatchObject([
    { wording: { wording: "changed at its origin", current: { revisionId: "revision-2" } } },
  ]);
});

test("only wording that the ministry has cleared, used unaltered in every block, lets the embassy clear alone", () => {
  const point = messageBlock("A.", sourced);
  expect(isAllClearedByMinistry([point], [wordingToday(point, { clearedFor: "embassy" })])).toBe(false);
  expect(isAllClearedByMinistry([point], [wordingToday(point, { clearedFor: "nobody" })])).toBe(false);
  expect(isAllClearedByMinistry([point], [wordingToday(point)])).toBe(true);
  expect(isAllClearedByMinistry([point, block("Ours.")], [wordingToday(point)])).toBe(false);
  expect(isAllClearedByMinistry([point], [])).toBe(false);
});

test("what only the embassy has cleared, and cleared words under another heading, are marked", () => {
  const point = messageBlock("A.", sourced);
  const said = (wording: CurrentWording) => checksOf([point], [wording]);
  expect(said(wordingToday(point, { clearedFor: "embassy" }))).toMatchObject([
    { wording: { wording: "cleared for the embassy only" } },
  ]);
  const headed = wordingToday(point, { heading: "Duplication" });
  expect(said(headed)).toMatchObject([{ wording: { wording: "own heading" } }]);
  expect(isAllClearedByMinistry([point], [headed])).toBe(false);
  const facts = { kind: "event record", id: "event-1", text: "At 13:00." } as const;
  const renamed = block("At 13:00.", { section: "background", heading: "We leave NATO", origin: facts });
  expect(isAllClearedByMinistry([renamed], [])).toBe(false);
  expect(checksOf([renamed], [])).toMatchObject([{ wording: { wording: "own heading" } }]);
});

test("points to make are read aloud at 130 words a minute; what is only raised is not counted", () => {
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  const text = paper([block(words(260)), block(words(500), { section: "if raised" })]);
  expect(readingMinutes(text)).toBe(2);
});

test("the wording of a block is told by its origin as it stands today", () => {
  const told = (of: Block, given: Partial<CurrentWording> | null = {}) =>
    wordingOf(of, given === null ? null : wordingToday(of, given));
  const message = messageBlock("A claim.");
  expect(told(block("Ours."), null)).toEqual({ wording: "own words" });
  expect(told(message)).toEqual({ wording: "cleared wording" });
  expect(told(message, { clearedFor: "embassy" })).toEqual({ wording: "cleared for the embassy only" });
  expect(told(message, { clearedFor: "nobody" })).toEqual({ wording: "not cleared at its origin" });
  expect(told(message, null)).toEqual({ wording: "not cleared at its origin" });
  expect(told(message, { text: "Another." })).toMatchObject({ wording: "changed at its origin" });
  expect(told(message, { text: "Another.", clearedFor: "nobody" })).toEqual({
    wording: "not cleared at its origin",
  });
  expect(told({ ...message, text: "Altered." })).toEqual({ wording: "altered", originText: "A claim." });
  expect(told({ ...message, heading: "Ours" }, { heading: "Theirs" })).toEqual({ wording: "own heading" });
  const proof = block("A fact.", { origin: { kind: "proof point", id: "p", text: "A fact." } });
  expect(told(proof, { text: "Another.", clearedFor: "nobody" })).toMatchObject({
    wording: "changed at its origin",
  });
  const fact = block("45 minutes.", {
    heading: "When and where",
    origin: { kind: "event record", id: "e", text: "45 minutes." },
  });
  expect(told(fact, null)).toEqual({ wording: "facts of the record" });
  expect(told({ ...fact, heading: "Ours" }, null)).toEqual({ wording: "own heading" });
  const note = noteBlock("Agree, then ask.", "o1");
  const current = wordingToday(note, { text: "We agree." });
  expect(wordingOf(note, current)).toEqual({ wording: "note to the speaker", current });
  expect(told(note, { clearedFor: "nobody" })).toEqual({ wording: "note to the speaker", current: null });
  expect(told(note, null)).toEqual({ wording: "note to the speaker", current: null });
});

test("a block says the message that it came from, in its own wording or in a framing", () => {
  const origins: [Block["origin"], string | null][] = [
    [messageBlock("A claim.").origin, "message-2"],
    [{ kind: "framing", id: "f", messageId: "m3", revisionId: "r", text: "A claim." }, "m3"],
    [noteBlock("Ask.", "o1").origin, null],
    [{ kind: "own words" }, null],
  ];
  for (const [origin, message] of origins) expect(messageOfOrigin(origin)).toBe(message);
});
