import { seededRandom } from "./seeded-random.ts";

/** Throws that are the same each time for the same seed. */
export type Dice = ReturnType<typeof diceOf>;

export function diceOf(seed: number) {
  const random = seededRandom(seed);
  const dice = (sides: number) => Math.floor(random() * sides);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[dice(from.length)];
    if (one === undefined) throw new Error("Nothing to pick from.");
    return one;
  };
  return {
    dice,
    pick,
    chance: (of: number) => random() < of,
    some: <T>(from: readonly T[], of: number) => from.filter(() => random() < of),
  };
}
