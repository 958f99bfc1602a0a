import { listFellows } from "#app/campaign/past-statements/fellows.server.ts";
import { hearersOf, type Office } from "#app/campaign/past-statements/office.ts";
import { listPeopleOfEvents } from "#app/campaign/past-statements/people.server.ts";
import { listSessionDays } from "#app/campaign/session-days/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { startOfDay, type Timed, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { EventKind } from "../kind.ts";
import { LONGEST_WAY } from "./clash.ts";
import { listClearers } from "./clearers.server.ts";
import { type Days, daysTaken, visitsOffices, whereOf } from "./days-taken.ts";
import { listEngagementsSharing, type SeenEngagement } from "./engagements.server.ts";
import type { JudgedEvent, OtherEvent, Surroundings } from "./judged-event.ts";
import { listSaidBefore } from "./repeats.server.ts";
import { listVisited } from "./visited.server.ts";
import { type Warning, warningsOf } from "./warnings.ts";

/** What is known of an event, whether it is saved or only typed. */
export type EventDraft = Timed & {
  /** Null while it is not saved. */
  id: string | null;
  campaignId: string;
  kind: EventKind;
  place: string;
  /** Null while its time is only typed. */
  plannedAt: Date | null;
  takesPlace: boolean;
  /** Everybody from our side, the owner among them. */
  officerIds: readonly string[];
  /** Those who are expected. */
  contactIds: readonly string[];
  audienceIds: readonly string[];
  messageIds: readonly string[];
  /** The visit whose programme it is to belong to; of a saved event it is looked up. */
  visitId: string | null;
};

/** For whom warnings are drawn up, by which settings. */
export type Judging = {
  accountId: string;
  clashDays: number;
  travelMinutes: number;
  home: { homeZone: Zone; homeCountry: string };
  now: Date;
};

/**
 * What speaks against an event, as one reader may see it. What is read follows the days around the event and the people
 * in it, not what is stored.
 */
export async function listWarnings(read: Queries, draft: EventDraft, judging: Judging): Promise<Warning[]> {
  if (!draft.takesPlace || draft.endsAt <= judging.now) return [];
  const { event, around } = await judge(read, draft, judging);
  return warningsOf(event, around, judging.now);
}

/** An event and what stands around it, as its warnings are drawn from them. */
async function judge(read: Queries, draft: EventDraft, judging: Judging) {
  const days = daysTaken(draft);
  const [people, clearers, messages, undertaking, sessionDays] = await Promise.all([
    listVisited(read, draft),
    listClearers(read, { eventId: draft.id, campaignId: draft.campaignId, kind: draft.kind }),
    messagesById(read, { messages: JSON.stringify(draft.messageIds) }),
    findUndertaking(read, draft),
    listSessionDays(read, days.first, days.last),
  ]);
  const { officers, participants, audiences, chambers } = people;
  const takesTime = visitsOffices(draft.kind);
  const event: JudgedEvent = {
    ...draft,
    where: whereOf(draft),
    visitsOffices: takesTime,
    ...undertaking,
    officers,
    participants,
    audiences,
    messages,
    chambers: takesTime ? chambers : [],
    clearers,
  };
  const { home, clashDays, travelMinutes } = judging;
  const asked = { campaignId: draft.campaignId, days, messageIds: draft.messageIds };
  const [others, saidBefore] = await Promise.all([
    listOthers(read, event, judging),
    listSaidBefore(read, { ...asked, contactIds: idsOf(participants) }),
  ]);
  const around: Surroundings = { others, saidBefore, sessionDays, home, clashDays, travelMinutes };
  return { event, around };
}

/** The other events at which somebody of this one would be meanwhile, and those that visit its offices around its days. */
async function listOthers(
  read: Queries,
  event: JudgedEvent,
  { accountId, clashDays }: Judging,
): Promise<OtherEvent[]> {
  const meanwhile = {
    from: new Date(event.startsAt.getTime() - LONGEST_WAY),
    to: new Date(event.endsAt.getTime() + LONGEST_WAY),
  };
  const people = { officers: idsOf(event.officers), contacts: idsOf(event.participants), audiences: [] };
  const [inTime, nearby] = await Promise.all([
    listEngagementsSharing(read, accountId, meanwhile, people),
    event.visitsOffices ? listVisiting(read, event, around(daysTaken(event), clashDays), accountId) : [],
  ]);
  const known = new Set(nearby.map(({ id }) => id));
  return [...nearby, ...inTime.filter(({ id }) => !known.has(id)).map((one) => seen(one, []))].toSorted(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.id.localeCompare(b.id),
  );
}

/** From so many days before the first day to so many after the last; a day more on each side for other clocks. */
function around({ first, last }: Days, days: number): { from: Date; to: Date } {
  return {
    from: startOfDay(addDays(first, -days - 1), WASHINGTON),
    to: startOfDay(addDays(last, days + 2), WASHINGTON),
  };
}

async function listVisiting(
  read: Queries,
  event: JudgedEvent,
  between: { from: Date; to: Date },
  accountId: string,
): Promise<OtherEvent[]> {
  const offices = [...event.participants, ...event.audiences].flatMap((one) => one.offices);
  const contactIds = idsOf(event.participants);
  if (contactIds.length === 0 && event.audiences.length === 0) return [];
  const fellows = await listFellows(read, { contactIds, offices });
  const visiting = await listEngagementsSharing(read, accountId, between, {
    officers: [],
    contacts: fellows.contactIds,
    audiences: [...new Set([...fellows.audienceIds, ...idsOf(event.audiences)])],
  });
  const people = await listPeopleOfEvents(read, idsOf(visiting));
  return visiting.map((one) => {
    const { attending = [], audiences = [] } = people.get(one.id) ?? {};
    const expected = attending.filter(
      ({ person, hasMissedIt }) => hasMissedIt || one.participants.includes(person.contactId),
    );
    return seen(one, hearersOf(expected, audiences).offices);
  });
}

function seen(one: SeenEngagement, offices: readonly Office[]): OtherEvent {
  return { ...one, seenTitle: one.isOwnCampaign ? one.title : null, offices };
}

function idsOf(all: readonly { id: string }[]): string[] {
  return all.map(({ id }) => id);
}

/** The visit and the series to which it belongs. */
async function findUndertaking(
  read: Queries,
  { id, visitId }: EventDraft,
): Promise<Pick<JudgedEvent, "visitId" | "seriesId">> {
  const [saved] = id === null ? [] : await undertakingOf(read, { event: id });
  return { visitId: visitId ?? saved?.visit_event_id ?? null, seriesId: saved?.event_series_id ?? null };
}

const undertakingOf = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("outreach_event")
    .leftJoin("visit_item", "visit_item.outreach_event_id", "outreach_event.id")
    .select(["visit_item.visit_event_id", "outreach_event.event_series_id"])
    .where("outreach_event.id", "=", place("event")),
);

const messagesById = keptQuery((read, place: Place<"messages">) =>
  read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("id", "in", eachIn(place("messages")))
    .orderBy("number"),
);
