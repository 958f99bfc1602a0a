import {
  listObjectionsOfOutcomes,
  listReceptionsOfOutcomes,
} from "#app/campaign/outcomes/outcome-record.server.ts";
import { type Handling, narrowestHandling } from "#app/text/handling.ts";
import { type CalendarDate, dateIn, timedOf, WASHINGTON } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { strictestRule } from "../words.ts";
import type { LoggedMeeting, MeetingLog, NamedInside, PutMessage } from "./logged-meeting.ts";

/** The meetings of a campaign that were held from one day to another, in their order, with all that was logged of them. */
export async function listMeetingsHeld(
  read: Queries,
  campaignId: string,
  { from, to }: { from: CalendarDate; to: CalendarDate },
): Promise<LoggedMeeting[]> {
  const held = await heldBetween(read, { campaign: campaignId, from, to });
  const ids = held.map(({ id }) => id);
  return readMeetings(read, campaignId, ids);
}

const heldBetween = keptQuery((read, place: Place<"campaign", "from" | "to">) =>
  read
    .selectFrom("outreach_event")
    .select("id")
    .where("campaign_id", "=", place("campaign"))
    .where("result", "=", "held")
    .where("kind", "<>", "internal")
    .where("day", ">=", place("from"))
    .where("day", "<=", place("to")),
);

/** One meeting of a campaign; null where it has none by that id. */
export async function findMeeting(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<LoggedMeeting | null> {
  const [found] = await readMeetings(read, campaignId, [eventId]);
  return found ?? null;
}

/** These meetings of a campaign, in their order, with all that was logged of them. */
export async function readMeetings(
  read: Queries,
  campaignId: string,
  eventIds: readonly string[],
): Promise<LoggedMeeting[]> {
  const ids = JSON.stringify(eventIds);
  const [events, audiences, people, sides, officers, logs, promises] = await Promise.all([
    eventsAmong(read, { campaign: campaignId, ids }),
    audiencesOf(read, { ids }),
    peopleOf(read, { ids }),
    sidesOf(read, { ids }),
    officersOf(read, { ids }),
    logsOf(read, ids),
    promisesOf(read, { ids }),
  ]);
  return events.map((event) => {
    const of = <Row extends { eventId: string }>(rows: readonly Row[]) =>
      rows.filter(({ eventId }) => eventId === event.id);
    const own = of(logs);
    const { id: eventId, title, kind, day, place, ask } = event;
    return {
      eventId,
      title,
      kind,
      day,
      place,
      ask,
      ...timedOf(event),
      handling: narrowestHandling([event.handling, ...own.map(({ handling }) => handling)]),
      groundRule: own.length === 0 ? event.groundRule : strictestRule(own.map(({ log }) => log.groundRule)),
      audiences: of(audiences).map(({ eventId: _, ...one }) => ({ ...one, priority: one.priority ?? 4 })),
      attended: of(people).map(({ id, name, title }) => ({
        id,
        name,
        title,
        side: of(sides).find((one) => one.id === id)?.side ?? null,
      })),
      officers: of(officers).map(({ name }) => name),
      logs: own.map(({ log }) => log),
      promises: of(promises).map(({ eventId: _, ...promise }) => promise),
    };
  });
}

const eventsAmong = keptQuery((read, place: Place<"campaign" | "ids">) =>
  read
    .selectFrom("outreach_event")
    .select(["id", "title", "kind", "day", "starts_at", "ends_at", "zone", "is_all_day"])
    .select(["place", "ask", "handling", "ground_rule as groundRule"])
    .where("campaign_id", "=", place("campaign"))
    .where("id", "in", eachIn(place("ids")))
    .orderBy("starts_at")
    .orderBy("id"),
);

const audiencesOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("outreach_event_audience as link")
    .innerJoin("outreach_event as event", "event.id", "link.outreach_event_id")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .leftJoin("campaign_audience as mine", (on) =>
      on.onRef("mine.audience_id", "=", "audience.id").onRef("mine.campaign_id", "=", "event.campaign_id"),
    )
    .select(["event.id as eventId", "audience.id", "audience.name", "audience.kind", "mine.priority"])
    .where("event.id", "in", eachIn(place("ids")))
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

const peopleOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("outreach_event_participant as link")
    .innerJoin("contact", "contact.id", "link.contact_id")
    .select(["link.outreach_event_id as eventId", "contact.id", "contact.name", "contact.title"])
    .where("link.outreach_event_id", "in", eachIn(place("ids")))
    .where("link.attendance", "=", "attended")
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);

