import { sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { AudienceTarget } from "./store.server.ts";

/** A held event with an audience: what was said, and how each message was taken there. */
export type AudienceEvent = Awaited<ReturnType<typeof listAudienceEvents>>[number];

/** The events that an audience was met at in a campaign, the latest first. */
export async function listAudienceEvents(
  read: Queries,
  target: AudienceTarget,
  part: { limit: number; offset: number },
) {
  const rows = await eventsOf(read, { campaign: target.campaignId, audience: target.audienceId, ...part });
  const [first, last] = [rows.at(-1), rows[0]];
  if (first === undefined || last === undefined) return [];
  const receptions = await receptionsBetween(read, target, first.day, last.day);
  return rows.map((row) => ({ ...row, said: row.said ?? "", receptions: receptions.get(row.id) ?? [] }));
}

const eventsOf = keptQuery((read, place: Place<"campaign" | "audience" | "limit" | "offset">) =>
  read
    .selectFrom("audience_meeting as meeting")
    .innerJoin("outreach_event as event", "event.id", "meeting.outreach_event_id")
    .select(["event.id", "event.title", "event.kind", "meeting.day"])
    .select(
      sql<string | null>`(select outcome.said from outcome
        where outcome.outreach_event_id = event.id and outcome.said <> '' order by outcome.logged_at, outcome.id limit 1)`.as(
        "said",
      ),
    )
    .where("meeting.audience_id", "=", place("audience"))
    .where("meeting.campaign_id", "=", place("campaign"))
    .orderBy("meeting.day", "desc")
    .orderBy("meeting.outreach_event_id", "desc")
    .limit(sql<number>`${place("limit")}`)
    .offset(sql<number>`${place("offset")}`),
);

/** How often an audience was met in a campaign. */
export async function countAudienceEvents(
  read: Queries,
  { campaignId, audienceId }: AudienceTarget,
): Promise<number> {
  const [row] = await eventCount(read, { campaign: campaignId, audience: audienceId });
  return row?.n ?? 0;
}

const eventCount = keptQuery((read, place: Place<"campaign" | "audience">) =>
  read
    .selectFrom("audience_meeting")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("audience_id", "=", place("audience"))
    .where("campaign_id", "=", place("campaign")),
);

/** By event the mean score of each message, over all officers who logged it; messages in order of their numbers. */
async function receptionsBetween(
  read: Queries,
  { campaignId, audienceId }: AudienceTarget,
  firstDay: CalendarDate,
  lastDay: CalendarDate,
): Promise<ReadonlyMap<string, { number: number; score: number }[]>> {
  const rows = await receptionsOf(read, { campaign: campaignId, audience: audienceId, firstDay, lastDay });
  const groups = Map.groupBy(rows, (row) => row.outreach_event_id);
  return new Map(
    [...groups].map(([id, group]) => [id, group.map(({ number, score }) => ({ number, score }))]),
  );
}

const receptionsOf = keptQuery((read, place: Place<"campaign" | "audience", "firstDay" | "lastDay">) =>
  read
    .selectFrom("observation")
    .innerJoin("outcome", "outcome.id", "observation.source_id")
    .innerJoin("key_message as message", "message.id", "observation.key_message_id")
    .select(["outcome.outreach_event_id", "message.number"])
    .select((eb) => eb.fn.avg<number>("observation.score").as("score"))
    .where("observation.audience_id", "=", place("audience"))
    .where("observation.campaign_id", "=", place("campaign"))
    .where("observation.day", ">=", place("firstDay"))
    .where("observation.day", "<=", place("lastDay"))
    .groupBy(["outcome.outreach_event_id", "message.number"])
    .orderBy("message.number"),
);
