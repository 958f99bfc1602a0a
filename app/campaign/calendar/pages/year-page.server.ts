import { CHAMBERS, type SessionDay } from "#app/campaign/session-days/session-day.ts";
import { standingsOf } from "#app/campaign/session-days/session-runs.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { mondayOf } from "#app/time/calendar-date.ts";
import { cityOf, formatDay } from "#app/time/format.ts";
import { holidaysHeading } from "#app/time/home-capital.ts";
import { unusualTimes, usualHoursApart } from "#app/time/hours-apart.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import { type TimeToPlan, timesToPlan } from "../weeks-to-plan.ts";
import { type ComingVisit, countByWeek, countOnSeats, listVisits } from "../year.server.ts";
import type { CalendarScope } from "./calendar-scope.ts";
import {
  daysOfYear,
  mondaysOf,
  newCongressAfter,
  type YearModel,
  type YearWeek,
  yearModel,
} from "./year-model.ts";

export type YearPage = YearModel & { year: number; times: TimeToPlan[]; sources: YearSources };

/** The session year: what is known of Congress, the holidays, and how many events each week has. */
export async function yearPage(scope: CalendarScope): Promise<YearPage> {
  const { arrival, campaignIds, search, today } = scope;
  const { now, home } = arrival;
  const read = arrival.database.read;
  const year = Number(search.date.slice(0, 4));
  const mondays = mondaysOf(year);
  const { first, last } = daysOfYear(year);
  const from = mondayOf(today) > first ? mondayOf(today) : first;
  const [counts, days, visits, onSeats] = await Promise.all([
    countByWeek(read, { campaignIds, mondays, now }, search.filter),
    listSessionDays(read, first, last),
    from > last ? [] : listVisits(read, campaignIds, from, last),
    countOnSeats(read, campaignIds),
  ]);
  const facts = {
    counts,
    today,
    standings: standingsOf(days),
    homeZone: home.homeZone,
    homeCountry: home.homeCountry,
  };
  const model = yearModel(year, mondays, facts);
  const next = newCongressAfter(year);
  const around = {
    today,
    city: cityOf(home.homeZone),
    newCongress: next === null ? null : { day: next, ...onSeats },
  };
  return {
    ...model,
    year,
    times: timesToPlan(weeksOf(model.weeks, visits), around),
    sources: yearSources(year, days, model, { ...home, today }),
  };
}

function weeksOf(weeks: readonly YearWeek[], visits: readonly ComingVisit[]) {
  return weeks.map(({ monday, house, senate, atHome, events }) => ({
    monday,
    house,
    senate,
    events,
    closedAtHome: atHome.map(({ date }) => date),
    visits: visits.filter(({ day }) => mondayOf(day) === monday),
  }));
}

/** What the year rests on, a paragraph each; `hours` is null where the clocks are always as far apart. */
export type YearSources = {
  congress: string;
  holidays: string;
  hours: { heading: string; text: string } | null;
};

function yearSources(
  year: number,
  days: readonly SessionDay[],
  model: Pick<YearModel, "weeks" | "leftOut">,
  { homeZone, homeCountry, today }: { homeZone: Zone; homeCountry: string; today: CalendarDate },
): YearSources {
  return {
    congress: [
      sourcesOf(days, today),
      unknownWeeks(model),
      "The leadership of each chamber may change its calendar.",
    ]
      .filter(Boolean)
      .join(" "),
    holidays: holidaysOf(year, model, homeCountry),
    hours: hoursOf(year, homeZone),
  };
}

/** Each source once, with the latest day on which it said so: "CQ Roll Call (as of 20 Nov 2025); …" */
function sourcesOf(days: readonly SessionDay[], today: CalendarDate): string {
  const latest = new Map<string, CalendarDate>();
  for (const { source, asOf } of days) {
    const known = latest.get(source);
    if (known === undefined || known < asOf) latest.set(source, asOf);
  }
  if (latest.size === 0) return "No source is recorded for this year.";
  return `${[...latest].map(([source, asOf]) => `${source} (as of ${formatDay(asOf, today)})`).join("; ")}.`;
}

function unknownWeeks({ weeks }: Pick<YearModel, "weeks">): string {
  const [house, senate] = CHAMBERS.map(
    (chamber) =>
      weeks.filter((week) => (chamber === "House" ? week.house : week.senate).standing === "not known")
        .length,
  );
  if (house === 0 && senate === 0) return "";
  return `Weeks not fully covered by a source are shown as not known: ${house} for the House, ${senate} for the Senate.`;
}

function holidaysOf(year: number, { leftOut }: Pick<YearModel, "leftOut">, homeCountry: string): string {
  if (leftOut.length === 0) return "Calculated by rule.";
  const dates = leftOut.map(({ date }) => formatDay(date, `${year}-01-01`));
  return `Calculated by rule. ${holidaysHeading(homeCountry)} that fall on a weekend in ${year} are left out: ${[...new Set(dates)].join(", ")}.`;
}

function hoursOf(year: number, homeZone: Zone): YearSources["hours"] {
  const times = unusualTimes(year, homeZone);
  const [first] = times;
  if (first === undefined) return null;
  const usual = usualHoursApart(year, homeZone);
  const home = String((10 + usual + 24) % 24).padStart(2, "0");
  const when = times.map(({ words }) => words).join(" and ");
  return {
    heading: `${Math.abs(first.hours)} hours`,
    text: `${when}: the two capitals do not change their clocks together. In all other weeks 10:40 in Washington is ${home}:40 in ${cityOf(homeZone)}.`,
  };
}
