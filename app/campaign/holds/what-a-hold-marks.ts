import { type ClearanceStatus, notClearedMark } from "#app/campaign/clearances/clearance-status.ts";
import { statusLine } from "#app/campaign/clearances/stage.ts";
import type { Stage } from "#app/campaign/paper-text/paper.ts";
import { twoClocks } from "#app/time/format.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";

/** What of a paper decides whether a hold marks it. */
export type MarkablePaper = {
  stage: Stage;
  isRetired: boolean;
  /** The messages that its blocks come from, in any wording or framing. */
  messageIds: readonly string[];
  /** The replies among its blocks, each with the messages in use against which its objection is made. */
  replies: readonly { against: readonly string[] }[];
};

/**
 * Which of the held messages mark a paper. A block from the message marks it, in whatever wording or framing. A reply
 * marks it where its objection is made against held messages alone: an answer that another message also rests on is
 * not stopped. A paper that was used stays as it was said, and a retired one goes nowhere (mock-up `hold`).
 */
export function messagesThatMark(paper: MarkablePaper, held: ReadonlySet<string>): readonly string[] {
  if (paper.stage === "used" || paper.isRetired) return [];
  const byReply = paper.replies
    .filter(({ against }) => against.length > 0 && against.every((id) => held.has(id)))
    .flatMap(({ against }) => against);
  const own = paper.messageIds.filter((id) => held.has(id));
  return [...new Set([...own, ...byReply])];
}

/** What of an event decides whether a hold marks it. */
export type MarkableEvent = {
  kind: string;
  schedule: "tentative" | "confirmed" | "cancelled";
  result: "planned" | "held" | "not held";
  endsAt: Date;
  plannedMessageIds: readonly string[];
  /** The held messages that mark its paper. */
  paperMarkedBy: readonly string[];
};

/** Kinds of event that are sent, not held: they stay marked until they are recorded as sent, whatever the hour. */
const SENT_KINDS: readonly string[] = ["letter or e-mail", "social post", "op-ed"];

/** Whether an event is something that is sent: a letter or e-mail, a post, an article. */
export function isSent(kind: string): boolean {
  return SENT_KINDS.includes(kind);
}

/**
 * Which of the held messages mark an event that is still to come: those that it plans or that mark its paper. What
 * took place, was cancelled or is over is not marked; a letter or post that has not gone out is, even past its time.
 */
export function messagesThatMarkEvent(
  event: MarkableEvent,
  held: ReadonlySet<string>,
  now: Date,
): readonly string[] {
  const isOpen = event.result === "planned" && event.schedule !== "cancelled";
  if (!isOpen || (event.endsAt <= now && !isSent(event.kind))) return [];
  return [...new Set([...event.plannedMessageIds.filter((id) => held.has(id)), ...event.paperMarkedBy])];
}

/**
 * What holds say about one event: marked by one that lies; a post that one stopped; or, once it is lifted, a post that
 * asks for a new time, since a stopped post never goes out again by itself (DESIGN.md, section 6).
 */
export type EventHoldState = "on hold" | "stopped" | "asks for a new time";

const STATES: Readonly<Record<EventHoldState, string>> = {
  "on hold": "On hold",
  stopped: "Stopped by a hold",
  "asks for a new time": "Needs a new time",
};

/** The state of an event towards holds, as a mark says it. */
export function holdStateInWords(state: EventHoldState): string {
  return STATES[state];
}

/** A hold that lies on a message which the text uses, by the id of its record. */
export type HoldOnPaper = { id: string; messageNumber: number; heldSince: Date; reason: string };

/** The mark that a text carries wherever it leaves the product; a hold goes before everything. */
export type StatusMark = "ON HOLD" | "NOT CLEARED" | "CHANGED SINCE CLEARANCE";

/** The mark for a text as it stands; null for a cleared one on which no hold lies (DOMAIN.md, rule 7 and holding line). */
export function statusMark(status: ClearanceStatus, holds: readonly HoldOnPaper[]): StatusMark | null {
  return holds.length > 0 ? "ON HOLD" : notClearedMark(status);
}

/**
 * The one line that says on every page, print and export how a text leaves: on hold and since when, not cleared,
 * changed since clearance, or cleared by whom and when, on both clocks. `homeZone` is the ministry's zone.
 * While a hold lies, nobody is named as having cleared the text: it does not leave as cleared.
 */
export function markedStatusLine(
  status: ClearanceStatus,
  holds: readonly HoldOnPaper[],
  homeZone: Zone,
  today: CalendarDate,
): string {
  if (holds.length === 0) return statusLine(status, homeZone, today);
  const lying = holds.map(({ messageNumber, heldSince: at }) => {
    const { washington, home } = twoClocks(at, homeZone, today);
    return `message ${messageNumber} since ${washington} in Washington, ${home}`;
  });
  const before =
    notClearedMark(status) ?? "The earlier clearance of this text does not count while it is on hold";
  return `ON HOLD: ${lying.join("; ")}. ${before}.`;
}
