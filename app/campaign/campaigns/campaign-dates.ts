import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

export type CampaignDates =
  | { ok: true; startsOn: CalendarDate; endsOn: CalendarDate }
  | { ok: false; errors: { startsOn: string | null; endsOn: string | null } };

/**
 * The first and last day of a campaign as they were typed. Refuses what is no day (see `parseDate`) and an
 * end before the start; one day is enough. `today` helps where a year is left out.
 */
export function readCampaignDates(
  typed: { startsOn: string; endsOn: string },
  today: CalendarDate,
): CampaignDates {
  const start = parseDate(typed.startsOn, today);
  const end = parseDate(typed.endsOn, today);
  if (start.ok && end.ok && end.date < start.date)
    return { ok: false, errors: { startsOn: null, endsOn: "Enter an end that is not before the start" } };
  if (start.ok && end.ok) return { ok: true, startsOn: start.date, endsOn: end.date };
  return {
    ok: false,
    errors: {
      startsOn: start.ok ? null : explainDateRefusal(start.reason),
      endsOn: end.ok ? null : explainDateRefusal(end.reason),
    },
  };
}
