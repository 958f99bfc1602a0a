import { expect, test } from "vitest";
import { movedInProse, receptionInProse } from "#app/campaign/correspondence/cable/moved.ts";
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

test("a cable of a campaign without a message says so, and not that too little was logged of them", () => {
  const received = (messages: Partial<Reception>) => receptionInProse(review({}, messages).reception);
  expect(received({ messages: [], byMessage: [] })).toEqual(["The campaign has no messages in use."]);
  const unclear = { message: message(1, "One"), figure: figure({ verdict: "Not enough evidence" }) };
  expect(received({ byMessage: [unclear] as unknown as Reception["byMessage"] })).toEqual([
    "Too little has been logged to say how the messages are being received.",
  ]);
});
