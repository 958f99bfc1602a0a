import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";

/** The messages of a campaign in use, by number: each can be held. */
export function listMessagesToHold(read: Kysely<Schema>, campaignId: string) {
  return read
    .selectFrom("key_message as m")
    .innerJoin("search_entry as e", (on) =>
      on.onRef("e.record_id", "=", "m.id").on("e.kind", "=", "key message"),
    )
    .select(["m.number", "e.title"])
    .where("m.campaign_id", "=", campaignId)
    .where("m.retired_at", "is", null)
    .orderBy("m.number")
    .limit(100)
    .execute();
}

/** Which of these events are over and logged by nobody, the latest first. */
export function listToLog(
  read: Kysely<Schema>,
  { campaignId, events, now }: { campaignId: string; events: readonly string[]; now: Date },
) {
  return read
    .selectFrom("meeting_to_log as m")
    .innerJoin("outreach_event as e", "e.id", "m.outreach_event_id")
    .select(["e.id as eventId", "e.title", "e.day"])
    .where("m.campaign_id", "=", campaignId)
    .where("m.ends_at", "<=", now.toISOString())
    .where("m.outreach_event_id", "in", [...events])
    .orderBy("m.ends_at", "desc")
    .orderBy("e.id")
    .execute();
}
