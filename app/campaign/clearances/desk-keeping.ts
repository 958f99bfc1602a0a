import { isAllowed, type Role } from "#app/http/permission.ts";
import type { Authority } from "./clearance-status.ts";

/** The sides of which every campaign has a desk, in the order in which they agree. */
export const SIDES = ["embassy", "ministry"] as const satisfies readonly Authority[];

export const SIDES_IN_WORDS: Readonly<Record<Authority, string>> = {
  embassy: "Embassy",
  ministry: "Ministry, asked after the embassy",
};

/** Why the desks of a campaign cannot be left so; `texts` are what a desk is asked about, in words. */
export type DeskRefusal =
  | { reason: "asked-for-another-side"; desk: string; side: Authority; texts: readonly string[] }
  | { reason: "last-of-its-side"; side: Authority };

/**
 * Whether somebody sets the desks of a side: who clears for it, or an administrator of the installation who belongs to
 * the campaign. Nobody of the embassy chooses who speaks for the ministry, nor the other way round.
 */
export function maySetDeskOf(side: Authority, person: { role: Role; isAdministrator: boolean }): boolean {
  return person.isAdministrator || isAllowed(person.role, `clear for the ${side}`);
}

/**
 * Whether desks may stand so; null where they may. A desk that is asked to clear a text keeps the side for which it was
 * asked until it has answered, and a desk of each side always stands. `open` is what the desks in question are asked
 * and have not answered, `standing` the sides of all desks that may be asked. Source: DOMAIN.md, clearance.
 */
export function refuseDesks({
  open,
  standing,
}: {
  open: readonly { desk: string; deskSide: Authority; side: Authority; text: string }[];
  standing: readonly Authority[];
}): DeskRefusal | null {
  const [first, ...more] = open.filter(({ deskSide, side }) => deskSide !== side);
  if (first !== undefined) {
    const { desk, side } = first;
    const texts = [first, ...more.filter((one) => one.desk === desk)].map(({ text }) => text);
    return { reason: "asked-for-another-side", desk, side, texts };
  }
  const missing = SIDES.find((side) => !standing.includes(side));
  return missing === undefined ? null : { reason: "last-of-its-side", side: missing };
}

/** What to tell the person whose change to a desk is refused, and what to do about it; one wording for each refusal. */
export function explainDeskRefusal(refusal: DeskRefusal): string {
  switch (refusal.reason) {
    case "asked-for-another-side":
      return `“${refusal.desk}” is asked for the ${refusal.side} about ${inWords(refusal.texts)}, so it stays a desk of the ${refusal.side}. Let it answer first, or add another desk.`;
    case "last-of-its-side":
      return `It is the only desk of the ${refusal.side}, and a desk of each side always stands. Add another desk of the ${refusal.side} first.`;
  }
}

const NAMED = 5;

function inWords(texts: readonly string[]): string {
  const named = texts.slice(0, NAMED);
  const more = texts.length - named.length;
  const last = more > 0 ? [`${more} more`] : named.splice(-1);
  return [named.join(", "), ...last].filter((words) => words !== "").join(" and ");
}
