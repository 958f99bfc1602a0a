/** The parts of a paper, in the order in which it is read [UK PM brief, State and DoD practice]. */
export const SECTIONS = ["points-to-make", "if-raised", "avoid", "background"] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  "points-to-make": "Points to make",
  "if-raised": "If raised",
  avoid: "Avoid",
  background: "Background",
};

/** Where a block's words came from. `null` origins do not exist: whoever types a block writes own words. */
export type Origin =
  | { kind: "message-revision"; messageId: string; revisionId: string }
  | { kind: "objection"; objectionId: string; version: number }
  | { kind: "proof-point"; proofPointId: string }
  | { kind: "own-words" };

export type FootnoteSource = { title: string; address: string };

/** A proof point as the paper cites it today. `asOf` is a day, month or year; `reviewBy` null needs no review. */
export type Footnote = {
  proofPointId: string;
  code: string;
  claim: string;
  figures: string;
  edition: string;
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

/** The words of the paper for one event. Blocks stand in reading order within their section. */
export type TalkingPoints = {
  ask: string;
  speaker: string;
  objective: string;
  blocks: readonly Block[];
};

/** The blocks of one section, in reading order. */
export function blocksOf(paper: TalkingPoints, section: Section): readonly Block[] {
  return paper.blocks.filter((block) => block.section === section);
}
