import type { AssembledPaper } from "#app/campaign/paper-text/assembled-paper.ts";
import type { Footnote, FootnoteSource, TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import {
  type Annex,
  type Line,
  type ListItem,
  type PrintedRun,
  paragraphOf,
  plainRun,
  printable,
  type Section,
  strongRun,
} from "#app/documents/document.ts";
import { isWebAddress } from "#app/text/text-limits.ts";
import { formatAsOf } from "#app/time/as-of.ts";
import { MONTHS } from "#app/time/format.ts";
import { numbersOf, printedLines } from "./printed-lines.ts";

/**
 * What stands behind the page in the hand: the objective, the background, and each source in full, under its number. What a
 * source leaves open is for our side. Null where there is none of it.
 */
export function paperAnnex(
  paper: TalkingPoints,
  assembled: AssembledPaper,
  { isForOutsiders }: { isForOutsiders: boolean },
): Annex | null {
  const sections = [
    ...objective(paper),
    ...background(assembled, isForOutsiders),
    ...records(assembled, isForOutsiders),
  ];
  return sections.length === 0 ? null : { title: `Annex: ${printable(paper.title)}`, sections };
}

function objective(paper: TalkingPoints): readonly Section[] {
  const text = printable(paper.objective);
  return text === "" ? [] : [{ title: "Objective", blocks: [paragraphOf([plainRun(text)])] }];
}

function background(assembled: AssembledPaper, isForOutsiders: boolean): readonly Section[] {
  const numbers = numbersOf(assembled);
  const items = assembled.parts("background").map(({ block, text, endNumbers, marks }): ListItem => {
    const heading = printable(block.heading);
    const named: readonly Line[] = heading === "" ? [] : [[strongRun(heading)]];
    const whereUnknown = isForOutsiders ? "left out" : "as typed";
    return {
      lines: [...named, ...printedLines(text, { ...numbers, atTheEnd: endNumbers }, whereUnknown)],
      marks,
    };
  });
  if (items.length === 0) return [];
  return [{ title: "Background", blocks: [{ kind: "list", isNumbered: false, items }] }];
}

function records({ numbered, notes }: AssembledPaper, isForOutsiders: boolean): readonly Section[] {
  const items = numbered.map(({ footnote }, at): ListItem => {
    const note = notes[at];
    const marks = [note?.stale ?? "", footnote.isInternal ? "INTERNAL, not to be disclosed" : ""];
    return { lines: [recordLine(footnote, isForOutsiders)], marks: marks.filter(Boolean) };
  });
  if (items.length === 0) return [];
  return [{ title: "Sources in full", blocks: [{ kind: "list", isNumbered: true, items }] }];
}

/** Claim, figures, date, edition, sources and, for our side, what to be careful of. */
function recordLine(footnote: Footnote, isForOutsiders: boolean): Line {
  const { claim, figures, edition, asOf, sources, caveat } = footnote;
  const dated = [
    ...figures.map(({ what, value, edition }) => `${what}: ${value} (${edition})`),
    `as of ${formatAsOf(asOf)}`,
    edition === null ? "" : `edition: ${edition}`,
  ];
  const careful =
    isForOutsiders || caveat === "" ? [] : [strongRun(" Careful: "), plainRun(printable(caveat))];
  return [
    plainRun(printable(`${claim.replace(/\.$/, "")} (${dated.filter(Boolean).join("; ")}). `)),
    ...sources.flatMap((source, at) => [plainRun(at === 0 ? "" : "; "), sourceRun(source)]),
    plainRun("."),
    ...careful,
  ].filter((run) => run.kind === "note" || run.text !== "");
}

function sourceRun({ title, publisher, publishedOn, address }: FootnoteSource): PrintedRun {
  const isNamed = publisher.split(/, by |[;,] /).every((part) => title.includes(part));
  const isDated = publishedOn !== null && saysDate(title, publishedOn);
  const published = publishedOn === null || isDated ? "" : formatAsOf(publishedOn);
  const name = [title, isNamed ? "" : publisher, published].filter(Boolean).join(", ");
  const leads = address !== null && isWebAddress(address) ? address : null;
  return { ...plainRun(printable(name)), address: leads };
}

/** Whether a title says between its commas when it was published, in short or in full: "24 April 2025", "Mar 2008". */
function saysDate(title: string, date: string): boolean {
  const said = formatAsOf(date);
  const month = MONTHS[Number(date.split("-")[1]) - 1] ?? "";
  const parts = title.split(/[(),;:]/).map((part) => part.trim());
  return month !== "" && (parts.includes(said) || parts.includes(said.replace(month.slice(0, 3), month)));
}
