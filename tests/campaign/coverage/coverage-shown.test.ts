import { expect, test } from "vitest";
import { coverageShown } from "#app/campaign/coverage/coverage-shown.ts";

const report = (count: number) => {
  const messages = Array.from({ length: count }, (_, at) => ({
    ...{ id: `m${at}`, number: at + 1, title: "", isRetired: false, audiences: 1 },
    meetings: at === count - 1 ? 5 : 0,
  }));
  const cells = messages.map(({ meetings }) => ({ meetings, lastHeardOn: null, reactions: 0, next: null }));
  return { messages, audiences: [{ id: "a", cells }] } as unknown as Parameters<typeof coverageShown>[0];
};

test("of many messages those heard most often have a column, each with its own cells, and it is said", () => {
  const shown = coverageShown(report(500));
  expect(shown.messages).toHaveLength(24);
  expect(shown.messages.at(-1)?.number).toBe(500);
  expect(shown.audiences[0]?.cells).toHaveLength(24);
  expect(shown.audiences[0]?.cells.at(-1)?.meetings).toBe(5);
  expect(shown.leftOut).toBe(
    "Of 500 messages, the 24 heard most often are shown; the CSV file has them all.",
  );
  expect(coverageShown(report(24)).leftOut).toBe("");
});
