import { type Clash, clashesInTime, clashesOf } from "#app/domain/outreach-events/clash.ts";
import { freeSlots } from "#app/domain/outreach-events/free-slots.ts";
import { moveEvent } from "#app/domain/outreach-events/standing.ts";
import { formatDate, formatDay, formatDayAndTime } from "#app/domain/time/format.ts";
import { twoClocksSpan } from "#app/domain/time/two-clocks.ts";
import { dateIn, timeIn, WASHINGTON, wallTimeIn } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import {
  listEngagements,
  namesOf,
  type SeenEngagement,
} from "#db/queries/outreach-event-engagements.server.ts";
import { type EventRecord, findEvent } from "#db/queries/outreach-event-record.server.ts";

const DAY = 86_400_000;
const DAYS_FOR_SLOTS = 21;

export type ClashLine = { isInTime: boolean; words: string; eventId: string | null };

export type SlotLine = { label: string; home: string; why: string; date: string; start: string };

/** The event beside the calendar, with what speaks against its time and where else it could be. */
export async function selectedEvent(arrival: CampaignArrival, eventId: string) {
  const event = await findEvent(arrival.database.read, arrival.campaign.id, eventId);
  return event === null ? null : { event, ...(await aroundEvent(arrival, event)) };
}

export type SelectedEvent = NonNullable<Awaited<ReturnType<typeof selectedEvent>>>;

/** The clashes of an event, and the free slots to which it could move while it still can. */
export async function aroundEvent(arrival: CampaignArrival, event: EventRecord) {
  const { account, campaign, database, home, now } = arrival;
  const reach = Math.max(campaign.clashDays, DAYS_FOR_SLOTS) * DAY;
  const from = new Date(Math.min(event.startsAt.getTime(), now.getTime()) - campaign.clashDays * DAY);
  const to = new Date(Math.max(event.endsAt.getTime(), now.getTime()) + reach);
  const others = await listEngagements(database.read, account.id, from, to);
  const self = others.find((one) => one.id === event.id) ?? null;
  const standing = { ...event, outcomes: event.outcomes.length };
  const isMovable = moveEvent(standing).ok;
  const clashes = self === null ? [] : clashesOf(self, others, campaign.clashDays);
  const names = await namesOf(database.read, [...new Set(clashes.map((clash) => clash.who))]);
  return {
    clock: twoClocksSpan(event.startsAt, event.endsAt, home.homeZone),
    clashes: clashLines(clashes, names, campaign.id),
    clashDays: campaign.clashDays,
    isMovable,
    slots: self !== null && isMovable ? slotLines(self, others, event.zone, now, home) : [],
    typed: { date: formatDate(event.wallStart.slice(0, 10)), start: event.wallStart.slice(11) },
  };
}

/** Who could not be there if the event were at another time: "Clash: Petr Dvořák"; null where everybody could. */
export async function clashWordsAt(
  { account, database }: CampaignArrival,
  event: EventRecord,
  time: { startsAt: Date; endsAt: Date },
): Promise<string | null> {
  const others = await listEngagements(database.read, account.id, time.startsAt, time.endsAt);
  const moved = {
    ...event,
    ...time,
    officers: [...event.officers, ...(event.owner === null ? [] : [event.owner])].map(({ id }) => id),
    participants: event.participants.map(({ contactId }) => contactId),
    offices: [],
  };
  const who = others.flatMap((other) => clashesInTime(moved, other)).map((clash) => clash.who);
  const names = await namesOf(database.read, [...new Set(who)]);
  return names.size === 0 ? null : `Clash: ${[...names.values()].join(", ")}`;
}

/** One line for each other event: who cannot be at both, or whom we meet twice within the days of the setting. */
function clashLines(
  clashes: readonly Clash[],
  names: ReadonlyMap<string, string>,
  campaignId: string,
): ClashLine[] {
  const byEvent = Map.groupBy(clashes, ({ kind, withEvent }) => `${kind === "office"} ${withEvent.id}`);
  const lines = [...byEvent.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const other: SeenEngagement | Clash["withEvent"] = first.withEvent;
    const isOwn = "campaignId" in other && other.campaignId === campaignId;
    const who = group.map((clash) => names.get(clash.who) ?? "Somebody").join(", ");
    const isInTime = first.kind !== "office";
    const day = formatDay(dateIn(other.startsAt, WASHINGTON));
    const span = `${timeIn(other.startsAt, WASHINGTON)} to ${timeIn(other.endsAt, WASHINGTON)}`;
    const words = isInTime
      ? `${who} ${group.length === 1 ? "is" : "are"} at ${other.title}, ${span}.`
      : `${day}: ${other.title} (${who})`;
    return [{ isInTime, words, eventId: isOwn ? other.id : null, startsAt: other.startsAt.getTime() }];
  });
  return lines.toSorted((a, b) => a.startsAt - b.startsAt).map(({ startsAt: _, ...line }) => line);
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
