import { initialsOf, partsOfName } from "./initials.ts";

/** What influence and interest together ask of us. */
export type Quadrant = "manage closely" | "keep satisfied" | "keep informed" | "monitor";

/** From this value up, on 1 to 5, influence or interest counts as high. */
export const HIGH_FROM = 3;

/**
 * The quadrant of an audience with `influence` and `interest`, each a whole number from 1 to 5; both are high
 * from 3. High influence and low interest: keep satisfied; low and high: keep informed.
 * Source: DOMAIN.md, record "audience" (power–interest grid, PMBOK).
 */
export function quadrantOf(influence: number, interest: number): Quadrant {
  if (influence >= HIGH_FROM) return interest >= HIGH_FROM ? "manage closely" : "keep satisfied";
  return interest >= HIGH_FROM ? "keep informed" : "monitor";
}

/** The quadrant as it stands in the grid: "Manage closely". */
export function quadrantLabel(quadrant: Quadrant): string {
  return quadrant.charAt(0).toUpperCase() + quadrant.slice(1);
}

/** A name short enough for a cell of the grid; `means` explains an abbreviation once, and is null where there is none. */
export type GridName = { short: string; means: string | null };

/**
 * What stands for an audience in the grid. Sides of a committee go by its letters, as Washington says them:
 * "Senate Foreign Relations, majority staff" is "SFRC majority"; a parliamentary assembly is a PA. Every other name
 * stands as it is.
 */
export function gridName(name: string): GridName {
  const { main, side } = partsOfName(name);
  const letters = initialsOf(name)?.toUpperCase();
  if (side === null || letters === undefined) return assemblyName(name);
  return { short: `${letters} ${side}`, means: `${letters}: ${main}` };
}

function assemblyName(name: string): GridName {
  const short = name.replace(/\bParliamentary Assembly\b/, "PA");
  return { short, means: short === name ? null : "PA: Parliamentary Assembly" };
}
