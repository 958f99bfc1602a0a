import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatDay, formatDayAndTime, formatDayWithYear } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { EventRecord } from "../outreach-event-record.server.ts";
import { findSeries, type SeriesEvent } from "./record.server.ts";
import { ruleInWords } from "./rule-in-words.ts";

/** What an event of a series says of it: the rule in words, which time it is, the ones beside it, and those left out. */
export async function seriesAround({ campaign, database, now }: CampaignArrival, event: EventRecord) {
  if (event.series === null) return null;
  const series = await findSeries(database.read, campaign.id, event.series.id);
  if (series === null) return null;
  const position = series.times.findIndex(({ eventId }) => eventId === event.id);
  const { slot } = event.series;
  const today = dateIn(now, WASHINGTON);
  return {
    rule: series.parsed === null ? "Repeats by a rule of its own" : ruleInWords(series.parsed, series.zone),
    position: position + 1,
    count: series.times.length,
    previous: besideIt(campaign.id, series.times[position - 1], today),
    next: besideIt(campaign.id, series.times[position + 1], today),
    /** The day that the rule gave it, where it stands elsewhere now. */
    movedFrom: slot === event.wallStart ? null : slotInWords(slot, event.isAllDay, today),
    leftOut: series.leftOut.map(({ id, slot: day, reason }) => ({
      id,
      day: formatDayWithYear(day.slice(0, 10)),
      reason,
    })),
  };
}

export type SeriesAround = NonNullable<Awaited<ReturnType<typeof seriesAround>>>;

function besideIt(campaignId: string, time: SeriesEvent | undefined, today: CalendarDate) {
  if (time === undefined) return null;
  return { to: `/c/${campaignId}/events/${time.eventId}`, label: formatDayAndTime(time.startsAt, today) };
}

function slotInWords(slot: string, isAllDay: boolean, today: CalendarDate): string {
  const day = formatDay(slot.slice(0, 10), today);
  return isAllDay ? day : `${day}, ${slot.slice(11)}`;
}
