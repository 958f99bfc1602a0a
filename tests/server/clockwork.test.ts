import { pino } from "pino";
import { expect, test } from "vitest";
import { readSettings } from "#app/http/environment.ts";
import type { Work } from "#app/http/load-context.ts";
import { startClockwork } from "#app/server/clockwork.ts";
import { freshDatabase } from "../support/database.ts";

async function parts(log: string[] = []) {
  const read = readSettings({});
  if (!read.ok) throw new Error(read.sentence);
  const write = (line: string) => void log.push(line);
  const now = () => new Date("2026-11-24T12:00:00.000Z");
  return {
    database: await freshDatabase(),
    settings: read.settings,
    log: pino({ base: null }, { write }),
    now,
  };
}

test("the work is done at once and again after each pause, and no more once it is stopped", async () => {
  let turns = 0;
  const work: Work = {
    name: "count",
    async run({ now }) {
      expect(now.toISOString()).toBe("2026-11-24T12:00:00.000Z");
      turns += 1;
    },
  };
  const clockwork = startClockwork(await parts(), [work], 1);
  await expect.poll(() => turns).toBeGreaterThan(2);
  await clockwork.stop();
  const stopped = turns;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(turns).toBe(stopped);
});

test("a piece of work that fails is logged by its name, and the next one is done", async () => {
  const log: string[] = [];
  let isDone = false;
  const works: Work[] = [
    { name: "fails", run: () => Promise.reject(new Error("secret words")) },
    {
      name: "goes on",
      async run() {
        isDone = true;
      },
    },
  ];
  const clockwork = startClockwork(await parts(log), works, 1_000);
  await clockwork.stop();
  expect(isDone).toBe(true);
  expect(log.join("")).toContain('"work":"fails"');
  expect(log.join("")).not.toContain("secret words");
});

test("stopping waits for the turn in hand, and a slow turn is not doubled", async () => {
  let running = 0;
  let most = 0;
  let finished = 0;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const slow: Work = {
    name: "slow",
    async run() {
      running += 1;
      most = Math.max(most, running);
      await held;
      running -= 1;
      finished += 1;
    },
  };
  const clockwork = startClockwork(await parts(), [slow], 1);
  // The pause passes several times while the first turn goes on.
  await new Promise((resolve) => setTimeout(resolve, 20));
  const stopped = clockwork.stop();
  release();
  await stopped;
  expect({ most, running, finished }).toEqual({ most: 1, running: 0, finished: 1 });
});
