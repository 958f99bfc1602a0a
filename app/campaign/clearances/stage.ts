import { paperHash, type Stage, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { explainWidened, type HandlingIfAny, isAtLeastAsStrict } from "#app/text/handling.ts";
import { inWords } from "#app/text/in-words.ts";
import { formatDay, twoClocks } from "#app/time/format.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import { type ClearanceRefusal, NOT_YOUR_DESK } from "./clear-text.ts";
import type { Clearance, ClearanceStatus, DeskAnswer, PresentText } from "./clearance-status.ts";
import { explainOwnDraft } from "./own-draft.ts";

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
  { text: paper, handling, stage }: { text: TalkingPoints; handling: HandlingIfAny; stage: Stage },
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
  { text, handling }: { text: TalkingPoints; handling: HandlingIfAny },
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

/**
 * The line that says whether the text is cleared, and whether it may travel further than it was cleared for: by whom, for whom and when on both clocks, by whose silence or
 * release, and whether somebody cleared an own draft. `homeZone` is the ministry's zone.
 */
export function statusLine(status: ClearanceStatus, homeZone: Zone, today: CalendarDate): string {
  switch (status.status) {
    case "draft":
      return "NOT CLEARED";
    case "changed since clearance":
      return [
        "CHANGED SINCE CLEARANCE.",
        ...wider(status),
        clearedLine(status.clearance, homeZone, today),
      ].join(" ");
    case "cleared":
      return clearedLine(status.clearance, homeZone, today);
  }
}

function wider({ widened }: Extract<ClearanceStatus, { status: "changed since clearance" }>): string[] {
  return widened === null ? [] : [explainWidened(widened)];
}

type ClearedBy = Omit<Clearance, "text">;

/**
 * By whom a text was cleared, desk by desk, and when, on both clocks; which desk's silence counted as agreement;
 * whether the head of mission released it, and if that was reported; and who cleared an own draft.
 */
export function clearedLine(clearance: ClearedBy, homeZone: Zone, today: CalendarDate): string {
  const { clearedAt: at, manner, clearedBy } = clearance;
  const { washington, home } = twoClocks(at, homeZone, today);
  const clocks = `${washington} in Washington, ${home}`;
  if (manner === "released by the head of mission") {
    return `Released by ${clearedBy}, head of mission, ${clocks}.${reportOf(clearance, today)}${ownDraftOf(clearance)}`;
  }
  return `Cleared by ${whoAgreed(clearance)}, ${clocks}.${ownDraftOf(clearance)}`;
}

function whoAgreed({ answers, manner, clearedBy, authority }: ClearedBy): string {
  if (answers.length === 0) {
    return manner === "by silence" ? "silence" : `${clearedBy} for the ${authority}`;
  }
  const silent = answers.filter((answer) => answer.manner === "by silence").map(({ desk }) => desk);
  const people = answers.flatMap((answer) => (answer.by === null ? [] : [`${answer.by} ${forDesk(answer)}`]));
  return inWords([...(silent.length === 0 ? [] : [`silence of the ${inWords(silent)}`]), ...people]);
}

function forDesk({ desk, inPlaceOf }: DeskAnswer): string {
  return inPlaceOf === null ? `for the ${desk}` : `for the ${desk} in place of ${inPlaceOf}`;
}

function reportOf({ report }: ClearedBy, today: CalendarDate): string {
  return report === null
    ? " To be reported afterwards."
    : ` Reported to ${report.to} on ${formatDay(report.on, today)}.`;
}

function ownDraftOf({ answers, isOwnDraft }: ClearedBy): string {
  if (!isOwnDraft) return "";
  const writers = answers.flatMap((answer) => (answer.isOwnDraft && answer.by !== null ? [answer.by] : []));
  return writers.length === 0
    ? " The clearer wrote part of the text."
    : ` ${inWords([...new Set(writers)])} wrote part of the text.`;
}

/** What to tell a desk whose word on a cable or a holding line was refused; without a full stop. */
export function explainAnswerRefusal(reason: ClearanceRefusal, what: "cable" | "line"): string {
  switch (reason) {
    case "already-cleared":
      return "This version is already cleared";
    case "not-sent-for-clearance":
      return "This version is not with the desks. Send it first";
    case "answered-already":
      return "The desk has already given its answer on this version";
    case "waits-for-the-embassy":
      return "The embassy has not agreed yet. The other desks will be asked once it has";
    case "text-is-another":
    case "sent-text-is-another":
    case "handling-is-wider":
      return `The ${what} has changed since this page was shown. Read the new version, then answer; nothing has been cleared`;
    case "not-your-desk":
      return NOT_YOUR_DESK;
    case "own-draft":
      return explainOwnDraft(what === "cable" ? "part of this cable" : "a version of this line");
    case "nobody-of-the-ministry-asked":
      return what === "cable"
        ? "No ministry desk has been asked, and the embassy may not clear alone in this campaign. Return the cable, so that it can be sent again to a ministry desk as well"
        : "No ministry desk has been asked. Set one to be asked about holding lines, then send the line again";
  }
}
