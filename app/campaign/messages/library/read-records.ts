import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { isWebAddress } from "#app/text/web-address.ts";
import { type Figure, formatFigure, parseFigure } from "../figures.ts";
import { CONFIDENCES, DISCLOSURES } from "../proof-points/record.ts";
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

/** A proof point has to name a source and a date (DOMAIN.md, proof point); without one it is refused. */
export function readProofPoint(record: RecordSection): LibraryProofPoint {
  checkFieldNames(record, PROOF_POINT_FIELDS, ["Figure"]);
  requiredLine(record, "Sources");
  return {
    code: record.section.heading,
    claim: requiredSectionText(record, TEXT_LIMITS.statement),
    figures: record.section.fields
      .filter(({ name }) => name === "Figure")
      .flatMap((field) => readFigure(record, field)),
    sources: codeList(record, "Sources"),
    asOf: dayMonthOrYear(record, "As of", requiredLine(record, "As of")),
    edition: optionalText(record, "Edition", TEXT_LIMITS.line) || null,
    checkedOn: dayOrNone(record, "Checked on", optionalText(record, "Checked on", TEXT_LIMITS.line)),
    reviewBy: dayOrNone(record, "Review by", requiredLine(record, "Review by")),
    caveat: optionalText(record, "Caveat", TEXT_LIMITS.text),
    confidence:
      optionalText(record, "Confidence", 10) === ""
        ? ""
        : requiredWord(record, "Confidence", CONFIDENCES, "low"),
    disclosure: requiredWord(record, "Disclosure", DISCLOSURES, "internal"),
  };
}

const PROOF_POINT_FIELDS = [
  "Figure",
  "Sources",
  "As of",
  "Edition",
  "Checked on",
  "Review by",
  "Caveat",
  "Confidence",
  "Disclosure",
];

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
    ...{ reason: "value-not-as-expected", field: "Figure", text: field.value, expected },
  });
  return [];
}

/** An objection, whose heading is its code and its name. Either part of the reply may be missing while there is none. */
export function readObjection(record: RecordSection): LibraryObjection {
  checkFieldNames(record, OBJECTION_FIELDS, []);
  const [code = "", ...words] = record.section.heading.split(" ");
  const name = words.join(" ").trim();
  if (name === "")
    report(record, null, { reason: "code-not-as-expected", code, expected: "a name follows it" });
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
