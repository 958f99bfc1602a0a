import { clearedFor } from "#app/campaign/clearances/clearance-status.ts";
import type { Option } from "#app/http/form-values.ts";
import { counted, timesInWords } from "#app/text/in-words.ts";
import { textHash } from "#app/text/text-hash.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { isInEffect, type MessageStatus } from "./message-status.ts";
import { reviewState } from "./proof-points/stale-evidence.ts";

/** A state in words, with the kind that gives it its shape and colour. */
export type StateInWords = { kind: "ok" | "warn" | "bad" | "off"; words: string };

/** "Cleared by Tomáš Beran, 30 Jan 2026": a clearance always says which kind it is, and if it counts for the embassy only. */
export function statusInWords(status: MessageStatus, today: CalendarDate): StateInWords {
  switch (status.status) {
    case "draft":
      return { kind: "warn", words: "Draft, not cleared" };
    case "in review":
      return { kind: "warn", words: `In review since ${dayOf(status.since, today)}` };
    case "retired":
      return { kind: "off", words: `Retired ${dayOf(status.since, today)}` };
    case "cleared": {
      const { manner, clearedBy, at } = status.clearance;
      const isForAll = clearedFor(status.clearance) === "both sides";
      const who =
        manner === "by a person"
          ? `by ${clearedBy}`
          : manner === "by silence"
            ? manner
            : `${manner}, to be reported`;
      return isForAll
        ? { kind: "ok", words: `Cleared ${who}, ${dayOf(at, today)}` }
        : { kind: "warn", words: `Cleared for the embassy only, ${who}, ${dayOf(at, today)}` };
    }
  }
}

/**
 * The status of a message with its effective dates: outside them it says so, whatever its clearance is (DOMAIN.md, key
 * message: effective from and until).
 */
export function standingInWords(
  message: { status: MessageStatus; effectiveFrom: CalendarDate | null; effectiveUntil: CalendarDate | null },
  today: CalendarDate,
): StateInWords {
  const { status, effectiveFrom, effectiveUntil } = message;
  const { kind, words } = statusInWords(status, today);
  if (status.status === "retired" || isInEffect(message, today)) return { kind, words };
  const outside =
    effectiveFrom !== null && today < effectiveFrom
      ? `Not in effect until ${formatDay(effectiveFrom, today)}`
      : `Not in effect since ${formatDay(addDays(effectiveUntil ?? today, 1), today)}`;
  return { kind: "bad", words: `${outside}. ${words}` };
}

function dayOf(instant: string, today: CalendarDate): string {
  return formatDay(dateIn(new Date(instant), WASHINGTON), today);
}

/** Where a review stands, in words: "Stale, 224 days overdue", "in 51 days". */
export function reviewInWords(reviewBy: CalendarDate | null, today: CalendarDate): StateInWords {
  const review = reviewState(reviewBy, today);
  switch (review.state) {
    case "no review needed":
      return { kind: "ok", words: "No review needed" };
    case "current":
      return { kind: "ok", words: formatDay(reviewBy ?? today, today) };
    case "due soon":
      return { kind: "warn", words: review.days === 0 ? "today" : `in ${counted(review.days, "day")}` };
    case "stale":
      return { kind: "bad", words: `Stale, ${counted(review.days, "day")} overdue` };
  }
}

/** A proof point as a list to choose from has it: "P17 Of the arms …", and whether it is stale. */
export function proofPointToChoose(
  { code, claim, reviewBy }: { code: string; claim: string; reviewBy: CalendarDate | null },
  today: CalendarDate,
): Option {
  const review = reviewInWords(reviewBy, today);
  return { value: code, label: `${code} ${claim}${review.kind === "bad" ? ` ${review.words}` : ""}` };
}

/** "by 1 audience", "by 4 audiences". */
export function audiencesInWords(count: number): string {
  return `by ${count} ${count === 1 ? "audience" : "audiences"}`;
}

/** "Heard 11 times, answered 7, not pressed again by 4 audiences". */
export function heardInWords({
  heard,
  answered,
  notPressed,
}: {
  heard: number;
  answered: number;
  notPressed: number;
}): string {
  if (heard === 0) return "Not yet heard";
  const quiet = notPressed === 0 ? "" : `, not pressed again ${audiencesInWords(notPressed)}`;
  return `Heard ${timesInWords(heard)}, answered ${answered}${quiet}`;
}

/**
 * The hash that a clearance of an objection's reply is bound to: the objection's name and the words to say, to the
 * code point. The note to the speaker is no part of it. What was cleared before a reply had words to say was
 * guidance, and counts for no words, not even the same ones (DOMAIN.md, objection).
 */
export function wordsToSayHash({ name, wordsToSay }: { name: string; wordsToSay: string }): string {
  return textHash(["objection, words to say", name, wordsToSay]);
}
