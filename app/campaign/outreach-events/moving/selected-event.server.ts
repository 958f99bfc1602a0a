import type { Kysely } from "kysely";
import type { Named } from "#app/campaign/campaigns/choices.server.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate, formatDayAndTime } from "#app/time/format.ts";
import { dateIn, timeIn, WASHINGTON, wallTimeIn, type Zone } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { clockOfEvent } from "../clock-of-event.ts";
import { type EventRecord, findEvent } from "../outreach-event-record.server.ts";
import { isExpected } from "../participants/participation.ts";
import { seriesAround } from "../series/record.server.ts";
import { moveEvent } from "../standing.ts";
import { type Engagement, nearness } from "../warnings/clash.ts";
import { listEngagements, type SeenEngagement } from "../warnings/engagements.server.ts";
import { warningsOfEvent } from "../warnings/event-warnings.server.ts";
import { listVisited } from "../warnings/visited.server.ts";
import { type FreeSlot, freeSlots } from "./free-slots.ts";

const DAY = 86_400_000;
const DAYS_FOR_SLOTS = 21;
const MOST_COLLEAGUES = 2;

export type SlotLine = { label: string; home: string; why: string; date: string; start: string };

/** Somebody to whom the event can be handed, free at its time. */
export type HandLine = { id: string; name: string; at: string };

/** The event beside the calendar, with what speaks against its time and where else it could be. */
export async function selectedEvent(arrival: CampaignArrival, eventId: string) {
  const event = await findEvent(arrival.database.read, arrival.campaign.id, eventId);
  return event === null ? null : { event, ...(await aroundEvent(arrival, event)) };
}

export type SelectedEvent = NonNullable<Awaited<ReturnType<typeof selectedEvent>>>;

/** What speaks against an event, where it could move while it still can, and who else could go. */
export async function aroundEvent(arrival: CampaignArrival, event: EventRecord) {
  const standing = { ...event, outcomes: event.outcomes.length };
  const isMovable = moveEvent(standing).ok;
  const [warnings, series, elsewhere] = await Promise.all([
    warningsOfEvent(arrival, event),
    seriesAround(arrival, event),
    isMovable ? whereElse(arrival, event) : NOWHERE,
  ]);
  return {
    clock: clockOfEvent(event, arrival.home.homeZone, dateIn(arrival.now, WASHINGTON)),
    warnings,
    isMovable,
    series,
    ...elsewhere,
    typed: {
      date: formatDate(event.wallStart.slice(0, 10)),
      start: event.isAllDay ? "" : event.wallStart.slice(11),
    },
  };
}

type Elsewhere = { isWeekFull: boolean; slots: SlotLine[]; hands: HandLine[] };

const NOWHERE: Elsewhere = { isWeekFull: false, slots: [], hands: [] };

/** The free times of an event of hours, and colleagues who are free at its own; whole days are moved by their date. */
async function whereElse(arrival: CampaignArrival, event: EventRecord): Promise<Elsewhere> {
  const { account, campaign, database, home, now } = arrival;
  if (event.isAllDay) return NOWHERE;
  const from = new Date(Math.min(event.startsAt.getTime(), now.getTime()));
  const to = new Date(Math.max(event.endsAt.getTime(), now.getTime()) + DAYS_FOR_SLOTS * DAY);
  const day = dateIn(from, WASHINGTON);
  const [others, visited, sessionDays, colleagues] = await Promise.all([
    listEngagements(database.read, account.id, from, to),
    listVisited(database.read, peopleOf(event)),
    listSessionDays(database.read, day, addDays(day, 2 * DAYS_FOR_SLOTS)),
    listWhoCouldGo(database.read, campaign.id),
  ]);
  const self = others.find((one) => one.id === event.id);
  if (self === undefined) return NOWHERE;
  const { travelMinutes } = campaign;
  const around = { now, home, travelMinutes, chambers: visited.chambers, sessionDays };
  const { isWeekFull, slots } = freeSlots(self, busyWith(self, others), around);
  const free = colleagues.filter(({ id }) => isFree(id, self, others, travelMinutes));
  return {
    isWeekFull,
    slots: slots.map((slot) => slotLine(slot, event.zone, { homeZone: home.homeZone, now })),
    hands: free.slice(0, MOST_COLLEAGUES).map((one) => ({ ...one, at: timeIn(event.startsAt, WASHINGTON) })),
  };
}

function peopleOf(event: EventRecord) {
  const owner = event.owner === null ? [] : [event.owner];
  return {
    officerIds: [...owner, ...event.officers].map(({ id }) => id),
    contactIds: event.participants.filter(isExpected).map(({ contactId }) => contactId),
    audienceIds: event.audiences.map(({ id }) => id),
  };
}

/** Where somebody of this event is meanwhile; its own programme and a visit that it belongs to go with it. */
function busyWith(self: Engagement, others: readonly SeenEngagement[]): SeenEngagement[] {
  const people = new Set([...self.officers, ...self.participants]);
  return others.filter(
    (other) =>
      other.id !== self.id &&
      other.visitId !== self.id &&
      other.id !== self.visitId &&
      [...other.officers, ...other.participants].some((who) => people.has(who)),
  );
}

/** Whether a colleague does not go to it yet and could be there. */
function isFree(
  accountId: string,
  self: Engagement,
  others: readonly SeenEngagement[],
  travelMinutes: number,
): boolean {
  if (self.officers.includes(accountId)) return false;
  return others.every(
    (other) => !other.officers.includes(accountId) || nearness(self, other, travelMinutes) === null,
  );
}

function slotLine(slot: FreeSlot, zone: Zone, { homeZone, now }: { homeZone: Zone; now: Date }): SlotLine {
  const wall = wallTimeIn(slot.startsAt, zone);
  return {
    label: formatDayAndTime(slot.startsAt, dateIn(now, WASHINGTON)),
    home: timeIn(slot.startsAt, homeZone),
    why: [slot.why, ...slot.notes].join(", "),
    date: formatDate(wall.slice(0, 10)),
    start: wall.slice(11),
  };
}

/** Who could go to an event of a campaign in Washington: its officers, then the embassy's clearers, by name. */
function listWhoCouldGo(read: Kysely<Schema>, campaignId: string): Promise<Named[]> {
  return inPost(read, { campaign: campaignId });
}

const inPost = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_role as role")
    .innerJoin("account", "account.id", "role.account_id")
    .select(["account.id", "account.name"])
    .where("role.campaign_id", "=", place("campaign"))
    .where("role.role", "in", ["officer", "embassy clearer"])
    .where("account.closed_at", "is", null)
    .orderBy((eb) => eb.case().when("role.role", "=", "officer").then(0).else(1).end())
    .orderBy("account.name")
    .orderBy("account.id"),
);
