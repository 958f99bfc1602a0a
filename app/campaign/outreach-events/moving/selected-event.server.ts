import type { Named } from "#app/campaign/campaigns/choices.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { type CalendarDate, dayOf, timeIn, timeOf, WASHINGTON } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type EventRecord, findEvent } from "../outreach-event-record.server.ts";
import { isExpected } from "../participants/participation.ts";
import { seriesAround } from "../series/record.server.ts";
import { moveEvent } from "../standing.ts";
import { belongTogether, clashKind, type Engagement, LONGEST_WAY } from "../warnings/clash.ts";
import { listEngagements, type SeenEngagement } from "../warnings/engagements.server.ts";
import { warningsOfEvent } from "../warnings/event-warnings.server.ts";
import { clockOfEvent } from "../when-in-words.ts";
import { findSlots } from "./slots.server.ts";
import type { SlotLine } from "./slots-in-words.ts";

const MINUTE = 60_000;
const MOST_COLLEAGUES = 2;

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
    clock: clockOfEvent(event, arrival.home.homeZone, arrival.today),
    warnings,
    isMovable,
    series,
    ...elsewhere,
    typed: {
      date: formatDate(dayOf(event.wallStart)),
      start: event.isAllDay ? "" : timeOf(event.wallStart),
    },
  };
}

type Elsewhere = { finding: string | null; slots: SlotLine[]; hands: HandLine[] };

const NOWHERE: Elsewhere = { finding: null, slots: [], hands: [] };

/** The free times of an event of hours, and colleagues who are free at its own; whole days are moved by their date. */
async function whereElse(arrival: CampaignArrival, event: EventRecord): Promise<Elsewhere> {
  const { account, campaign, database } = arrival;
  if (event.isAllDay) return NOWHERE;
  const { startsAt, endsAt, zone } = event;
  const [from, to] = [startsAt.getTime() - LONGEST_WAY, endsAt.getTime() + LONGEST_WAY];
  const [meanwhile, colleagues, by] = await Promise.all([
    listEngagements(database.read, account.id, new Date(from), new Date(to)),
    listWhoCouldGo(database.read, campaign.id),
    findWantedBy(database.read, event),
  ]);
  const self = meanwhile.find((one) => one.id === event.id);
  if (self === undefined) return NOWHERE;
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  const wanted = { minutes, where: self.where, own: { startsAt, endsAt }, by };
  const whose = { ...peopleOf(event), zone, isOfIt: (other: Engagement) => belongTogether(self, other) };
  const free = colleagues.filter(({ id }) => isFree(id, self, meanwhile, campaign.travelMinutes));
  return {
    ...(await findSlots(arrival, wanted, whose)),
    hands: free
      .slice(0, MOST_COLLEAGUES)
      .map((one) => ({ ...one, at: `${timeIn(event.startsAt, WASHINGTON)} in Washington` })),
  };
}

/** The day by which it was wanted, where it was without a date before. */
async function findWantedBy(read: Queries, event: EventRecord): Promise<CalendarDate | null> {
  const [wish] = await wishOfEvent(read, { campaign: event.campaignId, event: event.id });
  return wish?.best_by ?? null;
}

const wishOfEvent = keptQuery((read, place: Place<"campaign" | "event">) =>
  read
    .selectFrom("outreach_wish")
    .select("best_by")
    .where("campaign_id", "=", place("campaign"))
    .where("placed_event_id", "=", place("event")),
);

function peopleOf(event: EventRecord) {
  const owner = event.owner === null ? [] : [event.owner];
  return {
    officerIds: [...owner, ...event.officers].map(({ id }) => id),
    contactIds: event.participants.filter(isExpected).map(({ contactId }) => contactId),
    audienceIds: event.audiences.map(({ id }) => id),
  };
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
    (other) => !other.officers.includes(accountId) || clashKind(self, other, travelMinutes) === null,
  );
}

/** Who could go to an event of a campaign in Washington: its officers, then the embassy's clearers, by name. */
function listWhoCouldGo(read: Queries, campaignId: string): Promise<Named[]> {
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
    .orderBy("account.sort_name")
    .orderBy("account.id"),
);
