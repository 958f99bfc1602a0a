import { counted } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What an installation and a campaign have so far, in numbers; the desks are those that must agree and cannot. */
export type Begun = {
  people: number;
  messages: number;
  /** Chambers and committees of Congress, and members of the public list. */
  committees: number;
  members: number;
  /** The last day of which Congress's calendar says anything within the campaign; null for none. */
  sessionDaysUntil: CalendarDate | null;
  desksWithoutPeople: readonly string[];
  /** Wordings of messages that the ministry has cleared. */
  clearedWordings: number;
  audiences: number;
  events: number;
};

/** Something that a campaign needs before it works; `path` begins under its address, but for what an administrator does. */
export type FirstStep = {
  title: string;
  isDone: boolean;
  /** What there is, once it is done; else what to do. */
  words: string;
  act: { label: string; path: string; isAdministrators: boolean };
};

/** What a new campaign needs, in the order in which it is easiest, each done by what the records hold. */
export function firstSteps(begun: Begun, today: CalendarDate): FirstStep[] {
  return [
    colleagues(begun),
    library(begun),
    congress(begun),
    sessionDays(begun, today),
    clearance(begun),
    wording(begun),
    audiences(begun),
    event(begun),
  ];
}

const here = (label: string, path: string) => ({ label, path, isAdministrators: false });
const administrator = (label: string, path: string) => ({ label, path, isAdministrators: true });

function colleagues({ people }: Begun): FirstStep {
  const isDone = people > 1;
  return {
    title: "Colleagues",
    isDone,
    words: isDone
      ? `${people} people have a role in this campaign.`
      : "Give everyone who works on this campaign an account and a role.",
    act: administrator("Add colleagues", "/admin/accounts/import"),
  };
}

function library({ messages }: Begun): FirstStep {
  const isDone = messages > 0;
  return {
    title: "Message library",
    isDone,
    words: isDone
      ? `${counted(messages, "message")}.`
      : "Import messages with their evidence from files, take those that come with Demarche, or write your own.",
    act: here("Import the library", "/messages/files"),
  };
}

function congress({ committees, members }: Begun): FirstStep {
  const isDone = committees > 0;
  return {
    title: "Congress",
    isDone,
    words: isDone
      ? members > 0
        ? `${counted(members, "member")}, with committees and seats.`
        : `${counted(committees, "chamber or committee", "chambers and committees")}, no members yet.`
      : "Import the public list of members and committees: the one that comes with Demarche, or files of your own.",
    act: here("Import the list of Congress", "/contacts/congress"),
  };
}

function sessionDays({ sessionDaysUntil }: Begun, today: CalendarDate): FirstStep {
  return {
    title: "Session days",
    isDone: sessionDaysUntil !== null,
    words:
      sessionDaysUntil === null
        ? "Say when the House and the Senate meet, so that no meeting is planned for a recess."
        : `Known until ${formatDay(sessionDaysUntil, today)}.`,
    act: here("Import Congress’s calendar", "/session-days/import"),
  };
}

function clearance({ desksWithoutPeople }: Begun): FirstStep {
  const isDone = desksWithoutPeople.length === 0;
  return {
    title: "Who clears",
    isDone,
    words: isDone
      ? "Every desk that must agree has someone who can answer. Whoever drafts a paper cannot clear it too, unless the campaign’s rules allow it."
      : `${desksWithoutPeople.length === 1 ? "Desk" : "Desks"} for which no one can answer yet: ${desksWithoutPeople.join(", ")}.`,
    act: here("Set who must agree", "/settings/desks"),
  };
}

function wording({ clearedWordings }: Begun): FirstStep {
  const isDone = clearedWordings > 0;
  return {
    title: "Cleared wording",
    isDone,
    words: isDone
      ? `${counted(clearedWordings, "wording")} cleared by the ministry.`
      : "A ministry clearer opens each message and clears it; until then, new papers start without its wording.",
    act: here("See the messages", "/messages"),
  };
}

/** Before the first event: what is logged counts for an audience, and without one nothing can be rated. */
function audiences({ audiences: count }: Begun): FirstStep {
  const isDone = count > 0;
  return {
    title: "Audiences",
    isDone,
    words: isDone
      ? `${counted(count, "audience")}.`
      : "Add the groups in Washington that should hear the messages: a committee’s staff, an agency, the press.",
    act: here("Add an audience", "/audiences/new"),
  };
}

/** Of more events than these only that is said: they are counted whenever the overview is opened. */
export const MOST_EVENTS_COUNTED = 1_000;

function event({ events }: Begun): FirstStep {
  const isDone = events > 0;
  return {
    title: "First event",
    isDone,
    words: isDone
      ? `${events > MOST_EVENTS_COUNTED ? "More than 1,000 events" : counted(events, "event")} in the calendar.`
      : "Plan a first meeting: with whom, when and on which message.",
    act: here("Plan an event", "/events/new"),
  };
}
