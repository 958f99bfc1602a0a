import { sql } from "kysely";
import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { AudienceTarget } from "./store.server.ts";

/** A message of the campaign and how an audience took it; the average is that of all its observations. */
export type HeardMessage = Awaited<ReturnType<typeof listHeardMessages>>[number];

/** Each message of the campaign that is not retired, with what the audience's observations say of it. */
export async function listHeardMessages(read: Queries, { campaignId, audienceId }: AudienceTarget) {
  const rows = await heardMessages(read, { campaign: campaignId, audience: audienceId });
  return rows.map(({ id, number, title, n, total, last_on }) => ({
    id,
    number,
    title,
    n: n ?? 0,
    average: n === null || total === null ? null : total / n,
    lastOn: last_on,
  }));
}

const heardMessages = keptQuery((read, place: Place<"campaign" | "audience">) =>
  read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .where("revision.number", "=", newestRevision)
    .leftJoin("observation_cell as cell", (join) =>
      join
        .onRef("cell.key_message_id", "=", "message.id")
        .on("cell.campaign_id", "=", place("campaign"))
        .on("cell.audience_id", "=", place("audience")),
    )
    .select(["message.id", "message.number", "revision.title", "cell.n", "cell.total", "cell.last_on"])
    .where("message.campaign_id", "=", place("campaign"))
    .where("message.retired_at", "is", null)
    .orderBy("message.number"),
);

/** The objections that an audience has raised, the most frequent first. */
export async function listObjectionsHeard(
  read: Queries,
  { campaignId, audienceId }: AudienceTarget,
): Promise<Cut<{ id: string; name: string; times: number }>> {
  return cut(await objectionsHeard(read, { campaign: campaignId, audience: audienceId }), MOST_OBJECTIONS);
}

const MOST_OBJECTIONS = 6;

const objectionsHeard = keptQuery((read, place: Place<"campaign" | "audience">) =>
  read
    .selectFrom("outcome_objection as heard")
    .innerJoin("objection", "objection.id", "heard.objection_id")
    .select(["objection.id", "objection.name"])
    .select((eb) => eb.fn.countAll<number>().as("times"))
    .where("heard.audience_id", "=", place("audience"))
    .where("objection.campaign_id", "=", place("campaign"))
    .groupBy("objection.id")
    .orderBy("times", "desc")
    .orderBy("objection.name")
    .orderBy("objection.id")
    .limit(MOST_OBJECTIONS + 1),
);

/** For each audience of a campaign the numbers of the messages that it has never heard, where there are any. */
export async function listUnheardMessages(
  read: Queries,
  campaignId: string,
): Promise<ReadonlyMap<string, number[]>> {
  const rows = await read
    .selectFrom("campaign_audience as mine")
    .innerJoin("key_message as message", "message.campaign_id", "mine.campaign_id")
    .leftJoin("observation_cell as cell", (join) =>
      join
        .onRef("cell.campaign_id", "=", "mine.campaign_id")
        .onRef("cell.key_message_id", "=", "message.id")
        .onRef("cell.audience_id", "=", "mine.audience_id"),
    )
    .select(["mine.audience_id", "message.number"])
    .where("mine.campaign_id", "=", campaignId)
    .where("message.retired_at", "is", null)
    .where("cell.n", "is", null)
    .orderBy("message.number")
    .execute();
  const groups = Map.groupBy(rows, (row) => row.audience_id);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ number }) => number)]));
}

/** For each audience of a campaign our promise to it that is longest overdue. */
export async function listOverduePromises(
  read: Queries,
  campaignId: string,
  today: CalendarDate,
): Promise<ReadonlyMap<string, { text: string; dueOn: CalendarDate }>> {
  const rows = await read
    .selectFrom("follow_up as promise")
    .innerJoin("outreach_event_audience as link", "link.outreach_event_id", "promise.outreach_event_id")
    .select(["link.audience_id", "promise.text", "promise.due_on"])
    // Beside min() SQLite takes the other columns from the row that holds it.
    .select(sql`min(promise.due_on || ' ' || promise.id)`.as("first"))
    .where("promise.campaign_id", "=", campaignId)
    .where("promise.done_at", "is", null)
    .where("promise.promised_by", "=", "us")
    .where("promise.due_on", "<", today)
    .groupBy("link.audience_id")
    .execute();
  return new Map(rows.map(({ audience_id, text, due_on }) => [audience_id, { text, dueOn: due_on }]));
}
