import type { Figure } from "#app/text/figures.ts";
import { type ClearedText, textHash } from "#app/text/text-hash.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** The parts of a paper, in the order in which it is read [UK PM brief, State and DoD practice]. */
export const SECTIONS = ["points to make", "if raised", "avoid", "background"] as const;
export type Section = (typeof SECTIONS)[number];

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  "points to make": "Points to make",
  "if raised": "If raised",
  avoid: "Avoid",
  background: "Background",
};

/**
 * Where a block came from, and the words that it had there when it was taken over. Of an objection, papers and
 * versions of a time when the library had guidance alone hold that: `isWordsToSay` is then false, or not written.
 */
export type Origin =
  | { kind: "key message"; id: string; revisionId: string; text: string }
  | { kind: "framing"; id: string; messageId: string; revisionId: string; text: string }
  | { kind: "objection"; id: string; text: string; isWordsToSay: boolean }
  | { kind: "proof point"; id: string; text: string }
  | { kind: "event record"; id: string; text: string }
  | { kind: "own words" };

/** The key message whose words a block says, in its own wording or in a framing for one audience; null for none. */
export function messageOfOrigin(origin: Origin): string | null {
  if (origin.kind === "key message") return origin.id;
  return origin.kind === "framing" ? origin.messageId : null;
}

/**
 * Whether a block holds a note to the speaker: guidance for our own side, which is never told, never leaves and is no
 * cleared wording, whatever has been altered in it since. Source: DOMAIN.md, objection.
 */
export function isNoteToSpeaker({ origin }: Pick<Block, "origin">): boolean {
  return origin.kind === "objection" && !origin.isWordsToSay;
}

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
  reviewBy: CalendarDate | null;
  isInternal: boolean;
  isRetired: boolean;
  caveat: string;
  sources: readonly FootnoteSource[];
};

/**
 * One block of a paper, in the notation of marks.ts. Its footnotes stand in the order of mention: those whose mark is
 * in the text, then the others. A judgement is ours and needs no source.
 */
export type Block = {
  id: string;
  section: Section;
  heading: string;
  text: string;
  origin: Origin;
  footnotes: readonly Footnote[];
  isJudgement: boolean;
};

/** A block that is about to be added. */
export type NewBlock = Omit<Block, "id" | "isJudgement">;

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

/** Where a paper is on its way. It stands beside the clearance status and never says anything about the text. */
export type Stage = "drafting" | "sent for clearance" | "returned" | "used";
