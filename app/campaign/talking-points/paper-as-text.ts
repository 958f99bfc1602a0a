import { footnoteNumbers, footnoteText, numberFootnotes, unmarkedFootnotes } from "./footnotes.ts";
import { blocksOf, SECTION_TITLES, SECTIONS, type TalkingPoints } from "./talking-points.ts";

/** The whole paper as plain text, for reading two of them side by side. */
export function paperAsText(paper: TalkingPoints): string {
  const numbered = numberFootnotes(paper);
  const sections = SECTIONS.flatMap((section) => {
    const blocks = blocksOf(paper, section).map((block) => {
      const { heading, text } = block;
      const marks = footnoteNumbers(numbered, unmarkedFootnotes(block)).map((number) => ` [${number}]`);
      return `${heading === "" ? "" : `${heading}: `}${text}${marks.join("")}`;
    });
    return blocks.length === 0 ? [] : [SECTION_TITLES[section], ...blocks];
  });
  const sources = numbered.map(({ number, footnote }) => `${number} ${footnoteText(footnote)}`);
  const head = [paper.title, paper.speaker, paper.ask, paper.objective].filter((line) => line !== "");
  return [...head, ...sections, ...sources].join("\n");
}
