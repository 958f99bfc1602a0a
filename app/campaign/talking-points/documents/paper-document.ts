import { type HeldWords, withHoldingLines } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import type { StatusMark } from "#app/campaign/holds/what-a-hold-marks.ts";
import {
  type AssembledPaper,
  type AssembledPart,
  assemblePaper,
} from "#app/campaign/paper-text/assembled-paper.ts";
import { SECTION_TITLES, type Section, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import type { LibraryCodes } from "#app/campaign/paper-text/without-codes.ts";
import {
  type Document,
  type DocumentBlock,
  emphasisRun,
  type Line,
  type ListItem,
  type Notes,
  type PrintedRun,
  type Section as PrintedSection,
  paragraphOf,
  plainRun,
  printable,
  strongRun,
} from "#app/documents/document.ts";
import { handlingLine, type PageMarks } from "#app/documents/page-edges.ts";
import type { Handling } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { paperAnnex } from "./paper-annex.ts";
import { numbersOf, printedLines } from "./printed-lines.ts";

/** What a paper leaves with, beside its words. */
export type LeavingPaper = {
  paper: TalkingPoints;
  campaign: string;
  handling: Handling;
  /** "Version 3", or what else tells this text from others. */
  version: string;
  mark: StatusMark | null;
  /** The line that says how the text leaves, from `statusLine`. */
  line: string;
  /** When the event is, on both clocks, and where; "" where it is for none. */
  when: string;
  place: string;
  /** What became of the last meeting with these people; null for outsiders, or where nothing is on record. */
  lastTime: Line | null;
  /** Who took the copy and when, on both clocks. */
  taken: string;
  isForOutsiders: boolean;
  /** Of each message on which a hold lies, by its id: what is said and written in the place of its words. */
  held: ReadonlyMap<string, HeldWords>;
  /** The notes to the speaker on the objections that the paper answers, by their id; none for outsiders. */
  guidance: ReadonlyMap<string, string>;
  /** The codes of the campaign's library, which stay inside. */
  codes: LibraryCodes;
  hasAnnex: boolean;
  today: CalendarDate;
};

/** So many notes stand on the page in the hand; the rest are in the annex alone. */
const NOTES_ON_THE_PAGE = 10;

/**
 * The paper as it is taken along: the page in the hand, its notes in one paragraph, and the annex with the records in full,
 * which can be left away. Its codes stay inside. Source: the paper among the examples of DESIGN.md.
 */
export function paperDocument(given: LeavingPaper): Document {
  const leaving = { ...given, line: given.line.replace(/\.$/, "") };
  const { mark, line, version, isForOutsiders } = leaving;
  const paper = withHoldingLines(leaving.paper, leaving.held);
  const assembled = assemblePaper(paper, leaving);
  const annex = leaving.hasAnnex ? paperAnnex(paper, assembled, leaving) : null;
  const title = printable(paper.title);
  const name = [mark, title, isForOutsiders ? "for outsiders" : null];
  return {
    language: "en-GB",
    look: "paper",
    isForOutsiders,
    name: name.filter((part) => part !== null).join(", "),
    title,
    marks: pageMarks(leaving, title),
    leaving: { line, version, isWarning: mark !== null },
    opening: [],
    facts: factsOf(leaving),
    sections: [
      ...(leaving.lastTime === null ? [] : [untitled(paragraphOf(leaving.lastTime))]),
      ...handSections(assembled, leaving),
    ],
    notes: notesOf(assembled, annex !== null),
    annex,
  };
}

function factsOf({ paper, when, place }: LeavingPaper): Document["facts"] {
  const speaker = paper.speaker === "" ? "" : `Speaker: ${printable(paper.speaker)}`;
  const facts = [
    { name: "", text: [when, printable(place), speaker].filter(Boolean).join(" · ") },
    { name: "Ask", text: printable(paper.ask) },
  ];
  return facts.filter(({ text }) => text !== "");
}

/** How it may travel and how it leaves stand once on the first page, and small on each further one. */
function pageMarks(leaving: LeavingPaper, title: string): PageMarks {
  const { handling, campaign, version, line, taken, isForOutsiders, mark } = leaving;
  const audience = isForOutsiders ? "Excerpt for outsiders: internal parts are left out" : "For our side";
  const excerpt = isForOutsiders ? ["Excerpt for outsiders"] : [];
  const small = [handling, ...excerpt, line, version, title].join(" · ");
  return {
    handling,
    subject: line,
    first: {
      head: [{ text: handlingLine(handling, audience), isLoud: false }],
      foot: [{ text: printable(campaign), isLoud: false }],
    },
    further: { head: [{ text: small, isLoud: mark !== null }], foot: [] },
    last: `${handling} · ${taken}`,
  };
}

function handSections(assembled: AssembledPaper, leaving: LeavingPaper): readonly PrintedSection[] {
  const numbers = numbersOf(assembled);
  const lines = (text: string, atTheEnd: readonly number[]) =>
    printedLines(text, { ...numbers, atTheEnd }, leaving.isForOutsiders ? "left out" : "as typed");
  const points = assembled.parts("points to make").map((part) => ({
    lines: [...heading(part), ...lines(part.text, part.endNumbers)],
    marks: part.marks,
  }));
  const replies = assembled.parts("if raised").flatMap((part) => replyLines(part, lines));
  const avoid = assembled.parts("avoid").map((part) => ({
    lines: [...heading(part), ...lines(part.text, part.endNumbers)],
    marks: part.marks,
  }));
  const isEmpty = points.length + replies.length + avoid.length === 0;
  const none = leaving.isForOutsiders
    ? "Nothing in this paper may go to outsiders."
    : "No points have been written yet.";
  if (isEmpty) return [untitled(paragraphOf([plainRun(none)]))];
  return [
    titled("points to make", listOf(true, points)),
    titled(
      "if raised",
      replies.map((line) => paragraphOf(line)),
    ),
    titled("avoid", listOf(false, avoid)),
  ].flat();
}

function listOf(isNumbered: boolean, items: readonly ListItem[]): readonly DocumentBlock[] {
  return items.length === 0 ? [] : [{ kind: "list", isNumbered, items }];
}

function titled(section: Section, blocks: readonly DocumentBlock[]): readonly PrintedSection[] {
  return blocks.length === 0 ? [] : [{ title: SECTION_TITLES[section], blocks }];
}

function untitled(block: DocumentBlock): PrintedSection {
  return { title: "", blocks: [block] };
}

function heading({ block }: AssembledPart): readonly Line[] {
  const text = printable(block.heading);
  return text === "" ? [] : [[strongRun(text)]];
}

type Lines = (text: string, atTheEnd: readonly number[]) => readonly Line[];

/** "**Duplication.** *Say:* “…” *Note: …*": what they raise, the words to say in quotation marks, and guidance apart. */
function replyLines({ block, words, note, endNumbers, marks }: AssembledPart, lines: Lines): readonly Line[] {
  const raised = printable(block.heading).replace(/[.\s]+$/, "");
  const head: Line = raised === "" ? [] : [strongRun(`${raised}${/[?!…]$/.test(raised) ? "" : "."} `)];
  const guidance = note === "" ? [] : lines(note, words === "" ? endNumbers : []);
  const noted = guidance.flatMap(
    (line, at): Line => [
      plainRun(" "),
      ...(at === 0 ? [emphasisRun("Note: ")] : []),
      ...line.map(emphasised),
    ],
  );
  const warned: Line = marks.map((mark) => strongRun(` ${mark}.`));
  if (words === "") return [[...head, ...noted.slice(1), ...warned]];
  const said = quoted(lines(words, endNumbers));
  const [first = [], ...rest] = said;
  const all = [[...head, emphasisRun("Say: "), ...first], ...rest];
  return all.map((line, at) => (at === all.length - 1 ? [...line, ...noted, ...warned] : line));
}

/** Words to say stand in quotation marks; numbers of sources at their end stay outside. */
function quoted(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, at) => {
    const end = line.findLastIndex((run) => run.kind === "words" && run.text.trim() !== "") + 1;
    const opened = at === 0 ? [plainRun("\u201C")] : [];
    const closed = at === lines.length - 1 ? [plainRun("\u201D")] : [];
    return [...opened, ...line.slice(0, end), ...closed, ...line.slice(end)];
  });
}

function emphasised(run: PrintedRun): PrintedRun {
  return run.kind === "note" ? run : { ...run, isEmphasis: true };
}

function notesOf({ notes }: AssembledPaper, hasAnnex: boolean): Notes {
  const beyond = notes.length > NOTES_ON_THE_PAGE;
  const isOneBeyond = notes.length === NOTES_ON_THE_PAGE + 1;
  const rest = isOneBeyond ? `Source ${notes.length}` : `Sources ${NOTES_ON_THE_PAGE + 1} to ${notes.length}`;
  const inAnnex =
    notes.length === 0 ? "" : `${beyond ? `${rest} and the full records` : "Full records"} are in the annex.`;
  return {
    each: notes.map(({ number, text, stale, isInternal }) => ({
      number,
      text: printable(text),
      marks: [[stale, isInternal ? "INTERNAL, not to be disclosed" : ""].filter(Boolean).join("; ")].filter(
        Boolean,
      ),
    })),
    shown: NOTES_ON_THE_PAGE,
    closing: hasAnnex
      ? inAnnex
      : beyond
        ? `${rest} ${isOneBeyond ? "is" : "are"} in the annex, which this copy omits.`
        : "",
  };
}
