import fc from "fast-check";
import { expect, test } from "vitest";
import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { compareWithTold } from "#app/campaign/past-statements/compare.ts";
import { evidenceSince } from "#app/campaign/past-statements/evidence-differences.ts";
import type { PastStatement } from "#app/campaign/past-statements/past-statement.ts";
import { bothSides, mentionsBoth, sayItOpenly } from "#app/campaign/past-statements/say-it-openly.ts";
import { asSeenBy, maySayIn } from "#app/campaign/past-statements/seen-by.ts";
import type { Wording } from "#app/method/reception-scale.ts";
import { block, footnote, messageBlock, paper } from "../../support/builders/paper.ts";
import { statement, toldPoint } from "../../support/builders/statement.ts";

const APRIL = "NATO annual report, April 2025";
const AUGUST = "NATO, August 2025";
const share = (value: string, edition = APRIL, what = "United States, share of GDP, 2024") => ({
  what,
  value,
  edition,
});
const cited = (figures: ReturnType<typeof share>[], given = {}) => footnote("P2", { figures, ...given });
const said = (...figures: ReturnType<typeof share>[]) =>
  toldPoint("As told.", { footnotes: [cited(figures)] });
const planned = (...figures: ReturnType<typeof share>[]) =>
  paper([block("As planned.", { footnotes: [cited(figures)] })]);
const compare = (text: TalkingPoints, ...statements: PastStatement[]) =>
  compareWithTold(text, statements, statement([]).hearers);
const later = { at: new Date("2026-10-20T18:00:00.000Z"), day: "2026-10-20", eventId: "later" } as const;

test("the same figure in another edition is named, with both sides and no invented reason", () => {
  const [found, ...more] = compare(
    planned(share("3.38 %", "NATO, mid-2024")),
    statement([said(share("3.19 %"))]),
  );
  expect(more).toEqual([]);
  expect(found && sayItOpenly(found, "2026-11-10")).toBe(
    "What we told you on Thursday 24 September was based on this: 3.19 % (United States, share of GDP, 2024; NATO annual report, April 2025). Today we say: 3.38 % (United States, share of GDP, 2024; NATO, mid-2024). This is a different edition of the same figure, not a rise or a fall.",
  );
});

test("a figure is a difference if and only if value or edition differ", () => {
  const value = fc.constantFrom("3.19 %", "3.38 %", "3.19%", "3,38 per cent", "559 billion dollars");
  const edition = fc.constantFrom(APRIL, AUGUST, "NATO annual report of Apr. 2025");
  const number = (text: string) => text.replace(",", ".").replace(/[^\d.]/g, "");
  const month = (text: string) => /Apr|Aug/.exec(text)?.[0];
  fc.assert(
    fc.property(value, edition, value, edition, (was, wasIn, is, isIn) => {
      const differs = number(was) !== number(is) || month(wasIn) !== month(isIn);
      expect(compare(planned(share(is, isIn)), statement([said(share(was, wasIn))]))).toHaveLength(
        differs ? 1 : 0,
      );
    }),
  );
});

test("where the evidence holds two editions, the one that the text names was told", () => {
  const both = cited([share("3.38 %", "NATO, mid-2024"), share("3.19 %")]);
  const inText = toldPoint("The United States spends 3.38 % of its income.", { footnotes: [both] });
  const now = paper([block("The United States spends 3.19 %.", { footnotes: [both] })]);
  expect(compare(now, statement([inText]))).toMatchObject([
    { kind: "figure", told: { value: "3.38 %" }, now: { value: "3.19 %" } },
  ]);
});

test("of words known from the log alone, only the figures that they name were given", () => {
  const other = share("845 billion dollars", APRIL, "United States, 2025");
  const evidence = { footnotes: [cited([share("3.19 %"), other])], isFromLog: true };
  const told = statement([toldPoint("The United States spends 3.19 % of its income.", evidence)]);
  expect(compare(planned(share("3.38 %")), told)).toHaveLength(1);
  expect(compare(planned({ ...other, value: "860 billion dollars" }), told)).toEqual([]);
});

test("several occasions of one difference are named once, by the latest", () => {
  const differences = compare(
    planned(share("3.38 %")),
    statement([said(share("3.19 %"))]),
    statement([said(share("3.19 %"))], later),
  );
  expect(differences.map((one) => one.statement.eventId)).toEqual(["later"]);
});

