import { canonicalJson, sealOf } from "./canonical-json.ts";
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

/** The content of a frozen review, with the names that are still there. */
export function thawReview(json: string, people: readonly NumberedPerson[]): ReviewContent {
  return JSON.parse(json, (_, value: unknown) =>
    typeof value === "string" ? withNamesIn(value, people) : value,
  );
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
  const apart = canonicalJson(JSON.parse(json), names.numbered);
  return names.found().length === 0 ? null : apart;
}
