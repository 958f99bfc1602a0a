import type { LineStanding } from "./holding-lines/holding-line.ts";

/** One line of the course of the day. `who` is null for what nobody did. */
export type DayEntry = { at: Date; words: string; who: string | null; is: "past" | "now" | "next" };

type DayFacts = {
  /** The newest first. */
  changes: readonly { at: Date; summary: string; who: string; isUndone: boolean }[];
  now: Date;
  standing: LineStanding;
  silenceAt: Date | null;
  answerBy: Date | null;
  expiresAt: Date | null;
  events: readonly { title: string; startsAt: Date }[];
  isLifted: boolean;
};

const MOST_EVENTS = 3;

/**
 * The course of a hold: what was done, in order; where it stands now; and what comes next while it lies: answers due,
 * silence, the next events that it marks, the line's expiry. A lifted hold ends with its lifting.
 */
export function dayOfHold(facts: DayFacts): readonly DayEntry[] {
  const { changes, now, isLifted } = facts;
  // The newest first as they come, so that those of one minute keep their order.
  const past = changes
    .toReversed()
    .map(({ at, summary, who, isUndone }): DayEntry => {
      const words = isUndone ? `${summary} (undone)` : summary;
      return { at, words, who, is: "past" };
    })
    .toSorted(byTime);
  if (isLifted) return past;
  return [...past, { at: now, words: nowInWords(facts.standing), who: null, is: "now" }, ...comingUp(facts)];
}

function comingUp({ now, standing, silenceAt, answerBy, expiresAt, events }: DayFacts): readonly DayEntry[] {
  const next = (at: Date | null, words: string): DayEntry[] =>
    at === null || at <= now ? [] : [{ at, words, who: null, is: "next" }];
  const isOut = standing.standing === "in clearance";
  const due = silenceAt === null ? next(answerBy, "The last answer is due") : [];
  const coming = events.filter(({ startsAt }) => startsAt > now).slice(0, MOST_EVENTS);
  return [
    ...(isOut ? [...next(silenceAt, "Ministry desks still silent are taken to agree"), ...due] : []),
    ...coming.flatMap(({ startsAt, title }) => next(startsAt, `${title}: a line must be in force`)),
    ...next(expiresAt, "The holding line expires"),
  ].toSorted(byTime);
}

function byTime(one: DayEntry, other: DayEntry): number {
  return one.at.getTime() - other.at.getTime();
}

function nowInWords(standing: LineStanding): string {
  switch (standing.standing) {
    case "not written":
      return "No holding line yet";
    case "draft":
      return "The line is a draft";
    case "changed since clearance":
      return "The line has changed since clearance";
    case "returned":
      return "The line was returned";
    case "in clearance":
      return `${standing.answered} of ${standing.asked} answers given`;
    case "cleared":
      return "The line is cleared";
    case "expired":
      return "The line has expired";
    case "ended":
      return "The line is no longer in use";
  }
}
