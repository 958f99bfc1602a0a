import { freeSlots } from "#app/domain/outreach-events/free-slots.ts";
import { moveEvent } from "#app/domain/outreach-events/standing.ts";
import { formatDate, formatDayAndTime } from "#app/domain/time/format.ts";
import { twoClocksSpan } from "#app/domain/time/two-clocks.ts";
import { timeIn, wallTimeIn } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listEngagements, type SeenEngagement } from "#db/queries/outreach-event-engagements.server.ts";
import { type EventRecord, findEvent } from "#db/queries/outreach-event-record.server.ts";
import { warningsOfEvent } from "./event-warnings.server.ts";

const DAY = 86_400_000;
const DAYS_FOR_SLOTS = 21;

export type SlotLine = { label: string; home: string; why: string; date: string; start: string };

/** The event beside the calendar, with what speaks against its time and where else it could be. */
export async function selectedEvent(arrival: CampaignArrival, eventId: string) {
  const event = await findEvent(arrival.database.read, arrival.campaign.id, eventId);
  return event === null ? null : { event, ...(await aroundEvent(arrival, event)) };
}

export type SelectedEvent = NonNullable<Awaited<ReturnType<typeof selectedEvent>>>;

/** What speaks against an event, and the free slots to which it could move while it still can. */
export async function aroundEvent(arrival: CampaignArrival, event: EventRecord) {
  const { account, database, home, now } = arrival;
  const standing = { ...event, outcomes: event.outcomes.length };
  const isMovable = moveEvent(standing).ok;
  const from = new Date(Math.min(event.startsAt.getTime(), now.getTime()));
  const to = new Date(Math.max(event.endsAt.getTime(), now.getTime()) + DAYS_FOR_SLOTS * DAY);
  const [warnings, others] = await Promise.all([
    warningsOfEvent(arrival, event),
    isMovable ? listEngagements(database.read, account.id, from, to) : [],
  ]);
  const self = others.find((one) => one.id === event.id) ?? null;
  return {
    clock: twoClocksSpan(event.startsAt, event.endsAt, home.homeZone),
    warnings,
    isMovable,
    slots: self !== null && isMovable ? slotLines(self, others, event.zone, now, home) : [],
    typed: { date: formatDate(event.wallStart.slice(0, 10)), start: event.wallStart.slice(11) },
  };
}

function slotLines(
  self: SeenEngagement,
  others: readonly SeenEngagement[],
  zone: string,
  now: Date,
  { homeZone, homeCountry }: { homeZone: string; homeCountry: string },
): SlotLine[] {
  const people = new Set([...self.officers, ...self.participants]);
  const busy = others.filter(
    (other) =>
      other.id !== self.id && [...other.officers, ...other.participants].some((who) => people.has(who)),
  );
  return freeSlots(self, busy, now, homeCountry).map((slot) => {
    const wall = wallTimeIn(slot.startsAt, zone);
    return {
      label: formatDayAndTime(slot.startsAt),
      home: timeIn(slot.startsAt, homeZone),
      why: slot.homeHoliday === null ? slot.why : `${slot.why}; at home ${slot.homeHoliday}`,
      date: formatDate(wall.slice(0, 10)),
      start: wall.slice(11),
    };
  });
}
