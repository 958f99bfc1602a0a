import { expect, test } from "vitest";
import { campaignSentence } from "#app/domain/campaigns/campaign-sentence.ts";
import { countMatrix, type MatrixCell, matrixOf } from "#app/domain/campaigns/matrix.ts";
import { type Need, orderByTimeLeft } from "#app/domain/campaigns/needs-you.ts";

const messages = [1, 2, 3].map((number) => ({ id: `m${number}`, number, title: `Message ${number}` }));
const audiences = ["a", "b"].map((id) => ({ id, name: id.toUpperCase() }));

function cell(audienceId: string, number: number, given: Partial<MatrixCell> = {}): MatrixCell {
  return { audienceId, messageId: `m${number}`, n: 2, total: 1, lastOn: "2026-10-01", ...given };
}

function sentenceOf(cells: readonly MatrixCell[]): string {
  const { lead, rest } = campaignSentence(matrixOf(messages, audiences, cells));
  return `${lead} ${rest}`;
}

test("each pair of audience and message is a plain average with n and the newest day, or not yet heard", () => {
  const { rows } = matrixOf(messages, audiences, [cell("b", 2, { n: 4, total: -3 })]);
  expect(rows.map((row) => row.cells)).toEqual([
    [null, null, null],
    [null, { average: -0.75, n: 4, lastOn: "2026-10-01" }, null],
  ]);
});

test("cells of audiences and messages that are no longer listed are left out", () => {
  const matrix = matrixOf(messages, audiences, [cell("gone", 1), cell("a", 9)]);
  expect(countMatrix(matrix)).toMatchObject({ pairs: 6, heard: 0, receptions: 0, lastOn: null });
});

test("the counts add up receptions and find the newest day", () => {
  const matrix = matrixOf(messages, audiences, [cell("a", 1), cell("b", 3, { n: 5, lastOn: "2026-11-01" })]);
  expect(countMatrix(matrix)).toEqual({
    pairs: 6,
    heard: 2,
    receptions: 7,
    lastOn: "2026-11-01",
    audiencesByMessage: [1, 0, 1],
  });
});

test("the sentence counts who has heard what, and passes no verdict", () => {
  expect(sentenceOf([cell("a", 1), cell("b", 1), cell("a", 2)])).toBe(
    "Message 1 has been heard by all 2 audiences, message 2 by 1 and message 3 by none. 3 of 6 pairs of audience and message are not yet heard.",
  );
  expect(sentenceOf([cell("a", 1), cell("b", 2)])).toBe(
    "Message 1 has been heard by 1 of 2 audiences, message 2 by 1 and message 3 by none. 4 of 6 pairs of audience and message are not yet heard.",
  );
});

test("the sentence has words for nothing heard, everything heard, and nothing there", () => {
  expect(sentenceOf([])).toBe(
    "No meetings logged yet. None of 6 pairs of audience and message has been heard.",
  );
  const all = [1, 2, 3].flatMap((number) => [cell("a", number), cell("b", number)]);
  expect(sentenceOf(all)).toBe(
    "Messages 1, 2 and 3 have been heard by all 2 audiences. No pair of audience and message is open.",
  );
  expect(campaignSentence(matrixOf([], audiences, [])).lead).toBe("The campaign has no message yet.");
  expect(campaignSentence(matrixOf(messages, [], [])).lead).toBe("The campaign has no audience yet.");
});

test("what needs you is ordered by the time left, the most overdue first and what has no hour last", () => {
  const needs: Need[] = [
    { need: "stale proof points", points: [{ code: "P17", since: "2026-03-31" }] },
    {
      need: "clash",
      title: "Pentagon",
      place: "/",
      withTitle: "Roundtable",
      startsAt: new Date("2026-11-12T16:00:00Z"),
    },
    { need: "clearance", title: "No hour", place: "/", dueAt: null, desk: "Embassy", isYours: true },
    { need: "follow-ups overdue", count: 4, oldest: "Extract", dueOn: "2026-11-05" },
    {
      need: "meetings not logged",
      count: 2,
      oldest: "HASC",
      oldestEndedAt: new Date("2026-11-09T20:00:00Z"),
    },
    {
      need: "clearance",
      title: "State",
      place: "/",
      dueAt: new Date("2026-11-09T17:00:00Z"),
      desk: "Ministry desk",
      isYours: false,
    },
  ];
  expect(orderByTimeLeft(needs).map((need) => ("title" in need ? need.title : need.need))).toEqual([
    "follow-ups overdue",
    "State",
    "meetings not logged",
    "Pentagon",
    "No hour",
    "stale proof points",
  ]);
});
