import { type Document, printableDocument } from "./document.ts";
import type { DocumentFormat } from "./formats.ts";
import type { Making } from "./paper-size.ts";
import { writeMarkdown } from "./write-markdown.ts";
import { writePdf } from "./write-pdf.ts";
import { writeText } from "./write-text.ts";
import { writeWord } from "./write-word.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A writer is given texts of printable signs; on paper a line feed that somebody typed into a line is a blank. */
type Writer = {
  write: (document: Document, making: Making) => Promise<Bytes> | string;
  lineFeed: "\n" | " ";
};

/** The one writer of each format. */
const WRITERS: Record<DocumentFormat, Writer> = {
  docx: { write: writeWord, lineFeed: " " },
  pdf: { write: writePdf, lineFeed: " " },
  md: { write: writeMarkdown, lineFeed: "\n" },
  txt: { write: writeText, lineFeed: "\n" },
};

/** The document as a file: the same document made at the same instant for the same paper gives the same bytes. */
export async function writeDocument(
  document: Document,
  format: DocumentFormat,
  making: Making,
): Promise<Bytes> {
  const { write, lineFeed } = WRITERS[format];
  const written = await write(printableDocument(document, lineFeed), making);
  return typeof written === "string" ? new TextEncoder().encode(written) : written;
}
