import { sentencesOf } from "#app/text/sentences.ts";
import type { Attendee } from "./logged-meeting.ts";

const QUOTED = /“([^“”]{1,400})”|„([^„“”]{1,400})[“”]|«([^«»]{1,400})»|(?<![\p{L}\p{N}])"([^"\n]{1,400})"/gu;
const NOT_TO_BE_QUOTED = /\b(?:do not|don[’']t|never|not to be|not for) quot|necitovat/i;

/**
 * The words that a log has as said: those between quotation marks, in their order. None where the log says that they are
 * not to be quoted. Source: DOMAIN.md, rule 13.
 */
export function quotationsIn(said: string): readonly string[] {
  if (NOT_TO_BE_QUOTED.test(said)) return [];
  return Array.from(said.matchAll(QUOTED), (match) => (match.slice(1).find(Boolean) ?? "").trim()).filter(
    isSaid,
  );
}

/** Whole words of somebody: a word that is only named, as in: asked not to say “autonomy”, is none. */
function isSaid(words: string): boolean {
  return /^[\p{Lu}\p{N}…]/u.test(words) && (/\s/.test(words) || /[.?!]$/.test(words));
}

/** Verbs with which a note tells what somebody said or did, without naming who: "Wants text, not adjectives". */
const REPORTING =
  /^(?:Accepted|Acknowledged|Agreed|Agrees|Argued|Argues|Asked|Asks|Believes|Called|Compared|Confirmed|Doubted|Doubts|Encouraged|Ended|Endorsed|Expected|Expects|Explained|Fears|Found|Finds|Hopes|Insisted|Insists|Knew|Knows|Mentioned|Needed|Needs|Noted|Objected|Objects|Offered|Opposed|Opposes|Prefers|Promised|Questioned|Raised|Recalled|Regretted|Rejected|Rejects|Repeated|Replied|Said|Saw|Says|Sees|Stressed|Suggested|Supported|Supports|Thanked|Thinks|Thought|Told|Took|Understands|Understood|Wanted|Wants|Warned|Warns|Welcomed|Welcomes|Will|Wished|Wishes|Wondered|Wonders|Would)\b/;

/** The name with which a note begins, "Hadley: …", and what stands after it. */
export function afterName(said: string): { name: string | null; rest: string } {
  const match = /^\s*(\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){0,3}):\s+/u.exec(said);
  return match === null
    ? { name: null, rest: said.trim() }
    : { name: match[1] ?? null, rest: said.slice(match[0].length).trim() };
}

const PAST: Readonly<Record<string, string>> = {
  Finds: "found",
  Knows: "knew",
  Prefers: "preferred",
  Says: "said",
  Sees: "saw",
  Thinks: "thought",
  Understands: "understood",
  Will: "would",
};

/** A sentence that tells what somebody said or did, after their name, in the past: "wanted text, not adjectives"; null of any other. */
export function afterSpeaker(one: string): string | null {
  const [verb] = REPORTING.exec(one) ?? [];
  if (verb === undefined) return null;
  const regular = verb.replace(/es$/, "ed").replace(/s$/, "ed").toLowerCase();
  return (PAST[verb] ?? regular) + one.slice(verb.length);
}

/** The sentences of a note that go on from whoever said it, without their full stop: "wanted text, not adjectives". */
export function reportedIn(said: string): readonly string[] {
  return sentencesOf(afterName(said).rest)
    .map((one) => one.trim())
    .filter((one) => !/[“”„«»"]/.test(one) || !NOT_TO_BE_QUOTED.test(said))
    .flatMap((one) => afterSpeaker(one)?.replace(/[.;,\s]+$/, "") ?? []);
}

/** A quotation in the middle of a sentence: without its full stop, a question or call with its sign. */
export function quoted(words: string): string {
  return `“${words.replace(/[.,;\s]+$/, "")}”`;
}

/** The one who was there, or the one whose name the note begins with; null where a note begins with another's. */
export function onlySpeaker(attended: readonly Attendee[], said: string): Attendee | null {
  const known = attended.filter(({ name }) => name !== "");
  const { name } = afterName(said);
  const called = known.filter((one) => name === null || isCalled(one.name, name));
  return called.length === 1 && (name !== null || attended.length === 1) ? (called[0] ?? null) : null;
}

function isCalled(whole: string, name: string): boolean {
  const parts = whole.split(/\s+/);
  return name.split(" ").every((part) => parts.includes(part));
}

/** "by Friday", "by 18 Nov", "by the end of March", but not "by state". */
const BY_A_DAY =
  /,? by (?:(?:the|next|this|end of|close of|early|mid|late)[ -])*(?:\d\S*(?: \p{L}+)?|(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: \d+)?|tomorrow|tonight|noon|weekend|week|month|year)$/iu;

/** A promise without its full stop, and without the day that is recorded beside it: "Send the sheet by Friday." */
export function withoutDay(promise: string): string {
  return promise.replace(/[.\s]+$/, "").replace(BY_A_DAY, "");
}

/**
 * What a promise would hand over, "Send the budget sheet" being "the budget sheet"; null where it is no promise to send
 * something.
 */
export function whatIsToSend(promise: string): string | null {
  const match =
    /^(?:Send|Share|Forward|Mail|E-mail|Provide|Bring)\s+(?:(?:him|her|them|over|back)\s+)?(.+)$/iu.exec(
      withoutDay(promise).trim(),
    );
  const toSend = match?.[1] ?? null;
  return toSend === null || toSend.length > 160 ? null : toSend;
}

/** A note without the sentences that a recorded promise says already: "Send the budget sheet by Friday." */
export function withoutPromises(said: string, promises: readonly { text: string }[]): string {
  return sentencesOf(said)
    .filter((one) => !promises.some(({ text }) => saysTheSame(one, text)))
    .join("")
    .trim();
}

const SHARED = 0.6;

/** Whether a sentence begins as the promise does, and most of its longer words are in it. */
function saysTheSame(one: string, promise: string): boolean {
  const [verb, ...rest] = wordsOf(one.replace(/,? by \S.*$/, ""));
  const promised = wordsOf(promise);
  if (verb === undefined || verb !== promised[0]) return false;
  const long = rest.filter((word) => word.length > 3);
  return long.filter((word) => promised.includes(word)).length >= SHARED * long.length;
}

function wordsOf(text: string): string[] {
  return Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word);
}
