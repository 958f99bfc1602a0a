import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

export type CampaignDates =
  | { ok: true; startsOn: CalendarDate; endsOn: CalendarDate }
  | { ok: false; errors: { startsOn: string | null; endsOn: string | null } };

/** Whether the days of a campaign agree: one day is enough. */
export function checkCampaignDates({
  startsOn,
  endsOn,
}: {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}): { ok: true } | { ok: false; reason: CampaignRefusal } {
  return endsOn < startsOn ? { ok: false, reason: "ends-before-it-starts" } : { ok: true };
}

export type CampaignRefusal = "ends-before-it-starts";

/** What to tell somebody whose campaign is refused, at the field where it stands. */
export function explainCampaignRefusal(_: CampaignRefusal): { endsOn: string } {
  return { endsOn: "Enter a last day on or after the first" };
}

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
  if (start.ok && end.ok) {
    const days = { startsOn: start.date, endsOn: end.date };
    const checked = checkCampaignDates(days);
    return checked.ok
      ? { ok: true, ...days }
      : { ok: false, errors: { startsOn: null, ...explainCampaignRefusal(checked.reason) } };
  }
  return {
    ok: false,
    errors: {
      startsOn: start.ok ? null : explainDateRefusal(start.reason),
      endsOn: end.ok ? null : explainDateRefusal(end.reason),
    },
  };
}
