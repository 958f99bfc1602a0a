import type { Figure } from "#app/domain/messages/library.ts";

/** The parts of a paper, in the order in which it is read [UK PM brief, State and DoD practice]. */
export const SECTIONS = ["points to make", "if raised", "avoid", "background"] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  "points to make": "Points to make",
  "if raised": "If raised",
  avoid: "Avoid",
  background: "Background",
};

/** Where a block came from, and the words that it had there when it was taken over. */
export type Origin =
  | { kind: "key message"; id: string; revisionId: string; text: string }
  | { kind: "objection"; id: string; text: string }
  | { kind: "proof point"; id: string; text: string }
  | { kind: "own words" };

export type FootnoteSource = {
  title: string;
  publisher: string;
  publishedOn: string | null;
  address: string | null;
};

/**
 * A proof point as the paper cites it today. `asOf` is a day, month or year; `reviewBy` is null where no review
 * is needed.
 */
export type Footnote = {
  proofPointId: string;
  code: string;
  claim: string;
  figures: readonly Figure[];
  edition: string | null;
  asOf: string;
  reviewBy: string | null;
  isInternal: boolean;
  caveat: string;
  sources: readonly FootnoteSource[];
};

export type Block = {
  id: string;
  section: Section;
  heading: string;
  text: string;
  origin: Origin;
  footnotes: readonly Footnote[];
};

/** The words of a paper. Blocks stand in reading order within their section. */
export type TalkingPoints = {
  title: string;
  ask: string;
  speaker: string;
  objective: string;
  blocks: readonly Block[];
};

/** The blocks of one section, in reading order. */
export function blocksOf(paper: TalkingPoints, section: Section): readonly Block[] {
  return paper.blocks.filter((block) => block.section === section);
}

/** Every block in reading order: section by section. */
export function blocksInOrder(paper: TalkingPoints): readonly Block[] {
  return SECTIONS.flatMap((section) => blocksOf(paper, section));
}
