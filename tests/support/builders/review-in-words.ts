import type { FoundChange } from "#app/campaign/effectiveness/changes/changes-found.ts";
import type { GapWorthClosing } from "#app/campaign/gaps/gap-worth-closing.ts";
import type { JudgedObjective } from "#app/campaign/objectives/judged-objective.ts";
import { countMisses } from "#app/campaign/reviews/misses.ts";
import type { ReviewContent } from "#app/campaign/reviews/review-content.ts";
import type { Figure } from "#app/method/figure.ts";

export type Reception = ReviewContent["reception"];

export const figure = (given: Partial<Figure> = {}): Figure => ({
  ...{ mean: 0.8, variance: 0.04, lower: 0.5, upper: 1.1, pPositive: 0.99, ownWeight: 0.8 },
  ...{ verdict: "Well received", notes: 8, raters: 2, lastDay: 20_000, raw: 0.9 },
  ...given,
});
export const message = (number: number, title: string, isRetired = false) => ({
  ...{ id: `m${number}`, number, title, isRetired },
});
export const audience = (name: string, priority = 1) => ({ id: name.toLowerCase(), name, priority });
export const change = (given: Partial<FoundChange> = {}): FoundChange => ({
  ...{ messageId: "m2", audienceId: "pentagon", direction: "drop", word: "watch", probability: 0.82 },
  ...{ after: "2026-10-01", before: "2026-10-20", meanBefore: 0.5, meanAfter: -0.8, notes: 12 },
  ...given,
});
export const objective = (sentence: string, given: Partial<JudgedObjective> = {}) =>
  ({
    ...{ id: sentence, sentence, word: "Behind", figure: "1", against: "of 3 articles, output" },
    ...{ reason: "2 expected by today", target: 3, baseline: 0, dueOn: "2026-12-31", ...given },
  }) as JudgedObjective;
export const objection: GapWorthClosing = {
  kind: "objection without a cleared reply",
  objection: { id: "o1", code: "O1", name: "Duplication", hasReply: true },
  audience: audience("Pentagon"),
  heard: 4,
  lastOn: "2026-11-03",
};
export const stance = (name: string): GapWorthClosing => ({
  ...{ kind: "stance reading", audience: audience(name), readOn: "2026-07-29", days: 120 },
});
export const NO_MISSES = {
  ...{ "meetings not logged": [], "follow-ups overdue": [], "clearances overdue": [] },
  ...{ "proof points stale": [], "clashes ahead": [] },
};

/** A review of which only what is told in words is there. */
export function review(given: Partial<ReviewContent> = {}, seen: Partial<Reception> = {}): ReviewContent {
  const messages = [message(2, "Duplication")];
  return {
    ...{ day: "2026-11-10", remark: "", objectives: [], gaps: [], texts: [], next: { first: [] } },
    campaign: { name: "Autonomy", handling: "TLP:AMBER" },
    sentence: { lead: "Message 2 is well received.", rest: "" },
    counts: { meetingsLogged: 8, ratings: 20, raters: 3 },
    activity: {
      finding: ["3 of 4 outreach events were held.", "1 of our promises is overdue."],
      events: { held: 3, planned: 4 },
      logging: { withinHours: 48, loggedInTime: { n: 2 } },
      clearance: { cleared: 5 },
      promises: { ours: { keptInTime: 6, overdue: 1 } },
    },
    misses: countMisses(NO_MISSES),
    reception: {
      ...{ day: "2026-11-10", messages, changes: [], objections: [], finding: ["It holds."] },
      rows: [{ audience: audience("Pentagon"), figures: [figure()] }],
      byMessage: messages.map((one) => ({ message: one, figure: figure() })),
      inUse: { parameters: { tau: 1, sigma: 2 } },
      ...seen,
    },
    ...given,
  } as unknown as ReviewContent;
}
