import {
  type Document,
  type DocumentBlock,
  type Line,
  NO_NOTES,
  paragraphOf,
  plainRun,
  printable,
} from "#app/documents/document.ts";
import { NO_EDGES, type PageMarks } from "#app/documents/page-edges.ts";
import type { Handling } from "#app/text/handling.ts";
import { parseMarks } from "#app/text/marks.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { CorrespondenceKind, Words } from "./words.ts";

/** What a piece of correspondence leaves with, beside its words. */
export type LeavingCorrespondence = {
  kind: CorrespondenceKind;
  words: Words;
  handling: Handling;
  /** By whom it is cleared, or that it is not. */
  clearance: string;
  /** Who took the copy and when, on both clocks. */
  taken: string;
  erasedOn: CalendarDate | null;
};

/** Said on what leaves for our own side. Source: DOMAIN.md, record "handling"; DESIGN.md, examples. */
const NOT_FOR_CLASSIFIED = "Prepared on a system not approved for classified information";

/**
 * The cable, the memorandum or the note as it leaves, in every format. The first two carry handling and clearance on each
 * page; the note, which goes to somebody outside, carries neither. Source: DESIGN.md, examples.
 */
export function correspondenceDocument(leaving: LeavingCorrespondence): Document {
  const { kind, words, erasedOn } = leaving;
  const subject = printable(words.subject);
  return {
    language: "en-GB",
    look: "letter",
    isForOutsiders: kind === "thank-you note",
    name: subject,
    title:
      kind === "thank-you note" ? "" : kind === "cable" ? subject : `Memorandum of conversation: ${subject}`,
    marks: marksOf(leaving),
    leaving: null,
    opening: [],
    facts: [],
    sections: [
      {
        title: "",
        blocks: [
          ...(kind === "cable" ? [addressLine(words)] : []),
          ...paragraphsOf(words.text),
          ...(kind === "thank-you note" ? [] : erasedNote(erasedOn)),
        ],
      },
    ],
    notes: NO_NOTES,
    annex: null,
  };
}

function marksOf({ kind, handling, clearance, taken, words }: LeavingCorrespondence): PageMarks {
  if (kind === "thank-you note")
    return { handling: "", subject: words.subject, first: NO_EDGES, further: NO_EDGES, last: "" };
  const head = [{ text: [handling, NOT_FOR_CLASSIFIED, clearance].join(" · "), isLoud: true }];
  const small = [{ text: [handling, clearance, printable(words.subject)].join(" · "), isLoud: false }];
  return {
    handling,
    subject: words.subject,
    first: { head, foot: [] },
    further: { head: small, foot: [] },
    last: `${handling} · ${taken}`,
  };
}

/** "From: Washington To: Ministry, Security Policy Ref: MFA 4711/2026", in one line. */
function addressLine({ to, reference }: Words): DocumentBlock {
  const facts = [
    { name: "From", text: "Washington" },
    { name: "To", text: printable(to) },
    { name: "Ref", text: printable(reference) },
  ].filter(({ text }) => text !== "");
  const line = facts.flatMap(({ name, text }, at) => [
    { ...plainRun(`${name}: `), isStrong: true },
    plainRun(at === facts.length - 1 ? text : `${text}   `),
  ]);
  return paragraphOf(line);
}

/** A paragraph a block, whose lines stay lines; what follows "Sincerely," is signed, and has the room for that over it. */
function paragraphsOf(text: string): DocumentBlock[] {
  const paragraphs = withLineFeeds(text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
  return paragraphs.map((paragraph, at) => {
    const isSigned = COMPLIMENTARY_CLOSE.test(paragraphs[at - 1] ?? "");
    const lines = paragraph.split("\n").map((line) => lineOf(line.trim()));
    return { kind: "paragraph", lines: isSigned ? [...ROOM_TO_SIGN, ...lines] : lines };
  });
}

/** "Sincerely," or "With kind regards,", but not "Dear Claire,". */
const COMPLIMENTARY_CLOSE = /^(?!dear\b)[^,\n]{1,40},$/i;
const ROOM_TO_SIGN: readonly Line[] = [[plainRun(" ")], [plainRun(" ")]];

function lineOf(text: string): Line {
  return parseMarks(text).map((run) =>
    run.kind === "words" ? { ...run, text: printable(run.text) } : plainRun(`[^${run.code}]`),
  );
}

/** A name that was taken out is said to have been. Source: DOMAIN.md, rule 8. */
function erasedNote(erasedOn: CalendarDate | null): DocumentBlock[] {
  if (erasedOn === null) return [];
  return [
    {
      kind: "words",
      text: `A name was erased from this text on ${formatDayWithYear(erasedOn)}.`,
      isNote: true,
    },
  ];
}
