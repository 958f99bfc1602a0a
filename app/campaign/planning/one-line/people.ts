import { foldText } from "#app/text/search-words.ts";
import type { LineContext, Named, Said } from "./said.ts";
import { type Found, longestRun, type Reader, type Word } from "./words.ts";

const MOST_WORDS = 5;

/** Somebody from our side, by any part of the name: "@jana", "@malá", "with @jana mala", "@me". */
export const officerReader: Reader = (words, at, context) => {
  const typed = longestRun(words, at, 4, (phrase) => {
    const shortName = /^(?:(?:with|and) )?@([^@]+)$/.exec(phrase)?.[1];
    return shortName === undefined ? null : officerCalled(shortName.trim(), context);
  });
  return typed;
};

function officerCalled(shortName: string, { colleagues, accountId }: LineContext): Said | null {
  if (shortName === "me") return { about: "officer", id: accountId };
  const asked = shortName.split(/[\s._]+/).filter((word) => word !== "");
  if (asked.length === 0) return null;
  const called = colleagues.filter(({ name }) =>
    carries(nameWords(name), asked, (word, part) => word === part),
  );
  const begun = colleagues.filter(({ name }) =>
    carries(nameWords(name), asked, (word, part) => word.startsWith(part)),
  );
  const found = called.length > 0 ? called : begun;
  if (found.length === 1 && found[0]) return { about: "officer", id: found[0].id };
  if (found.length > 1) return whichOne(`Who is @${shortName}?`, found, "@", false);
  if (asked.length > 1) return null;
  const others = colleagues.map(({ name }) => name).join(", ");
  const whose = others === "" ? "No one is in this campaign yet" : `In this campaign: ${others}`;
  return { about: "nothing", why: `No colleague has that name. ${whose}` };
}

function carries(
  words: readonly string[],
  asked: readonly string[],
  matches: (word: string, part: string) => boolean,
): boolean {
  return asked.every((part) => words.some((word) => matches(word, part)));
}

const HONORIFICS =
  /^(?:with|sen|senator|rep|representative|congressman|congresswoman|chairman|chairwoman|chair|dr|mr|mrs|ms|amb|ambassador|col|colonel|gen|general|adm|admiral|prof|professor|secretary)$/;

/**
 * A contact by the whole name, or by the last name after "with" or a title: "Claire Hadley", "Sen. Hadley". A last name
 * alone is asked about: it may be a word of the title.
 */
export const contactReader: Reader = (words, at, context): Found | null =>
  named(words, at, context) ?? namedByLastNameAlone(words, at, context);

/** "Hadley, tue 14:00", "Brief Hadley": alone between commas, or with a capital inside the line. */
function namedByLastNameAlone(words: readonly Word[], at: number, { contacts }: LineContext): Found | null {
  const word = words[at];
  const before = words[at - 1];
  if (word === undefined || word.isQuoted) return null;
  const begins = before === undefined || before.endsSegment;
  const isAlone = begins && (word.endsSegment || at === words.length - 1);
  if (!isAlone && (begins || !/^\p{Lu}/u.test(word.text))) return null;
  const found = contacts.filter(({ name }) => isCalled(nameWords(name), nameWords(word.text), true));
  if (found.length === 0) return null;
  const asked = whichOne(`Who is ${word.text}?`, found, "", true);
  const title = { label: "No one: part of the title", text: `"${word.text}"` };
  return { length: 1, says: { ...asked, choices: [...asked.choices, title] } };
}

const named: Reader = (words, at, { contacts }) =>
  longestRun(words, at, MOST_WORDS, (phrase) => {
    const typed = nameWords(phrase);
    const titles = typed.findIndex((word) => !HONORIFICS.test(word));
    const asked = typed.slice(Math.max(titles, 0));
    const found = contacts.filter(({ name }) => isCalled(nameWords(name), asked, titles > 0));
    if (found.length === 1 && found[0]) return { about: "contact", id: found[0].id };
    return found.length === 0 ? null : whichOne("Which of these do you mean?", found, "", true);
  });

function isCalled(name: readonly string[], asked: readonly string[], isAfterTitle: boolean): boolean {
  const first = name[0];
  const last = name.at(-1);
  if (asked.length === 0 || first === undefined || last === undefined) return false;
  if (asked.length === 1) return isAfterTitle && asked[0] === last;
  const isWhole = asked.join(" ") === name.join(" ");
  return isWhole || (asked.length === 2 && asked[0] === first && asked[1] === last);
}

function nameWords(name: string): string[] {
  return foldText(name)
    .replace(/[.,'’()]/g, "")
    .split(/[\s-]+/)
    .filter((word) => word !== "");
}

function whichOne(
  question: string,
  found: readonly Named[],
  sign: string,
  isOfTitle: boolean,
): Extract<Said, { about: "doubt" }> {
  const choices = found.slice(0, 6).map(({ name }) => ({ label: name, text: `${sign}${name}` }));
  return { about: "doubt", question, choices, isOfTitle };
}
