import { isSeenIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import type { Change, Done, NewRow } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";

/** What an event is tied to, by id. */
export type WantedLinks = {
  objectiveId: string | null;
  ownerAccountId: string | null;
  audienceIds: readonly string[];
  messageIds: readonly string[];
  officerIds: readonly string[];
};

type Link = { id: string; to: string };

export type Links = { audiences: Link[]; messages: Link[]; officers: Link[] };

/** The audiences, messages and officers of an event. */
export async function linksOfEvent(read: Queries, eventId: string): Promise<Links> {
  const audiences = await read
    .selectFrom("outreach_event_audience")
    .select(["id", "audience_id as to"])
    .where("outreach_event_id", "=", eventId)
    .execute();
  const messages = await read
    .selectFrom("outreach_event_message")
    .select(["id", "key_message_id as to"])
    .where("outreach_event_id", "=", eventId)
    .execute();
  const officers = await read
    .selectFrom("outreach_event_officer")
    .select(["id", "account_id as to"])
    .where("outreach_event_id", "=", eventId)
    .execute();
  return { audiences, messages, officers };
}

/** Ties a new event to its audiences, messages and officers. */
export async function insertLinks(change: Change, eventId: string, wanted: WantedLinks): Promise<void> {
  await replaceLinks(change, eventId, { audiences: [], messages: [], officers: [] }, wanted);
}

/** Makes the links of an event those wanted: removes the others, adds the missing. The owner is always an officer. */
export async function replaceLinks(
  change: Change,
  eventId: string,
  { audiences, messages, officers }: Links,
  wanted: WantedLinks,
): Promise<void> {
  const owner = wanted.ownerAccountId === null ? [] : [wanted.ownerAccountId];
  const audienceChange = difference(audiences, wanted.audienceIds);
  const messageChange = difference(messages, wanted.messageIds);
  const officerChange = difference(officers, [...owner, ...wanted.officerIds]);
  for (const id of audienceChange.gone) await change.remove("outreach_event_audience", id);
  for (const id of messageChange.gone) await change.remove("outreach_event_message", id);
  for (const id of officerChange.gone) await change.remove("outreach_event_officer", id);
  await change.insertMany(
    "outreach_event_audience",
    audienceChange.added.map((to) => ({ id: newId(), outreach_event_id: eventId, audience_id: to })),
  );
  await change.insertMany(
    "outreach_event_message",
    messageChange.added.map((to) => {
      return {
        id: newId(),
        outreach_event_id: eventId,
        key_message_id: to,
        position: wanted.messageIds.indexOf(to),
      };
    }),
  );
  await change.insertMany(
    "outreach_event_officer",
    officerChange.added.map((to) => ({ id: newId(), outreach_event_id: eventId, account_id: to })),
  );
}

function difference(
  present: readonly Link[],
  wanted: readonly string[],
): { gone: string[]; added: string[] } {
  return {
    gone: present.filter(({ to }) => !wanted.includes(to)).map(({ id }) => id),
    added: [...new Set(wanted)].filter((to) => !present.some((link) => link.to === to)),
  };
}

/**
 * The field whose choice does not belong to the campaign, or null where all do. An account belongs with a role, or where
 * it is among those `present` at the record already, whose role may have gone since.
 */
export async function linkOutsideCampaign(
  read: Queries,
  campaignId: string,
  wanted: WantedLinks | null,
  contactIds: readonly string[],
  present: readonly string[] = [],
): Promise<string | null> {
  if (!(await areContactsSeen(read, campaignId, contactIds))) return "contacts";
  if (wanted === null) return null;
  const owner = wanted.ownerAccountId === null ? [] : [wanted.ownerAccountId];
  const officers = [...wanted.officerIds, ...owner].filter((id) => !present.includes(id));
  const objectives = wanted.objectiveId === null ? [] : [wanted.objectiveId];
  const known = await knownIn(read, campaignId, { ...wanted, officers, objectives });
  if (known.audiences < new Set(wanted.audienceIds).size) return "audiences";
  if (known.messages < new Set(wanted.messageIds).size) return "messages";
  if (known.officers < new Set(officers).size) return "officers";
  return known.objectives < objectives.length ? "objective" : null;
}

type Asked = Pick<WantedLinks, "audienceIds" | "messageIds"> & { officers: string[]; objectives: string[] };

async function knownIn(read: Queries, campaignId: string, asked: Asked) {
  const row = await read
    .selectNoFrom((eb) => [
      eb
        .selectFrom("campaign_audience")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("campaign_id", "=", campaignId)
        .where("audience_id", "in", orNone(asked.audienceIds))
        .as("audiences"),
      eb
        .selectFrom("key_message")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("campaign_id", "=", campaignId)
        .where("id", "in", orNone(asked.messageIds))
        .as("messages"),
      eb
        .selectFrom("campaign_role")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("campaign_id", "=", campaignId)
        .where("account_id", "in", orNone(asked.officers))
        .as("officers"),
      eb
        .selectFrom("objective")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("campaign_id", "=", campaignId)
        .where("id", "in", orNone(asked.objectives))
        .as("objectives"),
    ])
    .executeTakeFirstOrThrow();
  return {
    audiences: Number(row.audiences),
    messages: Number(row.messages),
    officers: Number(row.officers),
    objectives: Number(row.objectives),
  };
}

/** A contact of the address book is seen in its campaigns; one of the public reference (with a key) in all. */
async function areContactsSeen(
  read: Queries,
  campaignId: string,
  contactIds: readonly string[],
): Promise<boolean> {
  const seen = await read
    .selectFrom("contact")
    .select("contact.id")
    .where("contact.id", "in", orNone(contactIds))
    .where(isSeenIn(campaignId))
    .execute();
  return seen.length === new Set(contactIds).size;
}

/** SQL has no empty list. */
export function orNone(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [""] : ids;
}

/** Puts whole rows in, as a series and a calendar file do that bring many at once. */
export function insertOutreachEventAudienceRows(
  change: Change,
  rows: readonly NewRow<"outreach_event_audience">[],
): Promise<void> {
  return change.insertMany("outreach_event_audience", rows);
}

/** Puts whole rows in, as a series and a calendar file do that bring many at once. */
export function insertOutreachEventMessageRows(
  change: Change,
  rows: readonly NewRow<"outreach_event_message">[],
): Promise<void> {
  return change.insertMany("outreach_event_message", rows);
}

/** Puts whole rows in, as a series and a calendar file do that bring many at once. */
export function insertOutreachEventOfficerRows(
  change: Change,
  rows: readonly NewRow<"outreach_event_officer">[],
): Promise<void> {
  return change.insertMany("outreach_event_officer", rows);
}

/** Says of an event what a change did to it or to what it is tied to. */
export function describeEvent(
  change: Change,
  { eventId, location }: { eventId: string; location: string },
  action: string,
  summary: string,
): Done {
  return change.describe({ recordKind: "outreach event", recordId: eventId, action, summary, location });
}
