import { formatFigure } from "#app/text/figures.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { factsRecord } from "../proof-points/record.ts";
import { staleEvidence } from "../proof-points/stale-evidence.ts";
import { formatFrontMatter } from "./front-matter.ts";
import {
  FRAMING_HEADING,
  inOrderOfCodes,
  type Library,
  type LibraryFraming,
  type LibraryMessage,
  type LibraryObjection,
  type LibraryProofPoint,
  type LibrarySource,
  messageFileName,
} from "./library.ts";
import type { LibraryFileText } from "./library-file.ts";
import { OBJECTIONS, PROOF_POINTS, SOURCES } from "./library-kinds.ts";
import { formatSection } from "./markdown-sections.ts";
import { CHECKED_ON, NOTE_TO_SPEAKER, WORDS_TO_SAY } from "./read-records.ts";
import type { SharedKind } from "./read-shared-file.ts";

/**
 * The files of a library, each with the one text in which it is written: what `parseLibrary` reads as the same
 * library again, byte for byte. Messages go by number, everything else by code.
 */
export function formatLibrary(library: Library): readonly LibraryFileText[] {
  const messages = library.messages.toSorted((one, other) => one.number - other.number);
  return [
    ...messages.map((message) => formatMessageFile(message, library.framings)),
    formatShared(OBJECTIONS, library.objections, formatObjection),
    formatShared(PROOF_POINTS, library.proofPoints, formatProofPoint),
    formatShared(SOURCES, library.sources, formatSource),
  ];
}

function formatMessageFile(message: LibraryMessage, framings: readonly LibraryFraming[]): LibraryFileText {
  const own = framings
    .filter((framing) => framing.message === message.number)
    .toSorted((one, other) => (one.audience < other.audience ? -1 : 1));
  const text = [formatMessage(message), ...own.map(formatFraming)].join("\n");
  return { name: messageFileName(message.number), text };
}

function formatShared<T extends { code: string }>(
  { file, kind, title }: SharedKind<T>,
  records: readonly T[],
  format: (record: T) => string,
): LibraryFileText {
  const sorted = inOrderOfCodes(records);
  const text = [formatFrontMatter({ kind }), `# ${title}\n`, ...sorted.map(format)].join("\n");
  return { name: file, text };
}

/** The file of a message, as far as its framings. */
export function formatMessage(message: LibraryMessage): string {
  const { effectiveFrom, effectiveUntil } = message;
  const matter = formatFrontMatter({
    kind: "key message",
    number: message.number,
    ...(effectiveFrom === null ? {} : { effectiveFrom }),
    ...(effectiveUntil === null ? {} : { effectiveUntil }),
    proofPoints: message.proofPoints,
    objections: message.objections,
  });
  const parts = [
    formatSection({ level: 1, heading: message.title, text: message.statement, fields: [] }),
    formatPart("Talking point", message.talkingPoint),
    formatPart("Avoid", message.avoid),
    formatPart("Note", message.note),
  ];
  return [matter, ...parts.filter((part) => part !== "")].join("\n");
}

function formatPart(heading: string, text: string): string {
  return text === "" ? "" : formatSection({ level: 2, heading, text, fields: [] });
}

/** The section of a framing in the file of its message. */
export function formatFraming({ audience, text }: LibraryFraming): string {
  return formatSection({ level: 2, heading: `${FRAMING_HEADING}${audience}`, text, fields: [] });
}

/** The section of an objection in `objections.md`. */
export function formatObjection(objection: LibraryObjection): string {
  return formatSection({
    level: 2,
    heading: `${objection.code} ${objection.name}`,
    text: objection.says,
    fields: [
      ["Heard from", objection.who],
      ["Sources", objection.sources.join(", ")],
      ["Proof points", objection.proofPoints.join(", ")],
      ["Difficult question", objection.isDifficultQuestion ? "yes" : "no"],
      [WORDS_TO_SAY, objection.wordsToSay],
      [NOTE_TO_SPEAKER, objection.noteToSpeaker],
    ],
  });
}

/** The section of a proof point in `proof-points.md`. */
export function formatProofPoint(proofPoint: LibraryProofPoint): string {
  return formatSection({
    level: 2,
    heading: proofPoint.code,
    text: proofPoint.claim,
    fields: [
      ...proofPoint.figures.map((figure) => ["Figure", formatFigure(figure)] as const),
      ["Sources", proofPoint.sources.join(", ")],
      ...formatFacts(proofPoint),
    ],
  });
}

/** The facts by their record; the day of the last review stands before that of the next. */
function formatFacts(proofPoint: LibraryProofPoint) {
  const facts = new Map<string, unknown>(Object.entries(proofPoint));
  return factsRecord.fields.flatMap(({ name, label, control }) => {
    const value = facts.get(name) ?? (control === "day" ? "none" : "");
    const fact = [label, String(value)] as const;
    return name === "reviewBy" ? [[CHECKED_ON, proofPoint.checkedOn] as const, fact] : [fact];
  });
}

/** The section of a source in `sources.md`. */
export function formatSource(source: LibrarySource): string {
  return formatSection({
    level: 2,
    heading: source.code,
    text: source.title,
    fields: [
      ["Publisher", source.publisher],
      ["Published on", source.publishedOn],
      ["Address", source.address ?? "none"],
      ["Kind", source.kind],
    ],
  });
}

/**
 * What stands beside the files of a library about evidence that is past its review date on `today`: each proof point, with
 * what leans on it. Null where none is stale. The files themselves carry the review date alone: they say the same on every
 * day, so that an export without an edit changes no byte, and no reader of them takes a mark for the claim. Source:
 * DOMAIN.md, rule 7.
 */
export function staleReadMe(library: Library, today: CalendarDate): string | null {
  const stale = library.proofPoints.flatMap((one) =>
    staleEvidence([one], today).map((words) => `- ${words}: ${one.claim}${leaningOn(one.code, library)}`),
  );
  if (stale.length === 0) return null;
  return ["# Stale evidence", "", ...stale, "", ADVICE, ""].join("\n");
}

const ADVICE = "Review these before anyone uses them. An import ignores this file.";

/** " Leaning on it: message 3, the reply to O4." */
function leaningOn(code: string, { messages, objections }: Library): string {
  const names = [
    ...messages.filter((one) => one.proofPoints.includes(code)).map(({ number }) => `message ${number}`),
    ...objections.filter((one) => one.proofPoints.includes(code)).map((one) => `the reply to ${one.code}`),
  ];
  return names.length === 0 ? "" : ` Used by: ${names.join(", ")}.`;
}
