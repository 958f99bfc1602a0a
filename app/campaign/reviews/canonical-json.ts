import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write plain data down before it is hashed: object keys in the order of their code units, no spaces, −0
 * as 0; `rewrite` changes each text that is no key. The same data gives the same text. Throws where a number is not finite:
 * JSON has no word for it.
 */
export function canonicalJson(value: Json, rewrite = (text: string) => text): string {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error("A figure that is not finite cannot be frozen");
  }
  if (typeof value === "string") return JSON.stringify(rewrite(value));
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonicalJson(item, rewrite)).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null, rewrite)}`);
  return `{${members.join(",")}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}

/** The SHA-256 of a text, in 64 lower-case hexadecimal digits: another one as soon as a byte differs. */
export function sealOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
