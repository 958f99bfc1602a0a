import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { oneAtATime } from "#db/in-turns.server.ts";

test("no piece of work begins before the one before it has ended, well or badly", async () => {
  const inTurn = oneAtATime();
  const told: string[] = [];
  const piece = (name: string) =>
    inTurn(async () => {
      told.push(`${name} begins`);
      await nextTurn();
      told.push(`${name} ends`);
      if (name === "b") throw new Error("b fails");
      return name;
    });
  const ends = await Promise.allSettled([piece("a"), piece("b"), piece("c")]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
