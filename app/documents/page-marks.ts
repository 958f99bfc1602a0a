import type { PageMarks } from "#app/campaign/talking-points/documents/paper-document.ts";
import { explainHandling, NOT_CLASSIFIED } from "#app/text/handling.ts";
import type { ReportMarks } from "./report-document.ts";

/** A line of a page's head or foot; a loud one is bold. */
export type EdgeLine = { text: string; isLoud: boolean };

/** What stands at the head and the foot of every page; the number of the page comes after `last`. */
export type PageEdges = { head: readonly EdgeLine[]; foot: readonly EdgeLine[]; last: string };

/** How the paper may travel, for whom it is, and that it holds nothing classified: the first line of every page. */
export function handlingLine({ handling, audience, notice }: PageMarks): string {
  return `${handlingInWords(handling)} · ${audience} · ${notice}`;
}

/** "TLP:AMBER Need to know only". */
function handlingInWords(handling: string): string {
  return [handling, explainHandling(handling)].filter(Boolean).join(" ");
}

/** Whose text it is and which: "European strategic autonomy · Version 3". */
export function textLine({ campaign, version }: PageMarks): string {
  return `${campaign} · ${version}`;
}

/** The lines that stand on every page, in their order: how it may travel, how it leaves, which text, what is stale. */
export function everyPage(marks: PageMarks): readonly EdgeLine[] {
  const lines = [
    { text: handlingLine(marks), isLoud: false },
    { text: marks.line, isLoud: true },
    { text: textLine(marks), isLoud: false },
    { text: marks.stale, isLoud: true },
  ];
  return lines.filter(({ text }) => text !== "");
}

/** A paper says the same at the head and at the foot of its pages. */
export function paperEdges(marks: PageMarks): PageEdges {
  return { head: everyPage(marks), foot: everyPage(marks), last: marks.taken };
}

/** A report says how it may travel, whose it is and as of when, and at the foot who took the copy. */
export function reportEdges({ handling, campaign, asOf, taken }: ReportMarks): PageEdges {
  const travels = `${handlingInWords(handling)} · For our side · ${NOT_CLASSIFIED}`;
  return {
    head: [
      { text: travels, isLoud: false },
      { text: `${campaign} · ${asOf}`, isLoud: true },
    ],
    foot: [{ text: travels, isLoud: false }],
    last: taken,
  };
}
