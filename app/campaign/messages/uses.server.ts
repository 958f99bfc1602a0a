import { type Kysely, sql } from "kysely";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

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

/** The events for which a message is planned, the newest first, a page of them. */
export async function listEventsOfMessage(
  read: Kysely<Schema>,
  messageId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<MessageEvent[]> {
  return read
    .selectFrom("outreach_event_message as planned")
    .innerJoin("outreach_event as event", "event.id", "planned.outreach_event_id")
    .select(["event.id", "event.title", "event.starts_at as startsAt", "event.schedule", "event.result"])
    .select(wholeDay)
    .where("planned.key_message_id", "=", messageId)
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .offset(offset)
    .limit(limit)
    .execute();
}

export async function countEventsOfMessage(read: Kysely<Schema>, messageId: string): Promise<number> {
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
export async function listPapersByWording(
  read: Kysely<Schema>,
  messageId: string,
): Promise<Cut<WordingInPaper>> {
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

/** At which events each of these revisions was said, by the outcomes: of each the newest two hundred. */
export async function listEventsByRevision(
  read: Kysely<Schema>,
  revisionIds: readonly string[],
): Promise<WordingAtEvent[]> {
  if (revisionIds.length === 0) return [];
  const { rows } = await sql<WordingAtEvent>`
    SELECT revisionId, id, title, startsAt, wholeDay, schedule, result, uses FROM (
      SELECT r.message_revision_id AS revisionId, e.id, e.title, e.starts_at AS startsAt,
        CASE WHEN e.is_all_day = 1 THEN substr(e.wall_start, 1, 10) END AS wholeDay, e.schedule, e.result,
        count(*) OVER (PARTITION BY r.message_revision_id) AS uses,
        row_number() OVER (PARTITION BY r.message_revision_id ORDER BY e.starts_at DESC, e.id) AS place
      FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
      WHERE r.message_revision_id IN (SELECT value FROM json_each(${JSON.stringify(revisionIds)}))
        AND r.score IS NOT NULL
      GROUP BY r.message_revision_id, e.id
    ) WHERE place <= 200 ORDER BY startsAt DESC, id, revisionId`.execute(read);
  return rows;
}
