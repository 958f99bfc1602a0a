import { sql } from "kysely";
import { listStandings } from "#app/campaign/clearances/paper-standings.server.ts";
import { listHoldsOnPapers } from "#app/campaign/holds/marked-by-holds.server.ts";
import { type EventKind, isEventKind } from "#app/campaign/outreach-events/kind.ts";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { type Result, type Schedule, takesPlace } from "#app/campaign/outreach-events/standing.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import type { Chamber } from "#app/campaign/session-days/session-day.ts";
import type { GroundRule, Handling } from "#app/text/handling.ts";
import { type CalendarDate, type Timed, timedOf, type WallTime } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { listProgrammeCopies } from "./copies/store.server.ts";
import type { Deadline } from "./deadlines/deadlines.ts";
import type { Part } from "./members/who-goes.ts";
import { daysOfVisit } from "./visit-days.ts";

export type VisitMember = {
  id: string;
  version: number;
  name: string;
  title: string;
  accountId: string | null;
};

/** An item of a programme with its event, and with its paper. */
export type VisitItem = Timed & {
  id: string;
  version: number;
  eventId: string;
  title: string;
  kind: EventKind;
  day: CalendarDate;
  wallStart: WallTime;
  wallEnd: WallTime;
  place: string;
  /** Where it meets online; empty where it does not. */
  link: string;
  groundRule: GroundRule;
  handling: Handling;
  schedule: Schedule;
  scheduleReason: string;
  result: Result;
  resultReason: string;
  takesPlace: boolean;
  host: string;
  note: string;
  planB: string;
  planBNote: string;
  decideBy: WallTime | null;
  messages: number[];
  /** The chambers of Congress whose people it is about or with. */
  chambers: Chamber[];
  /** Null where no paper is begun. */
  paper: { id: string; isCleared: boolean } | null;
  /** Logs by their ids, and what was written of it; `to` is who is thanked. */
  logs: string[];
  letters: { id: string; kind: string; to: string | null }[];
};

export type VisitPart = { memberId: string; itemId: string; part: Part };

export type VisitRecord = NonNullable<Awaited<ReturnType<typeof findVisit>>>;

/** A visit of this campaign with its programme; null where there is none, or the event is no visit. */
export async function findVisit(read: Queries, campaignId: string, eventId: string) {
  const event = await findEvent(read, campaignId, eventId);
  if (event?.kind !== "delegation visit") return null;
  const visit = { visit: eventId };
  const [members, items, parts, deadlines, copies] = await Promise.all([
    membersOf(read, visit),
    listItems(read, eventId),
    partsOf(read, visit),
    listDeadlines(read, eventId),
    listProgrammeCopies(read, eventId),
  ]);
  return { event, days: daysOfVisit(event), members, items, parts, deadlines, copies };
}

const membersOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_member")
    .select(["id", "version", "name", "title", "account_id as accountId"])
    .where("outreach_event_id", "=", place("visit"))
    .orderBy("position")
    .orderBy("id"),
);

const partsOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_part as part")
    .innerJoin("visit_item as item", "item.id", "part.visit_item_id")
    .select(["part.visit_member_id as memberId", "part.visit_item_id as itemId", "part.part"])
    .where("item.visit_event_id", "=", place("visit")),
);

async function listItems(read: Queries, visitId: string): Promise<VisitItem[]> {
  const visit = { visit: visitId };
  const [rows, messages, chambers, papers, logs, letters] = await Promise.all([
    itemsOf(read, visit),
    messagesOf(read, visit),
    chambersOf(read, visit),
    papersOf(read, visit),
    logsOf(read, visit),
    lettersOf(read, visit),
  ]);
  const isCleared = await clearedAmong(
    read,
    papers.map(({ id }) => id),
  );
  return rows.map((row) => {
    const paper = papers.find(({ eventId }) => eventId === row.eventId);
    return {
      ...row,
      kind: isEventKind(row.kind) ? row.kind : "internal",
      ...timedOf(row),
      takesPlace: takesPlace(row),
      messages: messages.filter(({ eventId }) => eventId === row.eventId).map(({ number }) => number),
      chambers: chambers.flatMap(({ eventId, chamber }) =>
        eventId === row.eventId ? chamberNamed(chamber) : [],
      ),
      paper: paper === undefined ? null : { id: paper.id, isCleared: isCleared.has(paper.id) },
      logs: logs.filter(({ eventId }) => eventId === row.eventId).map(({ id }) => id),
      letters: letters.filter(({ eventId }) => eventId === row.eventId),
    };
  });
}

const itemsOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event as event", "event.id", "item.outreach_event_id")
    .select(["item.id", "item.version", "event.id as eventId", "event.title", "event.kind", "event.day"])
    .select(["event.wall_start as wallStart", "event.wall_end as wallEnd", "event.zone"])
    .select(["event.starts_at", "event.ends_at", "event.is_all_day", "event.place", "event.handling"])
    .select("event.link")
    .select(["event.ground_rule as groundRule", "event.schedule", "event.result"])
    .select(["event.schedule_reason as scheduleReason", "event.result_reason as resultReason"])
    .select(["item.host", "item.note", "item.plan_b as planB", "item.plan_b_note as planBNote"])
    .select(["item.decide_by as decideBy"])
    .where("item.visit_event_id", "=", place("visit"))
    .orderBy("event.starts_at")
    .orderBy("event.ends_at")
    .orderBy("event.id"),
);

const messagesOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event_message as link", "link.outreach_event_id", "item.outreach_event_id")
    .innerJoin("key_message as message", "message.id", "link.key_message_id")
    .select(["item.outreach_event_id as eventId", "message.number"])
    .where("item.visit_event_id", "=", place("visit"))
    .orderBy("message.number"),
);

const chambersOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event_audience as link", "link.outreach_event_id", "item.outreach_event_id")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .innerJoin("organisation", "organisation.id", "audience.organisation_id")
    .select(["item.outreach_event_id as eventId", "organisation.chamber"])
    .where("item.visit_event_id", "=", place("visit"))
    .where("organisation.chamber", "is not", null)
    .union(
      read
        .selectFrom("visit_item as item")
        .innerJoin("outreach_event_participant as link", "link.outreach_event_id", "item.outreach_event_id")
        .innerJoin("contact", "contact.id", "link.contact_id")
        .innerJoin("organisation", "organisation.id", "contact.organisation_id")
        .select(["item.outreach_event_id as eventId", "organisation.chamber"])
        .where("item.visit_event_id", "=", place("visit"))
        .where("organisation.chamber", "is not", null),
    ),
);

function chamberNamed(chamber: string | null): Chamber[] {
  if (chamber === "house") return ["House"];
  return chamber === "senate" ? ["Senate"] : [];
}

const papersOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("talking_points as paper", (on) =>
      on.on("paper.id", "=", paperIdOf(sql.ref("item.outreach_event_id"))),
    )
    .select(["paper.id", "item.outreach_event_id as eventId"])
    .where("item.visit_event_id", "=", place("visit")),
);

const logsOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("outcome", "outcome.outreach_event_id", "item.outreach_event_id")
    .select(["outcome.id", "item.outreach_event_id as eventId"])
    .where("item.visit_event_id", "=", place("visit"))
    .orderBy("outcome.logged_at")
    .orderBy("outcome.id"),
);

const lettersOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_item as item")
    .innerJoin("correspondence as letter", "letter.outreach_event_id", "item.outreach_event_id")
    .leftJoin("contact", "contact.id", "letter.contact_id")
    .select(["letter.id", "letter.kind", "item.outreach_event_id as eventId", "contact.name as to"])
    .where("item.visit_event_id", "=", place("visit"))
    .where("letter.outreach_event_id", "is not", null)
    .orderBy("letter.kind")
    .orderBy("letter.id"),
);

/** Those of the papers whose text stands as it was cleared, and that no hold marks. */
export async function clearedAmong(read: Queries, paperIds: readonly string[]): Promise<ReadonlySet<string>> {
  const [standings, holds] = await Promise.all([
    listStandings(read, paperIds),
    listHoldsOnPapers(read, paperIds),
  ]);
  const isCleared = (id: string) =>
    standings.get(id)?.status === "cleared" && (holds.get(id) ?? []).length === 0;
  return new Set(paperIds.filter(isCleared));
}

async function listDeadlines(read: Queries, visitId: string): Promise<Deadline[]> {
  const rows = await deadlinesOf(read, { visit: visitId });
  return rows.map(({ ownerId, ownerName, ownerZone, doneAt, doneBy, ...row }) => ({
    ...row,
    owner:
      ownerId === null || ownerName === null || ownerZone === null
        ? null
        : { id: ownerId, name: ownerName, zone: ownerZone },
    done: doneAt === null ? null : { at: new Date(doneAt), by: doneBy ?? "someone" },
  }));
}

const deadlinesOf = keptQuery((read, place: Place<"visit">) =>
  read
    .selectFrom("visit_deadline as deadline")
    .leftJoin("account as owner", "owner.id", "deadline.owner_account_id")
    .leftJoin("account as doer", "doer.id", "deadline.done_by")
    .select(["deadline.id", "deadline.version", "deadline.days", "deadline.title", "deadline.note"])
    .select(["deadline.kind", "deadline.due_time as time", "deadline.done_at as doneAt"])
    .select(["owner.id as ownerId", "owner.name as ownerName", "owner.zone as ownerZone"])
    .select(["doer.name as doneBy"])
    .where("deadline.outreach_event_id", "=", place("visit"))
    .orderBy("deadline.days")
    .orderBy("deadline.id"),
);