test("what was given since does not settle a difference, saying it openly does", () => {
  const first = statement([said(share("3.19 %"))]);
  const text = planned(share("3.38 %"));
  expect(compare(text, first, statement([said(share("3.38 %"))], later))).toHaveLength(1);
  const [difference] = compare(text, first);
  const openly = toldPoint(difference ? sayItOpenly(difference, "2026-11-10") : "");
  expect(compare(text, first, statement([openly], later))).toEqual([]);
  const toOthers = { contactIds: ["claire"], offices: [] } as const;
  expect(
    compareWithTold(text, [first, statement([openly], { ...later, hearers: toOthers })], first.hearers),
  ).toHaveLength(1);
});

test("the evidence of 486 billion that became 559 is told with both figures", () => {
  const of = (what: string, value: string, edition: string) => [
    { what: `European allies and Canada, ${what}`, value, edition },
  ];
  const then = cited(of("2024", "486 billion dollars", APRIL), { claim: "486 in 2024.", edition: APRIL });
  const now = cited(of("2025, estimate", "559 billion dollars", AUGUST), {
    claim: "559 in 2025.",
    edition: AUGUST,
  });
  const [found] = compare(
    paper([block("About 559 billion dollars for 2025.", { footnotes: [now] })]),
    statement([toldPoint("They spent 486 billion dollars in 2024.", { footnotes: [then] })]),
  );
  expect(found?.kind).toBe("evidence");
  expect(found && bothSides(found)).toEqual({
    told: {
      text: "486 billion dollars (European allies and Canada, 2024; NATO annual report, April 2025)",
      carriedWith: null,
    },
    now: {
      text: "559 billion dollars (European allies and Canada, 2025, estimate; NATO, August 2025)",
      carriedWith: null,
    },
    soThat: "These are two different figures from different editions, and they cannot be compared directly.",
  });
});

test("a claim reworded over the same figures is told with both claims, and no edition is called different", () => {
  const claim = (words: string, ...figures: ReturnType<typeof share>[]) => ({
    footnotes: [cited(figures, { claim: words, edition: APRIL })],
  });
  const [found] = compare(
    paper([block("It spends 3.19 %.", claim("It spends 3.19 %.", share("3.19 %")))]),
    statement([toldPoint("3.19 % of GDP.", claim("3.19 % of GDP.", share("3.19 %")))]),
  );
  expect(found && bothSides(found)).toEqual({
    told: { text: "3.19 % of GDP.", carriedWith: null },
    now: { text: "It spends 3.19 %.", carriedWith: null },
    soThat: "The evidence has since been reworded.",
  });
});

test("what stands in a footnote alone is told as carried, with its source, on either side", () => {
  const [found] = compare(
    planned(share("3.38 %")),
    statement([toldPoint("It spends 3.19 % of its income.", { footnotes: [cited([share("3.19 %")])] })]),
  );
  expect(found && bothSides(found)).toMatchObject({
    told: { carriedWith: null },
    now: { carriedWith: "NATO, 10 Jan 2023" },
  });
  expect(found && sayItOpenly(found, "2026-11-10")).toContain("we told you: 3.19 %");
});

test("words are quoted as told only where it was logged that they were said as written", () => {
  const said = (wording: Wording | null) => {
    const point = toldPoint("Two sides.", { messageId: "message-2", wording });
    const [found] = compare(paper([messageBlock("Built to plug in.")]), statement([point]));
    return found === undefined ? "" : sayItOpenly(found, "2026-11-10");
  };
  expect(said("as written")).toContain("we put it this way: “Two sides.” Today we say: Built to plug in.");
  for (const unquoted of [said("in other words"), said(null)]) expect(unquoted).not.toMatch(/[“”]/);
});

test("a colleague hears words for the office; what somebody heard in an earlier post counts beside it", () => {
  const words = (text: string) => [toldPoint(text, { messageId: "message-2" })];
  const text = paper([messageBlock("Built to plug in.")]);
  const { hearers } = statement([]);
  const colleague = { ...later, hearers: { ...hearers, contactIds: ["nadia"] } } as const;
  expect(
    compare(text, statement(words("Two sides.")), statement(words("Built to plug in."), colleague)),
  ).toEqual([]);
  const elsewhere = {
    contactIds: ["ellen"],
    offices: [{ kind: "member office", audienceId: "x", name: "x" } as const],
  };
  expect(compare(text, statement(words("Two sides."), { hearers: elsewhere }))).toHaveLength(1);
});

