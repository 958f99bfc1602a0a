/** How a text may travel, the narrowest first [FIRST TLP 2.0]. */
export const HANDLINGS = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;

/** What holds for something made of several: the narrowest of their handlings; the first where none is one of TLP's. */
export function narrowestHandling(handlings: readonly string[]): string {
  return HANDLINGS.find((one) => handlings.includes(one)) ?? handlings[0] ?? "";
}

/**
 * Whether a text under the `present` handling travels no further than under the `cleared` one. A mark that is not one
 * of TLP's is only as strict as itself. Source: DOMAIN.md, clearance and handling.
 */
export function isAtLeastAsStrict(present: string, cleared: string): boolean {
  if (present === cleared) return true;
  const marks: readonly string[] = HANDLINGS;
  const now = marks.indexOf(present);
  return now >= 0 && now <= marks.indexOf(cleared);
}

/** From which handling a text was taken to a wider one. */
export type Widened = { from: string; to: string };

/** How a text was widened since it was cleared; null while it travels no further. Source: DOMAIN.md, clearance. */
export function widenedSince(cleared: string, present: string): Widened | null {
  return isAtLeastAsStrict(present, cleared) ? null : { from: cleared, to: present };
}

/** What a reader is told of a text that may travel further than it was cleared for. */
export function explainWidened({ from, to }: Widened): string {
  return `It was cleared as ${from} and is ${to} now.`;
}

/** What a handling mark means to the reader, in a few words; "" for a mark that is not one of TLP's. */
export function explainHandling(handling: string): string {
  switch (handling) {
    case "TLP:RED":
      return "For the people named only";
    case "TLP:AMBER+STRICT":
      return "Inside the service, need to know only";
    case "TLP:AMBER":
      return "Need to know only";
    case "TLP:GREEN":
      return "For partners, not for publication";
    case "TLP:CLEAR":
      return "May be passed on";
    default:
      return "";
  }
}

/**
 * Whether an event may be in any calendar file: never one for named people only. A calendar program keeps copies and
 * shows them to whoever sees its screen. Source: FIRST TLP 2.0; DOMAIN.md, record "handling".
 */
export function mayLeaveInCalendar(handling: string): boolean {
  return handling !== "TLP:RED";
}

/** Said on everything that leaves the product. Source: DOMAIN.md, record "handling". */
export const NOT_CLASSIFIED = "Not for classified information";

/** On what terms people speak at an event. Source: US Department of State. */
export const GROUND_RULES = ["on the record", "background", "deep background", "off the record"] as const;

export type GroundRule = (typeof GROUND_RULES)[number];
