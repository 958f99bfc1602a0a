import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import {
  listAudienceOffers,
  listCampaignAudiences,
} from "#app/campaign/contacts/audiences-of-contact.server.ts";
import type { AudienceOffer } from "#app/campaign/contacts/audiences-of-contact.ts";
import {
  type EventRecord,
  findEvent,
  type Participant,
} from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { eachIn, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { KnownObjection } from "./log-outcome.ts";
import type { OutcomeRecord } from "./outcome-record.server.ts";
import { listPeople, type PersonInRoom, withRated, withSides } from "./people-in-room.server.ts";

export type MessageToRate = {
  id: string;
  number: number;
  title: string;
  revisionId: string;
  isPlanned: boolean;
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

const meetingsLookedAt = 50;

/**
 * Everything that an officer chooses from when logging an event of this campaign; null where there is none. Of a log
 * that is changed, what it holds stays, though it has been retired, or has left the event, since.
 */
export async function findOutcomeForm(
  read: Queries,
  campaignId: string,
  eventId: string,
  logged: Logged = NOTHING_LOGGED,
): Promise<OutcomeForm | null> {
  const event = await findEvent(read, campaignId, eventId);
  if (event === null) return null;
  const rated = logged.receptions.map(({ audience }) => audience);
  const audiences = [...new Map([...event.audiences, ...rated].map((one) => [one.id, one])).values()];
  return outcomeFormOf(read, { ...event, audiences }, logged);
}

type Logged = Pick<OutcomeRecord, "receptions" | "objections">;

const NOTHING_LOGGED: Logged = { receptions: [], objections: [] };

export async function outcomeFormOf<Event extends EventToRate>(
  read: Queries,
  event: Event,
  logged = NOTHING_LOGGED,
): Promise<OutcomeForm<Event>> {
  const audienceIds = event.audiences.map(({ id }) => id);
  const [people, messages, objections, offers, campaignAudiences] = await Promise.all([
    listPeople(read, event, audienceIds),
    listMessages(read, event, logged),
    listObjections(read, event, audienceIds, logged),
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
    people: withRated(await withSides(read, people.rows, ofEvent), logged.receptions),
    othersCutAt: people.cutAt,
    messages,
    objections,
    offers,
    isAudienceAsked: audienceIds.length === 0 || offers.some(({ isOtherSide }) => isOtherSide),
    campaignAudiences,
  };
}

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

/** The messages in use and those rated already, the planned ones first; each with its latest revision. */
async function listMessages(
  read: Queries,
  event: EventToRate,
  { receptions }: Logged,
): Promise<MessageToRate[]> {
  const rows = await messagesIn(read, { campaign: event.campaignId });
  const planned = event.messages.map(({ id }) => id);
  const rated = receptions.map(({ messageId }) => messageId);
  return rows
    .map(({ id, number, retired_at, title, revision_id }) => ({
      id,
      number,
      title,
      revisionId: revision_id,
      isPlanned: planned.includes(id),
      isOffered: retired_at === null || rated.includes(id),
    }))
    .filter(({ isPlanned, isOffered }) => isPlanned || isOffered)
    .map(({ isOffered: _, ...message }) => message)
    .toSorted((one, other) => Number(other.isPlanned) - Number(one.isPlanned) || one.number - other.number);
}

async function listObjections(
  read: Queries,
  event: EventToRate,
  audienceIds: readonly string[],
  logged: Logged,
): Promise<KnownObjection[]> {
  const messages = JSON.stringify(event.messages.map(({ id }) => id));
  const [{ objectionsIn: objections, againstMessages: against }, raised] = await Promise.all([
    objectionsAndAgainst(read, { campaign: event.campaignId, messages }),
    countRaisedBefore(read, event, audienceIds),
  ]);
  const heard = logged.objections.map(({ objectionId }) => objectionId);
  const offered = objections.filter(({ id, retired_at }) => retired_at === null || heard.includes(id));
  return offered.map(({ id, code, name }) => ({
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
    .select(["id", "code", "name", "retired_at"])
    .where("campaign_id", "=", place("campaign")),
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
