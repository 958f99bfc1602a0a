import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { escapeMarks, type NamedPerson, type NumberedPerson, namesOf, withNamesIn } from "./names-apart.ts";
import type { ReviewContent } from "./review-content.ts";

/** A review as it is stored: a text without names, who its numbers are, and a seal of either. */
export type FrozenReview = {
  json: string;
  hash: string;
  people: readonly (NamedPerson & { number: number })[];
  namesHash: string;
};

/**
 * Freezes a review. `people` are all whose name may stand in it. Throws where the content holds what JSON has no word
 * for. Source: DOMAIN.md, review and rule 8.
 */
export function freezeReview(content: ReviewContent, people: readonly NamedPerson[]): FrozenReview {
  const names = namesOf(people);
  const json = canonicalJson(content, (text) => names.numbered(escapeMarks(text)));
  return { json, hash: sealOf(json), people: names.found(), namesHash: sealOfNames(names.found()) };
}

/** The seal of who the numbers are; another one once a name is erased. */
export function sealOfNames(people: readonly NumberedPerson[]): string {
  const inOrder = people.toSorted((one, other) => one.number - other.number);
  return sealOf(canonicalJson(inOrder.map(({ number, name }) => [number, name])));
}

/**
 * The content of a frozen review, with the names that are still there. They are put into the text before it is read: to be
 * asked for each of its values costs six times as much.
 */
export function thawReview(json: string, people: readonly NumberedPerson[]): ReviewContent {
  const written = people.map(({ number, name }) => ({ number, name: inJson(name) }));
  return JSON.parse(withNamesIn(json, written));
}

/** A text as it stands between the quotation marks of JSON. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Whether every byte of a stored review is as it was saved, but for names that were erased since. */
export function isAsSaved(
  stored: Pick<FrozenReview, "json" | "hash" | "namesHash">,
  people: readonly NumberedPerson[],
): boolean {
  return sealOf(stored.json) === stored.hash && sealOfNames(people) === stored.namesHash;
}

/** A name taken out of frozen texts that were not known to hold it; null where it does not stand in them. */
export function eraseFromFrozen(json: string, person: NamedPerson, number: number): string | null {
  const names = namesOf([person], number);
  const written = inJson(person.name);
  const apart = json.replaceAll(TEXT_OR_KEY, (text) => {
    const isText = !text.endsWith(":") && text.includes(written);
    return isText ? JSON.stringify(names.numbered(JSON.parse(text))) : text;
  });
  return names.found().length === 0 ? null : apart;
}

/** Of canonical JSON: each text in its quotation marks, a key with its colon. */
const TEXT_OR_KEY = /"[^"\\]*(?:\\.[^"\\]*)*":?/g;

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
