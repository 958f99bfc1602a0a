import { listEventChoices } from "#app/campaign/outreach-events/choices.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate, formatDayAndTime } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { listEventsToTakeIn } from "../choices.server.ts";
import { programmePath, visitHere } from "../visit-here.server.ts";

/** What can go into the programme: events of its days that stand alone, and a new meeting with what is known of it. */
export async function newItemPage(arrival: CampaignArrival) {
  const { campaign, account, database, kept, now } = arrival;
  const { event, days, items } = await visitHere(arrival);
  const [choices, inCalendar] = await Promise.all([
    listEventChoices(database.read, campaign.id),
    listEventsToTakeIn(database.read, campaign.id, days),
  ]);
  const last = items.filter(({ takesPlace }) => takesPlace).at(-1);
  const day = last?.wallStart.slice(0, 10) ?? days.first;
  const isOfVisit = day >= days.first && day < addDays(days.last, 1);
  return {
    here: programmePath(campaign.id, event.id),
    title: event.title,
    choices,
    inCalendarCutAt: inCalendar.cutAt,
    inCalendar: inCalendar.rows.map(({ id, title, startsAt }) => ({
      id,
      title,
      when: `${formatDayAndTime(startsAt, dateIn(now, WASHINGTON))} in Washington`,
    })),
    values: kept ?? {
      date: [formatDate(isOfVisit ? day : days.first)],
      kind: ["office call"],
      schedule: ["tentative"],
      groundRule: ["background"],
      zone: [event.zone],
      handling: [event.handling],
      owner: [event.owner?.id ?? account.id],
    },
  };
}
