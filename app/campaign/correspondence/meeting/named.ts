import { capital } from "#app/text/in-words.ts";
import type { LoggedMeeting, MeetingAudience } from "./logged-meeting.ts";
import { afterSpeaker } from "./said.ts";

export type IsOpen = (text: string) => boolean;

/** What may be told of a meeting: on background nothing that names those who were there, or the member whose office it was. */
export function openAt(meeting: LoggedMeeting): IsOpen {
  const names = namesAt(meeting);
  return (text) => meeting.groundRule === "on the record" || !namesAny(text, names);
}

/** Everybody whose name gives a meeting away: who was there, and the members whose offices it was with. */
export function namesAt({ attended, audiences }: LoggedMeeting): readonly string[] {
  const members = audiences.flatMap(({ kind, name }) => {
    const [, one, other] = /^Office of (.+)|(.+)[’']s? office$/i.exec(name) ?? [];
    return kind === "member office" ? [one ?? other ?? ""] : [];
  });
  return [...attended.map(({ name }) => name), ...members];
}

/** Of whom a meeting was with, those that are not called after a person: the office of a member of Congress is. */
export function impersonalAt({ attended, audiences }: LoggedMeeting): readonly MeetingAudience[] {
  const names = attended.map(({ name }) => name);
  return audiences.filter(({ kind, name }) => kind !== "member office" && !namesAny(name, names));
}

const TITLE =
  "Dr|Mr|Mrs|Ms|Miss|Prof|Col|Gen|Sen|Senator|Rep|Representative|Congress(?:wo)?man|Chair(?:wo)?man|Chair|Leader|Speaker|Secretary|Ambassador";
const NO_NAME = new RegExp(String.raw`^(?:${TITLE}|Jr|Sr|I{2,3}|IV)\.?$`);
const AFTER_TITLE = new RegExp(String.raw`(?<!\p{L})(?:${TITLE})\.?\s+$`, "iu");
const TOLD = /\b(?:told|tell|ask(?:ed)?|call(?:ed)?|thank(?:ed)?|remind(?:ed)?|promised)\s+$/i;

/** Given and family names that are everyday words as well, and begin a sentence as such: "Will", "Case", "Grant". */
const EVERYDAY = new Set(
  `Al Amber Angel Art Bacon Banks Bean Bell Best Bill Bishop Black Blunt Bridges Brooks Brown Buck Buddy Burns Bush
  Case Cash Castle Chambers Chance Chase Chip Church Clay Cleaver Cliff Cloud Cook Cotton Court Crane Crank Cross
  Crow Crystal Dale Dawn Day Dean Dove Downing Drew Earl Early Ed Faith Field Fields Figures Fine Fish Flint Flood
  Flowers Ford Foster Fox Frank Fry Frost Fuller Gates Gay Gene Gold Golden Good Grace Grant Graves Gray Green Guest
  Guy Hall Hand Hardy Harder Head Heather Herb High Hill Hilly Hope Hunt Hunter Ivy Jack Jay Jean Joy Judge Justice Key Keys
  King Knight Lake Lamb Lance Land Lane Law Little Long Love Low Mace Major Mark Marks Marsh Marshall Mast Masters Max Means
  Mills Min Miles Mitch Moody Moon More Noble Norm North Oak Olive Page Park Parks Parish Pat Peace Pearl Penny Pike
  Pool Pope Post Potter Power Powers Price Pride Quick Read Reed Rich Rivers Rob Rock Root Rose Rounds Rush Rusty Ruby Sands
  Savage Self Sessions Sharp Short Skip Small Snow South Spring Star Steel Sterling Stern Stone Story Strange Street
  Strong Sue Summer Summers Sweet Swift Temple Trip Van La De Wall Ward Waters Way Weeks Wells West White Wild Will
  Wills Wise Wolf Wood Woods Worth Wright Young`.split(/\s+/),
);

/** Names with a capital in the middle of a sentence that are a month, a country, a place or its people: "May", "Jordan", "French". */
const OF_SOMETHING_ELSE = new Set(
  `April August Austin Berlin Carolina Chad Christian Columbia Dakota Dallas England English France French Georgia
  German Holland House Houston Ireland Israel Jordan June London March May Montana Paris Poland Roman Sydney Victoria
  Virginia Washington`.split(/\s+/),
);

/** From so many letters on a name is known with an ending too: "Nováka", "Hadleyová". */
const INFLECTED = 4;
const ENDING =
  "(?:e?s|[aeiouym]|[aeiuy]m|ovi|owi|ou|ami|ech|iem|uv|ova|ove|ovo|ovou|ovy|ovych|ovym|ho|mu|ego|emu)?";

/**
 * Whether a text names one of these people, by any part of the name that stands as a word: "Claire", "Hadley", "Ng" of
 * "O’Brien-Ng". A part that is an everyday word, a month or a place counts where it can only be the person.
 */
export function namesAny(text: string, names: readonly string[]): boolean {
  const read = folded(text);
  return names.some((name) => {
    const parts = partsOfName(folded(name));
    return parts.some((part) =>
      wordsLike(read, part).some(
        (found) =>
          !isWordToo(part) || isThePerson(found, { part, others: parts.filter((one) => one !== part) }),
      ),
    );
  });
}

function isWordToo(part: string): boolean {
  return EVERYDAY.has(part) || OF_SOMETHING_ELSE.has(part);
}

/** Without the signs over letters, which are often left out. */
function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

function partsOfName(name: string): readonly string[] {
  const parts = name.split(/[\s,-]+/).filter((part) => part.length > 1 && !/^\p{L}\.$/u.test(part));
  const own = parts.filter((part) => !NO_NAME.test(part));
  // "van" and "de" are no names of anybody.
  const capitals = own.filter((part) => !/^\p{Ll}/u.test(part));
  return capitals.length === 0 ? own : capitals;
}

type Found = { before: string; word: string; after: string };

function wordsLike(text: string, part: string): Found[] {
  const ending = part.length < INFLECTED ? "" : ENDING;
  const either = `${escaped(part)}${ending}|${escaped(part.toUpperCase())}`;
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${either})(?![\p{L}\p{N}]|[’']t\b)`, "gu");
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    word,
    before: text.slice(0, index),
    after: text.slice(index + word.length),
  }));
}

