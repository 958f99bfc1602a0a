import { expect, test } from "vitest";
import { understoodInWords } from "#app/campaign/planning/one-line/doubts.ts";
import { readLine } from "#app/campaign/planning/one-line.ts";
import { CONTEXT } from "./context.ts";

const said = (line: string) => understoodInWords(readLine(line, CONTEXT).fields, CONTEXT);

test("what was understood is said thing by thing, in the words of the form", () => {
  expect(
    said(
      "SFRC majority briefing, thu 14:00-15:00 prague time, msg 2 3, @petr @eva, Claire Hadley, at Dirksen 419, confirmed",
    ),
  ).toEqual([
    "Thursday 12 November",
    "14:00 to 15:00, Prague time",
    "Briefing",
    "Senate Foreign Relations, majority staff",
    "messages 2 and 3",
    "Petr Dvořák is the owner",
    "with Eva Horáková",
    "Claire Hadley takes part",
    "at Dirksen 419",
    "confirmed",
  ]);
  expect(said("call thu 14:00, msg 1 2 3")).toContain("messages 1, 2 and 3");
  expect(said("call thu 14:00 45 min, msg 1")).toEqual(
    expect.arrayContaining(["14:00", "45 min", "message 1"]),
  );
  expect(said("visit 12 nov to 13 nov all day")).toContain("all day");
  expect(said("visit 12 nov all day")).toContain("all day");
  expect(said("visit")).not.toContain("all day");
});
