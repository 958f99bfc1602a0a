const plainLetters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

/**
 * A text as it is compared and searched: no diacritics, no case, single spaces. "Černý" and "cerny" are
 * one: `foldText("Dvořák, Łukasz") === "dvorak, lukasz"`.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[łøđðßæœþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, " ")
    .trim();
}

/** The key by which people are put in order: family name first, then given name, both folded. */
export function nameSortKey(givenName: string, familyName: string): string {
  return [familyName, givenName]
    .map(foldText)
    .filter((name) => name !== "")
    .join(", ");
}

/** A name typed whole, taken apart at its last space; a name of one word is a family name. */
export function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.trim().replace(/\s+/g, " ").split(" ");
  return { givenName: words.slice(0, -1).join(" "), familyName: words.at(-1) ?? "" };
}
