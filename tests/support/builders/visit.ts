import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import { planItem } from "#app/campaign/visits/items.server.ts";
import { addMember } from "#app/campaign/visits/members/store.server.ts";
import { type ItemText, itemRecord } from "#app/campaign/visits/record.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import { type CalendarDate, WASHINGTON } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../author.ts";
import { addEvent, eventDetails } from "./outreach-event.ts";

/** Plans a visit of one whole day, 19 November 2026 unless said, and gives the id of its event. */
export function addVisit(
  database: Database,
  campaignId: string,
  { first, ownerAccountId }: { first?: CalendarDate; ownerAccountId?: string } = {},
  author: Author = system,
): Promise<string> {
  const details = {
    title: "Visit of the Minister",
    kind: "delegation visit" as const,
    time: wholeDays(first ?? "2026-11-19", first ?? "2026-11-19", WASHINGTON),
    ownerAccountId: ownerAccountId ?? null,
  };
  return addEvent(database, campaignId, details, [], author);
}

/** Plans a meeting in the programme of a visit and gives the id of the item. */
export async function addItem(
  database: Database,
  target: { campaignId: string; eventId: string },
  details: Partial<EventDetails>,
  item: Partial<ItemText> = {},
): Promise<{ itemId: string; eventId: string }> {
  const where = { ...target, location: "/" };
  const made = await database.change(system, { submission: null, campaignId: target.campaignId }, (change) =>
    planItem(change, where, eventDetails(details), { ...itemRecord.leftEmpty, ...item }),
  );
  if (!made.ok) throw new Error(made.reason);
  const visit = await findVisit(database.read, target.campaignId, target.eventId);
  const added = visit?.items.find(({ title }) => title === eventDetails(details).title);
  if (added === undefined) throw new Error("There is no such item");
  return { itemId: added.id, eventId: added.eventId };
}

/** Adds a member to a delegation and gives its id. */
export async function addVisitMember(
  database: Database,
  target: { campaignId: string; eventId: string },
  name: string,
): Promise<string> {
  await database.change(system, { submission: null, campaignId: target.campaignId }, (change) =>
    addMember(change, { ...target, location: "/" }, { name, title: "", account: null }),
  );
  const visit = await findVisit(database.read, target.campaignId, target.eventId);
  return visit?.members.find((member) => member.name === name)?.id ?? "";
}
