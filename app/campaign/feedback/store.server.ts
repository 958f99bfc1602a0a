import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { isOfferedIn, isSeenIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { scoreFrom } from "#app/method/reception-scale.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { checkFeedback, type FeedbackRefusal } from "./feedback.ts";
import type { Feedback } from "./record.ts";

export type FeedbackTarget = { campaignId: string; feedbackId: string };

/** A reaction outside a meeting as the pages show it. */
export type StoredFeedback = ReturnType<typeof asStored>;

type Refused = { ok: false; reason: FeedbackRefusal; field: string };

/** Records a reaction outside a meeting; its observation follows by itself. */
export async function addFeedback(
  change: Change,
  campaignId: string,
  feedback: Feedback,
): Promise<Done | Refused> {
  const refused = await refusalOf(change, campaignId, feedback);
  if (refused !== null) return refused;
  const id = newId();
  await change.insert("feedback", {
    id,
    campaign_id: campaignId,
    ...columnsOf(feedback),
    recorded_by: change.author.accountId,
    recorded_at: change.author.now.toISOString(),
  });
  return describe(change, { campaignId, feedbackId: id }, "recorded", `Recorded: ${feedback.kind}`);
}

/** Saves a reaction as it was edited; refused where the page that asked is stale. */
export async function editFeedback(
  change: Change,
  target: FeedbackTarget,
  feedback: Feedback,
  version: number,
): Promise<Done | Gone | Stale | Refused> {
  const present = await findFeedback(change.read, target.campaignId, target.feedbackId);
  if (present === null) return { ok: false, reason: "not-found" };
  const refused = await refusalOf(change, target.campaignId, feedback, present);
  if (refused !== null) return refused;
  const updated = await change.update("feedback", present.id, columnsOf(feedback), version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describe(change, target, "edited", `Saved: ${feedback.kind}`);
}

/** Takes a reaction out of the record; Undo puts it back. */
export async function removeFeedback(change: Change, target: FeedbackTarget): Promise<Done | Gone> {
  const present = await findFeedback(change.read, target.campaignId, target.feedbackId);
  if (present === null) return { ok: false, reason: "not-found" };
  await change.remove("feedback", present.id);
  return change.describe({
    recordKind: "feedback",
    recordId: present.id,
    action: "removed",
    summary: `Deleted: ${present.kind} on ${formatDayWithYear(present.day)}`,
    location: addressOf.feedbackList(target.campaignId),
  });
}

/** Whose the reaction is may stay as it was, though the person has left the audience since. */
async function refusalOf(
  change: Change,
  campaignId: string,
  feedback: Feedback,
  present: StoredFeedback | null = null,
): Promise<Refused | null> {
  const checked = checkFeedback(feedback, dateIn(change.author.now, WASHINGTON));
  if (!checked.ok) return { ...checked, field: "day" };
  if (!(await isMessageOf(change.read, campaignId, feedback.message)))
    return { ok: false, reason: "not-of-this-campaign", field: "message" };
  if (!(await isAudienceIn(change.read, campaignId, feedback.audience)))
    return { ok: false, reason: "not-of-this-campaign", field: "audience" };
  const isAsBefore = feedback.contact === present?.contactId && feedback.audience === present.audienceId;
  if (feedback.contact !== null && !isAsBefore && !(await isContactOf(change.read, campaignId, feedback)))
    return { ok: false, reason: "not-of-that-audience", field: "contact" };
  return null;
}

async function isMessageOf(read: Queries, campaignId: string, messageId: string): Promise<boolean> {
  const row = await read
    .selectFrom("key_message")
    .select("id")
    .where("id", "=", messageId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row !== undefined;
}

async function isAudienceIn(read: Queries, campaignId: string, audienceId: string): Promise<boolean> {
  const row = await read
    .selectFrom("campaign_audience")
    .select("id")
    .where("audience_id", "=", audienceId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row !== undefined;
}

async function isContactOf(
  read: Queries,
  campaignId: string,
  { audience, contact }: Feedback,
): Promise<boolean> {
  const row = await read
    .selectFrom("audience_contact as link")
    .innerJoin("contact", "contact.id", "link.contact_id")
    .select("link.id")
    .where("link.audience_id", "=", audience)
    .where("link.contact_id", "=", contact)
    .where(isSeenIn(campaignId))
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf({ kind, day, message, audience, contact, score, words, link }: Feedback) {
  const about = { key_message_id: message, audience_id: audience, contact_id: contact };
  return { kind, day, ...about, score, words, link };
}

function describe(change: Change, target: FeedbackTarget, action: string, summary: string): Done {
  const location = addressOf.feedback(target.campaignId, target.feedbackId);
  return change.describe({ recordKind: "feedback", recordId: target.feedbackId, action, summary, location });
}

const ONE_PAGE = 50;

export type FeedbackFilter = { audienceId: string | null; messageId: string | null };

/** The reactions of a campaign, the newest first, 50 on a page (the first is 1), and whether there are older ones. */
export async function listFeedback(
  read: Queries,
  campaignId: string,
  { audienceId, messageId }: FeedbackFilter,
  page: number,
): Promise<{ feedback: StoredFeedback[]; hasOlder: boolean }> {
  const rows = await storedFeedback(read)
    .where("feedback.campaign_id", "=", campaignId)
    .$if(audienceId !== null, (query) => query.where("feedback.audience_id", "=", audienceId ?? ""))
    .$if(messageId !== null, (query) => query.where("feedback.key_message_id", "=", messageId ?? ""))
    .orderBy("feedback.day", "desc")
    .orderBy("feedback.id")
    .limit(ONE_PAGE + 1)
    .offset((page - 1) * ONE_PAGE)
    .execute();
  return { feedback: rows.slice(0, ONE_PAGE).map(asStored), hasOlder: rows.length > ONE_PAGE };
}

/** One reaction of a campaign; null where it has none by that id. */
export async function findFeedback(
  read: Queries,
  campaignId: string,
  feedbackId: string,
): Promise<StoredFeedback | null> {
  const row = await storedFeedback(read)
    .where("feedback.campaign_id", "=", campaignId)
    .where("feedback.id", "=", feedbackId)
    .executeTakeFirst();
  return row === undefined ? null : asStored(row);
}

function storedFeedback(read: Queries) {
  return read
    .selectFrom("feedback")
    .innerJoin("key_message as message", "message.id", "feedback.key_message_id")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .where("revision.number", "=", newestRevision)
    .innerJoin("audience", "audience.id", "feedback.audience_id")
    .innerJoin("account", "account.id", "feedback.recorded_by")
    .leftJoin("contact", "contact.id", "feedback.contact_id")
    .selectAll("feedback")
    .select(["message.number as message_number", "revision.title as message_title"])
    .select(["audience.name as audience_name", "contact.name as contact_name", "account.name as recorder"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof storedFeedback>["execute"]>>[number];

function asStored(row: Row) {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    day: row.day,
    messageId: row.key_message_id,
    audienceId: row.audience_id,
    contactId: row.contact_id,
    score: scoreFrom(String(row.score)) ?? 0,
    words: row.words,
    link: row.link,
    message: { number: row.message_number, title: row.message_title },
    audience: row.audience_name,
    contact: row.contact_name || null,
    recordedBy: row.recorder,
    recordedAt: new Date(row.recorded_at),
  };
}

const MOST_PEOPLE = 2000;

/** The people of a campaign's audiences, for the form: by audience, then name. */
export async function listPeopleOfAudiences(
  read: Queries,
  campaignId: string,
): Promise<Cut<{ id: string; name: string; audienceId: string }>> {
  const people = await read
    .selectFrom("audience_contact as link")
    .innerJoin("campaign_audience as mine", "mine.audience_id", "link.audience_id")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .innerJoin("contact", "contact.id", "link.contact_id")
    .select(["contact.id", "contact.name", "link.audience_id as audienceId"])
    .where("mine.campaign_id", "=", campaignId)
    .where("mine.ended_on", "is", null)
    .where("contact.ended_on", "is", null)
    .where(isOfferedIn(campaignId))
    .orderBy("audience.sort_name")
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .limit(MOST_PEOPLE + 1)
    .execute();
  return cut(people, MOST_PEOPLE);
}
