import { randomFillSync } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz234567";
const length = 20;
// Random bytes are drawn for many identifiers at once: an import makes thousands.
const bytes = Buffer.alloc(length * 200);
let used = bytes.length;

/** A new identifier: 20 random characters of lower-case base32 (100 bits), safe in a URL and in a file name. */
export function newId(): string {
  if (used === bytes.length) {
    randomFillSync(bytes);
    used = 0;
  }
  let id = "";
  for (const end = used + length; used < end; used += 1) id += letters.charAt((bytes[used] ?? 0) & 31);
  return id;
}
