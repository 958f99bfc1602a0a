import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import type { AudienceMix } from "./audience-mix.ts";
import { lowerFirst, numbersInWords } from "./message-numbers.ts";
import { type SinceStart, sinceStartInWords, whenInWords } from "./since-start.ts";

type Told = {
  day: CalendarDate;
  byMessage: readonly {
    message: { number: number; isRetired: boolean };
    since: SinceStart | null;
    mix: AudienceMix | null;
  }[];
};

/** Each message in use that has moved, and in one sentence those of which we cannot tell. */
export function sinceTold({ byMessage, day }: Told): string[] {
  const compared = byMessage.flatMap(({ message, since, mix }) =>
    since === null || message.isRetired ? [] : [{ number: message.number, since, mix }],
  );
  const moved = compared.flatMap(({ number, since, mix }) => {
    const words = sinceStartInWords(since, day);
    return words === null ? [] : [`Message ${number} ${words}${mix?.isOther ? OTHER_PEOPLE_TOO : ""}.`];
  });
  const unclear = compared.filter(({ since }) => sinceStartInWords(since, day) === null);
  const [first] = unclear;
  if (first === undefined) return moved;
  const which = lowerFirst(numbersInWords(unclear.map(({ number }) => number)));
  const last = moved.at(-1);
  if (last !== undefined) return [...moved.slice(0, -1), `${last.slice(0, -1)}; of ${which} we cannot tell.`];
  const isOneDay = unclear.every(({ since }) => since.from === first.since.from);
  const when = isOneDay ? whenInWords(first.since.from, day) : "at its start";
  const stands = unclear.length === 1 ? "stands" : "stand";
  return [`Whether ${which} ${stands} higher than ${when} we cannot tell.`];
}

const OTHER_PEOPLE_TOO = ", and we have also met other people since";
