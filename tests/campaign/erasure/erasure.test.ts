import { expect, test } from "vitest";
import {
  erasureRefusal,
  explainErasureRefusal,
  isNameShared,
  likePatterns,
  otherCampaignsInWords,
  textWithout,
  whomToAsk,
} from "#app/campaign/erasure/erasure.ts";

test.each([
  [false, 0, false, null],
  [false, 0, true, null],
  [false, 1, false, "kept-elsewhere"],
  [false, 3, true, null],
  [true, 0, true, "public-record"],
  [true, 2, false, "public-record"],
] as const)(
  "public %s, in %s other campaigns, by an administrator %s: %s",
  (isPublicRecord, otherCampaigns, isAdministrator, refusal) => {
    expect(erasureRefusal({ isPublicRecord, otherCampaigns }, { isAdministrator })).toBe(refusal);
  },
);

test("each refusal says what to do", () => {
  expect(explainErasureRefusal("public-record")).toContain("public list");
  expect(explainErasureRefusal("kept-elsewhere")).toContain(
    "Only an administrator who may write in this campaign",
  );
  expect(explainErasureRefusal("changed-by-somebody-else")).toContain("Someone has changed");
  expect(otherCampaignsInWords(0)).toBe("This person appears in no other campaign.");
  expect(otherCampaignsInWords(1)).toBe(
    "This person also appears in 1 other campaign; the erasure will cover it as well.",
  );
  expect(otherCampaignsInWords(2)).toBe(
    "This person also appears in 2 other campaigns; the erasure will cover them as well.",
  );
});

test("of several administrators one is enough", () => {
  const named = (mayWrite: boolean) => ["Anna", "Ben", "Eva"].map((name) => ({ name, mayWrite }));
  expect(whomToAsk(named(true))).toMatch(/ Ask Anna, Ben or Eva\.$/);
  expect(whomToAsk(named(false))).toContain("Ask Anna, Ben or Eva to take a role");
  expect(whomToAsk(named(true).slice(1))).toMatch(/ Ask Ben or Eva\.$/);
});

const called = {
  names: ["Ondřej Černý", "Ondřej Černý-O’Hara (jr.)", "Cher"],
  emails: ["o.cerny@press.example"],
  others: ["Ondřej Černý-Malý", "ondřej černý"],
};

test.each([
  ["Ondřej Černý said no.", "erased person said no."],
  ["ONDŘEJ ČERNÝ, ondřej  černý", "erased person, erased person"],
  ["Ondřej\nČerný", "erased person"],
  ["Ondřej Černý-O’Hara (jr.) and his wife", "erased person and his wife"],
  ["Write to O.Cerny@press.example", "Write to erased person"],
  ["Ondřej Černý-Malý met Ondřej Černý", "Ondřej Černý-Malý met erased person"],
  ["Ondřej Černýš and Cher", "Ondřej Černýš and Cher"],
  ["Ondrej Cerny", "Ondrej Cerny"],
  ["Mr Černý", "Mr Černý"],
])("%s", (text, left) => {
  expect(textWithout(called)(text)).toBe(left);
});

test("a name of one word is taken out of no text, and nothing is looked for", () => {
  const cher = { names: ["Cher"], emails: [], others: [] };
  expect(textWithout(cher)("Cher sang")).toBe("Cher sang");
  expect(likePatterns(cher)).toEqual([]);
});

test("whatever sign is no plain letter may be any other where texts are looked for", () => {
  const asked = { names: ["Ann O’Hara_Lee", 'Jo "Li" X'], emails: ["a%b@c.example"] };
  expect(likePatterns(asked)).toEqual([
    "%Ann_O_Hara_Lee%",
    "%Ann__O_Hara_Lee%",
    "%Jo_%Li%_X%",
    "%Jo_%Li%__X%",
    "%Jo__%Li%_X%",
    "%Jo__%Li%__X%",
    "%a_b_c_example%",
  ]);
  expect(likePatterns({ names: ["A B C D E F"], emails: [] })).toEqual(["%A%B%C%D%E%F%"]);
});

test("a name is shared where somebody else is called the same, in whatever case", () => {
  expect(isNameShared(called)).toBe(true);
  expect(isNameShared({ ...called, others: ["Ondřej Černý-Malý"] })).toBe(false);
});
