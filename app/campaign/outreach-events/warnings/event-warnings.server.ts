import type { CampaignArrival } from "#app/http/page.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { EventKind } from "../kind.ts";
import { type Hanging, whatHangsOn } from "../moving/what-hangs-on.ts";
import type { EventRecord } from "../outreach-event-record.server.ts";
import { isExpected } from "../participants/participation.ts";
import type { PlannedTime } from "../planned-time.ts";
import { takesPlace } from "../standing.ts";
import type { EventDetails } from "../store.server.ts";
import { listClearers, listRequestsOfEvent } from "./clearers.server.ts";
import { type EventDraft, listWarnings } from "./store.server.ts";
import { isClash, type Warning } from "./warnings.ts";

type Time = Pick<PlannedTime, "startsAt" | "endsAt">;

/** What speaks against an event that is typed and not saved; `saved` names it where it exists already. */
export function warningsOfDraft(
  arrival: CampaignArrival,
  { time, officerIds, ownerAccountId, ...details }: EventDetails,
  contactIds: readonly string[],
  saved: Pick<EventDraft, "id" | "visitId" | "plannedAt"> = { id: null, visitId: null, plannedAt: null },
): Promise<Warning[]> {
  const owner = ownerAccountId === null ? [] : [ownerAccountId];
  return listed(arrival, {
    ...details,
    ...time,
    ...saved,
    takesPlace: true,
    officerIds: [...owner, ...officerIds],
    contactIds,
  });
}

/** What speaks against a saved event, at its own time or at another to which it could be moved. */
export function warningsOfEvent(
  arrival: CampaignArrival,
  event: EventRecord,
  time: Time = event,
): Promise<Warning[]> {
  const { startsAt, endsAt } = time;
  const plannedAt = isSameTime(event, time) ? event.plannedAt : null;
  return listed(arrival, { ...draftOf(event), startsAt, endsAt, plannedAt });
}

/** Who could not be there if the event were at another time: "Clash: Petr Dvořák"; null where everybody could. */
export async function clashWordsAt(
  arrival: CampaignArrival,
  event: EventRecord,
  time: Time,
): Promise<string | null> {
  const clashes = (await warningsOfEvent(arrival, event, time)).filter(isClash);
  const names = [...new Set(clashes.flatMap(({ who }) => who))];
  return names.length === 0 ? null : `Clash: ${names.join(", ")}`;
}

/** Whether an event stays at its time: another one is planned now. */
export function isSameTime(event: Time, time: Time): boolean {
  return event.startsAt.getTime() === time.startsAt.getTime();
}

/** Those of theirs who are expected at a saved event. */
export function expectedContacts({ participants }: EventRecord): string[] {
  return participants.filter(isExpected).map(({ contactId }) => contactId);
}

function draftOf(event: EventRecord): EventDraft {
  const owner = event.owner === null ? [] : [event.owner];
  return {
    ...event,
    takesPlace: takesPlace(event),
    officerIds: [...owner, ...event.officers].map(({ id }) => id),
    contactIds: expectedContacts(event),
    audienceIds: event.audiences.map(({ id }) => id),
    messageIds: event.messages.map(({ id }) => id),
    visitId: null,
  };
}

function listed(
  { account, campaign, database, home, now }: CampaignArrival,
  draft: Omit<EventDraft, "campaignId">,
) {
  const { clashDays, travelMinutes } = campaign;
  const judging = { accountId: account.id, clashDays, travelMinutes, home, now };
  return listWarnings(database.read, { ...draft, campaignId: campaign.id }, judging);
}

/** What moves with an event that is moved to another time, and what does not, in sentences; "" where its day stays. */
export async function whatMovesWith(
  { database, home, now }: CampaignArrival,
  event: EventRecord,
  time: PlannedTime,
): Promise<string> {
  const hanging = await findHanging(database.read, event);
  return whatHangsOn(event, time, hanging, { homeZone: home.homeZone, now });
}

/** What depends on the day of an event: its papers, what desks were asked about them, and open promises. */
export async function findHanging(
  read: Queries,
  event: { id: string; campaignId: string; kind: EventKind },
): Promise<Hanging> {
  const { id: eventId, campaignId, kind } = event;
  const [clearers, requests, followUps] = await Promise.all([
    listClearers(read, { eventId, campaignId, kind }),
    listRequestsOfEvent(read, eventId),
    openFollowUps(read, { event: eventId }),
  ]);
  return {
    hasPapers: kind !== "internal",
    clearers,
    requests: requests.flatMap(({ desk, dueAt }) => (dueAt === null ? [] : [{ desk: desk.name, dueAt }])),
    openFollowUps: followUps.length,
  };
}

const openFollowUps = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("follow_up")
    .select("id")
    .where("outreach_event_id", "=", place("event"))
    // The index holds the promises of events alone, and is taken only where the query says so.
    .where("outreach_event_id", "is not", null)
    .where("done_at", "is", null),
);
