import type { ClearanceSettings } from "#app/campaign/clearances/clearance-round.ts";
import { addComment, replyToComment, settleComment } from "#app/campaign/clearances/comments.server.ts";
import { explainDueRefusal, parseDue } from "#app/campaign/clearances/parse-due.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { reportRelease } from "../../reports.server.ts";
import type { PaperTarget } from "../../target.server.ts";
import {
  type ChosenDesk,
  clearPaper,
  markPaperUsed,
  releasePaper,
  returnPaper,
  sendPaper,
} from "../clearance.server.ts";
import type { ClearanceAct } from "./clearance-acts.ts";

export type ClearanceContext = {
  target: PaperTarget;
  settings: ClearanceSettings;
  headOfMissionId: string | null;
};

/** Carries out one form of clearance, inside its change. */
export async function performClearanceAct(change: Change, act: ClearanceAct, context: ClearanceContext) {
  const { target, settings, headOfMissionId } = context;
  switch (act.intent) {
    case "send for clearance":
      return send(change, act, context);
    case "return":
      return returnPaper(change, target, { requestId: act.request ?? null, reasons: act.reasons });
    case "clear":
      return clearPaper(change, target, {
        requestId: act.request ?? null,
        shownHash: act.hash,
        shownHandling: act.handling,
        settings,
      });
    case "release":
      return releasePaper(change, target, {
        shownHash: act.hash,
        shownHandling: act.handling,
        headOfMissionId,
        settings,
      });
    case "record the report":
      return report(change, act, target);
    case "comment":
      return addComment(change, target, { blockId: act.block ?? null, text: act.text });
    case "reply":
      return replyToComment(change, target, { commentId: act.comment, text: act.text });
    case "resolve":
      return settleComment(change, target, { commentId: act.comment, isResolved: true });
    case "open again":
      return settleComment(change, target, { commentId: act.comment, isResolved: false });
    case "mark as used":
      return markPaperUsed(change, target);
  }
}

type ActOf<Intent extends ClearanceAct["intent"]> = Extract<ClearanceAct, { intent: Intent }>;
type BadFields = { ok: false; reason: "bad-fields"; errors: FieldErrors };

async function send(
  change: Change,
  { desks, only }: ActOf<"send for clearance">,
  { target, settings }: ClearanceContext,
) {
  const chosen = desks === undefined ? null : readDesks(desks, change.author.now);
  if (chosen !== null && !chosen.ok) return chosen;
  return sendPaper(change, target, {
    settings,
    chosen: chosen === null ? null : chosen.desks,
    onlyDifference: only !== undefined,
  });
}

type TypedDesk = NonNullable<ActOf<"send for clearance">["desks"]>[number];

function readDesks(desks: readonly TypedDesk[], now: Date): { ok: true; desks: ChosenDesk[] } | BadFields {
  const errors: Record<string, string> = {};
  const chosen = desks.map(({ desk, asks, due }, index): ChosenDesk => {
    const parsed = parseDue(asks === "clear" ? due : "", now);
    if (!parsed.ok) errors[`desks[${index}].due`] = explainDueRefusal(parsed.reason);
    return { deskId: desk, asks, dueAt: parsed.ok ? parsed.dueAt : null };
  });
  return Object.keys(errors).length === 0
    ? { ok: true, desks: chosen }
    : { ok: false, reason: "bad-fields", errors };
}

async function report(change: Change, { on, to }: ActOf<"record the report">, target: PaperTarget) {
  const today = dateIn(change.author.now, WASHINGTON);
  const day = parseDate(on, today);
  if (!day.ok) return badFields({ on: explainDateRefusal(day.reason) });
  if (day.date > today)
    return badFields({ on: "Enter the day on which it was reported, today at the latest" });
  return reportRelease(change, target, { on: day.date, to });
}

function badFields(errors: FieldErrors): BadFields {
  return { ok: false, reason: "bad-fields", errors };
}
