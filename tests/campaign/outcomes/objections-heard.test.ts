import { expect, test } from "vitest";
import { orderObjections } from "#app/campaign/outcomes/log-outcome.ts";

const objection = (code: string, timesFromThem: number, isAgainstPlanned = false) => ({
  id: code,
  code,
  name: code,
  timesFromThem,
  isAgainstPlanned,
});

test("objections that these audiences raised come first, then those against the planned messages, then by code", () => {
  const { first, others } = orderObjections([
    objection("O10", 0),
    objection("O2", 0),
    objection("O1", 0, true),
    objection("O7", 2),
    objection("O9", 5),
  ]);
  expect(first.map(({ code }) => code)).toEqual(["O9", "O7", "O1"]);
  expect(others.map(({ code }) => code)).toEqual(["O2", "O10"]);
});

test("six at most are shown at once", () => {
  const { first, others } = orderObjections(
    Array.from({ length: 9 }, (_, number) => objection(`O${number}`, number + 1)),
  );
  expect(first).toHaveLength(6);
  expect(others).toHaveLength(3);
});

test("where nothing is known, the first of the library are shown", () => {
  const { first } = orderObjections([objection("O2", 0), objection("O1", 0)]);
  expect(first.map(({ code }) => code)).toEqual(["O1", "O2"]);
});