/** On which side of the committee that a meeting was with people sat on its day, else on whose list they are. */
const sidesOf = keptQuery((read, place: Place<"ids">) => {
  const met = read
    .selectFrom("outreach_event_participant as link")
    .innerJoin("outreach_event as event", "event.id", "link.outreach_event_id")
    .innerJoin("outreach_event_audience as with", "with.outreach_event_id", "event.id")
    .innerJoin("audience", "audience.id", "with.audience_id")
    .where("event.id", "in", eachIn(place("ids")));
  const seated = met
    .innerJoin("seat", (on) =>
      on
        .onRef("seat.contact_id", "=", "link.contact_id")
        .onRef("seat.organisation_id", "=", "audience.organisation_id"),
    )
    .select(["event.id as eventId", "link.contact_id as id"])
    .select((eb) => eb.ref("seat.side").$notNull().as("side"))
    .select((eb) => eb.val(1).as("order"))
    .where("seat.side", "is not", null)
    .whereRef("seat.started_on", "<=", "event.day")
    .where((eb) => eb.or([eb("seat.ended_on", "is", null), eb("seat.ended_on", ">", eb.ref("event.day"))]));
  const listed = met
    .innerJoin("audience_contact as list", "list.contact_id", "link.contact_id")
    .innerJoin("audience as own", (on) =>
      on
        .onRef("own.id", "=", "list.audience_id")
        .onRef("own.organisation_id", "=", "audience.organisation_id"),
    )
    .select(["event.id as eventId", "link.contact_id as id"])
    .select((eb) => eb.ref("own.side").$notNull().as("side"))
    .select((eb) => eb.val(2).as("order"))
    .where("own.side", "is not", null);
  return seated.union(listed).orderBy("order").orderBy("side");
});

const officersOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("outreach_event_officer as link")
    .innerJoin("account", "account.id", "link.account_id")
    .select(["link.outreach_event_id as eventId", "account.name"])
    .where("link.outreach_event_id", "in", eachIn(place("ids")))
    .orderBy("account.sort_name")
    .orderBy("account.id"),
);

const promisesOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("follow_up")
    .leftJoin("account as owner", "owner.id", "follow_up.owner_account_id")
    .select((eb) => eb.ref("follow_up.outreach_event_id").$notNull().as("eventId"))
    .select(["follow_up.text", "promised_by as promisedBy", "due_on as dueOn", "done_at as doneAt"])
    .select(["owner.name as owner", "follow_up.contact_id as contactId"])
    .where("follow_up.outreach_event_id", "in", eachIn(place("ids")))
    .orderBy("due_on")
    .orderBy("follow_up.id"),
);

type LogOfEvent = { eventId: string; handling: Handling; log: MeetingLog };

async function logsOf(read: Queries, ids: string): Promise<LogOfEvent[]> {
  const rows = await outcomesOf(read, { ids });
  const outcomes = rows.map(({ id }) => id);
  const [receptions, objections, cleared] = await Promise.all([
    listReceptionsOfOutcomes(read, outcomes),
    listObjectionsOfOutcomes(read, outcomes),
    putOf(read, { ids }),
  ]);
  return rows.map(({ id, eventId, handling, ...log }) => ({
    eventId,
    handling,
    log: {
      ...log,
      put: putIn(
        receptions.get(id) ?? [],
        cleared.filter(({ outcomeId }) => outcomeId === id),
      ),
      objections: objections.get(id) ?? [],
    },
  }));
}

const outcomesOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .select([
      "outcome.id",
      "outcome.outreach_event_id as eventId",
      "outcome.handling",
      "account.name as officer",
    ])
    .select(["said", "impression", "assessment", "ask_answer as askAnswer", "ground_rule as groundRule"])
    .where("outcome.outreach_event_id", "in", eachIn(place("ids")))
    .orderBy("outcome.logged_at")
    .orderBy("outcome.id"),
);

/** The wording of each message that was put, with its title then and when it was cleared first. */
const putOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("reception")
    .innerJoin("outcome", "outcome.id", "reception.outcome_id")
    .innerJoin("message_revision as revision", "revision.id", "reception.message_revision_id")
    .innerJoin("key_message as message", "message.id", "revision.key_message_id")
    .leftJoin("clearance", (on) =>
      on
        .onRef("clearance.subject_id", "=", "revision.id")
        .on("clearance.subject_kind", "=", "message revision")
        .onRef("clearance.text_hash", "=", "revision.text_hash"),
    )
    .select(["outcome.id as outcomeId", "revision.key_message_id as messageId", "revision.title"])
    .select((eb) => eb.fn.min("clearance.cleared_at").as("clearedAt"))
    .where("outcome.outreach_event_id", "in", eachIn(place("ids")))
    .groupBy(["outcome.id", "revision.id"])
    .orderBy("message.number")
    .orderBy("revision.number"),
);

type Rated = { messageId: string; score: number | null; wording: string | null };
type Put = { messageId: string; title: string; clearedAt: string | null };

function putIn(receptions: readonly Rated[], revisions: readonly Put[]): PutMessage[] {
  return revisions.flatMap(({ messageId, title, clearedAt }) => {
    const rated = receptions.filter((one) => one.messageId === messageId && one.score !== null);
    if (rated.length === 0) return [];
    const clearedOn = clearedAt === null ? null : dateIn(new Date(clearedAt), WASHINGTON);
    return [{ title, isAsWritten: rated.every(({ wording }) => wording === "as written"), clearedOn }];
  });
}

/** What stands behind the codes of a campaign's library: the names of its objections, the titles of its messages. */
export async function readNamedInside(read: Queries, campaignId: string): Promise<NamedInside> {
  const [objections, messages] = await Promise.all([
    read.selectFrom("objection").select(["code", "name"]).where("campaign_id", "=", campaignId).execute(),
    read
      .selectFrom("key_message as message")
      .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
      .select(["message.number", "revision.title"])
      .where("message.campaign_id", "=", campaignId)
      .orderBy("revision.number")
      .execute(),
  ]);
  return {
    objections: new Map(objections.map(({ code, name }) => [code, name])),
    messages: new Map(messages.map(({ number, title }) => [number, title])),
  };
}
