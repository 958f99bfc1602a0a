import { expect, test } from "vitest";
import { clausesInWords, leftToWrite } from "#app/campaign/correspondence/words.ts";

test("what stands in brackets is still to be written, but for what an editor puts into a quotation", () => {
  const words = {
    subject: "Visit of [Name]",
    to: "",
    reference: "[number]",
    text: "“They [sic] came […] late.” [Our comment]",
  };
  expect(leftToWrite(words)).toEqual(["[Name]", "[number]", "[Our comment]"]);
  expect(
    leftToWrite({ ...words, subject: "", reference: "", text: "[Our comment] [Our comment] [^P8]" }),
  ).toEqual(["[Our comment]"]);
});

test("clauses have a comma before the last where one of them has a comma or an and outside its quotation", () => {
  const raised = "raised *Weakens NATO*";
  expect(clausesInWords(["said “Yes, and no”", raised])).toBe(`said “Yes, and no” and ${raised}`);
  expect(clausesInWords(["asked for text, not adjectives", raised])).toBe(
    `asked for text, not adjectives, and ${raised}`,
  );
  expect(clausesInWords(["asked for the source and left it there", raised])).toBe(
    `asked for the source and left it there, and ${raised}`,
  );
});
