import { isList, type Json } from "./canonical-json.ts";

/** Somebody whose full name may stand in a text: a contact or an account. */
export type NamedPerson = { id: string; kind: "contact" | "account"; name: string };

/** Somebody to whom a frozen text refers by number; the name is "" once it is erased. */
export type NumberedPerson = { number: number; name: string };

/** What stands where an erased name stood. Source: DOMAIN.md, rule 8. */
export const ERASED = "erased person";

const MARK = "[person:";

/**
 * Puts numbers in the place of every full name of these people, in every text of the content: the rest then holds no name,
 * and a name can be erased without touching it. A longer name goes before a shorter one that it contains; a name of one
 * word counts only where it is the whole of a text, for it may be a word as well. `found` says who was found, numbered
 * from `first`. Of two people with one name the first stands for both.
 */
export function takeNamesOut(
  content: Json,
  people: readonly NamedPerson[],
  first = 1,
): { content: Json; found: (NamedPerson & { number: number })[] } {
  const texts = textsIn(content).join("\n");
  const named = new Map(
    people
      .filter(({ name }) => name.trim() !== "" && texts.includes(name))
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
  const pattern = anyOf([...named.keys()].filter((name) => /\s/.test(name)));
  const replaced = eachText(content, (text) => {
    if (named.has(text)) return numberOf(text);
    return pattern === null ? text : text.replaceAll(pattern, numberOf);
  });
  return { content: replaced, found: [...found.values()] };
}

/** The content written so that no text in it looks like the number of a person; `withNamesIn` takes it back. */
export function escapeMarks(content: Json): Json {
  return eachText(content, (text) => text.replaceAll(MARK, `${MARK}:`));
}

/** A text with each number as the name that it stands for, an erased one as "erased person". */
export function withNamesIn(text: string, people: readonly NumberedPerson[]): string {
  return text.replaceAll(/\[person:(?::|(\d+)\])/g, (_, number: string | undefined) => {
    if (number === undefined) return MARK;
    const name = people.find((person) => person.number === Number(number))?.name ?? "";
    return name === "" ? ERASED : name;
  });
}

function anyOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const written = names
    .toSorted((one, other) => other.length - one.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${written.join("|")})(?![\p{L}\p{N}])`, "gu");
}

function eachText(content: Json, change: (text: string) => string): Json {
  if (typeof content === "string") return change(content);
  if (content === null || typeof content !== "object") return content;
  if (isList(content)) return content.map((item) => eachText(item, change));
  return Object.fromEntries(Object.entries(content).map(([key, item]) => [key, eachText(item, change)]));
}

function textsIn(content: Json): string[] {
  if (typeof content === "string") return [content];
  if (content === null || typeof content !== "object") return [];
  return Object.values(content).flatMap((item: Json) => textsIn(item));
}
