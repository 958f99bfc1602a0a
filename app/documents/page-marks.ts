import { explainHandling, NOT_CLASSIFIED } from "#app/text/handling.ts";

/** A line of a page's head or foot; a loud one is bold. */
export type EdgeLine = { text: string; isLoud: boolean };

/**
 * What stands at the head and the foot of every page; the number of the page comes after `last`, and with "" there is none. `handling` and `subject`
 * are said of the file itself, too.
 */
export type PageMarks = {
  handling: string;
  subject: string;
  head: readonly EdgeLine[];
  foot: readonly EdgeLine[];
  last: string;
};

/** How a text may travel, for whom it is, and that it holds nothing classified: the first line of every page. */
export function handlingLine(handling: string, audience: string): string {
  const travels = [handling, explainHandling(handling)].filter(Boolean).join(" ");
  return `${travels} · ${audience} · ${NOT_CLASSIFIED}`;
}

/** How a report may travel, like "TLP:AMBER", and whose it is. */
export type LeavingReport = {
  handling: string;
  campaign: string;
  /** Who took the copy and when, on both clocks; of a frozen review the day of the review, which stays. */
  taken: string;
};

/** The same of one report; as of when it is: "Effectiveness, as of Thu 26 Nov 2026". */
export type About = LeavingReport & { asOf: string };

/** A report says how it may travel, whose it is and as of when, and at the foot who took the copy. */
export function reportMarks({ handling, campaign, asOf, taken }: About): PageMarks {
  const travels = { text: handlingLine(handling, "For our side"), isLoud: false };
  const head = [travels, { text: `${campaign} · ${asOf}`, isLoud: true }];
  return { handling, subject: asOf, head, foot: [travels], last: taken };
}
