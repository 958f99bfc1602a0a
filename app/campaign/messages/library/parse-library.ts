import { formatLibrary } from "./format-library.ts";
import type { Library, LibraryObjection, LibraryProofPoint, LibrarySource } from "./library.ts";
import type { LibraryFault } from "./library-fault.ts";
import { type LibraryFile, type LibraryFileText, readLibraryFile } from "./library-file.ts";
import { OBJECTIONS, PROOF_POINTS, READ_ME, SOURCES } from "./library-kinds.ts";
import { type MessageFile, readMessageFile } from "./read-message-file.ts";
import { NOTE_TO_SPEAKER } from "./read-records.ts";
import { readSharedFile, reportCodesTwice, type SharedKind, type SharedRecord } from "./read-shared-file.ts";

export type ParsedLibrary =
  | { ok: true; library: Library }
  | { ok: false; reason: "library-refused"; faults: readonly LibraryFault[] };

/**
 * Reads the files of a folder `messages/`. A library with any fault is refused whole, with every fault by file and
 * line: files that cannot be read, records without what they need (a proof point without source or date), codes
 * that stand twice or lead nowhere, and anything that is written otherwise than the export would write it, so that
 * an export after an import gives the same bytes and nothing that a person wrote is lost on the way.
 */
export function parseLibrary(files: readonly LibraryFile[]): ParsedLibrary {
  const faults: LibraryFault[] = [];
  const texts = files.filter((file) => file.name !== READ_ME).flatMap((file) => textOf(file, faults));
  if (faults.length > 0) return { ok: false, reason: "library-refused", faults };
  const reading = readTexts(texts, faults);
  // Where a file could not be read, everything that cites it would seem to lead nowhere.
  if (faults.length === 0) checkCitations(reading, faults);
  const library = libraryOf(reading);
  if (faults.length === 0) checkWriting(texts, library, faults);
  return faults.length === 0 ? { ok: true, library } : { ok: false, reason: "library-refused", faults };
}

function textOf(file: LibraryFile, faults: LibraryFault[]): LibraryFileText[] {
  const isKnown = /^message-[1-9]\d{0,2}\.md$/.test(file.name) || SHARED_FILES.includes(file.name);
  if (!isKnown) {
    faults.push({ file: file.name, line: 1, reason: "file-unknown" });
    return [];
  }
  const read = readLibraryFile(file);
  if (!read.ok) faults.push(read.fault);
  return read.ok ? [withNoteForReply(read.value)] : [];
}

/** Before a reply had two parts it was one field, and what stood there was a note to the speaker. */
function withNoteForReply(file: LibraryFileText): LibraryFileText {
  if (file.name !== OBJECTIONS.file) return file;
  return { ...file, text: file.text.replaceAll(/^- Reply:/gm, `- ${NOTE_TO_SPEAKER}:`) };
}

const SHARED_FILES = [OBJECTIONS.file, PROOF_POINTS.file, SOURCES.file];

function readTexts(texts: readonly LibraryFileText[], faults: LibraryFault[]): LibraryReading {
  const messages = texts.filter(({ name }) => !SHARED_FILES.includes(name));
  return {
    messages: messages.flatMap((text) => readMessageFile(text, faults) ?? []),
    objections: readShared(OBJECTIONS, texts, faults),
    proofPoints: readShared(PROOF_POINTS, texts, faults),
    sources: readShared(SOURCES, texts, faults),
  };
}

function readShared<T extends { code: string }>(
  kind: SharedKind<T>,
  texts: readonly LibraryFileText[],
  faults: LibraryFault[],
) {
  const text = texts.find(({ name }) => name === kind.file);
  if (!text) {
    faults.push({ file: kind.file, line: 1, reason: "file-missing", kind: kind.kind });
    return [];
  }
  const records = readSharedFile(kind, text, faults);
  reportCodesTwice(records, faults);
  return records;
}

function libraryOf(reading: LibraryReading): Library {
  return {
    messages: reading.messages.map(({ message }) => message),
    framings: reading.messages.flatMap(({ framings }) => framings),
    objections: reading.objections.map(({ record }) => record),
    proofPoints: reading.proofPoints.map(({ record }) => record),
    sources: reading.sources.map(({ record }) => record),
  };
}

function checkWriting(texts: readonly LibraryFileText[], library: Library, faults: LibraryFault[]) {
  const written = new Map(formatLibrary(library).map(({ name, text }) => [name, text.split("\n")]));
  for (const { name: file, text } of texts) {
    const expected = written.get(file) ?? [];
    const found = text.split("\n");
    const index = expected.findIndex((line, at) => found[at] !== line);
    const at = index === -1 && found.length > expected.length ? expected.length : index;
    if (at !== -1)
      faults.push({ file, line: at + 1, reason: "written-otherwise", expected: expected[at] ?? "" });
  }
}

/** The records of a library with the places at which they stand. */
type LibraryReading = {
  messages: readonly MessageFile[];
  objections: readonly SharedRecord<LibraryObjection>[];
  proofPoints: readonly SharedRecord<LibraryProofPoint>[];
  sources: readonly SharedRecord<LibrarySource>[];
};

type Citation = {
  citedBy: string;
  codes: readonly string[];
  among: ReadonlySet<string>;
  file: string;
  line: number;
};

/** Reports every code that a record cites and that the library does not have. */
function checkCitations(reading: LibraryReading, faults: LibraryFault[]): void {
  for (const { citedBy, codes, among, file, line } of citationsOf(reading)) {
    for (const code of codes.filter((cited) => !among.has(cited))) {
      faults.push({ file, line, reason: "code-not-in-library", code, citedBy });
    }
  }
}

function citationsOf({ messages, objections, proofPoints, sources }: LibraryReading): Citation[] {
  const known = { P: codesOf(proofPoints), O: codesOf(objections), S: codesOf(sources) };
  return [
    ...messages.flatMap(({ message, file, lineOf }) => {
      const citedBy = `message ${message.number}`;
      return [
        { citedBy, codes: message.proofPoints, among: known.P, file, line: lineOf("proofPoints") },
        { citedBy, codes: message.objections, among: known.O, file, line: lineOf("objections") },
      ];
    }),
    ...objections.flatMap((one) => [
      citation(one, "Sources", one.record.sources, known.S),
      citation(one, "Proof points", one.record.proofPoints, known.P),
    ]),
    ...proofPoints.map((one) => citation(one, "Sources", one.record.sources, known.S)),
  ];
}

function codesOf(records: readonly SharedRecord<{ code: string }>[]): ReadonlySet<string> {
  return new Set(records.map(({ record }) => record.code));
}

function citation(
  { record, file, section }: SharedRecord<{ code: string }>,
  field: string,
  codes: readonly string[],
  among: ReadonlySet<string>,
): Citation {
  const line = section.fields.find(({ name }) => name === field)?.line ?? section.line;
  return { citedBy: record.code, codes, among, file, line };
}
