import { findContactRow, joinCampaign, moveMembership } from "#app/campaign/contacts/memberships.server.ts";
import { giveOwner } from "#app/campaign/contacts/store.server.ts";
import { moveFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import { replaceParticipant } from "#app/campaign/outreach-events/participants/store.server.ts";
import type { Change } from "#db/change.server.ts";
import type { HandOn, HandOnRefusal } from "./hand-on.ts";

type Refused = { ok: false; reason: HandOnRefusal };

/**
 * Hands things on from one contact to another, all or none, as one change. Who takes over becomes a contact of the
 * campaign. What no longer hangs on the contact is refused, so that nobody's work of the meantime is overwritten.
 */
export async function handOn(
  change: Change,
  campaignId: string,
  acts: readonly HandOn[],
  location: string,
): Promise<{ ok: true } | Refused> {
  const [first] = acts;
  if (first === undefined) return { ok: false, reason: "nothing-to-hand-on" };
  const from = await findContactRow(change.read, { campaignId, contactId: first.from });
  const to =
    first.to === null ? null : await findContactRow(change.read, { campaignId, contactId: first.to });
  if (from === null || (first.to !== null && to === null)) return { ok: false, reason: "not-a-contact" };
  if (first.to === first.from) return { ok: false, reason: "same-person" };
  if (first.to !== null) await joinCampaign(change, { campaignId, contactId: first.to });
  for (const act of acts) {
    if (!(await carryOut(change, campaignId, act))) return { ok: false, reason: "no-longer-there" };
  }
  const what = acts.length === 1 ? nameOfAct(first) : `${acts.length} things`;
  return change.describe({
    recordKind: "contact",
    recordId: first.from,
    action: "handed on",
    summary: `${to === null ? "No one takes over" : "Handed over"} from ${from.name}${to === null ? "" : ` to ${to.name}`}: ${what}`,
    location,
  });
}

function carryOut(change: Change, campaignId: string, act: HandOn): Promise<boolean> {
  switch (act.what) {
    case "event":
      return replaceParticipant(change, { campaignId, ...act });
    case "audience":
      return moveMembership(change, { campaignId, ...act });
    case "follow-up":
      return moveFollowUp(change, { campaignId, ...act });
    case "owner":
      return giveOwner(change, act);
  }
}

function nameOfAct(act: HandOn): string {
  switch (act.what) {
    case "event":
      return "an event";
    case "audience":
      return "a place in an audience";
    case "follow-up":
      return "a follow-up";
    case "owner":
      return "the relationship";
  }
}
