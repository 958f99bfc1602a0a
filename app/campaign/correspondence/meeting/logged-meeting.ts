import type { Side } from "#app/campaign/audiences/audience-of-organisation.ts";
import { atWord } from "#app/text/cut.ts";
import { type GroundRule, type Handling, isAtLeastAsStrict } from "#app/text/handling.ts";
import { countedInWords, inWords } from "#app/text/in-words.ts";
import type { CalendarDate, Timed } from "#app/time/wall-time.ts";

export type MeetingAudience = { id: string; name: string; kind: string; priority: number };

/**
 * Somebody of theirs who was there; the name is "" once it is erased. `side` is that on which they sat or worked on the day
 * of the meeting, in the committee that it was with; null where that is not recorded.
 */
export type Attendee = { id: string; name: string; title: string; side: Side | null };

/** What one officer logged. */
export type MeetingLog = {
  officer: string;
  said: string;
  impression: string;
  assessment: string;
  askAnswer: string;
  groundRule: GroundRule;
  /** The messages that were put, each once. */
  put: readonly PutMessage[];
  /** What they objected: by the code and name of a known objection, else in the words of the log. */
  objections: readonly {
    objectionId: string | null;
    code: string | null;
    name: string | null;
    text: string;
    isAnswered: boolean;
  }[];
};

/** A message that came up: in its words or in others, and since when these words are cleared; null where they are not. */
export type PutMessage = { title: string; isAsWritten: boolean; clearedOn: CalendarDate | null };

export type MeetingPromise = {
  text: string;
  promisedBy: "us" | "them";
  dueOn: CalendarDate;
  doneAt: string | null;
  owner: string | null;
  contactId: string | null;
};

/** A meeting that was held, with everything that was logged of it; without a log where `logs` is empty. */
export type LoggedMeeting = Timed & {
  eventId: string;
  title: string;
  kind: string;
  day: CalendarDate;
  place: string;
  ask: string;
  /** The narrowest of the event's and its logs'. */
  handling: Handling;
  groundRule: GroundRule;
  audiences: readonly MeetingAudience[];
  attended: readonly Attendee[];
  officers: readonly string[];
  logs: readonly MeetingLog[];
  promises: readonly MeetingPromise[];
};

/** Whether a cable of that handling may tell of it. Source: DOMAIN.md, outcome (ground rule) and rule 13. */
export function isReportable(
  { handling, groundRule }: Pick<LoggedMeeting, "handling" | "groundRule">,
  cable: Handling,
): boolean {
  const mayBeTold = groundRule === "on the record" || groundRule === "background";
  return mayBeTold && isAtLeastAsStrict(cable, handling);
}

/** "Senate Foreign Relations, majority staff": whom a meeting was with; "" where no audience is recorded. */
export function audiencesInWords({ audiences }: Pick<LoggedMeeting, "audiences">): string {
  return inWords(audiences.map(({ name }) => name));
}

/** In characters: where a title or a bracket still reads in one breath. */
const MOST_OF_AUDIENCES = 120;
const MOST_OF_A_NAME = 90;

/** The same where it is short; else the first of them "and two others", a long name cut at a word. */
export function audiencesInShort({ audiences }: { audiences: readonly { name: string }[] }): string {
  const all = inWords(audiences.map(({ name }) => name));
  const [first, ...others] = audiences;
  if (all.length <= MOST_OF_AUDIENCES || first === undefined) return all;
  if (others.length === 0) return atWord(first.name, MOST_OF_AUDIENCES);
  return inWords([atWord(first.name, MOST_OF_A_NAME), countedInWords(others.length, "other")]);
}

/** Codes stay inside: an objection is told by its name, a message by its title, a proof point as one of ours. */
export type NamedInside = {
  objections: ReadonlyMap<string, string>;
  messages: ReadonlyMap<number, string>;
};

/** A note with the codes of the library in words. */
export function withoutCodes(text: string, { objections, messages }: NamedInside): string {
  return text
    .replaceAll(/(?:\b(?:[Oo]bjection|[Dd]ifficult question) )?\bO\d{1,3}\b/g, (found) => {
      const name = objections.get(/O\d+/.exec(found)?.[0] ?? "");
      return name === undefined ? found : `*${name}*`;
    })
    .replaceAll(/\b[Mm]essage (\d{1,2})\b/g, (found, number: string) => {
      const title = messages.get(Number(number));
      return title === undefined ? found : `*${title}*`;
    })
    .replaceAll(/\bP\d{1,3}\b/g, "one of our proof points");
}
