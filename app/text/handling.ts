/** How a text may travel, the narrowest first [FIRST TLP 2.0]. */
export const HANDLINGS = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;
export type Handling = (typeof HANDLINGS)[number];

/** The handling of a text, or "" of what has none: wording of the library, a letter about no text. */
export type HandlingIfAny = Handling | "";

/** What holds for something made of several: the narrowest of their handlings. */
export function narrowestHandling(handlings: readonly [Handling, ...Handling[]]): Handling {
  return HANDLINGS.find((one) => handlings.includes(one)) ?? handlings[0];
}

/**
 * Whether a text under the `present` handling travels no further than under the `cleared` one; what has none is only as
 * strict as what has none. Source: DOMAIN.md, clearance and handling.
 */
export function isAtLeastAsStrict(present: HandlingIfAny, cleared: HandlingIfAny): boolean {
  if (present === "" || cleared === "") return present === cleared;
  return HANDLINGS.indexOf(present) <= HANDLINGS.indexOf(cleared);
}

/**
 * Which of the clearances of one text, the newest first, covers it as it may travel now: the newest of those given for a
 * text that travelled at least as far; null where none does. Source: DOMAIN.md, clearance.
 */
export function coveringOf<Cleared extends { handling: HandlingIfAny }>(
  present: HandlingIfAny,
  newestFirst: readonly Cleared[],
): Cleared | null {
  return newestFirst.find(({ handling }) => isAtLeastAsStrict(present, handling)) ?? null;
}

/** From which handling a text was taken to a wider one. */
export type Widened = { from: HandlingIfAny; to: HandlingIfAny };

/** How a text was widened since it was cleared; null while it travels no further. Source: DOMAIN.md, clearance. */
export function widenedSince(cleared: HandlingIfAny, present: HandlingIfAny): Widened | null {
  return isAtLeastAsStrict(present, cleared) ? null : { from: cleared, to: present };
}

/** What a reader is told of a text that may travel further than it was cleared for. */
export function explainWidened({ from, to }: Widened): string {
  return `It was cleared ${from === "" ? "without a handling mark" : `as ${from}`} and is now ${to === "" ? "without one" : to}.`;
}

/** What a handling mark means to the reader, in a few words; "" of none. */
export function explainHandling(handling: HandlingIfAny): string {
  switch (handling) {
    case "TLP:RED":
      return "For named people only";
    case "TLP:AMBER+STRICT":
      return "Within the service only, need-to-know";
    case "TLP:AMBER":
      return "Need to know only";
    case "TLP:GREEN":
      return "For partners, not for publication";
    case "TLP:CLEAR":
      return "May be passed on to anyone";
    case "":
      return "";
  }
}

/**
 * Whether an event may be in any calendar file: never one for named people only. A calendar program keeps copies and
 * shows them to whoever sees its screen. Source: FIRST TLP 2.0; DOMAIN.md, record "handling".
 */
export function mayLeaveInCalendar(handling: Handling): boolean {
  return handling !== "TLP:RED";
}

/** Said on everything that leaves the product. Source: DOMAIN.md, record "handling". */
export const NOT_CLASSIFIED = "Not for classified information";

/** On what terms people speak at an event. Source: US Department of State. */
export const GROUND_RULES = ["on the record", "background", "deep background", "off the record"] as const;

export type GroundRule = (typeof GROUND_RULES)[number];

/** How somebody speaks under it: "on background", "off the record". */
export function underRule(rule: GroundRule): string {
  return rule === "on the record" || rule === "off the record" ? rule : `on ${rule}`;
}
