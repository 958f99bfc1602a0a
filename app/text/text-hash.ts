import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What a clearance is bound to: texts in their order, nested as the paper is. */
export type ClearedText = string | number | boolean | null | readonly ClearedText[];

/**
 * The one way to write a text down before it is hashed: JSON of arrays, in which no two different texts look
 * the same. CRLF counts as LF, because forms send CRLF; nothing else is normalised, so a non-breaking space,
 * an invisible character or another composition of an accent is another text.
 * Source: DOMAIN.md, talking points (clearance is bound to the exact text).
 */
export function canonicalText(text: ClearedText): string {
  const json = JSON.stringify(text);
  // Without an escaped CRLF in it there is nothing to replace; most texts take this short way.
  if (!json.includes(String.raw`\r\n`)) return json;
  return JSON.stringify(text, (_, part: unknown) => (typeof part === "string" ? withLineFeeds(part) : part));
}

const MOST_KNOWN = 100;
const known = new Map<string, string>();

/** The SHA-256 of a text's canonical form, in 64 lower-case hexadecimal digits. Of the last texts it is remembered. */
export function textHash(text: ClearedText): string {
  const canonical = canonicalText(text);
  const before = known.get(canonical);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const hash = bytesToHex(sha256(utf8ToBytes(canonical)));
  known.set(canonical, hash);
  return hash;
}

/** The text with CRLF as LF: the only two texts that a clearance takes for one. A lone CR stays. */
export function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
