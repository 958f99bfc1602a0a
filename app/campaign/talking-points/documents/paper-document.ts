import { type HeldWords, withHoldingLines } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import { type PrintedRun, printable, printedLines } from "#app/documents/printed-runs.ts";
import { NOT_CLASSIFIED } from "#app/text/handling.ts";
import { formatDate } from "#app/time/format.ts";
import type { LeavingMark } from "../copies/leaving.ts";
import { footnoteText, isStale, type NumberedFootnote, numberFootnotes } from "../footnotes.ts";
import {
  type Block,
  blocksOf,
  type Footnote,
  isNoteToSpeaker,
  messageOfOrigin,
  SECTION_TITLES,
  SECTIONS,
  type Section,
  type TalkingPoints,
} from "../talking-points.ts";

/** What a paper leaves with, beside its words. */
export type LeavingPaper = {
  paper: TalkingPoints;
  campaign: string;
  handling: string;
  /** "Version 3", or what else tells this text from others. */
  version: string;
  mark: LeavingMark | null;
  /** The line that says how the text leaves, from `leavingLine`. */
  line: string;
  /** When the event is, on both clocks; "" where it is for none. */
  when: string;
  /** Who took the copy and when, on both clocks. */
  taken: string;
  isForOutsiders: boolean;
  /** Of each message on which a hold lies, by its id: what is said and written in the place of its words. */
  held: ReadonlyMap<string, HeldWords>;
  today: string;
};

/** One line of a block; `runs` are its words and the numbers of its footnotes. */
export type PrintedLine = readonly PrintedRun[];
export type PrintedBlock = { heading: string; lines: readonly PrintedLine[]; marks: readonly string[] };
export type PrintedSection = { title: string; isNumbered: boolean; blocks: readonly PrintedBlock[] };
export type PrintedNote = { number: number; text: string; marks: readonly string[] };

/** What stands at the head and at the foot of every page, on paper and on screen. */
export type PageMarks = {
  handling: string;
  campaign: string;
  version: string;
  mark: LeavingMark | null;
  line: string;
  stale: string;
  audience: string;
  taken: string;
  notice: string;
};

/**
 * A paper as it leaves the product: the one text from which Word, PDF, Markdown and the copy for e-mail are written,
 * so that all of them carry the same words, footnotes and marks. Empty sections are not in it.
 */
export type PaperDocument = {
  language: "en-GB";
  title: string;
  marks: PageMarks;
  when: string;
  facts: readonly { name: string; text: string }[];
  sections: readonly PrintedSection[];
  notes: readonly PrintedNote[];
};

/** The paper with its footnotes numbered by first mention and every mark that it has to carry. */
export function paperDocument(leaving: LeavingPaper): PaperDocument {
  const paper = withHoldingLines(leaving.paper, leaving.held);
  const numbered = numberFootnotes(paper);
  const facts = [
    { name: "Speaker", text: printable(paper.speaker) },
    { name: "Ask", text: printable(paper.ask) },
    { name: "Objective", text: printable(paper.objective) },
  ];
  return {
    language: "en-GB",
    title: printable(paper.title),
    marks: pageMarks(leaving, numbered),
    when: leaving.when,
    facts: facts.filter(({ text }) => text !== ""),
    sections: SECTIONS.flatMap((section) => printedSection(section, numbered, { ...leaving, paper })),
    notes: numbered.map(({ number, footnote }) => ({
      number,
      text: printable(`${footnote.code}. ${footnoteText(footnote)}`),
      marks: footnoteMarks(footnote, leaving.today),
    })),
  };
}

function pageMarks(leaving: LeavingPaper, numbered: readonly NumberedFootnote[]): PageMarks {
  const { handling, campaign, version, mark, line, taken, isForOutsiders } = leaving;
  const audience = isForOutsiders ? "Excerpt for outsiders: internal parts are left out" : "For our side";
  const stale = staleSources(numbered, leaving.today);
  return {
    handling,
    campaign: printable(campaign),
    version,
    mark,
    line,
    stale,
    audience,
    taken,
    notice: NOT_CLASSIFIED,
  };
}

/** "STALE SOURCES: P17 since 31 Mar 2026, P3 since 1 Nov 2026"; "" where every source is current. */
function staleSources(numbered: readonly NumberedFootnote[], today: string): string {
  const stale = numbered.filter(({ footnote }) => isStale(footnote, today));
  const each = stale.map(
    ({ footnote: { code, reviewBy } }) => `${code} since ${formatDate(reviewBy ?? today)}`,
  );
  return each.length === 0 ? "" : `STALE SOURCES: ${each.join(", ")}`;
}

function footnoteMarks(footnote: Footnote, today: string): readonly string[] {
  const stale = isStale(footnote, today) ? [`STALE since ${formatDate(footnote.reviewBy ?? today)}`] : [];
  return footnote.isInternal ? [...stale, "INTERNAL, not to be disclosed"] : stale;
}

function printedSection(
  section: Section,
  numbered: readonly NumberedFootnote[],
  leaving: LeavingPaper,
): readonly PrintedSection[] {
  const blocks = blocksOf(leaving.paper, section).map((block) => printedBlock(block, numbered, leaving));
  const isNumbered = section === "points to make";
  return blocks.length === 0 ? [] : [{ title: SECTION_TITLES[section], isNumbered, blocks }];
}

/** Stands at guidance of ours in the copies of our own side. */
const NOTE_MARK = "NOTE TO THE SPEAKER, not to be said";

function printedBlock(
  block: Block,
  numbered: readonly NumberedFootnote[],
  leaving: LeavingPaper,
): PrintedBlock {
  const { origin, footnotes } = block;
  const held = leaving.held.get(messageOfOrigin(origin) ?? "")?.marks ?? [];
  const cited = footnotes.flatMap((footnote) =>
    footnoteMarks(footnote, leaving.today).map((mark) => `${footnote.code} ${mark}`),
  );
  const whereUnknown = leaving.isForOutsiders ? "left out" : "as typed";
  return {
    heading: printable(block.heading),
    lines: printedLines(block, numbered, whereUnknown),
    marks: [...(isNoteToSpeaker(block) ? [NOTE_MARK] : []), ...held, ...cited],
  };
}