test("a sentence that says a difference openly is known again, whatever the difference", () => {
  const text = fc.stringMatching(/^[A-Za-zÁ-ž0-9 .,%]{3,40}$/).filter((one) => one.trim() !== "");
  fc.assert(
    fc.property(text, text, fc.nat(999), fc.nat(999), (was, is, one, other) => {
      const evidence = (claim: string, value: number) => cited([share(`${value} %`)], { claim });
      const statements = statement([
        toldPoint("Told.", { footnotes: [evidence(was, one)] }),
        toldPoint(was, { messageId: "message-2" }),
      ]);
      const now = paper([block("Now.", { footnotes: [evidence(is, other)] }), messageBlock(is)]);
      for (const difference of compare(now, statements))
        expect(mentionsBoth(difference, sayItOpenly(difference, "2026-11-10"))).toBe(true);
    }),
  );
});

test("another campaign's figure is shown without its text, title and people, and not at all where it is kept back", () => {
  const seen = (given: Partial<PastStatement>, internal = false) => {
    const point = toldPoint("A secret sentence.", {
      footnotes: [cited([share("3.19 %")], { isInternal: internal })],
    });
    const [difference] = compare(
      planned(share("3.38 %")),
      statement([point], { campaignId: "treaty", ...given }),
    );
    if (difference === undefined) throw new Error("There is a difference");
    const words = JSON.stringify(asSeenBy(difference, new Set(["esa"])));
    return { words, isSayable: maySayIn("esa", difference), own: asSeenBy(difference, new Set(["treaty"])) };
  };
  const shown = seen({});
  expect(shown.words).toContain("3.19 %");
  expect(shown.words).not.toMatch(/secret|Office call|Jana|told"?:"?event/i);
  expect(shown.isSayable).toBe(true);
  expect(shown.own.occasion).toMatchObject({ title: "Office call", by: ["Jana Malá"] });
  for (const kept of [seen({ handling: "TLP:RED" }), seen({}, true)]) {
    expect(kept.words).not.toContain("3.19");
    expect(kept.isSayable).toBe(false);
  }
});

test("evidence is gone, changed, stale or as it was, in this order", () => {
  const told = footnote();
  const today = "2026-11-24";
  expect(evidenceSince(told, null, today)).toEqual({ since: "gone" });
  const reworded = footnote("P8", { claim: "Four.", edition: "NATO", reviewBy: "2026-01-01" });
  expect(evidenceSince(told, reworded, today)).toEqual({ since: "changed", changes: ["claim", "edition"] });
  const stale = footnote("P8", { reviewBy: "2026-11-23" });
  expect(evidenceSince(told, stale, today)).toEqual({ since: "stale", reviewBy: "2026-11-23" });
  expect(evidenceSince(told, footnote("P8", { reviewBy: today, caveat: "New." }), today)).toEqual({
    since: "as it was",
  });
});

test("a sentence that gives one side alone says no difference openly", () => {
  const difference = (text: TalkingPoints, ...points: PastStatement["points"]) => {
    const [found] = compare(text, statement([...points]));
    if (found === undefined) throw new Error("There is a difference");
    return (words: string) => mentionsBoth(found, words);
  };
  const values = difference(planned(share("3.38 %", "NATO, mid-2026")), said(share("3.19 %")));
  expect(values("In April 2025 it was 3.19 %, today 3.38 %.")).toBe(true);
  for (const half of [
    "In April 2025 it was 3.19 %.",
    "Today it is 3.38 %.",
    "It was 3.19 % and is 3.38 %.",
    "",
  ])
    expect(values(half), half).toBe(false);
  const editions = difference(planned(share("3.19 %", AUGUST)), said(share("3.19 %")));
  expect(editions("3.19 % in the NATO annual report, April 2025, and by NATO, August 2025.")).toBe(true);
  expect(editions("3.19 % by NATO, August 2025.")).toBe(false);
  expect(editions("3.19 % in the NATO annual report, April 2025.")).toBe(false);
  const claim = (words: string) => cited([], { claim: words });
  const claims = difference(
    paper([block("Now.", { footnotes: [claim("Two of three.")] })]),
    toldPoint("Told.", { footnotes: [claim("One of three.")] }),
  );
  expect(claims("We said: One of three. It is: Two of three.")).toBe(true);
  expect([claims("One of three."), claims("Two of three."), claims("")]).toEqual([false, false, false]);
  const words = difference(
    paper([messageBlock("Built to plug in.")]),
    toldPoint("Two sides.", { messageId: "message-2" }),
  );
  expect(words("In September: Two sides.")).toBe(true);
  expect([words("Two sides."), words("Built to plug in.")]).toEqual([false, false]);
});
