import { formatAsOf, staleSince } from "#app/time/as-of.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { footnoteNumbers, type NumberedFootnote, numberFootnotes, unmarkedFootnotes } from "./footnotes.ts";
import {
  type Block,
  blocksOf,
  type Footnote,
  isNoteToSpeaker,
  messageOfOrigin,
  type Section,
  type TalkingPoints,
} from "./paper.ts";
import { type LibraryCodes, withoutCodes } from "./without-codes.ts";

/** What stands around a paper: guidance on the objections it answers, by their id; what holds say of its messages, by theirs; the day. */
export type AroundPaper = {
  guidance: ReadonlyMap<string, string>;
  held: ReadonlyMap<string, { marks: readonly string[] }>;
  /** The codes of the campaign's library, which stay inside. */
  codes: LibraryCodes;
  today: CalendarDate;
};

/** A block of a paper taken apart: `words` are to be said, `note` is for the speaker alone; either may be "". `text` is what it holds. */
export type AssembledPart = {
  block: Block;
  text: string;
  words: string;
  note: string;
  /** The numbers of its sources, and of those that have no mark in its words. */
  numbers: readonly number[];
  endNumbers: readonly number[];
  /** What has to be known before it is said: a hold on its message. */
  marks: readonly string[];
};

/** A source in short: who, which edition, of when; `stale` is "▲ stale since 1 Apr", "" while it is current. */
export type ShortNote = { number: number; text: string; stale: string; isInternal: boolean };

/** A paper put together. */
export type AssembledPaper = {
  numbered: readonly NumberedFootnote[];
  notes: readonly ShortNote[];
  parts: (section: Section) => readonly AssembledPart[];
};

/**
 * Puts a paper together: its sources numbered once by first mention, words to say and guidance apart, each part with
 * what has to be known of it. The brief, the printed page and the file are three cuts of this: they choose and never
 * number, shorten or mark anew. Source: DOMAIN.md, talking points, objection and rule 7.
 */
export function assemblePaper(paper: TalkingPoints, around: AroundPaper): AssembledPaper {
  const { guidance, held, codes, today } = around;
  const numbered = numberFootnotes(paper);
  const known = { cited: new Set(numbered.map(({ footnote }) => footnote.code)), ...codes };
  return {
    numbered,
    notes: numbered.map(({ number, footnote }) => ({
      number,
      text: shortSource(footnote),
      stale: staleMark(footnote, today),
      isInternal: footnote.isInternal,
    })),
    parts: (section) =>
      blocksOf(paper, section).map((block) => {
        const text = withoutCodes(block.text, known);
        const isNote = isNoteToSpeaker(block);
        return {
          block,
          text,
          words: isNote ? "" : text,
          note: isNote ? text : withoutCodes(guidanceOn(block, guidance), known),
          numbers: footnoteNumbers(numbered, block.footnotes),
          endNumbers: footnoteNumbers(numbered, unmarkedFootnotes({ ...block, text })),
          marks: held.get(messageOfOrigin(block.origin) ?? "")?.marks ?? [],
        };
      }),
  };
}

function guidanceOn({ origin }: Block, guidance: AroundPaper["guidance"]): string {
  return origin.kind === "objection" ? (guidance.get(origin.id) ?? "") : "";
}

/** "▲ stale since 1 Apr"; "" for a source that is current. */
export function staleMark({ reviewBy }: Footnote, today: CalendarDate): string {
  const since = staleSince(reviewBy, today);
  return since === "" ? "" : `\u25B2 ${since}`;
}

/**
 * A source as short as a page in the hand needs it, without its code: who published it, which edition, and the date unless
 * the edition has its year: "Anadolu: NATO annual report, April 2025", "Deutsche Welle, 10 Jan 2023".
 */
export function shortSource({ edition, asOf, sources: [first] }: Footnote): string {
  const publisher = (first?.publisher || first?.title || "").split(/[;,(]/)[0]?.trim() ?? "";
  const date = edition?.includes(asOf.slice(0, 4)) ? "" : formatAsOf(asOf);
  const what = [edition ?? "", date].filter(Boolean).join(", ");
  return [publisher, what].filter(Boolean).join(edition === null ? ", " : ": ");
}
