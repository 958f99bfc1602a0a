import type { Side } from "#app/campaign/clearances/clearance-status.ts";
import { explainWidened } from "#app/text/handling.ts";
import { counted, inWords } from "#app/text/in-words.ts";
import { formatClocks, formatDay } from "#app/time/format.ts";
import { dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Hold } from "./hold.ts";
import type { LineStanding } from "./holding-lines/holding-line.ts";

/**
 * One instant in few words, Washington first: "10:30 (16:30 in Prague)"; with its day where that is not today's, and
 * the ministry's day where that is another: "Fri 13 Nov, 18:00 (Sat 14 Nov, 00:00 in Prague)".
 */
export function inBothClocks(at: Date, now: Date, homeZone: Zone): string {
  const today = dateIn(now, WASHINGTON);
  const day = dateIn(at, WASHINGTON);
  const here = day === today ? "" : `${formatDay(day, today)}, `;
  return here + formatClocks(at, homeZone, today);
}

/**
 * What the sentences about a hold are made of; `answerBy` is when the last desk should have answered, `saidUntil` until when
 * the version in force is said, of whatever number; null where none is.
 */
export type HoldNow = {
  messageNumber: number;
  placedAt: Date;
  standing: LineStanding;
  expiresAt: Date | null;
  saidUntil: Date | null;
  answerBy: Date | null;
  silenceAt: Date | null;
  now: Date;
  homeZone: Zone;
};

/** A hold with its line: `round` is what the desks were asked about the line's present version. */
export type HoldFacts = {
  hold: Pick<Hold, "message" | "placedAt">;
  standing: LineStanding;
  expiresAt: Date | null;
  inForce: { expiresAt: Date } | null;
  round: readonly {
    side: Side;
    answer: string | null;
    dueAt: Date | null;
    silenceAt: Date | null;
  }[];
};

/** What the sentences about a hold are made of, at `now`; the latest of the desks' times counts. */
export function holdNow(facts: HoldFacts, clock: { now: Date; homeZone: Zone }): HoldNow {
  const { hold, standing, expiresAt, inForce } = facts;
  const open = facts.round.filter(({ answer }) => answer === null);
  return {
    ...clock,
    messageNumber: hold.message.number,
    placedAt: hold.placedAt,
    standing,
    expiresAt,
    saidUntil: inForce?.expiresAt ?? null,
    answerBy: latest(open.map(({ dueAt }) => dueAt)),
    silenceAt: whenAllAreSilent(open),
  };
}

/** The time from which silence alone clears; null while somebody has to answer whatever the hour. */
function whenAllAreSilent(open: HoldFacts["round"]): Date | null {
  const ministry = open.filter(({ side }) => side === "ministry").map(({ silenceAt }) => silenceAt);
  return ministry.includes(null) ? null : latest(ministry);
}

function latest(times: readonly (Date | null)[]): Date | null {
  const set = times.filter((time) => time !== null);
  return set.toSorted((one, other) => other.getTime() - one.getTime())[0] ?? null;
}

/** What everybody in the campaign reads on every page while a hold lies, after "Message 2 on hold". */
export function bannerSentence(hold: HoldNow): string {
  const since = `Since ${inBothClocks(hold.placedAt, hold.now, hold.homeZone)}.`;
  return `${since} Papers and posts that use it cannot go out as cleared. ${whatToSay(hold)}`;
}

function whatToSay({ messageNumber, standing, saidUntil, answerBy, now, homeZone }: HoldNow): string {
  const nothing = `say nothing on message ${messageNumber}.`;
  if (saidUntil !== null)
    return `Use the holding line instead, until ${inBothClocks(saidUntil, now, homeZone)}.`;
  switch (standing.standing) {
    case "in clearance":
      return answerBy === null || answerBy <= now
        ? `A holding line is with the desks; until it is cleared, ${nothing}`
        : `A holding line is with the desks, whose answers are due by ${inBothClocks(answerBy, now, homeZone)}; until it is cleared, ${nothing}`;
    case "expired":
      return `The holding line has expired: ${nothing}`;
    default:
      return `There is no cleared holding line: ${nothing}`;
  }
}

/** Where the holding line stands, in sentences, for the top of the hold's page; with the earlier version that is said still. */
export function lineSentence(hold: HoldNow): string {
  const { standing, saidUntil, now, homeZone } = hold;
  const newest = newestInWords(hold);
  if (saidUntil === null || standing.standing === "cleared") return newest;
  return `${newest} Until ${inBothClocks(saidUntil, now, homeZone)}, use the version that was cleared earlier.`;
}

function newestInWords({ standing, expiresAt, silenceAt, now, homeZone }: HoldNow): string {
  const clocks = (at: Date | null) => (at === null ? "" : inBothClocks(at, now, homeZone));
  switch (standing.standing) {
    case "not written":
      return "No holding line has been written yet.";
    case "draft":
      return "The holding line is a draft: no desk has been asked about this version yet.";
    case "changed since clearance":
      return `The holding line has changed since clearance. ${explainWidened(standing.widened)} Send it to the desks again.`;
    case "returned":
      return "A desk has objected to the holding line. Edit it, then send it to the desks again.";
    case "in clearance": {
      const answers = `The holding line is with the desks; answers so far: ${standing.answered} of ${standing.asked}.`;
      if (silenceAt === null) return answers;
      return `${answers} Ministry desks still silent at ${clocks(silenceAt)} are taken to agree.`;
    }
    case "cleared":
      return `The holding line is cleared and replaces the message until ${clocks(expiresAt)}.`;
    case "expired":
      return `The holding line was valid until ${clocks(expiresAt)} and has expired. Lift the hold, or extend the line.`;
    case "ended":
      return "The holding line is no longer in use.";
  }
}

/** A paper as lifting would leave it. */
export type PaperAfterLifting = { status: "draft" | "cleared" | "changed since clearance"; isSent: boolean };

/** What lifting puts back, in sentences. `posts` counts those that the hold has stopped. */
export function afterLifting(
  papers: readonly PaperAfterLifting[],
  posts: number,
  hasLine: boolean,
): readonly string[] {
  const cleared = papers.filter(({ status }) => status === "cleared").length;
  const sent = papers.filter(({ status, isSent }) => status !== "cleared" && isSent).length;
  const rest = papers.length - cleared - sent;
  const back = [
    ...(cleared > 0 ? [`${papersIn(cleared)} cleared again`] : []),
    ...(sent > 0 ? [`${papersIn(sent)} in clearance again`] : []),
    ...(rest > 0 ? [`${papersIn(rest)} not cleared, as before`] : []),
  ];
  const stopped =
    posts === 1 ? "The post needs a new time; it will" : `The ${posts} posts need a new time; they will`;
  return [
    ...(back.length > 0 ? [`${back.join(", ")}.`] : []),
    ...(posts > 0 ? [`${stopped} not go out automatically.`] : []),
    ...(hasLine ? ["The holding line will end. What was sent will stay in the history."] : []),
  ];
}

function papersIn(count: number): string {
  return count === 1 ? "1 paper is" : `${count} papers are`;
}

/** "3 papers, 3 events, 2 letters, 1 post": what a hold marks, kind by kind. */
export function markedInWords(counts: {
  papers: number;
  events: number;
  letters: number;
  posts: number;
}): string {
  const parts = [
    counted(counts.papers, "paper"),
    counted(counts.events, "event"),
    counted(counts.letters, "letter"),
    counted(counts.posts, "post"),
  ].filter((part) => !part.startsWith("0 "));
  return parts.length === 0 ? "Nothing at present" : inWords(parts);
}
