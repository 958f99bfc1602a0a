import { expect, test } from "vitest";
import { campaignSentence, leadWithin } from "#app/campaign/effectiveness/campaign-sentence.ts";
import { cellsOfSentence } from "#app/campaign/effectiveness/campaign-sentence-cells.ts";
import type { FoundChange } from "#app/campaign/effectiveness/changes/changes-found.ts";
import { NOT_ESTIMATED } from "#app/campaign/effectiveness/fits/parameters-in-use.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { Figure } from "#app/method/figure.ts";
import type { Verdict } from "#app/method/verdict.ts";

const AUDIENCES = ["State", "Pentagon"];

function figure(verdict: Verdict): Figure {
  const notes = verdict === "Not yet heard" ? 0 : 4;
  return {
    ...{ mean: 0.8, variance: 0.1, lower: 0.1, upper: 1.5, pPositive: 0.9, ownWeight: 0.5, verdict, notes },
    ...{ raters: 2, lastDay: 20_000, raw: 1 },
  };
}

/** Messages 1, 2, … across all audiences, and of each audience the words in that order. */
function report(overall: readonly Verdict[], pairs: readonly (readonly Verdict[])[] = []): ReceptionReport {
  const messages = overall.map((_, at) => ({
    ...{ id: `m${at + 1}`, number: at + 1, title: `Title ${at + 1}`, isRetired: false },
  }));
  const words = pairs.length > 0 ? pairs : AUDIENCES.map(() => overall.map((): Verdict => "Mixed"));
  return {
    from: "2026-02-02",
    day: "2026-11-10",
    inUse: NOT_ESTIMATED,
    ratings: 8,
    raters: 2,
    messages,
    rows: words.map((row, at) => ({
      audience: { id: `a${at}`, name: AUDIENCES[at] ?? "", priority: 1 },
      figures: row.map(figure),
    })),
    byMessage: messages.map((message, at) => ({
      ...{ message, figure: figure(overall[at] ?? "Mixed"), course: [], marks: { kind: "each", marks: [] } },
    })),
    changes: [],
    lookedAt: [],
    finding: [],
  } as unknown as ReceptionReport;
}

function told(given: ReceptionReport): string {
  const { lead, rest } = campaignSentence(given);
  return `${lead} ${rest}`.trim();
}

test("the worst is told first: who receives a message badly, what is mixed, then what is well received", () => {
  const sentence = told(
    report(
      ["Well received", "Mixed", "Well received"],
      [
        ["Well received", "Mixed", "Not enough evidence"],
        ["Not enough evidence", "Badly received", "Not enough evidence"],
      ],
    ),
  );
  expect(sentence).toBe(
    "Message 2 is badly received by Pentagon. Message 2, Title 2, has a mixed reception. Messages 1 and 3 are well received. There is not yet enough evidence on 3 of 6 pairs of audience and message.",
  );
});

test("one that is badly received leads, whatever else is well received", () => {
  expect(campaignSentence(report(["Well received", "Badly received", "Mixed"])).lead).toBe(
    "Message 2, Title 2, is badly received.",
  );
});

test("too little to say and not yet heard are sentences too", () => {
  const sentence = told(report(["Not enough evidence", "Not yet heard"]));
  expect(sentence).toBe(
    "There is not yet enough evidence on message 1, Title 1, across all audiences. No one has yet heard message 2, Title 2.",
  );
});

test("a badly received pair of a message that is well received over all is told by itself", () => {
  const sentence = told(
    report(
      ["Well received", "Well received"],
      [
        ["Badly received", "Mixed"],
        ["Mixed", "Mixed"],
      ],
    ),
  );
  expect(sentence).toBe("Message 1 is badly received by State. Messages 1 and 2 are well received.");
});

const DROP: FoundChange = {
  messageId: "m1",
  audienceId: null,
  direction: "drop",
  word: "alarm",
  probability: 0.9,
  after: "2026-03-03",
  before: "2026-04-01",
  meanBefore: 0.4,
  meanAfter: -0.5,
  notes: 20,
};

test("a change is told at alarm, with its dates, and not at watch", () => {
  const at = (word: FoundChange["word"]) => told({ ...report(["Mixed"]), changes: [{ ...DROP, word }] });
  expect(at("alarm")).toContain("Message 1 has been less well received overall since March–April.");
  expect(at("watch")).not.toContain("lower");
  const inOne = { ...DROP, audienceId: "a0" };
  const both = told({ ...report(["Mixed"]), changes: [inOne, DROP] });
  expect(both).not.toContain("With State");
  expect(
    told({ ...report(["Mixed"]), changes: [{ ...inOne, after: "2025-12-03", direction: "rise" }] }),
  ).toContain("Message 1 has been better received by State since December 2025–April 2026.");
});

