import { type Kysely, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { AudienceTarget } from "./audiences.server.ts";

/** A held event with an audience: what was said, and how each message was taken there. */
export type AudienceEvent = {
  id: string;
  title: string;
  kind: string;
  day: string;
  said: string;
  receptions: { number: number; score: number }[];
};

/** The events that an audience was met at in a campaign, the latest first. */
export async function listAudienceEvents(
  read: Kysely<Schema>,
  target: AudienceTarget,
  { limit, offset }: { limit: number; offset: number },
): Promise<AudienceEvent[]> {
  const rows = await read
    .selectFrom("audience_meeting as meeting")
    .innerJoin("outreach_event as event", "event.id", "meeting.outreach_event_id")
    .select(["event.id", "event.title", "event.kind", "meeting.day"])
    .select(
      sql<string | null>`(select outcome.said from outcome
        where outcome.outreach_event_id = event.id and outcome.said <> '' order by outcome.logged_at limit 1)`.as(
        "said",
      ),
    )
    .where("meeting.audience_id", "=", target.audienceId)
    .where("meeting.campaign_id", "=", target.campaignId)
    .orderBy("meeting.day", "desc")
    .orderBy("meeting.outreach_event_id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  const receptions = await receptionsBetween(read, target, rows.at(-1)?.day ?? "", rows[0]?.day ?? "");
  return rows.map((row) => ({ ...row, said: row.said ?? "", receptions: receptions.get(row.id) ?? [] }));
}

/** How often an audience was met in a campaign. */
export async function countAudienceEvents(
  read: Kysely<Schema>,
  { campaignId, audienceId }: AudienceTarget,
): Promise<number> {
  const row = await read
    .selectFrom("audience_meeting")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("audience_id", "=", audienceId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** By event the mean score of each message, over all officers who logged it; messages in order of their numbers. */
async function receptionsBetween(
  read: Kysely<Schema>,
  { campaignId, audienceId }: AudienceTarget,
  firstDay: string,
  lastDay: string,
): Promise<ReadonlyMap<string, { number: number; score: number }[]>> {
  const rows = await read
    .selectFrom("observation")
    .innerJoin("outcome", "outcome.id", "observation.outcome_id")
    .innerJoin("key_message as message", "message.id", "observation.key_message_id")
    .select(["outcome.outreach_event_id", "message.number"])
    .select((eb) => eb.fn.avg<number>("observation.score").as("score"))
    .where("observation.audience_id", "=", audienceId)
    .where("observation.campaign_id", "=", campaignId)
    .where("observation.day", ">=", firstDay)
    .where("observation.day", "<=", lastDay)
    .groupBy(["outcome.outreach_event_id", "message.number"])
    .orderBy("message.number")
    .execute();
  const groups = Map.groupBy(rows, (row) => row.outreach_event_id);
  return new Map(
    [...groups].map(([id, group]) => [id, group.map(({ number, score }) => ({ number, score }))]),
  );
}
