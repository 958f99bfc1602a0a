/** The codes of a campaign's library, by which people of ours refer to it: its proof points, and its objections with their names. */
export type LibraryCodes = { proofPoints: ReadonlySet<string>; objections: ReadonlyMap<string, string> };

/** The same with the proof points that the paper cites. */
type KnownCodes = LibraryCodes & { cited: ReadonlySet<string> };

const CODE = String.raw`[PO]\d{1,4}`;
const BRACKETS = new RegExp(String.raw`\s?\((${CODE}(?:(?:, | and )${CODE})*)\)`, "g");
const ALONE = new RegExp(String.raw`(?<![\w^])${CODE}(?![\w])`, "g");

/**
 * A text in the notation of papers as it leaves: the codes by which people of ours refer to the library stay inside. A bracket
 * of nothing but codes becomes the marks of those sources that the paper cites; an objection is called by its name, and a source
 * in the middle of a sentence "our source", with its mark. What only looks like a code (an aircraft) stays.
 */
export function withoutCodes(text: string, { cited, proofPoints, objections }: KnownCodes): string {
  const isKnown = (code: string) => cited.has(code) || proofPoints.has(code) || objections.has(code);
  const mark = (code: string) => (cited.has(code) ? `[^${code}]` : "");
  const bracketed = text.replaceAll(BRACKETS, (whole, list: string) => {
    const codes = list.split(/, | and /);
    const names = codes.flatMap((code) => objections.get(code) ?? []);
    if (names.length > 0) return ` (${names.map((name) => `*${name}*`).join(", ")})`;
    return codes.every((code) => code.startsWith("P")) ? codes.map(mark).join("") : whole;
  });
  return bracketed.replaceAll(ALONE, (code) => {
    if (!isKnown(code)) return code;
    const name = objections.get(code);
    return name === undefined ? `our source${mark(code)}` : `*${name}*`;
  });
}
