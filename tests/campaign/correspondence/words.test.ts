import { expect, test } from "vitest";
import { leftToWrite } from "#app/campaign/correspondence/words.ts";

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
