import { strFromU8, unzipSync } from "fflate";
import type { RawAnswer } from "./raw-http.ts";
import { readPdf } from "./read-pdf.ts";

/** Everything that an answer says: the text of a page, the words of a PDF, each part of a Word file or an archive. */
export async function wordsOfAnswer({ text, bytes, headers }: RawAnswer): Promise<string> {
  const at = String(headers.location ?? "");
  if (text.startsWith("%PDF")) {
    const { title, pages } = await readPdf(bytes);
    return [title, ...pages.map(({ body, edges }) => `${body}\n${edges}`)].join("\n");
  }
  if (!text.startsWith("PK")) return `${at}\n${text}`;
  const parts = Object.entries(unzipSync(bytes));
  return parts.map(([path, part]) => `${path}\n${strFromU8(part)}`).join("\n");
}
