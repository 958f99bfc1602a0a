import { expect, test } from "vitest";
import { MOST_MESSAGES_SHOWN, withMessagesShown } from "#app/campaign/effectiveness/beside-matrix.ts";
import { pooledReception, receptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { packNotes } from "#app/method/noted-cell.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import { workOutCell } from "#app/method/worked-cell.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { finished } from "../../support/finished.ts";

const DAY = "2026-11-10";
const days = [dayNumber("2026-10-10"), dayNumber(DAY)];
const AUDIENCES = [
  { id: "a1", name: "State", priority: 1 },
  { id: "a2", name: "Reporters", priority: 2 },
];

/** A campaign of so many messages, of which those with these numbers have been rated as often as they are high. */
function steps(count: number, rated: readonly number[]) {
  const messages = Array.from({ length: count }, (_, at) => ({
    ...{ id: `m${at + 1}`, number: at + 1, title: `Message ${at + 1}`, isRetired: false },
  }));
  const worked = rated.map((number) => {
    const notes = Array.from({ length: number }, (_, at) => ({
      ...{
        day: dayNumber(DAY) - at,
        sum: at % 2,
        ratings: 1,
        kind: "meeting note" as const,
        raterId: "jana",
      },
    }));
    return workOutCell(packNotes(`m${number}`, "a1", notes), dayNumber(DAY), days, DEFAULT_PARAMETERS);
  });
  const inUse = { parameters: DEFAULT_PARAMETERS, basis: { kind: "usual" } };
  const pooled = pooledReception({
    ...{ from: "2026-10-10", day: DAY, days, worked, messages, audiences: AUDIENCES },
    ...{ lookedAt: [], objections: [], inUse: inUse as never },
  });
  return receptionReport(pooled);
}

test("of five hundred messages those that stand highest are compared, the heard ones among themselves too", () => {
  const { leads } = finished(steps(500, [400, 20, 7]));
  expect(leads.overAll.best).toHaveLength(10);
  expect(leads.overAll.pairs.length).toBeLessThan(200);
  expect(
    leads.overAll.pairs.some(
      ({ ahead, behind }) => [7, 20, 400].includes(ahead) && [7, 20, 400].includes(behind),
    ),
  ).toBe(true);
  expect(leads.byAudience.map(({ pairs }) => pairs.length)).toEqual([1, 1]);
});

test("the report gives way after each audience, each message and each comparison", () => {
  const report = steps(50, [20, 7]);
  let turns = 0;
  while (!report.next().done) turns += 1;
  expect(turns).toBeGreaterThanOrEqual(AUDIENCES.length * 2 + 50);
});

test("of many messages those rated most often are shown, in their order, and it is said", () => {
  const report = finished(steps(60, [50, 7]));
  const shown = withMessagesShown(report);
  expect(shown.messages).toHaveLength(MOST_MESSAGES_SHOWN);
  expect(shown.messages.map(({ number }) => number)).toEqual([
    ...Array.from({ length: 23 }, (_, at) => at + 1),
    50,
  ]);
  expect(shown.rows.map(({ figures }) => figures.length)).toEqual([24, 24]);
  expect(shown.rows[0]?.figures.at(-1)?.notes).toBe(50);
  expect(shown.byMessage.map(({ message }) => message.id)).toEqual(shown.messages.map(({ id }) => id));
  expect(shown.leftOut).toBe("Of 60 messages, the 24 rated most often are shown; the CSV file has them all.");
  expect(withMessagesShown(finished(steps(24, [7]))).leftOut).toBe("");
});
