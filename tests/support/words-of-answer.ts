import { strFromU8, unzipSync } from "fflate";
import type { RawAnswer } from "./raw-http.ts";
import { readPdf } from "./read-pdf.ts";

/** Everything that an answer says: the text of a page, the words of a PDF, each part of a Word file (but its faces) or an archive. */
export async function wordsOfAnswer(answer: RawAnswer): Promise<string> {
  const { bytes, headers } = answer;
  const at = String(headers.location ?? "");
  const head = bytes.toString("latin1", 0, 4);
  if (head === "%PDF") {
    const { title, pages } = await readPdf(bytes);
    return [title, ...pages.map(({ body, edges }) => `${body}\n${edges}`)].join("\n");
  }
  if (!head.startsWith("PK")) return `${at}\n${answer.text}`;
  const parts = Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith(".odttf") }));
  return parts.map(([path, part]) => `${path}\n${strFromU8(part)}`).join("\n");
}
