/** Somebody whose full name may stand in a text: a contact or an account. */
export type NamedPerson = { id: string; kind: "contact" | "account"; name: string };

/** Somebody to whom a frozen text refers by number; the name is "" once it is erased. */
export type NumberedPerson = { number: number; name: string };

/** What stands where an erased name stood. Source: DOMAIN.md, rule 8. */
export const ERASED = "erased person";

const MARK = "[person:";

/**
 * Puts numbers in the place of every full name of these people, in whatever text is given to `numbered`: what it answers
 * holds no name, and a name can be erased without touching it. A longer name goes before a shorter one that it contains; a
 * name of one word counts only where it is the whole of a text, for it may be a word as well. `found` says who was found
 * until then, numbered from `first`. Of two people with one name the first stands for both.
 */
export function namesOf(
  people: readonly NamedPerson[],
  first = 1,
): { numbered(text: string): string; found(): (NamedPerson & { number: number })[] } {
  const named = new Map(
    people
      .filter(({ name }) => name.trim() !== "")
      .toReversed()
      .map((person) => [person.name, person]),
  );
  const found = new Map<string, NamedPerson & { number: number }>();
  const numberOf = (name: string) => {
    const person = named.get(name);
    if (person === undefined) return name;
    const known = found.get(name) ?? { ...person, number: first + found.size };
    found.set(name, known);
    return `${MARK}${known.number}]`;
  };
  const beginnings = byFirstWord(named.keys());
  return {
    numbered: (text) => (named.has(text) ? numberOf(text) : eachName(text, beginnings, numberOf)),
    found: () => [...found.values()],
  };
}

/** A text written so that nothing in it looks like the number of a person; `withNamesIn` takes it back. */
export function escapeMarks(text: string): string {
  return text.replaceAll(MARK, `${MARK}:`);
}

/** A text with each number as the name that it stands for, an erased one as "erased person". */
export function withNamesIn(text: string, people: readonly NumberedPerson[]): string {
  const names = new Map(people.map(({ number, name }) => [number, name]));
  return text.replaceAll(/\[person:(?::|(\d+)\])/g, (_, number: string | undefined) =>
    number === undefined ? MARK : names.get(Number(number)) || ERASED,
  );
}

const WORD = /[\p{L}\p{N}]+/gu;
const WORD_FOLLOWS = /[\p{L}\p{N}]/uy;

/** Names of more than one word by the word that they begin with, the longer first; `lead` is what stands before that word. */
type Beginnings = ReadonlyMap<string, readonly { name: string; lead: number }[]>;

function byFirstWord(names: Iterable<string>): Beginnings {
  const found = [...names].flatMap((name) => {
    const first = name.match(new RegExp(WORD, "u"));
    return first !== null && /\s/.test(name) ? [{ name, word: first[0], lead: first.index ?? 0 }] : [];
  });
  const longerFirst = found.toSorted((one, other) => other.name.length - one.name.length);
  return Map.groupBy(longerFirst, ({ word }) => word);
}

/** The text with each name in it changed, as whole words; its cost follows the text, however many names there are. */
function eachName(text: string, beginnings: Beginnings, change: (name: string) => string): string {
  if (!/\s/.test(text)) return text;
  let changed = "";
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const here = beginnings.get(word)?.find(({ name, lead }) => {
      const start = index - lead;
      WORD_FOLLOWS.lastIndex = start + name.length;
      return start >= end && text.startsWith(name, start) && !WORD_FOLLOWS.test(text);
    });
    if (here === undefined) continue;
    const start = index - here.lead;
    changed += text.slice(end, start) + change(here.name);
    end = start + here.name.length;
  }
  return changed + text.slice(end);
}
