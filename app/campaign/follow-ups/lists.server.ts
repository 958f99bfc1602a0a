import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { PromisedBy } from "./follow-up.ts";

export type FollowUp = ReturnType<typeof followUpOf>;

export type FollowUpFilter = { ownerAccountId: string | null; promisedBy: PromisedBy | null };

const MOST_OPEN = 200;
const donePage = 20;

/** The promises of a campaign that are open, soonest due first, 200 at most. */
export async function listOpenFollowUps(
  read: Queries,
  campaignId: string,
  filter: FollowUpFilter,
): Promise<Cut<FollowUp>> {
  const rows = await chosen(read, campaignId, filter)
    .where("follow_up.done_at", "is", null)
    .orderBy("follow_up.due_on")
    .orderBy("follow_up.id")
    .limit(MOST_OPEN + 1)
    .execute();
  return cut(rows.map(followUpOf), MOST_OPEN);
}

/** Kept promises, the last kept first, 20 on a page (the first is 1), and whether there are older ones. */
export async function listDoneFollowUps(
  read: Queries,
  campaignId: string,
  filter: FollowUpFilter,
  page: number,
): Promise<{ done: FollowUp[]; hasOlder: boolean }> {
  const rows = await chosen(read, campaignId, filter)
    .where("follow_up.done_at", "is not", null)
    .orderBy("follow_up.done_at", "desc")
    .orderBy("follow_up.id")
    .limit(donePage + 1)
    .offset((page - 1) * donePage)
    .execute();
  return { done: rows.slice(0, donePage).map(followUpOf), hasOlder: rows.length > donePage };
}

/** One promise of a campaign. */
export async function findFollowUp(
  read: Queries,
  campaignId: string,
  followUpId: string,
): Promise<FollowUp | null> {
  const row = await withNames(read)
    .where("follow_up.campaign_id", "=", campaignId)
    .where("follow_up.id", "=", followUpId)
    .executeTakeFirst();
  return row === undefined ? null : followUpOf(row);
}

/** What was promised at a meeting, by either side. */
export async function listFollowUpsOfEvent(read: Queries, eventId: string): Promise<FollowUp[]> {
  const rows = await withNames(read)
    .where("follow_up.outreach_event_id", "=", eventId)
    .orderBy("follow_up.due_on")
    .orderBy("follow_up.id")
    .execute();
  return rows.map(followUpOf);
}

/** The event that promises were made at; null where this campaign has none of that id. */
export async function findEventOfFollowUps(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<{ id: string; title: string; day: CalendarDate } | null> {
  const row = await read
    .selectFrom("outreach_event")
    .select(["id", "title", "day"])
    .where("id", "=", eventId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row ?? null;
}

function chosen(read: Queries, campaignId: string, filter: FollowUpFilter) {
  return withNames(read)
    .where("follow_up.campaign_id", "=", campaignId)
    .$if(filter.ownerAccountId !== null, (query) =>
      query.where("follow_up.owner_account_id", "=", filter.ownerAccountId),
    )
    .$if(filter.promisedBy !== null, (query) =>
      query.where("follow_up.promised_by", "=", filter.promisedBy ?? "us"),
    );
}

function withNames(read: Queries) {
  return read
    .selectFrom("follow_up")
    .leftJoin("account as owner", "owner.id", "follow_up.owner_account_id")
    .leftJoin("contact", "contact.id", "follow_up.contact_id")
    .leftJoin("outreach_event as event", "event.id", "follow_up.outreach_event_id")
    .select(["follow_up.id", "follow_up.version", "follow_up.text", "follow_up.promised_by"])
    .select([
      "follow_up.due_on",
      "follow_up.done_at",
      "follow_up.owner_account_id",
      "owner.name as owner_name",
    ])
    .select(["contact.name as contact_name", "event.id as event_id", "event.title", "event.day"]);
}

type Named = Awaited<ReturnType<ReturnType<typeof withNames>["execute"]>>[number];

function followUpOf(row: Named) {
  return {
    id: row.id,
    version: row.version,
    text: row.text,
    promisedBy: row.promised_by,
    dueOn: row.due_on,
    doneAt: row.done_at,
    owner:
      row.owner_account_id === null || row.owner_name === null
        ? null
        : { id: row.owner_account_id, name: row.owner_name },
    contactName: row.contact_name || null,
    event:
      row.event_id === null || row.title === null || row.day === null
        ? null
        : { id: row.event_id, title: row.title, day: row.day },
  };
}
