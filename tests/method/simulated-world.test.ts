import { expect, test } from "vitest";
import { drawWorld, LAST_DAY, SIZE, WORLD_KINDS } from "../simulation/draw-world.ts";
import { judgeWorld, summaryOf } from "../simulation/judge-world.ts";
import { seededRandom } from "../support/seeded-random.ts";

test.each(Object.entries(WORLD_KINDS))(
  "a world that is %s is drawn from its seed and worked out whole",
  (_, kind) => {
    const world = drawWorld(kind, 150, seededRandom(5));
    expect(drawWorld(kind, 150, seededRandom(5))).toEqual(world);
    expect(world.observations).toHaveLength(150);
    for (const { score, day, message, audience, rater } of world.observations) {
      expect([-2, -1, 0, 1, 2]).toContain(score);
      expect(day >= 0 && day <= LAST_DAY && message < SIZE.messages && audience < SIZE.audiences).toBe(true);
      expect(rater).toBeLessThan(SIZE.raters);
    }
    const judged = judgeWorld(world);
    expect(judged).toHaveLength(SIZE.messages * SIZE.audiences);
    for (const { truth, mean, sd } of judged) {
      expect(Math.abs(truth)).toBeLessThanOrEqual(2);
      expect(Number.isFinite(mean) && sd > 0).toBe(true);
    }
  },
);

test("the figures of a row are those of its cells", () => {
  const cell = { truth: 1, mean: 0.5, sd: 0.5, pPositive: 0.95, raw: 0 };
  const far = { truth: -1, mean: 1, sd: 0.5, pPositive: 0.95, raw: -1 };
  expect(summaryOf([cell, far])).toEqual({
    covers: 0.5,
    width: expect.closeTo(1.6448536269514722, 12),
    model: expect.closeTo(Math.sqrt(4.25 / 2), 12),
    raw: expect.closeTo(Math.sqrt(0.5), 12),
    right: 0.5,
  });
});
