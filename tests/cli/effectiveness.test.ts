import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startedProcess } from "../support/process.ts";

const FINE = { mu: 0, tau: 1, halfLifeDays: 100, sigma: 1, queryDays: [5] };
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function work(text: string) {
  const path = join(folder, "cases.json");
  await writeFile(path, text);
  return startedProcess("app/cli/demarche.ts", { args: ["effectiveness", path] }).ended;
}

test("one JSON object is printed, a case that is refused among those worked out, and the end is 0", async () => {
  const observations = [{ day: 1, score: 9, varianceMultiplier: 1 }];
  const cases = [
    { name: "a", kind: "singleCell", input: { ...FINE, observations: [] }, expected: { anything: 1 } },
    { name: "b", kind: "singleCell", input: { ...FINE, observations } },
    { name: "a", kind: "horoscope", input: {} },
  ];
  const { code, output, errors } = await work(`\uFEFF${JSON.stringify({ cases })}`);
  expect([code, errors]).toEqual([0, ""]);
  expect(JSON.parse(output).cases).toEqual([
    {
      name: "a",
      kind: "singleCell",
      result: expect.objectContaining({ queryMean: [0], queryVariance: [1] }),
    },
    { name: "b", kind: "singleCell", refused: "score-out-of-range" },
    { name: "a", kind: "horoscope", refused: "unknown kind horoscope" },
  ]);
  expect(JSON.parse((await work('{"cases":[]}')).output)).toEqual({ cases: [] });
});

test.each([
  ["not JSON", "cases: 1"],
  ["empty", ""],
  ["with a NUL", '{"cases":[]}\0'],
  ["without cases", '{"case":[]}'],
  ["of brackets a million deep", `${"[".repeat(1e6)}${"]".repeat(1e6)}`],
])("a file that is %s ends with 1, one JSON object and one sentence", async (_, text) => {
  const { code, output, errors } = await work(text);
  expect(code).toBe(1);
  expect(Object.keys(JSON.parse(output))).toEqual(["refused"]);
  expect(errors.trim().split("\n")).toHaveLength(1);
});

test("an input that is nested a hundred thousand deep is refused, the others are answered", async () => {
  const deep = `${"[".repeat(1e5)}${"]".repeat(1e5)}`;
  const fine = JSON.stringify({ name: "b", kind: "singleCell", input: { ...FINE, observations: [] } });
  const { code, output } = await work(`{"cases":[{"name":"a","kind":"pooled","input":${deep}},${fine}]}`);
  expect(code).toBe(0);
  expect(JSON.parse(output).cases.map((one: object) => "refused" in one)).toEqual([true, false]);
});
