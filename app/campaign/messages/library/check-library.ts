import type { LibraryObjection, LibraryProofPoint, LibrarySource } from "./library.ts";
import type { LibraryFault } from "./library-fault.ts";
import type { MessageFile } from "./read-message-file.ts";
import type { SharedRecord } from "./read-shared-file.ts";

/** The records of a library with the places at which they stand. */
export type LibraryReading = {
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
export function checkCitations(reading: LibraryReading, faults: LibraryFault[]): void {
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
