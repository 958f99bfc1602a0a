import { expect, test } from "vitest";
import { type ProcessLost, startProcess } from "#app/http/separate-process.ts";

const FILE = new URL("../support/greedy-process.ts", import.meta.url);
const MEMORY = { oldMemory: 32, youngMemory: 8 };

function greedy() {
  const told = Promise.withResolvers<number>();
  const lost = Promise.withResolvers<ProcessLost>();
  const started = startProcess<number | "fill" | "fail", number>(FILE, MEMORY, {
    told: told.resolve,
    lost: lost.resolve,
  });
  return { ...started, told: told.promise, lost: lost.promise };
}

test("a process answers until it is ended, and its end is not told as a loss", async () => {
  const { ask, end, told, lost } = greedy();
  ask(21);
  expect(await told).toBe(42);
  await end();
  expect(await Promise.race([lost, "nothing told"])).toBe("nothing told");
});

test.each([
  ["fill", "out of memory"],
  ["fail", "died"],
] as const)("a process that is asked to %s is lost alone: %s", async (asked, why) => {
  const { ask, lost, end } = greedy();
  ask(asked);
  expect(await lost).toBe(why);
  ask(1);
  await end();
});
