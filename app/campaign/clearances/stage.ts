import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { paperHash } from "#app/campaign/paper-text/paper-hash.ts";
import { isAtLeastAsStrict } from "#app/text/handling.ts";
import type { ClearanceStatus, PresentText } from "./clearance-status.ts";

/** Where a paper is on its way. It stands beside the clearance status and never says anything about the text. */
export type Stage = "drafting" | "sent for clearance" | "returned" | "used";

export type StageRefusal =
  | "no-points-to-make"
  | "already-cleared"
  | "already-sent"
  | "not-sent-for-clearance"
  | "no-reasons-given"
  | "already-used";

type StageChange = { ok: true; stage: Stage } | { ok: false; reason: StageRefusal };

/**
 * Whether a paper may be sent for clearance: not when it is used or cleared as it stands, nor without a single point
 * to make. On its way already, only another text than the one that was `sent`, or the same one that may travel further,
 * is sent, in its place.
 */
export function sendForClearance(
  { text: paper, handling, stage }: { text: TalkingPoints; handling: string; stage: Stage },
  status: ClearanceStatus["status"],
  sent: PresentText | null,
): StageChange {
  if (stage === "used") return { ok: false, reason: "already-used" };
  if (stage === "sent for clearance" && sent !== null && isTextThatWasSent({ text: paper, handling }, sent)) {
    return { ok: false, reason: "already-sent" };
  }
  if (status === "cleared") return { ok: false, reason: "already-cleared" };
  if (!paper.blocks.some((block) => block.section === "points to make")) {
    return { ok: false, reason: "no-points-to-make" };
  }
  return { ok: true, stage: "sent for clearance" };
}

/** Whether a paper is still the text that was sent to the desks, and travels no further. Source: DOMAIN.md, clearance. */
export function isTextThatWasSent(
  { text, handling }: { text: TalkingPoints; handling: string },
  sent: PresentText,
): boolean {
  return sent.hash === paperHash(text) && isAtLeastAsStrict(handling, sent.handling);
}

/** A clearer sends a paper back, and says why. */
export function returnWithReasons(stage: Stage, reasons: string): StageChange {
  if (stage !== "sent for clearance") return { ok: false, reason: "not-sent-for-clearance" };
  if (reasons.trim() === "") return { ok: false, reason: "no-reasons-given" };
  return { ok: true, stage: "returned" };
}

/** A paper that was carried into the room is used, cleared or not: what happened is recorded, not judged. */
export function markAsUsed(stage: Stage): StageChange {
  return stage === "used" ? { ok: false, reason: "already-used" } : { ok: true, stage: "used" };
}
