import type { Change, Done, Gone, NewRow, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { describeEvent, linkOutsideCampaign } from "../links.server.ts";
import type { Attendance, Reply } from "./participation.ts";

/** Which contact at which event, and where the browser goes after the change. */
export type ParticipantTarget = { campaignId: string; eventId: string; contactId: string; location: string };

/** Adds a contact to an event; one who takes part already is left as is. */
export async function addParticipant(change: Change, target: ParticipantTarget): Promise<Done | Gone> {
  const { campaignId, eventId, contactId } = target;
  const stranger = await linkOutsideCampaign(change.read, campaignId, null, [contactId]);
  if (stranger !== null || !(await isOfCampaign(change.read, target)))
    return { ok: false, reason: "not-found" };
  if ((await findParticipant(change.read, eventId, contactId)) === null) {
    await insertParticipant(change, eventId, contactId);
  }
  const summary = `${await nameOf(change.read, contactId)} takes part`;
  return describeEvent(change, target, "participant added", summary);
}

/** Takes a contact off an event. */
export async function removeParticipant(change: Change, target: ParticipantTarget): Promise<Done | Gone> {
  const row = await findOwnParticipant(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  await change.remove("outreach_event_participant", row.id);
  const name = await nameOf(change.read, target.contactId);
  return describeEvent(change, target, "participant removed", `${name} no longer takes part`);
}

/** Lets another contact take part instead, inside a change that is under way; with null nobody does. False where the first does not. */
export async function replaceParticipant(
  change: Change,
  of: { campaignId: string; eventId: string; from: string; to: string | null },
): Promise<boolean> {
  const target = { campaignId: of.campaignId, eventId: of.eventId, contactId: of.from, location: "" };
  const row = await findOwnParticipant(change.read, target);
  if (row === null) return false;
  await change.remove("outreach_event_participant", row.id);
  if (of.to !== null && (await findParticipant(change.read, of.eventId, of.to)) === null)
    await insertParticipant(change, of.eventId, of.to);
  return true;
}

/** Writes down what a participant replied and whether they were there. */
export async function recordParticipation(
  change: Change,
  target: ParticipantTarget,
  { reply, attendance, version }: { reply: Reply; attendance: Attendance; version: number },
): Promise<Done | Gone | Stale> {
  const row = await findOwnParticipant(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  const updated = await change.update("outreach_event_participant", row.id, { reply, attendance }, version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  const name = await nameOf(change.read, target.contactId);
  return describeEvent(change, target, "participation recorded", `Saved for ${name}`);
}

/** Sets who was there, inside the change that logs the outcome. Those who are not named keep what they had. */
export async function recordAttendance(
  change: Change,
  eventId: string,
  attendance: ReadonlyMap<string, Attendance>,
): Promise<void> {
  for (const [contactId, was] of attendance) {
    const row = await findParticipant(change.read, eventId, contactId);
    if (row === null) await insertParticipant(change, eventId, contactId, { attendance: was });
    else await change.update("outreach_event_participant", row.id, { attendance: was }, null);
  }
}

/** Sets what a participant has replied, inside a change that is under way; one who does not take part is left in peace. */
export async function recordReply(
  change: Change,
  eventId: string,
  contactId: string,
  reply: Reply,
): Promise<void> {
  const row = await findParticipant(change.read, eventId, contactId);
  if (row !== null) await change.update("outreach_event_participant", row.id, { reply }, null);
}

/** Adds a participant inside a change that is under way, with what is known of reply and attendance. */
export async function insertParticipant(
  change: Change,
  eventId: string,
  contactId: string,
  known: { reply?: Reply | undefined; attendance?: Attendance } = {},
): Promise<void> {
  await change.insert("outreach_event_participant", {
    id: newId(),
    outreach_event_id: eventId,
    contact_id: contactId,
    reply: known.reply ?? "needs-action",
    attendance: known.attendance ?? "not recorded",
  });
}

async function isOfCampaign(read: Queries, { campaignId, eventId }: ParticipantTarget): Promise<boolean> {
  const row = await read
    .selectFrom("outreach_event")
    .select("id")
    .where("id", "=", eventId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row !== undefined;
}

async function findOwnParticipant(read: Queries, target: ParticipantTarget): Promise<{ id: string } | null> {
  if (!(await isOfCampaign(read, target))) return null;
  return findParticipant(read, target.eventId, target.contactId);
}

async function findParticipant(
  read: Queries,
  eventId: string,
  contactId: string,
): Promise<{ id: string } | null> {
  const row = await read
    .selectFrom("outreach_event_participant")
    .select("id")
    .where("outreach_event_id", "=", eventId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  return row ?? null;
}

async function nameOf(read: Queries, contactId: string): Promise<string> {
  const row = await read.selectFrom("contact").select("name").where("id", "=", contactId).executeTakeFirst();
  return row?.name ?? "The contact";
}

/** Puts whole rows in, as a series and a calendar file do that bring many at once. */
export function insertOutreachEventParticipantRows(
  change: Change,
  rows: readonly NewRow<"outreach_event_participant">[],
): Promise<void> {
  return change.insertMany("outreach_event_participant", rows);
}
