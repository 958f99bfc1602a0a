import { ERASED } from "#app/campaign/reviews/names-apart.ts";
import { counted, inWords } from "#app/text/in-words.ts";

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
      return "This record comes from a public list of who holds which office. People who are or have been on it cannot be erased. When the list is next imported, anyone no longer on it will be marked as having left office.";
    case "kept-elsewhere":
      return `This person also appears in at least one other campaign. ${WHO_ERASES}.`;
    case "changed-by-somebody-else":
      return "Someone has changed this contact since you opened it. Go back and check it.";
  }
}

const WHO_ERASES = "Only an administrator who may write in this campaign can erase the contact";

/** Whom to ask where another campaign keeps somebody; an administrator without a role here has to take one first. */
export function whomToAsk(administrators: readonly { name: string; mayWrite: boolean }[]): string {
  const able = administrators.filter(({ mayWrite }) => mayWrite);
  const names = (able.length > 0 ? able : administrators).map(({ name }) => name);
  if (able.length > 0) return `${WHO_ERASES}. Ask ${inWords(names, "or")}.`;
  return `${WHO_ERASES}, and there is none yet. Ask ${inWords(names, "or")} to take a role that allows writing in this campaign, under Administration.`;
}

/** How many other campaigns keep or name somebody; which ones is not told, for the reader may not know of them. */
export function otherCampaignsInWords(count: number): string {
  if (count === 0) return "This person appears in no other campaign.";
  return `This person also appears in ${counted(count, "other campaign", "other campaigns")}; the erasure will cover ${count === 1 ? "it" : "them"} as well.`;
}

/**
 * What stands in a text for somebody: names and e-mail addresses, as they are and as they were. `others` are the names of other
 * people on record that hold one of these, or are the same.
 */
export type CalledBy = {
  names: readonly string[];
  emails: readonly string[];
  others: readonly string[];
};

/**
 * A text without these names and addresses: each as whole words, in any case, becomes "erased person". A longer name of
 * somebody else that holds one stays whole, and so does a name of one word, which may be a word as well. Source: DOMAIN.md,
 * rule 8.
 */
export function textWithout({ names, emails, others }: CalledBy): (text: string) => string {
  const own = [...names.filter(isFullName), ...emails];
  if (own.length === 0) return (text) => text;
  const gone = new Set(own.map(alike));
  const whole = new Set(others.map(alike).filter((name) => !gone.has(name)));
  const patterns = [...own, ...others]
    .toSorted((one, other) => other.length - one.length)
    .map(asPattern)
    .join("|");
  const anyOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns})(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replaceAll(anyOf, (said) => (whole.has(alike(said)) ? said : ERASED));
}

/** Whether somebody else on record is called as this person is, so that a text does not tell whom it names. */
export function isNameShared({ names, others }: CalledBy): boolean {
  const known = new Set(others.map(alike));
  return names.some((name) => known.has(alike(name)));
}

function alike(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
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
 * The patterns of LIKE by which texts are found that may hold one of these, as they stand or in JSON: more than hold them,
 * never fewer. LIKE knows upper and lower case of plain letters alone, so any other sign stands for any one.
 */
export function likePatterns({ names, emails }: Pick<CalledBy, "names" | "emails">): string[] {
  return [...names.filter(isFullName), ...emails].flatMap((text) => {
    const words = text.trim().split(/\s+/).map(asLoosePattern);
    return spaced(words).map((pattern) => `%${pattern}%`);
  });
}

/** What JSON writes as two signs may be of any length. */
function asLoosePattern(word: string): string {
  return word.replaceAll(/[^A-Za-z0-9]/g, (sign) => (sign === '"' || sign === "\\" ? "%" : "_"));
}

const MOST_SPACED = 5;

/** The words with one or two signs between each two: a new line is two signs in JSON. */
function spaced([first = "", ...words]: readonly string[]): string[] {
  if (words.length >= MOST_SPACED) return [[first, ...words].join("%")];
  return words.reduce<string[]>(
    (found, word) => found.flatMap((before) => [`${before}_${word}`, `${before}__${word}`]),
    [first],
  );
}
