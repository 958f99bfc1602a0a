import { explainHandling } from "#app/domain/campaigns/handling.ts";
import type { PageMarks } from "./paper-document.ts";

/** How the paper may travel, for whom it is, and that it holds nothing classified: the first line of every page. */
export function handlingLine({ handling, audience, notice }: PageMarks): string {
  const may = [handling, explainHandling(handling)].filter(Boolean).join(" ");
  return `${may} · ${audience} · ${notice}`;
}

/** Whose text it is and which: "European strategic autonomy · Version 3". */
export function textLine({ campaign, version }: PageMarks): string {
  return `${campaign} · ${version}`;
}

/** The lines that stand on every page, in their order: how it may travel, how it leaves, which text, what is stale. */
export function everyPage(marks: PageMarks): readonly { text: string; isLoud: boolean }[] {
  const lines = [
    { text: handlingLine(marks), isLoud: false },
    { text: marks.line, isLoud: true },
    { text: textLine(marks), isLoud: false },
    { text: marks.stale, isLoud: true },
  ];
  return lines.filter(({ text }) => text !== "");
}
