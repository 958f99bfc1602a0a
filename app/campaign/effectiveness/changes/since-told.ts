import type { AudienceMix } from "#app/method/audience-mix.ts";
import { levelInDigits } from "#app/method/figure.ts";
import { type SinceStart, sinceStartInWords, whenInWords } from "#app/method/since-start.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

type Moved = { since: SinceStart | null; mix: AudienceMix | null };

type Told = {
  day: CalendarDate;
  byMessage: readonly (Moved & { message: { number: number; isRetired: boolean } })[];
};

const OTHER_PEOPLE_TOO = ", but since then the mix of audiences has also changed";

/**
 * The message in use that has most surely moved since its start, in a sentence; that of none it can be told. The others
 * stand under their charts. Source: EFFECTIVENESS.md §7.
 */
export function sinceTold({ byMessage, day }: Told): string[] {
  const compared = byMessage.flatMap(({ message, since, mix }) =>
    since === null || message.isRetired ? [] : [{ number: message.number, since, mix }],
  );
  const [surest] = compared.toSorted((a, b) => sureness(b.since) - sureness(a.since));
  if (surest === undefined) return [];
  const words = sinceStartInWords(surest.since, day);
  if (words === null) return ["We cannot tell whether any message is better received now than at first."];
  return [`Message ${surest.number} ${words}${surest.mix?.isOther ? OTHER_PEOPLE_TOO : ""}.`];
}

function sureness({ pHigher }: SinceStart): number {
  return Math.abs(pHigher - 0.5);
}

/**
 * How one message stands against its start, under its chart: "−0.3 in February. It is slightly more likely than not
 * (66 %) to be better received than in February, but since then the mix of audiences has also changed." Empty where nothing is compared.
 */
export function sinceInCaption(
  { since, mix, course }: Moved & { course: readonly { day: number; mean: number }[] },
  today: CalendarDate,
): string {
  if (since === null) return "";
  const then = course.find(({ day }) => day === dayNumber(since.from));
  const when = whenInWords(since.from, today);
  const start = then === undefined ? "" : `${levelInDigits(then.mean)} ${when}. `;
  const words = sinceStartInWords(since, today);
  if (words === null) return `${start}We cannot tell whether it is better received now.`;
  return `${start}It ${words}${mix?.isOther ? OTHER_PEOPLE_TOO : ""}.`;
}
