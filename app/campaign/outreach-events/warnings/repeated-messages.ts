import { inWords } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate, Timed } from "#app/time/wall-time.ts";
import { daysApart, daysTaken } from "./days-taken.ts";
import { areOfOneSeries, type JudgedEvent } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/** Days within which the same message to the same person is pointed out, before and after. */
export const REPEAT_DAYS = 90;

/**
 * A message at another event of the campaign: logged as used there, or, while nothing is logged, planned. `heardBy` are
 * the contacts who were or are to be there.
 */
export type SaidBefore = Timed & {
  eventId: string;
  campaignId: string;
  /** The series of which that event is one time. */
  seriesId: string | null;
  title: string;
  messageId: string;
  isLogged: boolean;
  heardBy: readonly string[];
};

/**
 * The messages of an event that one of its participants hears, or has heard, at another event 90 days away or fewer. One
 * sentence for each message and other event; none for another time of its own series.
 */
export function repeatWarnings(
  event: JudgedEvent,
  saidBefore: readonly SaidBefore[],
  today: CalendarDate,
): Warning[] {
  const days = daysTaken(event);
  return saidBefore
    .filter((said) => said.eventId !== event.id && daysApart(days, daysTaken(said)) <= REPEAT_DAYS)
    .filter((said) => !areOfOneSeries(event, said))
    .flatMap((said) => {
      const number = event.messages.find(({ id }) => id === said.messageId)?.number;
      const names = event.participants.filter(({ id }) => said.heardBy.includes(id)).map(({ name }) => name);
      return number === undefined || names.length === 0 ? [] : [repeatWarning(number, names, said, today)];
    });
}

function repeatWarning(
  number: number,
  names: readonly string[],
  said: SaidBefore,
  today: CalendarDate,
): Warning {
  const day = formatDay(daysTaken(said).first, today);
  const verb = said.isLogged ? "was put to" : "is planned with";
  const words = `Message ${number} ${verb} ${inWords(names)} on ${day} (${said.title}).`;
  return {
    kind: "message repeated",
    words,
    who: [],
    other: { campaignId: said.campaignId, eventId: said.eventId },
  };
}
