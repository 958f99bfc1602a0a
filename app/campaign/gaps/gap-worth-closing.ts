import type { CalendarDate } from "#app/time/wall-time.ts";

export type GapAudience = { id: string; name: string; priority: number };

/** An audience that has been met has never heard a message. `heardOf` are the messages that it has heard. */
export type NeverHeard = {
  kind: "never heard";
  audience: GapAudience;
  messages: readonly { id: string; number: number }[];
  heardOf: readonly number[];
  /** Ratings of what it has heard; how often there was an occasion. */
  ratings: number;
  isAnyTooLittle: boolean;
};

/** Somebody keeps saying something to which no reply is cleared; `audience` said it last. */
export type UnansweredObjection = {
  kind: "objection without a cleared reply";
  /** A reply without words to say counts as none. */
  objection: { id: string; code: string; name: string; hasReply: boolean };
  audience: GapAudience;
  heard: number;
  lastOn: CalendarDate;
};

/** An audience of priority 1 or 2 with which nothing was held for over 60 days, and nothing is planned. */
export type SilentAudience = {
  kind: "silent";
  audience: GapAudience;
  /** In this campaign; null where it was never met. */
  lastContactOn: CalendarDate | null;
  days: number | null;
};

/** A fact that will be past its review date on the day of an event that is planned with its message. */
export type OutdatedProofPoint = {
  kind: "proof point out of date";
  proofPoint: { id: string; code: string; reviewBy: CalendarDate };
  message: number;
  event: { id: string; kind: string; day: CalendarDate };
  audience: GapAudience;
  /** Days between the review date and the event. */
  days: number;
};

/** The last reading of an audience's stance is older than 90 days. */
export type OldStance = {
  kind: "stance reading";
  audience: GapAudience;
  readOn: CalendarDate;
  days: number;
};

/** Something that is missing, with its evidence. Plain data without a person in it. Source: DESIGN.md, section 3. */
export type GapWorthClosing =
  | NeverHeard
  | UnansweredObjection
  | SilentAudience
  | OutdatedProofPoint
  | OldStance;

/** The kinds in the order of DESIGN.md, section 3. */
export const GAP_KINDS: readonly GapWorthClosing["kind"][] = [
  "never heard",
  "objection without a cleared reply",
  "silent",
  "proof point out of date",
  "stance reading",
];

export const MOST_GAPS = 3;
const MOST_OF_ONE_KIND = 2;

/**
 * The gaps to close first, three at most: by the priority of the audience, then in the order of the kinds, then the one
 * that is older or came up more often, then by name. No more than two are of one kind, and none but the first of an
 * audience, so that one sort of gap or one audience does not hide the others. Source: DESIGN.md, section 3.
 */
export function gapsToClose(found: readonly GapWorthClosing[]): GapWorthClosing[] {
  const chosen: GapWorthClosing[] = [];
  for (const gap of found.toSorted(compareGaps)) {
    if (chosen.length === MOST_GAPS) break;
    const ofKind = chosen.filter(({ kind }) => kind === gap.kind).length;
    const isKnown = chosen.some(({ audience }) => audience.id === gap.audience.id);
    if (ofKind < MOST_OF_ONE_KIND && !isKnown) chosen.push(gap);
  }
  return chosen;
}

function compareGaps(a: GapWorthClosing, b: GapWorthClosing): number {
  return (
    a.audience.priority - b.audience.priority ||
    GAP_KINDS.indexOf(a.kind) - GAP_KINDS.indexOf(b.kind) ||
    sizeOf(b) - sizeOf(a) ||
    nameOf(a).localeCompare(nameOf(b), "en")
  );
}

/** How long it has been open, in days, or how often it came up; compared only within one kind. */
function sizeOf(gap: GapWorthClosing): number {
  switch (gap.kind) {
    case "never heard":
      return gap.ratings;
    case "objection without a cleared reply":
      return gap.heard;
    case "silent":
      return gap.days ?? Number.POSITIVE_INFINITY;
    case "proof point out of date":
    case "stance reading":
      return gap.days;
  }
}

function nameOf(gap: GapWorthClosing): string {
  if (gap.kind === "objection without a cleared reply") return gap.objection.name;
  return gap.kind === "proof point out of date" ? gap.proofPoint.code : gap.audience.name;
}
