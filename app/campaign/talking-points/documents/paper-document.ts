import { type HeldWords, withHoldingLines } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import {
  footnoteText,
  isStale,
  type NumberedFootnote,
  numberFootnotes,
} from "#app/campaign/paper-text/footnotes.ts";
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
} from "#app/campaign/paper-text/paper.ts";
import {
  type Document,
  type ListItem,
  type Section as PrintedSection,
  plainRun,
  printable,
} from "#app/documents/document.ts";
import { handlingLine, type PageMarks } from "#app/documents/page-marks.ts";

import { formatDate } from "#app/time/format.ts";
import type { LeavingMark } from "../copies/paper-copy.ts";
import { printedLines } from "./printed-lines.ts";

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

/** The paper with its footnotes numbered by first mention and every mark that it has to carry. */
export function paperDocument(leaving: LeavingPaper): Document {
  const { mark, line, when, isForOutsiders, today } = leaving;
  const paper = withHoldingLines(leaving.paper, leaving.held);
  const numbered = numberFootnotes(paper);
  const title = printable(paper.title);
  const name = [mark, title, isForOutsiders ? "for outsiders" : null];
  const facts = [
    { name: "", text: when },
    { name: "Speaker", text: printable(paper.speaker) },
    { name: "Ask", text: printable(paper.ask) },
    { name: "Objective", text: printable(paper.objective) },
  ];
  const stale = staleSources(numbered, today);
  return {
    language: "en-GB",
    look: "paper",
    name: name.filter((part) => part !== null).join(", "),
    title,
    marks: pageMarks(leaving, stale),
    leaving: { line, isWarning: mark !== null, stale },
    opening: [],
    facts: facts.filter(({ text }) => text !== ""),
    sections: SECTIONS.flatMap((section) => printedSection(section, numbered, { ...leaving, paper })),
    notes: numbered.map(({ number, footnote }) => ({
      number,
      text: printable(`${footnote.code}. ${footnoteText(footnote)}`),
      marks: footnoteMarks(footnote, today),
    })),
  };
}

/** The head and the foot of every page say the same: how the paper may travel, how it leaves, which text, what is stale. */
function pageMarks(leaving: LeavingPaper, stale: string): PageMarks {
  const { handling, campaign, version, line, taken, isForOutsiders } = leaving;
  const audience = isForOutsiders ? "Excerpt for outsiders: internal parts are left out" : "For our side";
  const lines = [
    { text: handlingLine(handling, audience), isLoud: false },
    { text: line, isLoud: true },
    { text: `${printable(campaign)} · ${version}`, isLoud: false },
    { text: stale, isLoud: true },
  ].filter(({ text }) => text !== "");
  return { handling, subject: line, head: lines, foot: lines, last: taken };
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
  const items = blocksOf(leaving.paper, section).map((block) => printedBlock(block, numbered, leaving));
  const isNumbered = section === "points to make";
  if (items.length === 0) return [];
  return [{ title: SECTION_TITLES[section], blocks: [{ kind: "list", isNumbered, items }] }];
}

/** Stands at guidance of ours in the copies of our own side. */
const NOTE_MARK = "NOTE TO THE SPEAKER, not to be said";

function printedBlock(block: Block, numbered: readonly NumberedFootnote[], leaving: LeavingPaper): ListItem {
  const { origin, footnotes } = block;
  const held = leaving.held.get(messageOfOrigin(origin) ?? "")?.marks ?? [];
  const cited = footnotes.flatMap((footnote) =>
    footnoteMarks(footnote, leaving.today).map((mark) => `${footnote.code} ${mark}`),
  );
  const whereUnknown = leaving.isForOutsiders ? "left out" : "as typed";
  const text = printable(block.heading);
  const heading = text === "" ? [] : [[{ ...plainRun(text), isStrong: true }]];
  return {
    lines: [...heading, ...printedLines(block, numbered, whereUnknown)],
    marks: [...(isNoteToSpeaker(block) ? [NOTE_MARK] : []), ...held, ...cited],
  };
}
