import { markdownText } from "#app/documents/markdown-text.ts";
import type { ClearanceStatus } from "#app/domain/talking-points/clearance-status.ts";
import {
  footnoteNumbers,
  footnoteText,
  isStale,
  type NumberedFootnote,
  numberFootnotes,
} from "#app/domain/talking-points/footnotes.ts";
import { statusLine } from "#app/domain/talking-points/status-line.ts";
import {
  type Block,
  blocksOf,
  type Footnote,
  SECTION_TITLES,
  SECTIONS,
  type TalkingPoints,
} from "#app/domain/talking-points/talking-points.ts";

export type TalkingPointsPaper = {
  paper: TalkingPoints;
  status: ClearanceStatus;
  handling: string;
  /** The number of the latest frozen version; null before the paper was first sent. */
  version: number | null;
  /** When the event is, on both clocks. */
  when: string;
  homeZone: string;
  today: string;
};

/** The paper as a Markdown file, word for word, with how it may travel and whether it is cleared at its head. */
export function talkingPointsMarkdown(document: TalkingPointsPaper): string {
  const { paper } = document;
  const numbered = numberFootnotes(paper);
  const sections = SECTIONS.flatMap((section) => {
    const blocks = blocksOf(paper, section);
    return blocks.length === 0
      ? []
      : [`## ${SECTION_TITLES[section]}`, ...blocks.map((block) => blockLines(block, numbered))];
  });
  const sources = numbered.map(({ number, footnote }) => sourceLine(number, footnote, document.today));
  return `${[...headLines(document), ...sections, ...sources].join("\n\n")}\n`;
}

function headLines({ paper, status, handling, version, when, homeZone }: TalkingPointsPaper): string[] {
  const numberOfVersion = version === null ? "No version sent yet." : `Version ${version}.`;
  const facts = [
    ["Speaker", paper.speaker],
    ["Ask", paper.ask],
    ["Objective", paper.objective],
  ] as const;
  return [
    `${markdownText(handling)} · Not for classified information`,
    `${numberOfVersion} **${markdownText(statusLine(status, homeZone))}**`,
    `# ${markdownText(paper.title)}`,
    markdownText(when),
    ...facts.filter(([, text]) => text !== "").map(([name, text]) => `${name}: ${markdownText(text)}`),
  ].filter((line) => line !== "");
}

function blockLines(block: Block, numbered: readonly NumberedFootnote[]): string {
  const heading = block.heading === "" ? "" : `**${markdownText(block.heading)}**  \n`;
  const marks = footnoteNumbers(numbered, block.footnotes).map((number) => `[^${number}]`);
  return `- ${`${heading}${markdownText(block.text)}${marks.join("")}`.replaceAll("\n", "\n  ")}`;
}

function sourceLine(number: number, footnote: Footnote, today: string): string {
  const marks = [
    isStale(footnote, today) ? `**STALE since ${footnote.reviewBy}**` : "",
    footnote.isInternal ? "**INTERNAL, not to be disclosed**" : "",
  ].filter(Boolean);
  const text = markdownText(`${footnote.code}. ${footnoteText(footnote)}`);
  return `[^${number}]: ${[text, ...marks].join(" ").replaceAll("\n", "\n    ")}`;
}