test("a drop of a pair that is badly received is told with it", () => {
  const one = report(
    ["Well received", "Well received"],
    [
      ["Badly received", "Mixed"],
      ["Mixed", "Mixed"],
    ],
  );
  expect(told({ ...one, changes: [{ ...DROP, audienceId: "a0" }] })).toBe(
    "Message 1 is badly received by State, and reception has been lower since March–April. Messages 1 and 2 are well received.",
  );
});

test("a campaign without message, audience or meeting has its own words", () => {
  const empty = report([]);
  expect(told(empty)).toBe("The campaign has no messages in use.");
  expect(told({ ...report(["Mixed"]), rows: [] })).toBe("The campaign has no audiences at present.");
  const silent = report(["Not yet heard", "Not yet heard"]);
  expect(told({ ...silent, ratings: 0 })).toBe(
    "No message has been rated yet. No audience is known to have heard any message.",
  );
});

test("a retired message is not told", () => {
  const one = report(["Mixed", "Badly received"]);
  const [first, second] = one.messages;
  if (first === undefined || second === undefined) throw new Error("two messages");
  const retired = { ...second, isRetired: true };
  const byMessage = one.byMessage.map((each, at) => (at === 1 ? { ...each, message: retired } : each));
  expect(told({ ...one, messages: [first, retired], byMessage })).toBe(
    "Message 1, Title 1, has a mixed reception.",
  );
});

test("the cells that the sentence was worked out from are listed", () => {
  const lines = cellsOfSentence({ ...report(["Well received"]), changes: [DROP] });
  expect(lines).toEqual([
    "Message 1 across all audiences: well received, +0.8 (+0.1 to +1.5), 4 ratings",
    expect.stringContaining("Alarm, 90 %, from 20 ratings"),
    "2 pairs: 2 mixed",
  ]);
});

test("where one of several audiences has fallen, it is said of some of them", () => {
  const both = ["Well received", "Well received"] as const;
  const badly = report(both, [
    ["Badly received", "Mixed"],
    ["Badly received", "Mixed"],
  ]);
  const course = "lower since March–April.";
  expect(told(badly)).not.toContain("some of them");
  expect(told({ ...badly, changes: [{ ...DROP, audienceId: "a0" }] })).toContain(
    `, and reception by some of them has been ${course}`,
  );
  const one = report(both, [
    ["Badly received", "Mixed"],
    ["Mixed", "Mixed"],
  ]);
  expect(told({ ...one, changes: [{ ...DROP, audienceId: "a0" }] })).toContain(
    `Message 1 is badly received by State, and reception has been ${course}`,
  );
});

test("a drop leads a campaign that is well received, a rise follows it; who has fallen leads who only receives a message badly", () => {
  const well = report(["Well received", "Well received"]);
  const lead = (direction: FoundChange["direction"]) =>
    campaignSentence({ ...well, changes: [{ ...DROP, direction }] }).lead;
  expect(lead("drop")).toBe("Message 1 has been less well received overall since March–April.");
  expect(lead("rise")).toBe("Messages 1 and 2 are well received.");
  const two = report(
    ["Mixed", "Mixed"],
    [
      ["Mixed", "Badly received"],
      ["Badly received", "Mixed"],
    ],
  );
  expect(campaignSentence({ ...two, changes: [{ ...DROP, messageId: "m2", audienceId: "a0" }] }).lead).toBe(
    "Message 2 is badly received by State, and reception has been lower since March–April.",
  );
  const alone = report(["Mixed"], [["Badly received"], ["Mixed"]]);
  expect(told({ ...alone, changes: [{ ...DROP, audienceId: "a0" }] })).toBe(
    "Message 1 is badly received by State, and reception has been lower since March–April. Message 1, Title 1, has a mixed reception.",
  );
});

test("a lead that is too long keeps what it says, with titles and names cut at a word", () => {
  const long = (what: string) => `${what} ${"which has a long name ".repeat(9)}`.trim().slice(0, 200);
  const titled = (given: ReceptionReport): ReceptionReport => ({
    ...given,
    byMessage: given.byMessage.map((one) => ({ ...one, message: { ...one.message, title: long("Title") } })),
    rows: given.rows.map((row) => ({ ...row, audience: { ...row.audience, name: long("Staff") } })),
  });
  expect(leadWithin(170, report(["Badly received"]))).toBe("Message 1, Title 1, is badly received.");
  expect(leadWithin(170, titled(report(["Badly received"])))).toBe(
    "Message 1, Title which has a long name which has a long name which has…, is badly received.",
  );
  const byBoth = titled(report(["Mixed"], [["Badly received"], ["Badly received"], ["Badly received"]]));
  const lead = leadWithin(170, byBoth);
  expect(lead).toMatch(/^Message 1 is badly received by Staff which .*…, Staff .*… and one more audience\.$/);
  expect(lead.length).toBeLessThanOrEqual(170);
});
