import { expect, test } from "vitest";
import { movedInProse } from "#app/campaign/correspondence/cable/moved.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { audience, figure, message, type Reception, review } from "../../support/builders/review-in-words.ts";

/** What is told of one audience with a message for each of these words. */
function moved(...verdicts: Verdict[]): string {
  const messages = verdicts.map((_, at) => message(at + 1, `M${at}`)) as unknown as Reception["messages"];
  const rows = [{ audience: audience("Pentagon"), figures: verdicts.map((verdict) => figure({ verdict })) }];
  const { reception } = review({}, { messages, rows } as Partial<Reception>);
  return movedInProse({ objectives: [], reception, before: null }).replace(
    "No objectives have been set.",
    "",
  );
}

test("a cable counts the pairs without enough evidence as the review does, and apart from them those that heard nothing", () => {
  expect(moved("Mixed")).toBe("");
  expect(moved("Mixed", "Not enough evidence", "Not yet heard")).toBe(
    " There is not yet enough evidence on one of three pairs of audience and message; in one more the message has not been heard yet.",
  );
  expect(moved("Not enough evidence", "Not enough evidence", "Mixed")).toBe(
    " There is not yet enough evidence on two of three pairs of audience and message.",
  );
  expect(moved("Not yet heard", "Not yet heard")).toBe(
    " The message has not been heard yet in either pair of audience and message.",
  );
});