/** By a title, by the other half of the name, by a deed that only somebody does, by a capital within a sentence. */
function isThePerson(
  { before, word, after }: Found,
  of: { part: string; others: readonly string[] },
): boolean {
  if (
    AFTER_TITLE.test(before) ||
    TOLD.test(before) ||
    of.others.some((other) => standsBeside(other, before, after))
  )
    return true;
  if (word !== of.part || /\b(?:the|Capitol)\s+$/i.test(before)) return false;
  if (/^:/.test(after) || (/^\s/.test(after) && afterSpeaker(capital(after.trim())) !== null)) return true;
  if (OF_SOMETHING_ELSE.has(of.part)) return false;
  if (/^(?:[’']s|\s+(?:is|was|has|had|to))\b/.test(after)) return true;
  return doesSomething(after) || isNameInSentence(before, after);
}

/** "Grant decides.", "Grant decided to wait.", but not "Case closed." and no question: rather a word hidden than a name told. */
function doesSomething(after: string): boolean {
  const isAsked = /^[^.!;]*\?/.test(after);
  return !isAsked && DEED.test(after);
}

const DEED =
  /^\s+(?:does|did|would|could|should|might|(?!this|as|us|its|his|always|perhaps|less|across|towards|unless|thus)\p{Ll}{2,}s(?!\p{L})|\p{Ll}{2,}ed\s)/u;

/** "French Hill", "Hill, French", "F. Hill". */
function standsBeside(other: string, before: string, after: string): boolean {
  const either = String.raw`(?:${escaped(other)}|${other.slice(0, 1)}\.)`;
  return (
    new RegExp(String.raw`(?<!\p{L})${either},?\s+(?:\p{Lu}\.?\s+)?$`, "u").test(before) ||
    new RegExp(String.raw`^,?\s+(?:\p{Lu}\.?\s+)?${escaped(other)}(?!\p{L})`, "u").test(after)
  );
}

const DAY_OR_MONTH =
  "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December";

/** A word with a capital that begins no sentence and is no piece of a longer name, such as that of a law or a party. */
function isNameInSentence(before: string, after: string): boolean {
  const isWithin = /[\p{L}\p{N},;]\s+$/u.test(before);
  const followsName = /[\p{L}\p{N},;]\s+\p{Lu}\S*\s+$/u.test(before);
  const precedesName = new RegExp(String.raw`^\s+(?!${DAY_OR_MONTH})\p{Lu}`, "u").test(after);
  return isWithin && !followsName && !precedesName;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
