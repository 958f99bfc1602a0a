import { briefDueAt, clearanceDueOnDay } from "#app/domain/time/back-planning.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";

/**
 * When the clearance of a paper is due: noon in Washington on the day counted back from the event, skipping the
 * holidays of the clearer's country (ISO 3166). Source: DOMAIN.md, rule 10.
 */
export function clearanceDueAt(eventStarts: Date, country: string): Date {
  return clearanceDueOnDay(dateIn(eventStarts, WASHINGTON), country);
}

/**
 * The time to offer a desk of that country: the rule's, or when that has passed already, the hour at which the brief
 * is due, or the event's own start. Null where all three have passed, or no event sets a time.
 */
export function offeredDueAt(eventStarts: Date | null, country: string, now: Date): Date | null {
  if (eventStarts === null) return null;
  const offers = [clearanceDueAt(eventStarts, country), briefDueAt(eventStarts), eventStarts];
  return offers.find((offer) => offer > now) ?? null;
}

/** A desk needs this long before its silence may count as agreement, in milliseconds: half an hour. */
const LEAST_NOTICE_MS = 30 * 60_000;

/**
 * When the silence of a desk counts as agreement: at its due time, where the campaign's setting allows it and the
 * desk was asked at least half an hour before. Null where silence is no answer. The embassy always answers by a
 * person, so that no text is cleared which no clearer has seen.
 */
export function silenceAt(asked: {
  side: "embassy" | "ministry";
  dueAt: Date | null;
  askedAt: Date;
  silenceIsAgreement: boolean;
}): Date | null {
  const { side, dueAt, askedAt, silenceIsAgreement } = asked;
  if (!silenceIsAgreement || side === "embassy" || dueAt === null) return null;
  return dueAt.getTime() - askedAt.getTime() >= LEAST_NOTICE_MS ? dueAt : null;
}
