/** Why a file of a library is refused. Each reason has one wording, in `faultInWords`. */
export type FaultReason =
  | { reason: "file-too-large" }
  | { reason: "not-utf-8" }
  | { reason: "byte-order-mark" }
  | { reason: "carriage-return" }
  | { reason: "nul-character" }
  | { reason: "unfinished-merge" }
  | { reason: "file-unknown" }
  | { reason: "file-missing"; kind: string }
  | { reason: "no-front-matter" }
  | { reason: "broken-front-matter"; problem: string }
  | { reason: "key-unknown"; key: string }
  | { reason: "key-missing"; key: string }
  | { reason: "key-not-as-expected"; key: string; expected: string }
  | { reason: "line-out-of-place" }
  | { reason: "heading-unknown"; heading: string }
  | { reason: "field-unknown"; field: string }
  | { reason: "field-twice"; field: string }
  | { reason: "field-missing"; field: string; of: string }
  | { reason: "field-empty"; field: string }
  | { reason: "text-missing"; of: string }
  | { reason: "text-too-long"; of: string; most: number }
  | { reason: "code-not-as-expected"; code: string; expected: string }
  | { reason: "code-twice"; code: string }
  | { reason: "code-not-in-library"; code: string; citedBy: string }
  | { reason: "value-not-as-expected"; field: string; text: string; expected: string }
  | { reason: "address-refused"; text: string }
  | { reason: "audience-unknown"; audience: string }
  | { reason: "written-otherwise"; expected: string };

/** A fault at a line (from 1) of a file of the library. */
export type LibraryFault = { file: string; line: number } & FaultReason;

/** How large a file of a library may be, in bytes: 1 MB, which is about two hundred pages. */
export const LARGEST_LIBRARY_FILE = 1_000_000;

/** The fault as `FILE:LINE: reason`, the form in which every import reports one. */
export function faultInWords(fault: LibraryFault): string {
  return `${fault.file}:${fault.line}: ${reasonInWords(fault)}`;
}

function reasonInWords(fault: FaultReason): string {
  switch (fault.reason) {
    case "file-too-large":
      return `the file is too large; a library file may be at most ${LARGEST_LIBRARY_FILE / 1_000_000} MB`;
    case "not-utf-8":
      return "the file is not in UTF-8; save it as UTF-8";
    case "byte-order-mark":
      return "the file begins with a byte-order mark; save it as UTF-8 without one";
    case "carriage-return":
      return "the line has a Windows line ending (CR LF); save the file with LF line endings";
    case "nul-character":
      return "the line contains a NUL character; this is not a text file";
    case "unfinished-merge":
      return "the line is a marker left by an unfinished merge; resolve the merge first";
    case "file-unknown":
      return "this file does not belong in a library; the files of a library are message-1.md and so on, objections.md, proof-points.md, sources.md and README.md";
    case "file-missing":
      return `the file is missing; it should contain the library's ${fault.kind}`;
    case "no-front-matter":
      return "the file must begin with front matter: a line ---, the keys, and another line ---";
    case "broken-front-matter":
      return `the front matter cannot be read: ${fault.problem}`;
    case "key-unknown":
      return `the front matter has an unknown key "${fault.key}"`;
    case "key-missing":
      return `the front matter has no key "${fault.key}"`;
    case "key-not-as-expected":
      return `"${fault.key}" takes ${fault.expected}`;
    default:
      return bodyReasonInWords(fault);
  }
}

type BodyReason = Exclude<
  FaultReason,
  | { reason: "file-too-large" | "not-utf-8" | "byte-order-mark" | "carriage-return" | "nul-character" }
  | { reason: "unfinished-merge" | "file-unknown" | "file-missing" | "no-front-matter" }
  | { reason: "broken-front-matter" | "key-unknown" | "key-missing" | "key-not-as-expected" }
>;

function bodyReasonInWords(fault: BodyReason): string {
  switch (fault.reason) {
    case "line-out-of-place":
      return 'the line is not a heading, text or a field; a field is written "- Name: value", and any further lines begin with two spaces';
    case "heading-unknown":
      return `the heading "${fault.heading}" is not recognised here`;
    case "field-unknown":
      return `the field "${fault.field}" is not recognised here`;
    case "field-twice":
      return `"${fault.field}" appears here twice`;
    case "field-missing":
      return `${fault.of} has no line "- ${fault.field}: …"`;
    case "field-empty":
      return `the field "${fault.field}" is empty`;
    case "text-missing":
      return `${fault.of} is missing or has no text under it`;
    case "text-too-long":
      return `${fault.of} is too long; it may have at most ${fault.most} characters`;
    case "code-not-as-expected":
      return `"${fault.code}" is not a valid code here; ${fault.expected}`;
    case "code-twice":
      return `${fault.code} appears twice; each code may appear only once`;
    case "code-not-in-library":
      return `${fault.citedBy} cites ${fault.code}, which is not in the library`;
    case "value-not-as-expected":
      return `"${fault.field}" is "${fault.text}"; it takes ${fault.expected}`;
    case "address-refused":
      return `"${fault.text}" is not a web address; it must begin with https:// or http://, or be "none"`;
    case "audience-unknown":
      return `the campaign has no audience called "${fault.audience}"; add the audience first, or correct the name`;
    case "written-otherwise":
      return fault.expected === ""
        ? "the export would leave this line out; remove it"
        : `the export would write this line as: ${fault.expected}`;
  }
}
