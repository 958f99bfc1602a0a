import { expect, test } from "vitest";
import { FIND_GROUPS, partAround, pathOfFound } from "#app/campaign/find/found-record.ts";

const long = `${"Before the word. ".repeat(20)}Staff asked about Dvořák’s figures. ${"After the word. ".repeat(20)}`;

test("a short text is shown whole, its white space as one space", () => {
  expect(partAround("Asked\nfor  figures", ["figures"])).toBe("Asked for figures");
});

test("of a long text the part around the word is shown, cut between words", () => {
  const part = partAround(long, ["dvorak"]);
  expect(part).toContain("asked about Dvořák’s figures");
  expect(part).toMatch(/^… \S.*\S …$/);
  expect(part.length).toBeLessThanOrEqual(150);
});

test("a long text without the word is shown from its beginning", () => {
  expect(partAround(long, ["mobility"])).toMatch(/^Before the word/);
});

test("a promise leads to its event, or to the list where it was made at none", () => {
  const promise = {
    kind: "follow-up",
    id: "f",
    campaignId: "esa",
    title: "",
    body: "",
    day: null,
    reviewBy: null,
  } as const;
  expect(pathOfFound({ ...promise, address: "e" })).toBe("/c/esa/events/e/follow-ups");
  expect(pathOfFound({ ...promise, address: null })).toBe("/c/esa/follow-ups");
});

test("each kind leads to the page on which it is read", () => {
  const found = { id: "x", campaignId: "esa", title: "", body: "", day: null, reviewBy: null, address: "a" };
  const kinds = FIND_GROUPS.flatMap((group) => [...group.kinds]);
  expect(kinds.map((kind) => `${kind} ${pathOfFound({ ...found, kind })}`)).toEqual([
    "audience /c/esa/audiences/a",
    "contact /c/esa/contacts/a",
    "organisation /c/esa/organisations/a",
    "outreach event /c/esa/events/a",
    "key message /c/esa/messages/a",
    "framing /c/esa/messages/a",
    "objection /c/esa/objections/a",
    "proof point /c/esa/proof-points/a",
    "source /c/esa/proof-points",
    "talking points /c/esa/talking-points/a",
    "outcome /c/esa/outcomes/a",
    "follow-up /c/esa/events/a/follow-ups",
    "correspondence /c/esa/correspondence/a",
    "objective /c/esa/objectives/a",
  ]);
});
