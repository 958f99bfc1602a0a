import { type Share, shareOf } from "#app/text/in-words.ts";
import { addDays, daysFrom } from "#app/time/calendar-date.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import { type CalendarDate, dateIn } from "#app/time/wall-time.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** What a desk was asked to clear, and what became of it; instants are UTC, `country` is ISO 3166. */
export type AskedOfDesk = {
  desk: { id: string; name: string; country: string; zone: string };
  askedAt: string;
  dueAt: string | null;
  answer: "cleared" | "returned" | "withdrawn" | null;
  isBySilence: boolean;
  answeredAt: string | null;
};

/** What one desk was asked and answered. Desks are offices: nobody is named. */
export type DeskActivity = {
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
export function deskActivity(asked: readonly AskedOfDesk[]): DeskActivity[] {
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
    hours: spreadOf(
      answered.map(({ askedAt, answeredAt }) => (Date.parse(answeredAt) - Date.parse(askedAt)) / 3_600_000),
    ),
  };
}

/** Working days of a country after `from` up to `to`: 0 on the same day, and over a weekend none. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, country: string): number {
  return daysFrom(addDays(from, 1), to).filter((day) => isWorkingDay(day, country)).length;
}
