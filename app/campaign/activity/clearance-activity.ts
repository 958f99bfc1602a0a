import type { ClearanceManner } from "#app/campaign/clearances/clearance-status.ts";
import { type Share, shareOf } from "#app/text/in-words.ts";
import { addDays, daysFrom } from "#app/time/calendar-date.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import { type CalendarDate, dateIn, type Zone } from "#app/time/wall-time.ts";
import { type Spread, spreadOf } from "./duration-in-words.ts";

/** A paper with its first clearance: when it was first sent, when that clearance was due, when its event begins; UTC. */
export type ClearedPaper = {
  sentAt: string | null;
  clearedAt: string;
  dueAt: string | null;
  startsAt: string | null;
  manner: ClearanceManner;
};

/** A paper that was used in a text that nobody had cleared. */
export type UnclearedPaper = { paperId: string; title: string; eventId: string; day: CalendarDate };

/** What the records say of clearance in a period. */
export type ClearanceRecord = {
  cleared: readonly ClearedPaper[];
  /** Sendings of papers in the period, each to all desks at once: one round each. */
  rounds: { sent: number; returned: number; waiting: number };
  asked: readonly AskedOfDesk[];
  usedPapers: number;
  usedUncleared: readonly UnclearedPaper[];
};

/** How long clearance took, of talking points. A returned paper that was sent again counts from its first sending. */
export type ClearanceActivity = {
  cleared: number;
  byManner: { byPerson: number; bySilence: number; released: number };
  /** Hours from the first sending to the first clearance. */
  leadHours: Spread;
  /** Cleared without having been sent to a desk: no lead time. */
  clearedUnsent: number;
  beforeDue: Share;
  withoutDue: number;
  /** Hours from the clearance to the event, of papers cleared before it began. */
  hoursBeforeEvent: Spread;
  clearedAfterStart: number;
  rounds: { sent: number; returned: Share; waiting: number };
  desks: readonly DeskActivity[];
  usedPapers: number;
  usedUncleared: Share;
  uncleared: readonly UnclearedPaper[];
};

/** Works out lead times and shares. By silence and released count as cleared and are told apart. Source: DOMAIN.md, clearance. */
export function clearanceActivity(record: ClearanceRecord): ClearanceActivity {
  const { cleared, rounds, asked, usedPapers, usedUncleared } = record;
  const withDue = cleared.filter(({ dueAt }) => dueAt !== null);
  const ahead = cleared.flatMap(({ startsAt, clearedAt }) =>
    startsAt === null ? [] : [hoursBetween(clearedAt, startsAt)],
  );
  const leads = cleared.flatMap(({ sentAt, clearedAt }) =>
    sentAt === null || sentAt > clearedAt ? [] : [hoursBetween(sentAt, clearedAt)],
  );
  const inManner = (manner: ClearanceManner) => cleared.filter((paper) => paper.manner === manner).length;
  return {
    cleared: cleared.length,
    byManner: {
      byPerson: inManner("by a person"),
      bySilence: inManner("by silence"),
      released: inManner("released by the head of mission"),
    },
    leadHours: spreadOf(leads),
    clearedUnsent: cleared.length - leads.length,
    beforeDue: shareOf(
      withDue.filter(({ clearedAt, dueAt }) => dueAt !== null && clearedAt <= dueAt).length,
      withDue.length,
    ),
    withoutDue: cleared.length - withDue.length,
    hoursBeforeEvent: spreadOf(ahead.filter((hours) => hours >= 0)),
    clearedAfterStart: ahead.filter((hours) => hours < 0).length,
    rounds: { ...rounds, returned: shareOf(rounds.returned, rounds.sent) },
    desks: deskActivity(asked),
    usedPapers,
    usedUncleared: shareOf(usedUncleared.length, usedPapers),
    uncleared: usedUncleared,
  };
}

function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}

/** What a desk was asked to clear, and what became of it; instants are UTC, `country` is ISO 3166. */
export type AskedOfDesk = {
  desk: { id: string; name: string; country: string; zone: Zone };
  askedAt: string;
  dueAt: string | null;
  answer: "cleared" | "returned" | "withdrawn" | null;
  isBySilence: boolean;
  answeredAt: string | null;
};

/** What one desk was asked and answered. Desks are offices: nobody is named. */
type DeskActivity = {
  id: string;
  name: string;
  asked: number;
  cleared: number;
  bySilence: number;
  returned: number;
  withdrawn: number;
  open: number;
  /** Answered by the due time, of what had one and was answered by a person. */
  beforeDue: Share;
  /** Working days of the desk's own country from being asked to a person's answer; 0 is the same day. */
  workingDays: Spread;
  hours: Spread;
};

/** By desk, in the order in which they are met. A silence has no time of answer, since it lasts until the due time by rule. */
function deskActivity(asked: readonly AskedOfDesk[]): DeskActivity[] {
  return [...Map.groupBy(asked, ({ desk }) => desk.id).values()].flatMap((those) => {
    const [first] = those;
    return first === undefined ? [] : [ofDesk(first.desk, those)];
  });
}

function ofDesk(desk: AskedOfDesk["desk"], asked: readonly AskedOfDesk[]): DeskActivity {
  const answered = asked.flatMap(({ answer, answeredAt, isBySilence, ...rest }) =>
    (answer === "cleared" || answer === "returned") && answeredAt !== null && !isBySilence
      ? [{ ...rest, answeredAt }]
      : [],
  );
  const withDue = answered.filter(({ dueAt }) => dueAt !== null);
  const count = (answer: AskedOfDesk["answer"]) => asked.filter((one) => one.answer === answer).length;
  return {
    id: desk.id,
    name: desk.name,
    asked: asked.length,
    cleared: count("cleared"),
    bySilence: asked.filter(({ answer, isBySilence }) => answer === "cleared" && isBySilence).length,
    returned: count("returned"),
    withdrawn: count("withdrawn"),
    open: count(null),
    beforeDue: shareOf(
      withDue.filter(({ answeredAt, dueAt }) => dueAt !== null && answeredAt <= dueAt).length,
      withDue.length,
    ),
    workingDays: spreadOf(
      answered.map(({ askedAt, answeredAt }) =>
        workingDaysBetween(
          dateIn(new Date(askedAt), desk.zone),
          dateIn(new Date(answeredAt), desk.zone),
          desk.country,
        ),
      ),
    ),
    hours: spreadOf(answered.map(({ askedAt, answeredAt }) => hoursBetween(askedAt, answeredAt))),
  };
}

/** Working days of a country after `from` up to `to`: 0 on the same day, and over a weekend none. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, country: string): number {
  return daysFrom(addDays(from, 1), to).filter((day) => isWorkingDay(day, country)).length;
}
