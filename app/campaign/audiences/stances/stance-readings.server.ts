import { sql } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { AudienceRefusal } from "../audience-of-organisation.ts";
import { type AudienceTarget, audienceLocation, isAudienceOf } from "../store.server.ts";
import type { ReadingText } from "./record.ts";
import { isStance } from "./stance.ts";

/** A reading as it stands in the history of an audience; `stance` is null where it could not be told. */
export type StoredReading = ReturnType<typeof storedReading>;

/** Whose stance was read: that of an audience as a whole, or of one person in it. */
export type ReadingTarget = AudienceTarget & { contactId: string | null };

/** Adds a dated reading of where an audience, or a person in it, stands; readings are never overwritten. */
export async function addStanceReading(
  change: Change,
  target: ReadingTarget,
  reading: ReadingText,
): Promise<{ ok: true } | { ok: false; reason: AudienceRefusal }> {
  if (!(await isAudienceOf(change.read, target))) return { ok: false, reason: "audience-not-found" };
  await change.insert("stance_reading", {
    id: newId(),
    campaign_id: target.campaignId,
    audience_id: target.audienceId,
    contact_id: target.contactId,
    stance: reading.stance,
    read_on: reading.readOn,
    evidence: reading.evidence,
    outreach_event_id: reading.event,
    author_account_id: change.author.accountId,
  });
  return change.describe({
    ...describedBy(target),
    action: "read",
    summary: `Added a stance reading: ${reading.stance ?? "not known"}`,
  });
}

function describedBy({ campaignId, audienceId, contactId }: ReadingTarget) {
  if (contactId === null) {
    const location = audienceLocation({ campaignId, audienceId });
    return { recordKind: "audience", recordId: audienceId, location } as const;
  }
  return {
    recordKind: "contact",
    recordId: contactId,
    location: addressOf.contact(campaignId, contactId),
  } as const;
}

/** The readings of an audience in a campaign, oldest first, with the event that each was read at. */
export async function listStanceReadings(
  read: Queries,
  { campaignId, audienceId }: AudienceTarget,
): Promise<StoredReading[]> {
  const rows = await readingsOfAudience(read, { campaign: campaignId, audience: audienceId });
  return rows.map(storedReading);
}

const readingsOfAudience = keptQuery((read, place: Place<"campaign" | "audience">) =>
  readingsIn(read, place)
    .where("reading.audience_id", "=", place("audience"))
    .where("reading.contact_id", "is", null),
);

/** The readings of a person in a campaign, oldest first. */
export async function listStanceReadingsOfContact(
  read: Queries,
  campaignId: string,
  contactId: string,
): Promise<StoredReading[]> {
  const rows = await readingsOfContact(read, { campaign: campaignId, contact: contactId });
  return rows.map(storedReading);
}

const readingsOfContact = keptQuery((read, place: Place<"campaign" | "contact">) =>
  readingsIn(read, place).where("reading.contact_id", "=", place("contact")),
);

function readingsIn(read: Queries, place: Place<"campaign">) {
  return read
    .selectFrom("stance_reading as reading")
    .innerJoin("account", "account.id", "reading.author_account_id")
    .leftJoin("outreach_event as event", (join) =>
      join
        .onRef("event.id", "=", "reading.outreach_event_id")
        .onRef("event.campaign_id", "=", "reading.campaign_id"),
    )
    .select([
      "reading.id",
      "reading.stance",
      "reading.read_on",
      "reading.evidence",
      "reading.outreach_event_id",
    ])
    .select(["account.name as author", "event.title as event_title"])
    .where("reading.campaign_id", "=", place("campaign"))
    .orderBy("reading.read_on")
    .orderBy(sql`reading.rowid`);
}

type ReadingRow = Awaited<ReturnType<typeof readingsOfAudience>>[number];

function storedReading(row: ReadingRow) {
  return {
    id: row.id,
    stance: isStance(row.stance) ? row.stance : null,
    readOn: row.read_on,
    evidence: row.evidence,
    outreachEventId: row.outreach_event_id,
    author: row.author,
    eventTitle: row.event_title,
  };
}
