import { expect, test } from "vitest";
import { cableText, draftCable } from "#app/campaign/reviews/cable.ts";
import { countMisses } from "#app/campaign/reviews/misses.ts";
import type { ReviewContent } from "#app/campaign/reviews/review-content.ts";
import type { Figure } from "#app/method/figure.ts";
import {
  audience,
  change,
  figure,
  message,
  NO_MISSES,
  objection,
  objective,
  type Reception,
  review,
  stance,
} from "../../support/builders/review-in-words.ts";

const told = (given: Partial<ReviewContent> = {}, seen: Partial<Reception> = {}) =>
  new Map(draftCable(review(given, seen), null).paragraphs.map(({ head, text }) => [head, text]));

test("a cable has its paragraphs in order, and what there is nothing to say of says so", () => {
  expect(draftCable(review({}, { byMessage: [] }), null)).toEqual({
    handling: "TLP:AMBER",
    subject: "Autonomy: progress to Tuesday 10 November 2026",
    paragraphs: [
      {
        head: "Summary",
        text: "Message 2 is well received. The figures rest on 20 ratings of 8 logged meetings and of reactions, by 3 raters.",
      },
      { head: "What was done", text: "3 of 4 outreach events were held. 1 promise of ours is overdue." },
      { head: "Objectives", text: "No objective has been set." },
      { head: "What we saw", text: "Too little to say yet." },
      { head: "Changes found", text: "No change of level stands out." },
      { head: "What Washington objects", text: "No objection has been logged." },
      { head: "Gaps and next steps", text: "No gap stands out." },
      { head: "What we missed", text: "Nothing was overdue or waiting." },
      { head: "What we ask of the ministry", text: "Nothing is asked this time." },
    ],
  });
  expect(
    cableText({
      handling: "TLP:AMBER",
      subject: "Progress",
      paragraphs: [{ head: "Summary", text: "Well." }],
    }),
  ).toBe(
    "TLP:AMBER\n\nSubject: Progress\n\n1. Summary. Well.\n\nTLP:AMBER. Not for classified information.\n\n",
  );
  expect(told({ remark: "Two\n lines" }).get("Comment")).toBe("Two lines");
});

test("objectives that are not on course are told with their reason, the others by name", () => {
  const fine = (word: "Met" | "On course", sentence: string) => objective(sentence, { word });
  const objectives = [fine("On course", "C"), fine("Met", "A"), objective("D"), fine("Met", "B")];
  expect(told({ objectives }).get("Objectives")).toBe(
    "D: Behind (1 of 3 articles, output). 2 expected by today. Met: A; B. On course: C.",
  );
});

test("what was seen has the range and the number of each message that was heard", () => {
  const byMessage = [
    { message: message(2, "Duplication"), figure: figure() },
    { message: message(3, "Costs"), figure: figure({ notes: 0 }) },
  ] as unknown as Reception["byMessage"];
  expect(told({}, { byMessage }).get("What we saw")).toBe(
    "Message 2, Duplication, over all audiences: Well received, +0.8, likely range +0.5 to +1.1, n 8. It holds. It is our reading of how meetings went, and does not show what brought it about.",
  );
});

test("five changes are told at most, by the names that the review has, and the objections that were heard", () => {
  const changes = [
    change(),
    change({ audienceId: null }),
    change({ audienceId: "gone", messageId: "gone" }),
    ...[1, 2, 3].map(() => change({ direction: "rise", word: "alarm" })),
  ];
  const sentences = told({}, { changes }).get("Changes found") ?? "";
  const starts = [...sentences.matchAll(/Message \d+ .*? is received (?:lower|higher)/g)].map(String);
  expect(starts).toEqual([
    "Message 2 with Pentagon is received lower",
    "Message 2 over all audiences is received lower",
    "Message 0 with an audience of before is received lower",
    "Message 2 with Pentagon is received higher",
    "Message 2 with Pentagon is received higher",
  ]);
  const heard = (code: string, times: number) => ({
    ...{ id: code, code, name: "Duplication", isDifficultQuestion: false, messages: [2] },
    ...{ heard: times, answered: 1, notPressed: 0 },
  });
  const objections = [heard("O1", 0), heard("O2", 1), heard("O3", 2), heard("O4", 2), heard("O5", 2)];
  const one = "2 times, 1 answered; nobody has met us since without it.";
  expect(told({}, { objections }).get("What Washington objects")).toBe(
    `O2, Duplication: Once, 1 answered; nobody has met us since without it. O3, Duplication: ${one} O4, Duplication: ${one}`,
  );
});

test("gaps come with their evidence and the first three of the ranking; the ministry is asked for what waits", () => {
  const option = (name: string, number: number) => ({ audience: { name }, message: { number } });
  const first = [option("A", 1), option("A", 1), option("A", 2), option("B", 1), option("C", 1)];
  const late = [{ id: "t", text: "Staff briefing", day: "2026-11-03" }];
  const paragraphs = told({
    gaps: [objection, stance("State")],
    next: { first } as unknown as ReviewContent["next"],
    misses: countMisses({ ...NO_MISSES, "clearances overdue": late }),
  });
  expect(paragraphs.get("Gaps and next steps")).toBe(
    "O1, Duplication, keeps coming up, last with Pentagon. Heard 4 times, last on 3 Nov 2026; its reply is not cleared. The stance of State was last read 120 days ago. On 29 Jul 2026; a reading stands for 90 days. Next, by the ranking: A with message 1; A with message 2; B with message 1.",
  );
  expect(paragraphs.get("What we missed")).toBe("1 clearance overdue. Staff briefing, due 3 Nov 2026.");
  expect(paragraphs.get("What we ask of the ministry")).toBe(
    "An answer on what waits for clearance: Staff briefing, due 3 Nov 2026. A reply that may be used on O1, Duplication.",
  );
});

test("since the review before, only changed words are told", () => {
  const before = review({ day: "2026-10-10" });
  const since = (after: Figure) => {
    const rows = [{ audience: audience("Pentagon"), figures: [after] }];
    return draftCable(review({}, { rows }), before).paragraphs[2];
  };
  expect(since(figure({ mean: 1.2 }))).toEqual({
    head: "Since the review of 10 Oct 2026",
    text: "No word has changed.",
  });
  expect(since(figure({ mean: -0.8, verdict: "Mixed" }))?.text).toBe(
    "Message 2 with Pentagon: Well received → Mixed; +0.8 → −0.8, n 8; it almost surely lies lower.",
  );
});
