import { z } from "zod";
import { readFrontMatter } from "./front-matter.ts";
import type { LibraryFault } from "./library-fault.ts";
import type { LibraryFileText } from "./library-file.ts";
import { readSections, type Section } from "./markdown-sections.ts";
import type { RecordSection } from "./record-fields.ts";

/** What a file of shared records is called, and how its records are named. */
export type SharedKind<T> = {
  file: string;
  kind: string;
  title: string;
  code: RegExp;
  codeExpected: string;
  /** Null where the record is refused; why is said among the faults. */
  read: (record: RecordSection) => T | null;
};

/** A record of a shared file and where it stands. */
export type SharedRecord<T> = { record: T; file: string; section: Section };

/** Reads one of the files that hold what messages share: its title, then one section for each record. */
export function readSharedFile<T extends { code: string }>(
  kind: SharedKind<T>,
  { name: file, text }: LibraryFileText,
  faults: LibraryFault[],
): readonly SharedRecord<T>[] {
  const keys = z.strictObject({ kind: z.literal(kind.kind, `the words "${kind.kind}"`) });
  const read = readFrontMatter(text, keys);
  if (!read.ok) {
    faults.push({ file, ...read.fault });
    return [];
  }
  const parts = readSections(read.matter.body, read.matter.bodyLine);
  if (!parts.ok) {
    faults.push({ file, line: parts.line, reason: "line-out-of-place" });
    return [];
  }
  const [head, ...sections] = parts.sections;
  if (head?.level !== 1 || head.heading !== kind.title) {
    faults.push({ file, line: head?.line ?? 1, reason: "heading-unknown", heading: head?.heading ?? "" });
  }
  return sections.flatMap((section) => readRecord(kind, file, section, faults) ?? []);
}

function readRecord<T extends { code: string }>(
  kind: SharedKind<T>,
  file: string,
  section: Section,
  faults: LibraryFault[],
): SharedRecord<T> | null {
  const [of = ""] = section.heading.split(" ");
  const record = kind.read({ file, of, section, faults });
  if (record === null) return null;
  if (section.level !== 2 || !kind.code.test(record.code)) {
    const expected = kind.codeExpected;
    faults.push({ file, line: section.line, reason: "code-not-as-expected", code: record.code, expected });
  }
  return { record, file, section };
}

/** Reports every code that stands a second time. */
export function reportCodesTwice<T extends { code: string }>(
  records: readonly SharedRecord<T>[],
  faults: LibraryFault[],
): void {
  const seen = new Set<string>();
  for (const { record, file, section } of records) {
    if (seen.has(record.code))
      faults.push({ file, line: section.line, reason: "code-twice", code: record.code });
    seen.add(record.code);
  }
}
