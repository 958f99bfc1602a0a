type Place = "Congress" | "Executive" | "States and cities" | "Outside government";

/**
 * The kinds of audience, and nothing else to do to add one: `label` as it stands in a form, `heading` as it
 * stands over a list, `place` for the filter. Source: DOMAIN.md, record "audience".
 */
const KINDS = {
  "congressional committee": { label: "Congressional committee", heading: "Congress", place: "Congress" },
  leadership: { label: "Chamber leadership", heading: "Congress", place: "Congress" },
  "member office": { label: "Member office", heading: "Congress", place: "Congress" },
  "executive agency": { label: "Executive agency", heading: "Executive", place: "Executive" },
  "think tank": { label: "Think tank", heading: "Think tanks", place: "Outside government" },
  press: { label: "Press", heading: "Press", place: "Outside government" },
  "state or local": { label: "State or local", heading: "States and cities", place: "States and cities" },
  academia: { label: "Academia", heading: "Academia", place: "Outside government" },
  diaspora: { label: "Diaspora", heading: "Diaspora", place: "Outside government" },
  industry: { label: "Industry", heading: "Industry", place: "Outside government" },
} as const satisfies Record<string, { label: string; heading: string; place: Place }>;

export type AudienceKind = keyof typeof KINDS;

/** Every kind with its label, in the order in which a form offers them. */
export const AUDIENCE_KINDS = Object.entries(KINDS).map(([value, { label }]) => ({ value, label }));

/** Whether the text names a kind of audience. */
export function isAudienceKind(text: string): text is AudienceKind {
  return Object.hasOwn(KINDS, text);
}

/** What stands over an audience of this kind: "Congress", "Think tanks". A kind of another time stands as it is. */
export function kindHeading(kind: string): string {
  return isAudienceKind(kind) ? KINDS[kind].heading : kind;
}

/** Where in Washington an audience of this kind is found; null for a kind of another time. */
export function kindPlace(kind: string): Place | null {
  return isAudienceKind(kind) ? KINDS[kind].place : null;
}

/** The places in the order of the filter. */
export const PLACES: readonly Place[] = ["Congress", "Executive", "States and cities", "Outside government"];
