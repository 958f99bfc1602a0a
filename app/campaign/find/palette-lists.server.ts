import type { Queries } from "#db/schema.ts";
import type { FoundRecord } from "./found-record.ts";
import { placeFound } from "./search.server.ts";

/** As far back as somebody's own work is looked for, in changes of a campaign by anybody. */
const LOOKED_AT = 300;

/** The records that an account changed last in these campaigns, the latest first, `most` of them; those gone since are left out. */
export async function listRecent(
  read: Queries,
  accountId: string,
  campaignIds: readonly string[],
  most: number,
): Promise<readonly FoundRecord[]> {
  const changed = (await Promise.all(campaignIds.map((id) => lastChanges(read, accountId, id)))).flat();
  const byTime = changed.sort((a, b) => b.made_at.localeCompare(a.made_at) || b.id.localeCompare(a.id));
  const records = [...new Map(byTime.map((one) => [`${one.kind} ${one.record_id}`, one])).keys()];
  const entries = await read
    .selectFrom("search_entry")
    .select(["kind", "record_id", "campaign_id", "title", "body"])
    .where(
      "record_id",
      "in",
      byTime.map(({ record_id }) => record_id),
    )
    .$narrowType<{ kind: FoundRecord["kind"] }>()
    .execute();
  const known = new Map(entries.map((entry) => [`${entry.kind} ${entry.record_id}`, entry]));
  const rows = records.flatMap((record) => known.get(record) ?? []).slice(0, most);
  return placeFound(read, rows, campaignIds);
}

function lastChanges(read: Queries, accountId: string, campaignId: string) {
  const newest = read
    .selectFrom("change")
    .select(["id", "made_at", "account_id", "record_kind", "record_id"])
    .where("campaign_id", "=", campaignId)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(LOOKED_AT);
  return read
    .selectFrom(newest.as("newest"))
    .select(["id", "made_at", "record_kind as kind", "record_id"])
    .where("account_id", "=", accountId)
    .execute();
}

/** The messages of a campaign in use, by number, each with the hold that is in place: where none is, it can be held. */
export function listMessagesToHold(read: Queries, campaignId: string) {
  return read
    .selectFrom("key_message as m")
    .innerJoin("search_entry as e", (on) =>
      on.onRef("e.record_id", "=", "m.id").on("e.kind", "=", "key message"),
    )
    .leftJoin("message_hold as hold", (on) =>
      on.onRef("hold.key_message_id", "=", "m.id").on("hold.lifted_at", "is", null),
    )
    .select(["m.number", "e.title", "hold.id as holdId"])
    .where("m.campaign_id", "=", campaignId)
    .where("m.retired_at", "is", null)
    .orderBy("m.number")
    .limit(100)
    .execute();
}

/** Which of these events are over and logged by nobody, the latest first. */
export function listToLog(
  read: Queries,
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
