import { randomBytes } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** A new identifier: 20 random characters of lower-case base32 (100 bits), safe in a URL and in a file name. */
export function newId(): string {
  return Array.from(randomBytes(20), (byte) => letters.charAt(byte & 31)).join("");
}
