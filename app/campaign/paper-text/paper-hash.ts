import { type ClearedText, textHash } from "#app/text/text-hash.ts";
import { type Block, blocksOf, type Footnote, SECTIONS, type TalkingPoints } from "./paper.ts";

/**
 * The hash to which a clearance of a paper is bound: every word, the order of the blocks, and each footnote
 * with its claim, figures (and the date that they are of), edition and sources. Where a block came from, its id,
 * review dates and caveats are no part of it.
 */
export function paperHash(paper: TalkingPoints): string {
  const { title, ask, speaker, objective } = paper;
  const sections = SECTIONS.map((section) => [section, blocksOf(paper, section).map(clearedBlock)]);
  return textHash(["talking points", title, ask, speaker, objective, sections]);
}

/** The part of a footnote that is cleared with the text; another value of any of these is another text. */
export function clearedFootnote(footnote: Footnote): ClearedText {
  const figures = footnote.figures.map((figure) => [figure.what, figure.value, figure.edition]);
  const sources = footnote.sources.map((source) => [
    source.title,
    source.publisher,
    source.publishedOn,
    source.address,
  ]);
  return [footnote.claim, figures, footnote.asOf, footnote.edition, sources];
}

function clearedBlock(block: Block): ClearedText {
  return [block.heading, block.text, block.footnotes.map(clearedFootnote)];
}
