import type { CampaignArrival } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { isPeriodName, PERIODS, periodOf, readPeriod } from "../read-period.ts";
import { readActivityReport } from "../store.server.ts";

/** Everything that the activity page and its files show, of the period that the address asks for. */
export async function activityView({ campaign, now, today, url, database }: CampaignArrival) {
  const asked = readPeriodAsked(url.searchParams, campaign.startsOn, today);
  return {
    campaignId: campaign.id,
    asked,
    report: await readActivityReport(database.read, campaign, { ...asked.period, now }),
  };
}

export type ActivityView = Awaited<ReturnType<typeof activityView>>;

/** The period that the address asks for; `name` is null where its days were typed. `typed` stays as it was, with what is wrong. */
export type PeriodAsked = ReturnType<typeof readPeriodAsked>;

/** Reads ?period=last-month, or ?from=1 Mar 2026&to=31 Mar 2026. What is not understood is said, and shows the usual period. */
export function readPeriodAsked(search: URLSearchParams, startsOn: CalendarDate, today: CalendarDate) {
  const typed = { from: search.get("from")?.slice(0, 60) ?? "", to: search.get("to")?.slice(0, 60) ?? "" };
  const errors = { from: null, to: null };
  const asked = search.get("period") ?? "";
  const name = isPeriodName(asked) ? asked : PERIODS[0].value;
  const named = { period: periodOf(name, startsOn, today), name, typed, errors };
  if (typed.from.trim() === "" && typed.to.trim() === "") return named;
  const read = readPeriod(typed, startsOn, today);
  return read.ok ? { period: read.period, name: null, typed, errors } : { ...named, errors: read.errors };
}

/** The same period for the address of another page or file. */
export function periodSearch({ period: { from, to }, name }: PeriodAsked): URLSearchParams {
  return new URLSearchParams(name === null ? { from, to } : { period: name });
}
