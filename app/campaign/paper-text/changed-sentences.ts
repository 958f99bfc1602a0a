import { diffArrays } from "diff";
import { sentencesOf } from "#app/text/sentences.ts";
import { canonicalText, withLineFeeds } from "#app/text/text-hash.ts";
import { footnoteText } from "./footnotes.ts";
import { type Block, blocksInOrder, clearedFootnote, type Section, type TalkingPoints } from "./paper.ts";

/** The part of a paper in which something changed. */
export type Place = Section | "title" | "ask" | "speaker" | "objective";
/** What changed there: the words, the blanks between them, the heading that opens a block, a source under it. */
export type PaperPart = "sentence" | "space" | "heading" | "footnote";

/** One difference from the text that was cleared; `before` is null for what is new, `after` for what is gone. */
export type SentenceChange = { place: Place; part: PaperPart; before: string | null; after: string | null };

type Piece = { place: Place; part: PaperPart; text: string; key: string };

/**
 * The sentences, headings and footnotes by which a paper differs from another, in reading order. Empty exactly
 * when the two have one hash: a moved sentence is named where it went and where it left.
 */
export function changedSentences(before: TalkingPoints, after: TalkingPoints): readonly SentenceChange[] {
  const was = piecesOf(before);
  const is = piecesOf(after);
  const changes: SentenceChange[] = [];
  let removed: Piece[] = [];
  for (const part of diffArrays([...was], [...is], { comparator: (one, other) => one.key === other.key })) {
    if (part.removed) removed = part.value;
    else {
      changes.push(...pairUp(removed, part.added ? part.value : []));
      removed = [];
    }
  }
  return [...changes, ...pairUp(removed, [])].filter(isWorthNaming);
}

/** What is gone and what came in the same spot belong together, one by one, as far as they are of one kind. */
function pairUp(gone: readonly Piece[], come: readonly Piece[]): readonly SentenceChange[] {
  const left = [...come];
  const changes = gone.map((piece): SentenceChange => {
    const at = left.findIndex((other) => other.place === piece.place && other.part === piece.part);
    const [partner] = at === -1 ? [] : left.splice(at, 1);
    return { place: piece.place, part: piece.part, before: piece.text, after: partner?.text ?? null };
  });
  return [...changes, ...left.map(({ place, part, text }) => ({ place, part, before: null, after: text }))];
}

/** Blanks, and blocks without a heading, come and go with their sentences: named when nothing else is. */
function isWorthNaming(change: SentenceChange, _: number, all: readonly SentenceChange[]): boolean {
  return !isBlank(change) || all.every(isBlank);
}

function isBlank({ part, before, after }: SentenceChange): boolean {
  return part === "space" || (part === "heading" && (before ?? "") === "" && (after ?? "") === "");
}

function piecesOf(paper: TalkingPoints): readonly Piece[] {
  return [
    ...wordsOf("title", paper.title),
    ...wordsOf("ask", paper.ask),
    ...wordsOf("speaker", paper.speaker),
    ...wordsOf("objective", paper.objective),
    ...blocksInOrder(paper).flatMap(piecesOfBlock),
  ];
}

function piecesOfBlock(block: Block): readonly Piece[] {
  const place = block.section;
  const footnotes = block.footnotes.map((footnote) =>
    piece(place, "footnote", footnoteText(footnote), canonicalText(clearedFootnote(footnote))),
  );
  return [piece(place, "heading", block.heading), ...wordsOf(place, block.text), ...footnotes];
}

function wordsOf(place: Place, text: string): readonly Piece[] {
  return sentencesOf(withLineFeeds(text)).map((words) =>
    piece(place, words.trim() === "" ? "space" : "sentence", words),
  );
}

function piece(place: Place, part: PaperPart, text: string, exact = withLineFeeds(text)): Piece {
  return { place, part, text, key: canonicalText([place, part, exact]) };
}
