import { sql } from "kysely";
import { lastContactOn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { ContactView } from "./lists.server.ts";
import { contactFacts, contactGround } from "./record.ts";

/** A contact as the campaign sees it; the note is the campaign's own. */
export type ContactRecord = NonNullable<Awaited<ReturnType<typeof findContact>>>;

/** A contact that the campaign may see: of the campaign, or of a public list. */
export async function findContact(read: Queries, view: ContactView, contactId: string) {
  const row = await read
    .selectFrom("contact")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .leftJoin("account as owner", "owner.id", "contact.owner_account_id")
    .leftJoin("campaign_contact as mine", (join) =>
      join.onRef("mine.contact_id", "=", "contact.id").on("mine.campaign_id", "=", view.campaignId),
    )
    .selectAll("contact")
    .select(["organisation.name as organisation_name", "owner.name as owner_name"])
    .select(["mine.id as mine_id", "mine.note", "mine.version as mine_version"])
    .select(lastContactOn(view.accountId).as("last_contact_on"))
    .where("contact.id", "=", contactId)
    .where((eb) => eb.or([eb("contact.key", "is not", null), eb("mine.id", "is not", null)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    key: row.key,
    ...contactFacts.ofRow(row),
    ...contactGround.ofRow(row),
    organisation: named(row.organisation_id, row.organisation_name),
    asOf: row.as_of,
    owner: named(row.owner_account_id, row.owner_name),
    note: row.note ?? "",
    /** The campaign's own row, which has the note; null where the contact is only of a public list. */
    campaignRowId: row.mine_id,
    endedOn: row.ended_on,
    lastContactOn: row.last_contact_on,
    /** Of the contact's row and the campaign's row together. */
    version: row.version + (row.mine_version ?? 0),
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}

/** The audiences of the campaign that a contact belongs to. */
export async function listAudiencesOfContact(
  read: Queries,
  campaignId: string,
  contactId: string,
): Promise<{ id: string; name: string }[]> {
  return read
    .selectFrom("audience_contact as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .innerJoin("campaign_audience as mine", (join) =>
      join.onRef("mine.audience_id", "=", "audience.id").on("mine.campaign_id", "=", campaignId),
    )
    .select(["audience.id", "audience.name"])
    .where("link.contact_id", "=", contactId)
    .orderBy("audience.sort_name")
    .orderBy("audience.id")
    .execute();
}

export type ContactMeeting = {
  id: string;
  title: string;
  kind: string;
  day: CalendarDate;
  campaign: { id: string; name: string };
};

const MEETINGS_ON_A_PAGE = 10;

/** The events at which a contact was met, in every campaign that the account may see, the latest first, a page of them (the first is 1). */
export async function listContactMeetings(
  read: Queries,
  { accountId }: ContactView,
  contactId: string,
  page: number,
): Promise<{ meetings: ContactMeeting[]; hasOlder: boolean }> {
  const found = await meetingsOf(read, accountId, contactId)
    .offset((page - 1) * MEETINGS_ON_A_PAGE)
    .limit(MEETINGS_ON_A_PAGE + 1)
    .execute();
  const { rows, cutAt } = cut(found.map(meetingFrom), MEETINGS_ON_A_PAGE);
  return { meetings: rows, hasOlder: cutAt !== null };
}

const MOST_CHOICES = 20;

/** The latest events of this campaign at which a contact was met, to choose from. */
export async function listMeetingChoices(
  read: Queries,
  { accountId, campaignId }: ContactView,
  contactId: string,
): Promise<Cut<ContactMeeting>> {
  const found = await meetingsOf(read, accountId, contactId)
    .where("meeting.campaign_id", "=", campaignId)
    .limit(MOST_CHOICES + 1)
    .execute();
  return cut(found.map(meetingFrom), MOST_CHOICES);
}

function meetingsOf(read: Queries, accountId: string, contactId: string) {
  return read
    .selectFrom("campaign_role as role")
    .innerJoin("contact_meeting as meeting", "meeting.campaign_id", "role.campaign_id")
    .innerJoin("outreach_event as event", "event.id", "meeting.outreach_event_id")
    .innerJoin("campaign", "campaign.id", "meeting.campaign_id")
    .select(["event.id", "event.title", "event.kind", "meeting.day"])
    .select(["campaign.id as campaign_id", "campaign.name as campaign_name"])
    .where("role.account_id", "=", accountId)
    .where("meeting.contact_id", "=", contactId)
    .orderBy("meeting.day", "desc")
    .orderBy(sql`event.starts_at`, "desc")
    .orderBy("event.id");
}

type MeetingRow = Omit<ContactMeeting, "campaign"> & { campaign_id: string; campaign_name: string };

function meetingFrom({ campaign_id, campaign_name, ...row }: MeetingRow): ContactMeeting {
  return { ...row, campaign: { id: campaign_id, name: campaign_name } };
}

/** The contact of the address, as the campaign sees it. */
export async function contactHere({ params, campaign, account, database }: CampaignArrival) {
  const view = { campaignId: campaign.id, accountId: account.id };
  return (await findContact(database.read, view, params.contact ?? "")) ?? notFound();
}
