import { standardNormalProbability } from "#app/method/normal-distribution.ts";
import type { Observation } from "#app/method/observation.ts";

/** How opinion moves, and how ratings are made, in an invented world. */
export type WorldKind = {
  sigma: number;
  tau: number;
  halfLifeDays: number;
  sdRater: number;
  /** Where the hidden scale is cut into the five scores. */
  cuts: readonly number[];
  /** Instead of drifting, each cell is at one level before a day of its own, and at another from then on. */
  jumps: boolean;
};

const EVEN = [-1.5, -0.5, 0.5, 1.5];
const CALM = { sigma: 0.8, tau: 0.6, halfLifeDays: 180, sdRater: 0.3, cuts: EVEN, jumps: false };

/** The worlds of EFFECTIVENESS.md §8. */
export const WORLD_KINDS = {
  calm: CALM,
  "calm, uneven score steps": { ...CALM, cuts: [-1.2, -0.2, 0.4, 1.6] },
  "one jump per cell": { ...CALM, jumps: true },
  fast: { ...CALM, sigma: 0.6, tau: 1, halfLifeDays: 45, sdRater: 0.5 },
} as const satisfies Record<string, WorldKind>;

export const SIZE = { messages: 6, audiences: 8, raters: 4 } as const;
export const LAST_DAY = 540;

/** What §8 leaves open: how far worlds differ as a whole, and messages and audiences from each other. */
const SPREAD = { grand: 0.4, messages: 0.4, audiences: 0.4, exposure: 0.8 };

/** `truth` is the score that an average rater would give on the last day, by message and audience. */
export type World = { observations: Observation[]; truth: number[][] };

/**
 * Draws a world and its notes: levels of messages and audiences, a course of each cell, four raters, cells and raters
 * met unevenly, each score cut from a hidden scale. Source: EFFECTIVENESS.md §8.
 */
export function drawWorld(kind: WorldKind, notes: number, random: () => number): World {
  const normal = (sd: number) => sd * standardNormal(random);
  const many = <T>(length: number, draw: () => T) => Array.from({ length }, draw);
  const grand = normal(SPREAD.grand);
  const ofMessage = many(SIZE.messages, () => normal(SPREAD.messages));
  const ofAudience = many(SIZE.audiences, () => normal(SPREAD.audiences));
  const ofRater = many(SIZE.raters, () => normal(kind.sdRater));
  const courses = many(SIZE.messages, () => many(SIZE.audiences, () => drawCourse(kind, random)));
  const shares = {
    message: many(SIZE.messages, () => Math.exp(normal(SPREAD.exposure))),
    audience: many(SIZE.audiences, () => Math.exp(normal(SPREAD.exposure))),
    rater: many(SIZE.raters, () => Math.exp(normal(SPREAD.exposure))),
  };
  const levelAt = (message: number, audience: number, day: number) =>
    grand + at(ofMessage, message) + at(ofAudience, audience) + at(at(courses, message), audience).at(day);
  const observations = many(notes, () => Math.floor(random() * (LAST_DAY + 1)))
    .sort((a, b) => a - b)
    .map((day, id): Observation => {
      const [message, audience] = [chosen(shares.message, random), chosen(shares.audience, random)];
      const rater = chosen(shares.rater, random);
      const hidden = levelAt(message, audience, day) + at(ofRater, rater) + normal(kind.sigma);
      const score = kind.cuts.filter((cut) => hidden > cut).length - 2;
      return { id, message, audience, rater, day, score, varianceMultiplier: 1 };
    });
  const expected = (level: number) =>
    kind.cuts.reduce((sum, cut) => sum + standardNormalProbability((level - cut) / kind.sigma), -2);
  const truth = ofMessage.map((_, message) =>
    ofAudience.map((_, audience) => expected(levelAt(message, audience, LAST_DAY))),
  );
  return { observations, truth };
}

type Course = { at(day: number): number };

/** Day by day, exactly as a stationary Ornstein-Uhlenbeck process is seen on whole days. */
function drawCourse({ tau, halfLifeDays, jumps }: WorldKind, random: () => number): Course {
  const jump = Math.floor(random() * LAST_DAY);
  const decay = 2 ** (-1 / halfLifeDays);
  const days = [tau * standardNormal(random)];
  for (let day = 1; day <= LAST_DAY; day += 1) {
    const before = at(days, day - 1);
    const drift = decay * before + tau * Math.sqrt(1 - decay ** 2) * standardNormal(random);
    const leap = day === jump ? tau * standardNormal(random) : before;
    days.push(jumps ? leap : drift);
  }
  return { at: (day) => at(days, day) };
}

/** By Box and Muller (1958). */
function standardNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function chosen(shares: readonly number[], random: () => number): number {
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  return shares.length - 1;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`There is no place ${index}`);
  return found;
}
