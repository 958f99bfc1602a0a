import { expect, test } from "vitest";
import { leavingReview, reviewStanding } from "#app/campaign/reviews/review-standing.ts";
import { reportDocument } from "../../support/builders/report-document.ts";

const sound = { day: "2026-11-12", withdrawn: null, isAsSaved: true } as const;

test("of a review to which nothing came there is nothing to say", () => {
  expect(reviewStanding(sound)).toEqual([]);
  expect(leavingReview(reportDocument(), [sound, sound])).toEqual(reportDocument());
});

test("a reason that is a question ends once", () => {
  const withdrawn = {
    at: "2026-11-17T03:00:00.000Z",
    by: "Jana Malá",
    reason: "Which day was meant?",
  } as const;
  expect(reviewStanding({ ...sound, withdrawn })).toEqual([
    "The review of Thu 12 Nov 2026 was withdrawn on Mon 16 Nov 2026 by Jana Malá: Which day was meant?",
  ]);
});

test("a broken seal and a withdrawal stand before everything else in a copy", () => {
  const withdrawn = { at: "2026-11-17T03:00:00.000Z", by: "Jana Malá", reason: "Wrong day." } as const;
  const { opening } = leavingReview(reportDocument(), [{ ...sound, withdrawn, isAsSaved: false }]);
  expect(opening.slice(0, 2)).toEqual([
    "The review of Thu 12 Nov 2026 is no longer as it was saved: its text does not match its seal.",
    "The review of Thu 12 Nov 2026 was withdrawn on Mon 16 Nov 2026 by Jana Malá: Wrong day.",
  ]);
  expect(opening.slice(2)).toEqual(reportDocument().opening);
});
