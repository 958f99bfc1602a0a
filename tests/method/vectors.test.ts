import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { answerCases, readCaseFile } from "#app/method/case-file.ts";

const vectors = JSON.parse(readFileSync(new URL("./vectors.json", import.meta.url), "utf8"));
const expectations = z.array(z.object({ expected: z.unknown() })).parse(vectors.cases);

function answers() {
  const read = readCaseFile(vectors);
  if (!read.ok) throw new Error(read.reason);
  return answerCases(read.file).cases;
}

/** Every number that differs by more than 1e-9, absolute or relative, with its place. */
function differences(expected: unknown, given: unknown, place: string): string[] {
  if (typeof expected === "number") {
    const isNear =
      typeof given === "number" && Math.abs(expected - given) <= 1e-9 * Math.max(1, Math.abs(expected));
    return isNear ? [] : [`${place}: ${expected} is ${given}`];
  }
  if (typeof expected === "object" && expected !== null && typeof given === "object" && given !== null) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(given)]);
    return [...keys].flatMap((key) =>
      differences(Reflect.get(expected, key), Reflect.get(given, key), `${place}.${key}`),
    );
  }
  return Object.is(expected, given) ? [] : [`${place}: ${String(expected)} is ${String(given)}`];
}

test("every published case gives the published figures to 1e-9", () => {
  const found = answers().flatMap((answer, index) => {
    if (answer.kind === "estimate") return [];
    return "result" in answer
      ? differences(expectations[index]?.expected, answer.result, answer.name)
      : [answer.name];
  });
  expect(found).toEqual([]);
});

const estimate = z.object({
  objective: z.number(),
  objectiveAt: z.number(),
  objectiveAtDefaults: z.number(),
});

test("the estimated parameters are as good as the published ones", () => {
  const index = answers().findIndex(({ kind }) => kind === "estimate");
  const answer = answers()[index];
  const given = estimate.parse(answer && "result" in answer ? answer.result : null);
  const expected = estimate.parse(expectations[index]?.expected);
  expect(given.objective).toBeGreaterThan(expected.objective - 1e-3);
  expect(given.objectiveAt).toBeCloseTo(expected.objectiveAt, 8);
  expect(given.objectiveAtDefaults).toBeCloseTo(expected.objectiveAtDefaults, 8);
});
