import { ERASED } from "#app/campaign/reviews/names-apart.ts";
import { counted } from "#app/text/in-words.ts";

export type ErasureRefusal = "public-record" | "kept-elsewhere" | "changed-by-somebody-else";

/**
 * Why a contact may not be erased here; null where it may. Nobody of a public list is erased, for the list tells who holds
 * which office; where another campaign keeps or names the person, an administrator erases. Source: DOMAIN.md, rule 8.
 */
export function erasureRefusal(
  contact: { isPublicRecord: boolean; otherCampaigns: number },
  by: { isAdministrator: boolean },
): Exclude<ErasureRefusal, "changed-by-somebody-else"> | null {
  if (contact.isPublicRecord) return "public-record";
  return contact.otherCampaigns > 0 && !by.isAdministrator ? "kept-elsewhere" : null;
}

/** What to tell whoever may not erase; one wording for each refusal. */
export function explainErasureRefusal(reason: ErasureRefusal): string {
  switch (reason) {
    case "public-record":
      return "This person stands on a public list, which tells who holds which office. People on it are not erased; whoever leaves the list is marked as ended when it is next read.";
    case "kept-elsewhere":
      return "Another campaign keeps or names this person too. Ask an administrator who may write in this campaign to erase the contact.";
    case "changed-by-somebody-else":
      return "Someone has changed this contact since you opened it. Go back and check it.";
  }
}

/** How many other campaigns keep or name somebody; which ones is not told, for the reader may not know of them. */
export function otherCampaignsInWords(count: number): string {
  if (count === 0) return "No other campaign keeps or names this person.";
  return `${counted(count, "other campaign keeps or names", "other campaigns keep or name")} this person; the erasure covers ${count === 1 ? "it" : "them"} as well.`;
}

/** What stands in a text for somebody: names and e-mail addresses, as they are and as they were. */
export type CalledBy = { names: readonly string[]; emails: readonly string[] };

/**
 * A text without these names and addresses: each as whole words, in any case, becomes "erased person". A name of one word
 * stays, for it may be a word as well. Source: DOMAIN.md, rule 8.
 */
export function textWithout({ names, emails }: CalledBy): (text: string) => string {
  const called = [...names.filter(isFullName), ...emails].map(asPattern);
  if (called.length === 0) return (text) => text;
  const longerFirst = called.toSorted((one, other) => other.length - one.length);
  const anyOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longerFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replaceAll(anyOf, ERASED);
}

/** Whether a name is of two words or more. */
export function isFullName(name: string): boolean {
  return /\S\s+\S/.test(name);
}

function asPattern(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+");
}

/**
 * The patterns of LIKE by which texts are found that may hold one of these: more than hold them, never fewer. LIKE knows
 * upper and lower case of plain letters alone, so any other sign stands for any.
 */
export function likePatterns({ names, emails }: CalledBy): string[] {
  const loose = (text: string) => text.replaceAll(/[^A-Za-z0-9\s]/g, "%").replaceAll(/\s+/g, "%");
  return [...names.filter(isFullName), ...emails].map((text) => `%${loose(text)}%`);
}
