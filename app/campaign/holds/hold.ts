import { isAllowed, type Role } from "#app/http/permission.ts";

/** A hold on a message: while it lies, nothing that uses the message leaves as cleared (DOMAIN.md, holding line). */
export type Hold = {
  id: string;
  message: { id: string; number: number; title: string };
  reason: string;
  placedBy: string;
  placedAt: Date;
  lifted: { by: string; at: Date; reason: string } | null;
};

/** Somebody who would place or lift a hold. */
export type Holder = { role: Role; isHeadOfMission: boolean };

export type HoldRefusal = keyof typeof REFUSALS;

type Decided = { ok: true } | { ok: false; reason: HoldRefusal };

/** Whether somebody may stop a message: clearers of either side and the head of mission. */
export function mayPlaceHold({ role, isHeadOfMission }: Holder): boolean {
  return (
    isHeadOfMission || isAllowed(role, "clear for the embassy") || isAllowed(role, "clear for the ministry")
  );
}

/** Whether somebody may lift a hold: the embassy's clearers and the head of mission (mock-up `hold`). */
export function mayLiftHold({ role, isHeadOfMission }: Holder): boolean {
  return isHeadOfMission || isAllowed(role, "clear for the embassy");
}

/** Whether a hold may be placed on a message now: with a reason, on a message in use, one hold at a time. */
export function placeHold(request: {
  by: Holder;
  reason: string;
  message: { isRetired: boolean; isOnHold: boolean };
}): Decided {
  if (!mayPlaceHold(request.by)) return { ok: false, reason: "not-a-clearer" };
  if (request.message.isRetired) return { ok: false, reason: "message-retired" };
  if (request.message.isOnHold) return { ok: false, reason: "on-hold-already" };
  return request.reason.trim() === "" ? { ok: false, reason: "no-reason" } : { ok: true };
}

/** Whether a hold may be lifted now: once, with a reason; lifting puts everything back as it was. */
export function liftHold(request: { by: Holder; reason: string; isLifted: boolean }): Decided {
  if (!mayLiftHold(request.by)) return { ok: false, reason: "not-for-the-embassy" };
  if (request.isLifted) return { ok: false, reason: "lifted-already" };
  return request.reason.trim() === "" ? { ok: false, reason: "no-reason" } : { ok: true };
}

const REFUSALS = {
  "not-a-clearer": "Only clearers and the head of mission may place a hold.",
  "not-for-the-embassy": "Only the embassy’s clearers and the head of mission may lift a hold.",
  "no-reason": "Write the reason",
  "message-retired": "The message is retired and cannot be put on hold",
  "on-hold-already": "This message is already on hold",
  "lifted-already": "The hold has already been lifted. Its page says by whom and why",
};

/** What to tell somebody whose act on a hold was refused; one wording for each refusal. */
export function explainHoldRefusal(reason: HoldRefusal): string {
  return REFUSALS[reason];
}
