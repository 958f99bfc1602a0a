import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { clashWordsAt } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type ItemState, itemState } from "../item-state.ts";
import type { VisitItem, VisitRecord } from "../store.server.ts";

/** How each item of a visit stands now, by the id of the item. */
export async function itemStates(
  arrival: CampaignArrival,
  { items, days }: VisitRecord,
): Promise<ReadonlyMap<string, ItemState>> {
  const held = items.map(({ day }) => day).sort();
  const [first, last] = [held[0] ?? days.first, held.at(-1) ?? days.last];
  const sessionDays = await listSessionDays(arrival.database.read, first, last);
  const states = items.map(async (item) => {
    const clashes = [
      ...offDays(item, days, dateIn(arrival.now, WASHINGTON)),
      ...(await clashesOf(arrival, item)),
    ];
    const risks = { chambers: item.chambers, day: item.day, sessionDays, clashes };
    return [item.id, itemState(item, risks)] as const;
  });
  return new Map(await Promise.all(states));
}

/** Nobody plans a meeting of a visit outside its days: one of the two was moved without the other. */
function offDays(
  { wallStart }: VisitItem,
  { first, last }: VisitRecord["days"],
  today: CalendarDate,
): string[] {
  const day = wallStart.slice(0, 10);
  return day >= first && day <= last ? [] : [`On ${formatDay(day, today)}, not on a day of the visit`];
}

async function clashesOf(arrival: CampaignArrival, item: VisitItem): Promise<string[]> {
  if (!item.takesPlace) return [];
  const event = await findEvent(arrival.database.read, arrival.campaign.id, item.eventId);
  const words = event === null ? null : await clashWordsAt(arrival, event, event);
  return words === null ? [] : [words];
}
