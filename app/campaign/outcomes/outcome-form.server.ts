import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { isSeenIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import {
  listAudienceOffers,
  listBelongings,
  listCampaignAudiences,
} from "#app/campaign/contacts/audiences-of-contact.server.ts";
import {
  type AudienceOffer,
  type CampaignAudience,
  sitsOnTheOtherSide,
} from "#app/campaign/contacts/audiences-of-contact.ts";
import {
  type EventRecord,
  findEvent,
  type Participant,
} from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { isOnRecord } from "#app/text/person-name.ts";
import { eachIn, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { KnownObjection } from "./log-outcome.ts";

export type MessageToRate = {
  id: string;
  number: number;
  title: string;
  revisionId: string;
  isPlanned: boolean;
};

/** Somebody who took part, or belongs to an audience of the event; with those of its audiences that they belong to. */
export type PersonInRoom = {
  contactId: string;
  name: string;
  isParticipant: boolean;
  wasExpected: boolean;
  attendance: "attended" | "no-show" | "not recorded";
  audienceIds: string[];
  /** Audiences of the event that are the other side of a committee in which they sit. */
  notOf: string[];
};

/** What of an event its log asks about; of one that is not in the calendar yet this much is known while it is logged. */
export type EventToRate = Pick<
  EventRecord,
  "id" | "campaignId" | "day" | "audiences" | "messages" | "groundRule" | "handling" | "ask"
> & { participants: readonly Pick<Participant, "contactId" | "name" | "reply" | "attendance">[] };

export type OutcomeForm<Event extends EventToRate = EventRecord> = {
  event: Event;
  people: PersonInRoom[];
  /** To whoever belongs to no audience of the event. */
  offers: AudienceOffer[];
  /** The event is for no audience, or for the other side of a committee: the log asks for whom a reception counts. */
  isAudienceAsked: boolean;
  campaignAudiences: { id: string; name: string }[];
  /** Of those who belong to an audience and take no part, how many are offered where there are more. */
  othersCutAt: number | null;
  messages: MessageToRate[];
  objections: KnownObjection[];
};

const mostPeople = 60;
const meetingsLookedAt = 50;

/** Everything that an officer chooses from when logging an event of this campaign; null where there is none. */
export async function findOutcomeForm(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<OutcomeForm | null> {
  const event = await findEvent(read, campaignId, eventId);
  return event === null ? null : outcomeFormOf(read, event);
}

export async function outcomeFormOf<Event extends EventToRate>(
  read: Queries,
  event: Event,
): Promise<OutcomeForm<Event>> {
  const audienceIds = event.audiences.map(({ id }) => id);
  const [people, messages, objections, offers, campaignAudiences] = await Promise.all([
    listPeople(read, event, audienceIds),
    listMessages(read, event),
    listObjections(read, event, audienceIds),
    listAudienceOffers(
      read,
      event.campaignId,
      event.participants.map(({ contactId }) => contactId),
      audienceIds,
    ),
    listCampaignAudiences(read, event.campaignId),
  ]);
  const ofEvent = campaignAudiences.filter(({ id }) => audienceIds.includes(id));
  return {
    event,
    people: await withSides(read, people.rows, ofEvent),
    othersCutAt: people.cutAt,
    messages,
    objections,
    offers,
    isAudienceAsked: audienceIds.length === 0 || offers.some(({ isOtherSide }) => isOtherSide),
    campaignAudiences,
  };
}

/** Whoever sits in a committee is of its own side only, whatever list they were put on. */
async function withSides(
  read: Queries,
  people: readonly PersonInRoom[],
  ofEvent: readonly CampaignAudience[],
): Promise<PersonInRoom[]> {
  const belongings = await listBelongings(
    read,
    people.map(({ contactId }) => contactId),
  );
  return people.map((person) => {
    const own = belongings.find(({ contactId }) => contactId === person.contactId);
    const notOf = ofEvent.flatMap((audience) =>
      own !== undefined && sitsOnTheOtherSide(own, audience) ? [audience.id] : [],
    );
    return { ...person, notOf, audienceIds: person.audienceIds.filter((id) => !notOf.includes(id)) };
  });
}

async function listPeople(
  read: Queries,
  event: EventToRate,
  audienceIds: readonly string[],
): Promise<Cut<PersonInRoom>> {
  const asked = { campaign: event.campaignId, audiences: JSON.stringify(audienceIds) };
  const members = await membersOf(read, asked);
  const audiencesOf = new Map<string, string[]>();
  for (const { id, audience_id } of members)
    audiencesOf.set(id, [...(audiencesOf.get(id) ?? []), audience_id]);
  const participants = event.participants.map(({ contactId, name, reply, attendance }) => ({
    contactId,
    name,
    isParticipant: true,
    wasExpected: reply !== "declined" && reply !== "delegated",
    attendance,
    audienceIds: audiencesOf.get(contactId) ?? [],
    notOf: [],
  }));
  const takePart = new Set(participants.map(({ contactId }) => contactId));
  const others = cut(
    [...new Map(members.map(({ id, name }) => [id, name] as const))].filter(
      ([id, name]) => !takePart.has(id) && isOnRecord(name),
    ),
    mostPeople,
  );
  const offered = others.rows.map(([id, name]) => ({
    contactId: id,
    name,
    isParticipant: false,
    wasExpected: false,
    attendance: "not recorded" as const,
    audienceIds: audiencesOf.get(id) ?? [],
    notOf: [],
  }));
  return { rows: [...participants, ...offered], cutAt: others.cutAt };
}

const membersOf = keptQuery((read, place: Place<"campaign" | "audiences">) =>
  read
    .selectFrom("audience_contact as member")
    .innerJoin("contact", "contact.id", "member.contact_id")
    .select(["contact.id", "contact.name", "member.audience_id"])
    .where("member.audience_id", "in", eachIn(place("audiences")))
    .where("contact.ended_on", "is", null)
    .where(isSeenIn(place("campaign")))
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);

const messagesIn = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "message.retired_at"])
    .select(["revision.title", "revision.id as revision_id"])
    .where("message.campaign_id", "=", place("campaign"))
    .where("revision.number", "=", newestRevision)
    .orderBy("message.number"),
);

