import { capital, inWords, numberInWords } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { silentOf } from "../audiences/silence.ts";

type Message = { number: number; isRetired: boolean; meetings: number };
type Audience = {
  name: string;
  priority: number;
  isSilent: boolean;
  lastMetOn: CalendarDate | null;
  silentDays: number | null;
  cells: readonly { meetings: number }[];
};

/** At most this many audiences or messages are named; the others are counted. */
const MOST_NAMED = 3;

/**
 * What coverage says first, in sentences built by rule: which audiences of priority 1 have had no contact with us for
 * over 60 days, which of priority 2, and which message nobody, or who of these, has never heard. `audiences` are those that have
 * not ended, each with its cells in the order of the messages.
 */
export function coverageFinding(messages: readonly Message[], audiences: readonly Audience[]): string[] {
  if (audiences.length === 0) return ["The campaign has no audiences at present."];
  if (audiences.every(({ lastMetOn }) => lastMetOn === null))
    return ["No audience has had contact with us yet."];
  const first = audiences.filter(({ priority }) => priority === 1);
  const second = audiences.filter(({ priority }) => priority === 2);
  return [...silence(first, 1), ...silence(second, 2), ...unheard(messages, [...first, ...second])];
}

function silence(audiences: readonly Audience[], priority: number): string[] {
  if (audiences.length === 0) return [];
  const silent = audiences.filter(({ isSilent }) => isSilent);
  const told = silentOf(silent.length, audiences.length, `priority-${priority}`);
  if (silent.length === 0) return [`${told}.`];
  const names = named(
    longestFirst(silent).map(({ name, silentDays }) => ({
      name,
      detail: silentDays === null ? "never" : `${silentDays} days`,
    })),
  );
  return [`${told}: ${names}.`];
}

function longestFirst(audiences: readonly Audience[]): Audience[] {
  return audiences.toSorted((one, other) => (one.lastMetOn ?? "").localeCompare(other.lastMetOn ?? ""));
}

function unheard(messages: readonly Message[], audiences: readonly Audience[]): string[] {
  const unused = messages.filter(({ isRetired, meetings }) => !isRetired && meetings === 0);
  const told =
    unused.length === 0
      ? []
      : [`${messagesInWords(unused)} ${unused.length === 1 ? "has" : "have"} never been used in a meeting.`];
  const gaps = messages.flatMap((message, at) => {
    if (message.isRetired || message.meetings === 0) return [];
    const without = audiences.filter(({ cells }) => cells[at]?.meetings === 0);
    return without.length === 0 ? [] : [{ message, without }];
  });
  const isAnyInUse = messages.some(({ isRetired }) => !isRetired);
  if (gaps.length === 0 && unused.length === 0 && audiences.length > 0 && isAnyInUse)
    return ["Every priority 1 and 2 audience has heard every message in use."];
  return [
    ...told,
    ...gaps
      .slice(0, MOST_NAMED)
      .map(
        ({ message, without }) =>
          `Message ${message.number} has never been used with ${named(without.map(({ name }) => ({ name, detail: "" })))}.`,
      ),
    ...others(gaps.length - MOST_NAMED),
  ];
}

function others(count: number): string[] {
  if (count < 1) return [];
  const which = `${capital(numberInWords(count))} other ${count === 1 ? "message" : "messages"}`;
  return [`${which} ${count === 1 ? "has" : "have"} not been used with every priority 1 or 2 audience.`];
}

function messagesInWords(messages: readonly Message[]): string {
  const numbers = messages.map(({ number }) => String(number));
  const more = numbers.length - MOST_NAMED;
  const shown = more > 0 ? [...numbers.slice(0, MOST_NAMED), `${numberInWords(more)} more`] : numbers;
  return `${numbers.length === 1 ? "Message" : "Messages"} ${inWords(shown)}`;
}

function named(audiences: readonly { name: string; detail: string }[]): string {
  const words = audiences
    .slice(0, MOST_NAMED)
    .map(({ name, detail }) => (detail === "" ? name : `${name} (${detail})`));
  const more = audiences.length - MOST_NAMED;
  return inWords(more > 0 ? [...words, `${numberInWords(more)} more`] : words);
}
