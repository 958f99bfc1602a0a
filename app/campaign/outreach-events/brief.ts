import { plainWords } from "#app/text/marks.ts";
import { sentence } from "#app/text/sentences.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What we said of one message the last time, in which words, and how each took it. They are a quotation only as written. */
export type LastTold = {
  messageNumber: number;
  /** What the message was called then; "" where the wording was not recorded. */
  title: string;
  words: string;
  wording: "as written" | "in other words" | null;
  revision: number | null;
  day: CalendarDate;
  by: string;
  receptions: { score: number; whom: string }[];
};

/**
 * An objection or a question of theirs: who raised it is null where it was not written down. `objection` is the one of
 * the library that was ticked, `said` what was logged in their own words, "" where nothing was.
 */
export type Asked = {
  who: string | null;
  objection: { code: string; name: string } | null;
  said: string;
  day: CalendarDate;
};

/** The last question of each person, then the older ones; both as they were, the newest first. */
export function lastOfEachFirst(asked: readonly Asked[]): Asked[] {
  const last = asked.filter(({ who }, index) => asked.findIndex((one) => one.who === who) === index);
  return [...last, ...asked.filter((one) => !last.includes(one))];
}

/**
 * What they raised as a page tells it: "Claire Hadley raised: Look at your own budget", "They asked: “Which year?”".
 * Only words that were logged as said stand in quotation marks; the library's text is nobody's words. Source:
 * DOMAIN.md, rule 13.
 */
export function askedInWords({ who, objection, said }: Omit<Asked, "day">): string {
  const raised = objection === null ? "asked:" : `raised: ${objection.name}`;
  const words = said === "" ? "" : `“${said}”`;
  return [`${who ?? "They"} ${raised}`, words].filter(Boolean).join(objection === null ? " " : ". ");
}

/** A promise of ours that is still open. */
export type Owed = { what: string; toWhom: string | null; dueOn: CalendarDate; owner: string | null };

/**
 * A point in the notation of papers. `endNotes` are those of its footnotes that have no mark in the text; `marks` are
 * what has to be known before it is said: a hold, a stale source.
 */
export type BriefPoint = {
  text: string;
  footnotes: number[];
  endNotes: number[];
  messageNumber: number | null;
  marks: string[];
};

/** `words` are to be said, in the notation of papers; `note` is guidance for the speaker alone; either may be "". */
export type BriefReply = {
  objection: string;
  words: string;
  note: string;
  footnotes: number[];
  endNotes: number[];
  isDifficultQuestion: boolean;
  timesHeard: number;
  stale: string[];
};

/** Everything that the page says; `openly` names where today's points say something else than was told; told, asked and owed with the most pressing first. */
export type BriefText = {
  title: string;
  head: { status: string; where: string; link: string; fromUs: string; with: string; ask: string };
  told: LastTold[];
  openly: string[];
  asked: Asked[];
  owed: Owed[];
  points: BriefPoint[];
  ifRaised: BriefReply[];
  avoid: string[];
  sources: { number: number; text: string }[];
};

/** Where among today's points, counted from 1, the very words stand that they heard; null where nowhere. */
export function sameWordsToday(told: LastTold, points: readonly BriefPoint[]): number | null {
  const index = points.findIndex(
    (point) => told.words !== "" && [point.text, plainWords(point.text)].includes(told.words),
  );
  return index < 0 ? null : index + 1;
}

/**
 * What stands before the words that they were told, `sameAs` from `sameWordsToday`, or in their place: the point of today
 * that has them, that only their sense was logged, or that nothing was.
 */
export function wordsLead({ words, wording }: LastTold, sameAs: number | null): string {
  if (words === "") return "The words were not recorded";
  const isSense = wording === "in other words";
  if (sameAs !== null) return `The same ${isSense ? "sense" : "words"} as point ${sameAs} today`;
  return isSense ? "The sense of: " : "";
}

/** The sources that the points and replies of the page cite: others would only take room. */
export function citedSources(text: Pick<BriefText, "points" | "ifRaised" | "sources">): BriefText["sources"] {
  const cited = new Set([...text.points, ...text.ifRaised].flatMap(({ footnotes }) => footnotes));
  return text.sources.filter(({ number }) => cited.has(number));
}

/** A promise of ours as one sentence, "Send the sheet, to Bell."; however what was typed ends. */
export function owedInWords({ what, toWhom }: { what: string; toWhom: string | null }): string {
  return sentence(toWhom === null ? what : `${what.replace(/[.\s]+$/, "")}, to ${toWhom}`);
}
