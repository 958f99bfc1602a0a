import { readPlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { eventRecord } from "#app/campaign/outreach-events/record.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import { planWithDeadlines } from "#app/campaign/visits/deadlines/store.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../author.ts";

/** A time on Washington's clock as a form would give it: `timeOf("12 Nov 2026", "14:00", "14:45")`. */
export function timeOf(date: string, start: string, end: string, zone = WASHINGTON) {
  const read = readPlannedTime(
    { date, start, end, lastDate: "", occurrence: null, isAllDay: false },
    zone,
    45,
    "2026-11-10",
  );
  if (!read.ok) throw new Error(read.faults[0]?.reason);
  return read.time;
}

/** A confirmed briefing on 12 November 2026, 14:00 to 14:45, of nobody and about nothing. */
export function eventDetails(given: Partial<EventDetails> = {}): EventDetails {
  return {
    ...eventRecord.leftEmpty,
    title: "Staff briefing",
    kind: "briefing",
    time: timeOf("12 Nov 2026", "14:00", "14:45"),
    schedule: "confirmed",
    place: "Dirksen Building",
    groundRule: "background",
    handling: "TLP:AMBER",
    objectiveId: null,
    ownerAccountId: null,
    audienceIds: [],
    messageIds: [],
    officerIds: [],
    ...given,
  };
}

/** Plans an event as a recorded change and gives its id. */
export async function addEvent(
  database: Database,
  campaignId: string,
  given: Partial<EventDetails> = {},
  contactIds: readonly string[] = [],
  author: Author = system,
): Promise<string> {
  const made = await database.change(author, { submission: null, campaignId }, (change) =>
    planWithDeadlines(change, campaignId, eventDetails(given), contactIds),
  );
  if (!made.ok) throw new Error(`${made.field} does not belong to the campaign`);
  return made.location.split("/").at(-1) ?? "";
}

/** Adds an audience, a message with one revision and a contact to a campaign; each is called by its id. */
export async function addPeopleAndMessages(
  database: Database,
  campaignId: string,
  {
    audiences = [],
    messages = [],
    contacts = [],
  }: { audiences?: string[]; messages?: string[]; contacts?: string[] },
): Promise<void> {
  await database.change(system, { submission: null, campaignId }, async (change) => {
    for (const id of audiences) {
      const name = { name: `Audience ${id}`, sort_name: `audience ${id}` };
      await change.insert("audience", { id, kind: "think tank", ...name });
      const link = { id: `${campaignId}-${id}`, campaign_id: campaignId, audience_id: id };
      await change.insert("campaign_audience", { ...link, priority: 1, influence: 3, interest: 3 });
    }
    for (const [index, id] of messages.entries()) {
      await change.insert("key_message", { id, campaign_id: campaignId, number: index + 1 });
      await change.insert("message_revision", {
        id: `${id}-1`,
        key_message_id: id,
        number: 1,
        title: `Title of ${id}`,
        statement: `Statement of ${id}`,
        talking_point: `Point of ${id}`,
        avoid: "",
        text_hash: id,
        reason: "first",
        made_by: "system",
        made_at: system.now.toISOString(),
      });
    }
    for (const id of contacts) {
      const about = { purpose: "engagement plan", source: "met" } as const;
      await change.insert("contact", { id, name: `Contact ${id}`, sort_name: id, ...about });
      await change.insert("campaign_contact", {
        id: `${campaignId}-${id}`,
        campaign_id: campaignId,
        contact_id: id,
      });
    }
    change.describe({
      recordKind: "campaign",
      recordId: campaignId,
      action: "added to",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
}
