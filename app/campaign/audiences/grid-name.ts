/** A name short enough for a cell of the grid; `means` explains an abbreviation once, and is null where there is none. */
export type GridName = { short: string; means: string | null };

/**
 * What stands for an audience in the grid. Sides of a committee go by its letters, as Washington says them:
 * "Senate Foreign Relations, majority staff" is "SFRC majority"; a parliamentary assembly is a PA. Every other name
 * stands as it is.
 */
export function gridName(name: string): GridName {
  const match = /^((?:House|Senate) [^,]+)(?:,.*)?, (majority|minority) staff$/.exec(name);
  const [, committee, side] = match ?? [];
  if (committee === undefined || side === undefined) return assemblyName(name);
  const letters = `${committee.replace(/\b[a-z]\w*\s*/g, "").replace(/(\w)\w*\s*/g, "$1")}C`;
  return { short: `${letters} ${side}`, means: `${letters}: ${committee}` };
}

function assemblyName(name: string): GridName {
  const short = name.replace(/\bParliamentary Assembly\b/, "PA");
  return { short, means: short === name ? null : "PA: Parliamentary Assembly" };
}
