import type { Field, ValuesOf } from "#app/http/record.ts";
import { type Figure, formatFigure, parseFigure } from "#app/text/figures.ts";
import { isWebAddress, TEXT_LIMITS } from "#app/text/text-limits.ts";
import { factsRecord } from "../proof-points/record.ts";
import type { LibraryObjection, LibraryProofPoint, LibrarySource } from "./library.ts";
import {
  checkFieldNames,
  codeList,
  dayMonthOrYear,
  dayOrNone,
  optionalText,
  type RecordSection,
  report,
  requiredLine,
  requiredWord,
} from "./record-fields.ts";

/** A proof point has to name a source and a date (DOMAIN.md, proof point); null where its facts are refused. */
export function readProofPoint(record: RecordSection): LibraryProofPoint | null {
  checkFieldNames(record, PROOF_POINT_FIELDS, ["Figure"]);
  requiredLine(record, "Sources");
  const own = {
    code: record.section.heading,
    claim: requiredSectionText(record, TEXT_LIMITS.statement),
    figures: record.section.fields
      .filter(({ name }) => name === "Figure")
      .flatMap((field) => readFigure(record, field)),
    sources: codeList(record, "Sources"),
    checkedOn: dayOrNone(record, CHECKED_ON, optionalText(record, CHECKED_ON, TEXT_LIMITS.line)),
  };
  const facts = readFacts(record);
  return facts === null ? null : { ...own, ...facts };
}

export const CHECKED_ON = "Checked on";
const PROOF_POINT_FIELDS = ["Figure", "Sources", CHECKED_ON, ...factsRecord.fields.map(({ label }) => label)];

/** Days of a file have their year. */
const ANY_DAY = "2000-01-01";

/** The facts by their record, as its form would read them. */
function readFacts(record: RecordSection): ValuesOf<typeof factsRecord> | null {
  const faultsBefore = record.faults.length;
  const form = new FormData();
  for (const field of factsRecord.fields) form.set(field.name, readFact(record, field));
  if (record.faults.length > faultsBefore) return null;
  const read = factsRecord.read(form, ANY_DAY);
  if (read.ok) return read.value;
  for (const { name, label } of factsRecord.fields.filter((field) => field.name in read.errors)) {
    const [text, expected] = [String(form.get(name)), read.errors[name] ?? ""];
    report(record, label, { reason: "value-not-as-expected", field: label, text, expected });
  }
  return null;
}

function readFact(record: RecordSection, { label, control, optional, options = [] }: Field): string {
  const words = options.map(({ value }) => value);
  switch (control) {
    case "as of":
      return dayMonthOrYear(record, label, requiredLine(record, label));
    case "day":
      return dayOrNone(record, label, requiredLine(record, label)) ?? "";
    case "select":
      if (optional && optionalText(record, label, TEXT_LIMITS.line) === "") return "";
      return requiredWord(record, label, words, words.at(-1) ?? "");
    case "text":
      return optionalText(record, label, TEXT_LIMITS.text);
    default:
      return optionalText(record, label, TEXT_LIMITS.line);
  }
}

/** The fields of an objection's reply. */
export const WORDS_TO_SAY = "Words to say";
export const NOTE_TO_SPEAKER = "Note to the speaker";
const OBJECTION_FIELDS = [
  "Heard from",
  "Sources",
  "Proof points",
  "Difficult question",
  WORDS_TO_SAY,
  NOTE_TO_SPEAKER,
];

function readFigure(record: RecordSection, field: { value: string; line: number }): Figure[] {
  const figure = parseFigure(field.value);
  if (figure) return [figure];
  const expected = `a figure like ${formatFigure({ what: "Share of GDP, 2024", value: "3.19 %", edition: "NATO, April 2025" })}`;
  record.faults.push({
    file: record.file,
    line: field.line,
    reason: "value-not-as-expected",
    field: "Figure",
    text: field.value,
    expected,
  });
  return [];
}

/** An objection, whose heading is its code and its name. Either part of the reply may be missing while there is none. */
export function readObjection(record: RecordSection): LibraryObjection {
  checkFieldNames(record, OBJECTION_FIELDS, []);
  const [code = "", ...words] = record.section.heading.split(" ");
  const name = words.join(" ").trim();
  if (name === "")
    report(record, null, { reason: "code-not-as-expected", code, expected: "write its name after it" });
  return {
    code,
    name,
    says: requiredSectionText(record, TEXT_LIMITS.statement),
    who: optionalText(record, "Heard from", TEXT_LIMITS.line),
    sources: codeList(record, "Sources"),
    proofPoints: codeList(record, "Proof points"),
    isDifficultQuestion: requiredWord(record, "Difficult question", ["yes", "no"], "no") === "yes",
    wordsToSay: optionalText(record, WORDS_TO_SAY, TEXT_LIMITS.text),
    noteToSpeaker: optionalText(record, NOTE_TO_SPEAKER, TEXT_LIMITS.text),
  };
}

/** A source; its text is its title. The address is one that a page may link to, or "none". */
export function readSource(record: RecordSection): LibrarySource {
  checkFieldNames(record, ["Publisher", "Published on", "Address", "Kind"], []);
  const address = requiredLine(record, "Address");
  if (address !== "" && address !== "none" && !isWebAddress(address)) {
    report(record, "Address", { reason: "address-refused", text: address });
  }
  return {
    code: record.section.heading,
    title: requiredSectionText(record, TEXT_LIMITS.line),
    publisher: optionalText(record, "Publisher", TEXT_LIMITS.line),
    publishedOn:
      dayMonthOrYear(record, "Published on", optionalText(record, "Published on", TEXT_LIMITS.line)) || null,
    address: address === "none" ? null : address,
    kind: requiredLine(record, "Kind"),
  };
}

function requiredSectionText(record: RecordSection, most: number): string {
  const { text } = record.section;
  if (text === "") report(record, null, { reason: "text-missing", of: record.of });
  if (text.length > most) report(record, null, { reason: "text-too-long", of: record.of, most });
  return text;
}
