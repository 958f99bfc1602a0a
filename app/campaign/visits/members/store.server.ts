import { describeEvent } from "#app/campaign/outreach-events/links.server.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { isVisit, type VisitTarget } from "../target.server.ts";
import type { MemberText } from "./record.ts";

export type MemberTarget = VisitTarget & { memberId: string };

/** Adds a member to the delegation, after the others. */
export async function addMember(
  change: Change,
  target: VisitTarget,
  member: MemberText,
): Promise<Done | Gone> {
  if (!(await isVisit(change.read, target))) return { ok: false, reason: "not-found" };
  const last = await change.read
    .selectFrom("visit_member")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("outreach_event_id", "=", target.eventId)
    .executeTakeFirst();
  await change.insert("visit_member", {
    id: newId(),
    outreach_event_id: target.eventId,
    ...columnsOf(member),
    position: (last?.position ?? -1) + 1,
  });
  return describeEvent(change, target, "member added", `${member.name} joins the delegation`);
}

/** Saves the name and title of a member. */
export async function editMember(
  change: Change,
  target: MemberTarget,
  member: MemberText,
  version: number,
): Promise<Done | Gone | Stale> {
  if ((await nameOf(change.read, target)) === null) return { ok: false, reason: "not-found" };
  const updated = await change.update("visit_member", target.memberId, columnsOf(member), version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describeEvent(change, target, "member edited", `Saved: ${member.name}`);
}

/** Takes a member off the delegation and off every item. */
export async function removeMember(change: Change, target: MemberTarget): Promise<Done | Gone> {
  const name = await nameOf(change.read, target);
  if (name === null) return { ok: false, reason: "not-found" };
  await change.remove("visit_member", target.memberId);
  return describeEvent(change, target, "member removed", `${name} leaves the delegation`);
}

function columnsOf({ name, title, account }: MemberText) {
  return { name, title, account_id: account } as const;
}

async function nameOf(
  read: Queries,
  { campaignId, eventId, memberId }: MemberTarget,
): Promise<string | null> {
  const row = await read
    .selectFrom("visit_member as member")
    .innerJoin("outreach_event as visit", "visit.id", "member.outreach_event_id")
    .select("member.name")
    .where("member.id", "=", memberId)
    .where("visit.id", "=", eventId)
    .where("visit.campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row?.name ?? null;
}
