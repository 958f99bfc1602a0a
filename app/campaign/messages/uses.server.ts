import { type SqlBool, sql } from "kysely";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";

export type MessageEvent = {
  id: string;
  title: string;
  startsAt: string;
  /** The day on its own clock where it takes whole days, which have no time. */
  wholeDay: CalendarDate | null;
  schedule: Schema["outreach_event"]["schedule"];
  result: Schema["outreach_event"]["result"];
};

export type MessagePaper = {
  id: string;
  title: string;
  stage: Schema["talking_points"]["stage"];
  changedAt: string;
};

export const wholeDay =
  sql<CalendarDate | null>`CASE WHEN event.is_all_day = 1 THEN substr(event.wall_start, 1, 10) END`.as(
    "wholeDay",
  );

/** Of a message planned for more events than this, the newest are found by going back through all events. */
const FEW_EVENTS = 500;

/** The events for which a message is planned, `count` of them, the newest first, a page of them. */
export async function listEventsOfMessage(
  read: Queries,
  messageId: string,
  { offset, limit, count }: { offset: number; limit: number; count: number },
): Promise<MessageEvent[]> {
  const planned = sql`select planned.outreach_event_id from outreach_event_message planned
    where planned.key_message_id = ${messageId}`;
  const isPlanned =
    count > FEW_EVENTS
      ? sql<SqlBool>`event.campaign_id = (select campaign_id from key_message where id = ${messageId})
          and exists (${planned} and planned.outreach_event_id = event.id)`
      : sql<SqlBool>`event.id in (${planned})`;
  return read
    .selectFrom("outreach_event as event")
    .select(["event.id", "event.title", "event.starts_at as startsAt", "event.schedule", "event.result"])
    .select(wholeDay)
    .where(isPlanned)
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .offset(offset)
    .limit(limit)
    .execute();
}

export async function countEventsOfMessage(read: Queries, messageId: string): Promise<number> {
  const row = await read
    .selectFrom("outreach_event_message")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("key_message_id", "=", messageId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A paper with one wording of a message: a revision of its own, or of its framing for an audience. */
export type WordingInPaper = MessagePaper & {
  revisionId: string;
  framedFor: string | null;
  number: number;
  /** The event that it is for. */
  event: MessageEvent | null;
};

/** The papers in use that have words of a message, by the wording that they have, the newest first, at most 300. */
export async function listPapersByWording(read: Queries, messageId: string): Promise<Cut<WordingInPaper>> {
  const rows = await papersByWording(read, { message: messageId });
  const papers = rows.map(({ eventId, eventTitle, startsAt, wholeDay, schedule, result, ...paper }) => ({
    ...paper,
    event:
      eventId === null || eventTitle === null || startsAt === null || schedule === null || result === null
        ? null
        : { id: eventId, title: eventTitle, startsAt, wholeDay, schedule, result },
  }));
  return cut(papers, MOST_PAPERS);
}

const MOST_PAPERS = 300;

const papersByWording = keptQuery((read, place: Place<"message">) =>
  read
    .selectFrom("talking_points_block as block")
    .innerJoin("talking_points as paper", "paper.id", "block.talking_points_id")
    .leftJoin("message_revision as own", "own.id", "block.origin_revision_id")
    .leftJoin("framing_revision as framed", "framed.id", "block.origin_revision_id")
    .leftJoin("framing", "framing.id", "block.origin_framing_id")
    .leftJoin("audience", "audience.id", "framing.audience_id")
    .leftJoin("outreach_event as event", "event.id", "paper.outreach_event_id")
    .select(["event.id as eventId", "event.title as eventTitle", "event.starts_at as startsAt"])
    .select(["event.schedule", "event.result", wholeDay])
    .select(["paper.id", "paper.title", "paper.stage", "paper.changed_at as changedAt"])
    .select(sql<string>`coalesce(block.origin_revision_id, '')`.as("revisionId"))
    .select("audience.name as framedFor")
    .select(sql<number>`coalesce(own.number, framed.number, 0)`.as("number"))
    .distinct()
    .where("block.origin_kind", "=", "key message")
    .where("block.origin_id", "=", place("message"))
    .where("paper.retired_at", "is", null)
    .orderBy("paper.changed_at", "desc")
    .orderBy("paper.id")
    .orderBy("revisionId")
    .limit(MOST_PAPERS + 1),
);

/** An event at which a revision was said, by the outcomes; `uses` is at how many in all. */
export type WordingAtEvent = MessageEvent & { revisionId: string; uses: number };

const NEWEST_EVENTS = 200;

/** At which events each of these revisions was said, by the outcomes: of each the newest two hundred. */
export async function listEventsByRevision(
  read: Queries,
  revisionIds: readonly string[],
): Promise<WordingAtEvent[]> {
  const rows = await saidAt(read, { revisions: JSON.stringify(revisionIds) });
  // What begins together with the last one is read with it.
  const ofEach = Map.groupBy(rows, ({ revisionId }) => revisionId);
  return [...ofEach.values()].flatMap((events) => events.slice(0, NEWEST_EVENTS));
}

const saidAt = keptQuery((read, place: Place<"revisions">) =>
  read
    .with(
      (name) => name("revision").materialized(),
      (db) =>
        db
          .selectFrom(
            sql<{ id: string; uses: number; since: string }>`(
        select value as id, (select count(*) from wording_said where message_revision_id = value) as uses,
          coalesce((select starts_at from wording_said where message_revision_id = value
            order by starts_at desc limit 1 offset ${sql.lit(NEWEST_EVENTS - 1)}), '') as since
        from json_each(${place("revisions")}))`.as("each"),
          )
          .selectAll(),
    )
    .selectFrom("revision")
    .crossJoin("wording_said as said")
    .crossJoin("outreach_event as event")
    .select(["revision.id as revisionId", "revision.uses"])
    .select(["event.id", "event.title", "event.starts_at as startsAt", "event.schedule", "event.result"])
    .select(wholeDay)
    .whereRef("said.message_revision_id", "=", "revision.id")
    .whereRef("said.starts_at", ">=", "revision.since")
    .whereRef("event.id", "=", "said.outreach_event_id")
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .orderBy("revision.id"),
);
