import { explainHandling, type HandlingIfAny, NOT_CLASSIFIED } from "#app/text/handling.ts";

/** A line of a page's head or foot; a loud one is bold. */
export type EdgeLine = { text: string; isLoud: boolean };

/**
 * What stands at the head and the foot of the first page and, shorter, of every further one; the number of the page comes
 * after `last`, which every page has; with "" no page has marks. `handling` and `subject` are said of the file itself, too.
 */
export type PageMarks = {
  handling: HandlingIfAny;
  subject: string;
  first: PageEdges;
  further: PageEdges;
  last: string;
};

/** What stands at the end of a file that has no pages: the marks of a further page, each once. */
export function endMarks({ first, further }: PageMarks): readonly EdgeLine[] {
  const all = [...further.head, ...further.foot, ...first.foot];
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at);
}

export const NO_EDGES: PageEdges = { head: [], foot: [] };

type PageEdges = { head: readonly EdgeLine[]; foot: readonly EdgeLine[] };

/** How a text may travel, for whom it is, and that it holds nothing classified: the first line of every page. */
export function handlingLine(handling: HandlingIfAny, audience: string): string {
  const travels = [handling, explainHandling(handling)].filter(Boolean).join(" ");
  return `${travels} · ${audience} · ${NOT_CLASSIFIED}`;
}

/** How a report may travel, like "TLP:AMBER", and whose it is. */
export type LeavingReport = {
  handling: HandlingIfAny;
  campaign: string;
  /** Who took the copy and when, on both clocks; of a frozen review the day of the review, which stays. */
  taken: string;
};

/** The same of one report; as of when it is: "Effectiveness, as of Thu 26 Nov 2026". */
export type About = LeavingReport & { asOf: string };

/** A report says how it may travel, whose it is and as of when, and at the foot who took the copy [FIRST TLP 2.0: head and foot of each page]. */
export function reportMarks({ handling, campaign, asOf, taken }: About): PageMarks {
  const travels = { text: handlingLine(handling, "For our side"), isLoud: false };
  const about = { text: `${campaign} · ${asOf}`, isLoud: true };
  const small = { text: `${handling} · ${campaign} · ${asOf}`, isLoud: false };
  const first = { head: [travels, about], foot: [] };
  return {
    handling,
    subject: asOf,
    first,
    further: { head: [small], foot: [] },
    last: `${handling} · ${taken}`,
  };
}
