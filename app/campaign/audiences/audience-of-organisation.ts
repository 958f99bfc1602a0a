import { type AudienceKind, isAudienceKind } from "./audience-kind.ts";

export type Side = "majority" | "minority";

/** What an organisation may be that somebody adds; committees and chambers come from the list of Congress. */
export const ORGANISATION_KINDS = [
  "executive agency",
  "think tank",
  "press",
  "state or local",
  "academia",
  "diaspora",
  "industry",
] as const satisfies readonly AudienceKind[];

/** What is read of an organisation to make an audience of it; `parentName` is that of a subcommittee's committee. */
export type AudienceSource = { name: string; kind: string; parentName: string | null };

/** An audience before it is stored: shared by all campaigns that take it up. */
export type NewAudience = { name: string; kind: AudienceKind; side: Side | null };

type SideRefusal = "side-needed" | "side-not-held";

/**
 * An organisation as an audience. Majority and minority of a committee are two audiences, so a side is
 * needed there (refusal "side-needed"); nowhere else is there one ("side-not-held").
 * "Senate Committee on Foreign Relations" and majority give "Senate Foreign Relations, majority staff".
 * Source: DOMAIN.md, record "audience".
 */
export function audienceOfOrganisation(
  source: AudienceSource,
  side: Side | null,
): { ok: true; audience: NewAudience } | { ok: false; reason: SideRefusal } {
  const isSided = hasSides(source.kind);
  if (isSided && side === null) return { ok: false, reason: "side-needed" };
  if (!isSided && side !== null) return { ok: false, reason: "side-not-held" };
  const parent = source.parentName === null ? "" : `${shortName(source.parentName)}, `;
  const suffix = side === null ? "" : `, ${side} staff`;
  return {
    ok: true,
    audience: { name: `${parent}${shortName(source.name)}${suffix}`, kind: audienceKind(source.kind), side },
  };
}

/** Whether an organisation of this kind has a majority and a minority that are met apart. */
export function hasSides(organisationKind: string): boolean {
  return organisationKind === "committee" || organisationKind === "subcommittee";
}

/** A committee's name as people say it: "Senate Foreign Relations". A joint committee keeps its full name. */
export function shortName(name: string): string {
  const match = /^(House|Senate)(?: \w+){0,2} Committee on (?:the )?(.+)$/.exec(name);
  return match === null ? name : `${match[1]} ${match[2]}`;
}

function audienceKind(organisationKind: string): AudienceKind {
  if (hasSides(organisationKind)) return "congressional committee";
  if (organisationKind === "chamber") return "leadership";
  return isAudienceKind(organisationKind) ? organisationKind : "executive agency";
}

const REFUSALS = {
  "side-needed": "Choose majority or minority: the two sides of a committee are separate audiences",
  "side-not-held": "Only a committee has a majority and a minority. Do not choose a side",
  "audience-already-here": "This audience is already in the campaign.",
  "audience-not-found": "This audience is not in the campaign.",
  "reading-in-the-future": "A stance reading cannot be dated in the future. Enter today or an earlier day",
  "organisation-ended": "This organisation no longer exists. Choose another.",
  "changed-by-somebody-else": "Someone has changed this audience since you opened it. Go back and check it.",
};

/** Why a change to an audience is refused. */
export type AudienceRefusal = keyof typeof REFUSALS;

/** What to tell the person whose change to an audience is refused; one wording for each refusal. */
export function explainAudienceRefusal(reason: AudienceRefusal): string {
  return REFUSALS[reason];
}
