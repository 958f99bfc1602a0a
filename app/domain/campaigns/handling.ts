/** How a text may travel, the narrowest first [FIRST TLP 2.0]. */
export const HANDLINGS = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;

/** What holds for something made of several: the narrowest of their handlings; the first where none is one of TLP's. */
export function narrowestHandling(handlings: readonly string[]): string {
  return HANDLINGS.find((one) => handlings.includes(one)) ?? handlings[0] ?? "";
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

/** Said on everything that leaves the product. Source: DOMAIN.md, record "handling". */
export const NOT_CLASSIFIED = "Not for classified information";