/** The messages in use, the planned ones first; each with its latest revision. */
async function listMessages(read: Queries, event: EventToRate): Promise<MessageToRate[]> {
  const rows = await messagesIn(read, { campaign: event.campaignId });
  const planned = event.messages.map(({ id }) => id);
  return rows
    .map(({ id, number, retired_at, title, revision_id }) => ({
      id,
      number,
      title,
      revisionId: revision_id,
      isPlanned: planned.includes(id),
      isRetired: retired_at !== null,
    }))
    .filter(({ isPlanned, isRetired }) => isPlanned || !isRetired)
    .map(({ isRetired: _, ...message }) => message)
    .toSorted((one, other) => Number(other.isPlanned) - Number(one.isPlanned) || one.number - other.number);
}

async function listObjections(
  read: Queries,
  event: EventToRate,
  audienceIds: readonly string[],
): Promise<KnownObjection[]> {
  const messages = JSON.stringify(event.messages.map(({ id }) => id));
  const [{ objectionsIn: objections, againstMessages: against }, raised] = await Promise.all([
    objectionsAndAgainst(read, { campaign: event.campaignId, messages }),
    countRaisedBefore(read, event, audienceIds),
  ]);
  return objections.map(({ id, code, name }) => ({
    id,
    code,
    name,
    timesFromThem: raised.get(id) ?? 0,
    isAgainstPlanned: against.some(({ objection_id }) => objection_id === id),
  }));
}

const objectionsIn = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objection")
    .select(["id", "code", "name"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null),
);

const againstMessages = keptQuery((read, place: Place<"messages">) =>
  read
    .selectFrom("message_objection")
    .select("objection_id")
    .where("key_message_id", "in", eachIn(place("messages"))),
);

const objectionsAndAgainst = together({ objectionsIn, againstMessages });

/** How often each objection was raised at the last fifty meetings of these audiences. */
async function countRaisedBefore(
  read: Queries,
  event: EventToRate,
  audienceIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await read
    .with("recent", (eb) =>
      eb
        .selectFrom("audience_meeting")
        .select("outreach_event_id")
        .distinct()
        .where("audience_id", "in", audienceIds)
        .where("campaign_id", "=", event.campaignId)
        .where("outreach_event_id", "<>", event.id)
        .orderBy("day", "desc")
        .orderBy("outreach_event_id")
        .limit(meetingsLookedAt),
    )
    .selectFrom("recent")
    .innerJoin("outcome", "outcome.outreach_event_id", "recent.outreach_event_id")
    .innerJoin("outcome_objection as heard", "heard.outcome_id", "outcome.id")
    .select((eb) => ["heard.objection_id", eb.fn.countAll<number>().as("times")])
    .where("heard.objection_id", "is not", null)
    .where((eb) => eb.or([eb("heard.audience_id", "is", null), eb("heard.audience_id", "in", audienceIds)]))
    .groupBy("heard.objection_id")
    .execute();
  return new Map(rows.map(({ objection_id, times }) => [objection_id ?? "", Number(times)]));
}
