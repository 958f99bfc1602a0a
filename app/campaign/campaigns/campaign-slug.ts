const LONGEST = 40;

/**
 * The name of a campaign as it stands in its address, and for good: lower-case letters a to z, digits and
 * hyphens, 40 characters at most, cut between words; "campaign" where the name has none of these.
 */
export function campaignSlug(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === "" ? "campaign" : slug;
}

/** The slug, or where it is taken the first of `slug-2`, `slug-3`, … that is not. */
export function freeSlug(name: string, taken: readonly string[]): string {
  const slug = campaignSlug(name);
  if (!taken.includes(slug)) return slug;
  let number = 2;
  while (taken.includes(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
