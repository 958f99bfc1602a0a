import { standingsOf } from "#app/campaign/session-days/session-runs.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { mondaysOf, newCongressAfter } from "../session-year.ts";
import { type TimeToPlan, timesToPlan } from "../weeks-to-plan.ts";
import { type ComingVisit, countByWeek, countOnSeats, listVisits } from "../year.server.ts";
import type { CalendarScope } from "./calendar-scope.ts";
import { type YearModel, type YearWeek, yearModel } from "./year-model.ts";
import { type YearSources, yearSources } from "./year-sources.ts";

export type YearPage = YearModel & { year: number; times: TimeToPlan[]; sources: YearSources };

/** The session year: what is known of Congress, the holidays, and how many events each week has. */
export async function yearPage(scope: CalendarScope): Promise<YearPage> {
  const { arrival, campaignIds, search, today } = scope;
  const { now, home } = arrival;
  const read = arrival.database.read;
  const year = Number(search.date.slice(0, 4));
  const mondays = mondaysOf(year);
  const [first, last] = [mondays[0] ?? "", addDays(mondays.at(-1) ?? "", 6)];
  const from = mondayOf(today) > first ? mondayOf(today) : first;
  const [counts, days, visits, onSeats] = await Promise.all([
    countByWeek(read, { campaignIds, mondays, now }, search.filter),
    listSessionDays(read, first, last),
    from > last ? [] : listVisits(read, campaignIds, from, last),
    countOnSeats(read, campaignIds),
  ]);
  const facts = {
    ...{ counts, today, standings: standingsOf(days) },
    ...{ homeZone: home.homeZone, homeCountry: home.homeCountry },
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
    sources: yearSources(year, days, model, home),
  };
}

function weeksOf(weeks: readonly YearWeek[], visits: readonly ComingVisit[]) {
  return weeks.map(({ monday, house, senate, atHome, events }) => ({
    ...{ monday, house, senate, events },
    closedAtHome: atHome.map(({ date }) => date),
    visits: visits.filter(({ day }) => mondayOf(day) === monday),
  }));
}
