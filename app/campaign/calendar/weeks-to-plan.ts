import { capital, countedInWords, inWords, numberInWords } from "#app/text/in-words.ts";
import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { formatDayLabel } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { congressWeekInWords, type SessionWeek } from "./session-week.ts";

/** A week of the year as the rules see it. */
export type WeekFacts = {
  monday: CalendarDate;
  house: SessionWeek;
  senate: SessionWeek;
  /** The working days on which the ministry is closed. */
  closedAtHome: readonly CalendarDate[];
  events: number;
  visits: readonly { id: string; campaignId: string; title: string; day: CalendarDate }[];
};

export type LeadsTo =
  | { to: "week"; date: CalendarDate }
  | { to: "visit"; id: string; campaignId: string }
  | { to: "new Congress" };

/** A time to plan for: its first day, the last where it is several weeks, and why, a sentence each. */
export type TimeToPlan = {
  first: CalendarDate;
  last: CalendarDate | null;
  sentences: string[];
  leads: LeadsTo;
};

type Around = {
  today: CalendarDate;
  /** The city of the ministry. */
  city: string;
  /** Where the Congress changes after the year; null where it does not. */
  newCongress: { day: CalendarDate; audiences: number; followUps: number } | null;
};

const MOST_WEEKS = 6;
const RECESS_WEEKS = 2;

/**
 * The weeks to plan for, from this one on, by rule: this week; a week in which a chamber meets after two or more away;
 * a week with a delegation visit; one in which the ministry is closed on a working day and something is going on; the
 * last weeks in which a chamber meets before a Congress ends; and the new one. Six weeks at most beside the last two; in order of time.
 * Source: DESIGN.md, mock-up calendar-year.
 */
export function timesToPlan(weeks: readonly WeekFacts[], around: Around): TimeToPlan[] {
  const thisMonday = mondayOf(around.today);
  const coming = weeks.flatMap((week, index) => {
    if (week.monday < thisMonday) return [];
    const sentences = reasonsOf(week, weeks.slice(0, index), around);
    const isThisWeek = week.monday === thisMonday;
    return isThisWeek || sentences.length > 0 ? [timeOf(week, sentences)] : [];
  });
  const times = [...coming.slice(0, MOST_WEEKS), ...lastChance(weeks, around), ...newCongress(around)];
  return times.sort((a, b) => a.first.localeCompare(b.first));
}

function timeOf(week: WeekFacts, reasons: readonly string[]): TimeToPlan {
  const [visit] = week.visits;
  const events = eventsInWords(week.events);
  const congress = `${congressWeekInWords(week.house, week.senate)}.`;
  return {
    first: week.monday,
    last: null,
    sentences: [...reasons, congress, ...(events === null ? [] : [events])],
    leads:
      visit === undefined
        ? { to: "week", date: week.monday }
        : { to: "visit", id: visit.id, campaignId: visit.campaignId },
  };
}

function reasonsOf(week: WeekFacts, before: readonly WeekFacts[], { city }: Around): string[] {
  const visits = week.visits.map(({ title, day }) => `${title} on ${formatDayLabel(day)}.`);
  const isBusy = visits.length > 0 || week.events > 0 || meets(week.house) || meets(week.senate);
  const closed = inWords(week.closedAtHome.map(formatDayLabel));
  return [
    ...backFromRecess(week, before),
    ...visits,
    ...(isBusy && closed !== "" ? [`The ministry in ${city} is closed on ${closed}.`] : []),
  ];
}

/** "Both chambers return after five weeks away.", where each was away, by a source, for two weeks or more before. */
function backFromRecess(week: WeekFacts, before: readonly WeekFacts[]): string[] {
  const house = weeksAway(
    week.house,
    before.map((one) => one.house),
  );
  const senate = weeksAway(
    week.senate,
    before.map((one) => one.senate),
  );
  if (house > 0 && house === senate)
    return [`Both chambers return after ${numberInWords(house, 12)} weeks away.`];
  return [
    ...(house > 0 ? [`The House returns after ${numberInWords(house, 12)} weeks away.`] : []),
    ...(senate > 0 ? [`The Senate returns after ${numberInWords(senate, 12)} weeks away.`] : []),
  ];
}

/** For how many weeks a chamber that meets was away before; 0 for fewer than two. */
function weeksAway(week: SessionWeek, before: readonly SessionWeek[]): number {
  const last = before.findLastIndex(({ standing }) => standing !== "away");
  const away = before.length - 1 - last;
  return meets(week) && away >= RECESS_WEEKS ? away : 0;
}

function lastChance(weeks: readonly WeekFacts[], { today, newCongress: next }: Around): TimeToPlan[] {
  if (next === null) return [];
  const coming = weeks.filter(({ monday }) => monday >= mondayOf(today));
  const end = coming.findLastIndex(({ house, senate }) => meets(house) || meets(senate));
  if (end < 0) return [];
  const start =
    coming.slice(0, end).findLastIndex(({ house, senate }) => !meets(house) && !meets(senate)) + 1;
  const run = coming.slice(start, end + 1);
  const chambers = [
    sentenceOf(
      "The House",
      run.map((one) => one.house),
    ),
    sentenceOf(
      "the Senate",
      run.map((one) => one.senate),
    ),
  ];
  return [
    {
      first: run[0]?.monday ?? today,
      last: addDays(run.at(-1)?.monday ?? today, 4),
      sentences: [
        `${chambers.join("; ")}.`,
        run.length === 1
          ? "This is the last known session week before the new Congress."
          : "These are the last known session weeks before the new Congress.",
      ],
      leads: { to: "week", date: run[0]?.monday ?? today },
    },
  ];
}

/** "House in session three weeks", "Senate in session one week of three, not known two". */
function sentenceOf(chamber: string, weeks: readonly SessionWeek[]): string {
  const meeting = weeks.filter(meets).length;
  const unknown = weeks.filter(({ standing }) => standing === "not known").length;
  const known =
    meeting > 0
      ? `sits for ${countedInWords(meeting, "week")}`
      : unknown > 0
        ? "is not known to meet"
        : "does not sit";
  const rest = unknown === 0 ? "" : ` (${numberInWords(unknown, 12)} not known)`;
  return `${chamber} ${known}${rest}`;
}

function newCongress({ today, newCongress: next }: Around): TimeToPlan[] {
  if (next === null || next.day < today) return [];
  const { audiences, followUps, day } = next;
  const hanging = [
    ...(audiences === 0 ? [] : [countedInWords(audiences, "audience")]),
    ...(followUps === 0 ? [] : [countedInWords(followUps, "open follow-up")]),
  ].join(" and ");
  const hang = `${capital(hanging)} ${audiences + followUps === 1 ? "depends" : "depend"} on seats that may change.`;
  const sentences = ["The new Congress begins.", ...(audiences + followUps === 0 ? [] : [hang])];
  return [{ first: day, last: null, sentences, leads: { to: "new Congress" } }];
}

function meets({ standing }: SessionWeek): boolean {
  return standing === "in session" || standing === "part";
}

function eventsInWords(events: number): string | null {
  return events === 0 ? null : `${capital(countedInWords(events, "event"))}.`;
}
