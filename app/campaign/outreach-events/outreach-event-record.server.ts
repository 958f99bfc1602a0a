import type { Selectable } from "kysely";
import type { EventMessage, Named } from "#app/campaign/campaigns/choices.server.ts";
import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { personName } from "#app/text/person-name.ts";
import { type CalendarDate, timedOf, type WallTime } from "#app/time/wall-time.ts";
import { type KeptRow, keptQuery, type Place, together } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import type { PlannedTime } from "./planned-time.ts";
import { type EventTexts, eventRecord } from "./record.ts";
import type { Result, Schedule } from "./standing.ts";

export type Participant = ReturnType<typeof participantOf>;

export type EventRecord = Omit<EventTexts, "schedule"> &
  PlannedTime & {
    day: CalendarDate;
    id: string;
    campaignId: string;
    version: number;
    /** What it repeats with, and the wall time that the rule gave it; null where it stands alone. */
    series: { id: string; slot: WallTime } | null;
    schedule: Schedule;
    result: Result;
    scheduleReason: string;
    resultReason: string;
    plannedAt: Date;
    owner: Named | null;
    objective: Named | null;
    audiences: readonly Named[];
    messages: readonly EventMessage[];
    officers: readonly Named[];
    participants: Participant[];
    outcomes: { id: string; officer: Named }[];
  };

/** An event of this campaign with all that hangs on it; null where there is none. */
export async function findEvent(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<EventRecord | null> {
  const [row] = await eventOf(read, { event: eventId, campaign: campaignId });
  if (row === undefined) return null;
  const around = await aroundEvent(read, { event: eventId, campaign: campaignId, day: row.day });
  const owner = named(row.owner_account_id, row.owner_name);
  const objective = named(row.objective_id, row.objective_sentence);
  return {
    ...factsOf(row),
    owner,
    objective,
    audiences: around.audiencesOf,
    messages: around.messagesOf,
    officers: around.officersOf,
    participants: around.participantsOf.map(participantOf),
    outcomes: around.outcomesOf.map(({ id, officer_id, name }) => ({
      id,
      officer: { id: officer_id, name },
    })),
  };
}

const eventOf = keptQuery((read, place: Place<"event" | "campaign">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .leftJoin("objective", "objective.id", "event.objective_id")
    .selectAll("event")
    .select(["owner.name as owner_name", "objective.sentence as objective_sentence"])
    .where("event.id", "=", place("event"))
    .where("event.campaign_id", "=", place("campaign")),
);

function named(id: string | null, name: string | null): Named | null {
  return id === null || name === null ? null : { id, name };
}

function factsOf(row: Selectable<Schema["outreach_event"]>) {
  return {
    ...eventRecord.ofRow(row),
    id: row.id,
    campaignId: row.campaign_id,
    version: row.version,
    wallStart: row.wall_start,
    wallEnd: row.wall_end,
    ...timedOf(row),
    day: row.day,
    series:
      row.event_series_id === null || row.series_slot === null
        ? null
        : { id: row.event_series_id, slot: row.series_slot },
    schedule: row.schedule,
    result: row.result,
    scheduleReason: row.schedule_reason,
    resultReason: row.result_reason,
    plannedAt: new Date(row.planned_at),
  } as const;
}

const audiencesOf = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("outreach_event_audience as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .select(["audience.id", "audience.name"])
    .where("link.outreach_event_id", "=", place("event"))
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

/** A message goes by the title of its latest revision. */
const messagesOf = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("outreach_event_message as link")
    .innerJoin("key_message as message", "message.id", "link.key_message_id")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "revision.title"])
    .where("link.outreach_event_id", "=", place("event"))
    .where("revision.number", "=", newestRevision)
    .orderBy("message.number"),
);

const officersOf = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("outreach_event_officer as link")
    .innerJoin("account", "account.id", "link.account_id")
    .select(["account.id", "account.name"])
    .where("link.outreach_event_id", "=", place("event"))
    .orderBy("account.sort_name")
    .orderBy("account.id"),
);

const participantsOf = keptQuery((read, place: Place<"event" | "campaign", "day">) =>
  read
    .selectFrom("outreach_event_participant as link")
    .innerJoin("contact", "contact.id", "link.contact_id")
    .leftJoin("contact_meeting as met", (on) =>
      on
        .onRef("met.contact_id", "=", "link.contact_id")
        .on("met.campaign_id", "=", place("campaign"))
        .on("met.day", "<=", place("day"))
        .on("met.outreach_event_id", "<>", place("event")),
    )
    .select(["link.contact_id", "link.reply", "link.attendance", "link.version"])
    .select(["contact.name", "contact.title", "contact.role_in_decision"])
    .select((eb) => [eb.fn.count<number>("met.day").as("times"), eb.fn.max("met.day").as("last")])
    .where("link.outreach_event_id", "=", place("event"))
    .groupBy("link.id")
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);

function participantOf(row: KeptRow<typeof participantsOf>) {
  return {
    contactId: row.contact_id,
    name: personName(row.name),
    title: row.title,
    roleInDecision: row.name === "" ? null : row.role_in_decision,
    reply: row.reply,
    attendance: row.attendance,
    version: row.version,
    /** Meetings of this campaign before the event, and the day of the last one. */
    timesMet: Number(row.times),
    lastMet: row.last,
  };
}

const outcomesOf = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .select(["outcome.id", "account.id as officer_id", "account.name"])
    .where("outcome.outreach_event_id", "=", place("event"))
    .orderBy("outcome.logged_at", "desc")
    .orderBy("outcome.id"),
);

const aroundEvent = together({ audiencesOf, messagesOf, officersOf, participantsOf, outcomesOf });

/** The visit that an event is, or to whose programme it belongs; null for any other event. */
export async function findVisitOf(
  read: Queries,
  { id, kind, title }: Pick<EventRecord, "id" | "kind" | "title">,
): Promise<{ id: string; title: string } | null> {
  if (kind === "delegation visit") return { id, title };
  const [visit] = await visitOfItem(read, { event: id });
  return visit ?? null;
}

const visitOfItem = keptQuery((read, place: Place<"event">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event as visit", "visit.id", "item.visit_event_id")
    .select(["visit.id", "visit.title"])
    .where("item.outreach_event_id", "=", place("event")),
);
