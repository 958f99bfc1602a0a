import { expect, test } from "vitest";
import { type LoggedMessage, toldPoints } from "#app/campaign/past-statements/past-statement.ts";
import { block, footnote, messageBlock, noteBlock, paper, replyBlock } from "../../support/builders/paper.ts";

const numbers = new Map([["message-2", 2]]);
const nothing = { messages: [], answeredIds: [] };
const logged = (given: Partial<LoggedMessage> = {}): LoggedMessage => ({
  messageId: "message-2",
  messageNumber: 2,
  revision: 4,
  revisionText: "The words of the revision.",
  evidence: [],
  wording: "as written",
  score: 1,
  whom: "the room",
  ...given,
});
const texts = (told: ReturnType<typeof toldPoints>) => told.map(({ text }) => text);

test("the points of the paper were told, with their evidence and how they were taken", () => {
  const evidence = footnote();
  const told = toldPoints(
    paper([messageBlock("Built to plug in.", { footnotes: [evidence] }), block("Our own words.")]),
    { ...nothing, messages: [logged(), logged({ score: -1, whom: "Claire Hadley" }), logged()] },
    numbers,
  );
  expect(texts(told)).toEqual(["Built to plug in.", "Our own words."]);
  expect(told[0]).toMatchObject({
    messageNumber: 2,
    revision: 4,
    wording: "as written",
    footnotes: [evidence],
    receptions: [
      { score: 1, whom: "the room" },
      { score: -1, whom: "Claire Hadley" },
    ],
  });
});

test("what was not raised, is to be avoided or stands in the background was not told", () => {
  const blocks = [
    messageBlock("Not raised."),
    block("Avoid this.", { section: "avoid" }),
    block("For us.", { section: "background" }),
  ];
  expect(toldPoints(paper(blocks), { ...nothing, messages: [logged({ score: null })] }, numbers)).toEqual([]);
});

test("a message that one officer raised and another did not was raised", () => {
  const messages = [logged({ score: null }), logged({ score: 0 })];
  expect(texts(toldPoints(paper([messageBlock("Raised.")]), { ...nothing, messages }, numbers))).toEqual([
    "Raised.",
  ]);
});

test("words to say were told where their objection was logged as answered; a note to the speaker never was", () => {
  const replies = paper([
    replyBlock("A reply.", "o1"),
    replyBlock("Another.", "o9"),
    block("Own.", { section: "if raised" }),
    noteBlock("Admit the late start.", "o9"),
  ]);
  expect(texts(toldPoints(replies, { messages: [], answeredIds: ["o9"] }, numbers))).toEqual(["Another."]);
});

test("without a paper, what was logged as raised was told in the words of its revision", () => {
  const messages = [logged(), logged({ messageId: "message-3", messageNumber: 3, score: null })];
  expect(toldPoints(null, { ...nothing, messages }, numbers)).toMatchObject([
    { messageNumber: 2, text: "The words of the revision.", footnotes: [] },
  ]);
});

test("without a paper, the evidence is what the words name a figure of", () => {
  const named = footnote("P3", {
    figures: [{ what: "Europe, 2024", value: "486 billion dollars", edition: "NATO" }],
  });
  const messages = [
    logged({ revisionText: "Europe spent 486 billion dollars.", evidence: [footnote("P8"), named] }),
  ];
  expect(toldPoints(null, { ...nothing, messages }, numbers)[0]?.footnotes).toEqual([named]);
});
