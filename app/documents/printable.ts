import type { Document } from "./document.ts";

/** What XML and paper cannot carry (control characters, halves of a character) is left out; a tab is a blank. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\v\f\r\u0085\u2028\u2029]/g, " ")
    .replaceAll(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu, "");
}

/** A document with each of its texts of such signs alone: what people typed may hold others. `lineFeed` is what becomes of one. */
export function printableDocument(document: Document, lineFeed: "\n" | " "): Document {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === "string" ? printable(value).replaceAll("\n", lineFeed) : value,
  );
}
