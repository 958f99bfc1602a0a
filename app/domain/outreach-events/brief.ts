import type { CalendarDate } from "#app/domain/time/wall-time.ts";

/** What we said of one message the last time, in which words, and how each took it. */
export type LastTold = {
  messageNumber: number;
  words: string;
  wording: "as written" | "in other words" | null;
  revision: number | null;
  day: CalendarDate;
  by: string;
  receptions: { score: number; whom: string }[];
};

/** An objection or a question of theirs: who raised it is null where it was not written down. */
export type Asked = { who: string | null; words: string; code: string | null; day: CalendarDate };

/** A promise of ours that is still open. */
export type Owed = { what: string; toWhom: string | null; dueOn: CalendarDate; owner: string | null };

export type BriefPoint = { text: string; footnotes: number[]; messageNumber: number | null };

export type BriefReply = {
  objection: string;
  reply: string;
  footnotes: number[];
  isDifficultQuestion: boolean;
  timesHeard: number;
  stale: string[];
};

/** Everything that the page says; told, asked and owed with the most pressing first. */
export type BriefText = {
  title: string;
  head: { where: string; fromUs: string; with: string; ask: string };
  told: LastTold[];
  asked: Asked[];
  owed: Owed[];
  points: BriefPoint[];
  ifRaised: BriefReply[];
  avoid: string[];
  sources: { number: number; text: string }[];
};

/** Where among today's points, counted from 1, the very words stand that they heard; null where nowhere. */
export function sameWordsToday(told: LastTold, points: readonly BriefPoint[]): number | null {
  const index = points.findIndex((point) => told.words !== "" && point.text === told.words);
  return index < 0 ? null : index + 1;
}

/** Whether they heard a message in other words than those in which it stands in today's points. */
export function heardInOtherWords(told: LastTold, points: readonly BriefPoint[]): boolean {
  const today = points.filter((point) => point.messageNumber === told.messageNumber);
  return today.length > 0 && sameWordsToday(told, points) === null;
}

/** The sources that the points and replies of the page cite: others would only take room. */
export function citedSources(text: Pick<BriefText, "points" | "ifRaised" | "sources">): BriefText["sources"] {
  const cited = new Set([...text.points, ...text.ifRaised].flatMap(({ footnotes }) => footnotes));
  return text.sources.filter(({ number }) => cited.has(number));
}
