import type { ClearanceStatus } from "./clearance-status.ts";
import { paperHash } from "./paper-hash.ts";
import type { TalkingPoints } from "./talking-points.ts";

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
 * to make. On its way already, only another text than the one with `sentHash` is sent, in its place.
 */
export function sendForClearance(
  paper: TalkingPoints,
  stage: Stage,
  status: ClearanceStatus,
  sentHash: string | null,
): StageChange {
  if (stage === "used") return { ok: false, reason: "already-used" };
  if (stage === "sent for clearance" && sentHash === paperHash(paper)) {
    return { ok: false, reason: "already-sent" };
  }
  if (status.status === "cleared") return { ok: false, reason: "already-cleared" };
  if (!paper.blocks.some((block) => block.section === "points to make")) {
    return { ok: false, reason: "no-points-to-make" };
  }
  return { ok: true, stage: "sent for clearance" };
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
