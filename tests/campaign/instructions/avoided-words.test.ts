import fc from "fast-check";
import { expect, test } from "vitest";
import { findAvoidedWords } from "#app/campaign/instructions/avoided-words.ts";
import { block, paper } from "../../support/builders/paper.ts";

/** The words of a text that a line forbids. */
function said(text: string, line: string): readonly string[] {
  return findAvoidedWords(paper([block(text)]), [{ text: line, of: "message 1" }]).map(({ words }) => words);
}

test("a word in quotation marks is found whole, whatever its case, accents or plain ending", () => {
  const line =
    'Do not use the bare word "autonomy" in an opening line with sceptics; lead with "European responsibility".';
  expect(said("Europe wants Autonomy.", line)).toEqual(["Autonomy"]);
  expect(said("Two autonomies.", line)).toEqual(["autonomies"]);
  expect(said("Autonomous vehicles.", line)).toEqual([]);
  expect(said("European responsibility inside the Alliance.", line)).toEqual([]);
  expect(said("Řekl armada.", "Never say “armáda”.")).toEqual(["armada"]);
});

test("an invisible character or a mark in a word does not hide it", () => {
  expect(said("au\u200btonomy", "“autonomy”")).toEqual(["au\u200btonomy"]);
  expect(said("auto**nomy**", "“autonomy”")).toEqual(["autonomy"]);
});

test("a list of short terms is found word by word, a thought by its words in one sentence", () => {
  expect(said("A European army, or an exit.", "European army, strategic autonomy, exit")).toEqual([
    "European army",
    "exit",
  ]);
  expect(said("The exits are open.", "Never say exit.")).toEqual(["exits"]);
  const thought =
    "Never say that Europe is preparing for an American exit; say that it is preparing to do more.";
  expect(said("Europe prepares for the exit of American forces.", thought)).toEqual([
    "Europe … prepares … exit … American",
  ]);
  expect(said("Europe is preparing to do more. The American exit poll is out.", thought)).toEqual([]);
});

test("what is to be said instead is not forbidden, what it replaces is", () => {
  expect(said("We say burden-sharing.", "Say burden-sharing rather than decoupling.")).toEqual([]);
  expect(said("Decoupling is no aim.", "Say burden-sharing rather than decoupling.")).toEqual(["Decoupling"]);
  expect(
    said(
      "It is preparing to do more.",
      "That Europe is preparing to leave NATO: it is preparing to do more.",
    ),
  ).toEqual([]);
});

test("the lines of the library forbid what they mean to", () => {
  const open =
    'With sceptics, do not open with the bare word "autonomy". Open with "European responsibility inside the Alliance".';
  expect(said("European responsibility inside the Alliance, not autonomy.", open)).toEqual(["autonomy"]);
  const total =
    "Never give a European total without what the United States still pays: about 64 % of the Alliance's sum in 2024.";
  expect(said("European allies pay more, the United States pays 64 %.", total)).toEqual([]);
  expect(said("No exit, a share.", "Say share, not exit.")).toEqual(["exit"]);
});

test("the paper's own Avoid blocks count, and are not looked through themselves", () => {
  const avoid = block("“Decoupling”", { section: "avoid" });
  const found = findAvoidedWords(paper([avoid, block("No decoupling."), block("Fine.")]), []);
  expect(found).toMatchObject([
    { words: "decoupling", line: { of: "this paper" }, block: { text: "No decoupling." } },
  ]);
});

test("the same words of a block are named once", () => {
  const lines = [
    { text: "exit", of: "message 1" },
    { text: "exit", of: "message 2" },
  ];
  expect(findAvoidedWords(paper([block("An exit. No exit.")]), lines)).toHaveLength(1);
});

test("any line may be read, and no line forbids a text that has none of its words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (line) => {
      expect(said(line, line).length).toBeGreaterThanOrEqual(0);
      expect(said("Šťastně ujeli.", line.replaceAll(/[\p{L}\p{N}]/gu, "x"))).toEqual([]);
    }),
  );
});
