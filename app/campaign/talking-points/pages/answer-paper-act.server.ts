import { readChosenDesks } from "#app/campaign/clearances/chosen-desks.ts";
import type { ClearanceSettings } from "#app/campaign/clearances/clearance-round.ts";
import { explainAskingRefusal } from "#app/campaign/clearances/who-must-clear.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { type CampaignArrival, notAllowed, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { type Present, refuseForm, save } from "#app/http/save-form.server.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import {
  clearPaper,
  markPaperUsed,
  releasePaper,
  returnPaper,
  sendPaper,
} from "../clearing/clearance.server.ts";
import { addComment, replyToComment, settleComment } from "../clearing/comments.server.ts";
import { type ClearanceAct, isClearanceAct } from "../clearing/pages/clearance-acts.ts";
import { explainEditRefusal, explainPaperRefusal } from "../refusals.ts";
import { reportRelease } from "../reports.server.ts";
import type { PaperTarget } from "../target.server.ts";
import { type PaperAct, paperAct } from "./paper-acts.ts";
import { type EditingContext, performEditingAct } from "./perform-editing-act.server.ts";

type Arrival = CampaignArrival & Sent;

/** Answers a form of the paper's page: the change, or the page again with what was typed and why not. */
export async function answerPaperAct(arrival: Arrival) {
  const { form, campaign, params, today, clearsFor } = arrival;
  const read = readForm(form, paperAct);
  if (!read.ok) return refuseForm(form, read.errors);
  const act = read.value;
  if ((act.intent === "clear" || act.intent === "return") && clearsFor === null) {
    notAllowed("Only a clearer in this campaign may clear or return a paper.");
  }
  const { embassyClearsAlone, ownDraftMayBeCleared, silenceIsAgreement, headOfMissionId } = campaign;
  const context = {
    target: { campaignId: campaign.id, paperId: params.paper ?? "" },
    settings: { embassyClearsAlone, ownDraftMayBeCleared, silenceIsAgreement },
    headOfMissionId,
    today,
  };
  const perform = (change: Change) => performPaperAct(change, act, context);
  const explain = (refusal: ActRefusal) => explainActRefusal(act, refusal);
  const present = presentWords(arrival, act);
  return present === null
    ? save(arrival, read, perform, explain)
    : save(arrival, read, perform, explain, present);
}

type ActRefusal = Exclude<
  Awaited<ReturnType<typeof performPaperAct>>,
  { ok: true } | { reason: "not-found" }
>;

/** What stands against an act: at the field that it concerns, or in one sentence. */
function explainActRefusal({ intent }: PaperAct, refusal: ActRefusal): FieldErrors | string {
  switch (refusal.reason) {
    case "bad-fields":
      return refusal.errors;
    case "changed-by-somebody-else":
      return "Someone has changed this since you opened the page. Check what has changed, then try again.";
    case "cannot-be-asked":
      return explainAskingRefusal(refusal.refusal);
    case "code-unknown":
    case "code-retired":
      return { [intent === "cite" ? "code" : "text"]: explainEditRefusal(refusal.reason, refusal.codes) };
    case "used-is-frozen":
    case "mark-in-text":
      return explainEditRefusal(refusal.reason, []);
    default:
      return explainPaperRefusal(refusal.reason);
  }
}

/** The words that stand in the paper now for the form that was sent; null where the form holds no words. */
function presentWords({ campaign, database, params }: Arrival, act: PaperAct) {
  if (act.intent !== "save the head" && act.intent !== "save the wording") return null;
  return async (): Promise<Present> => {
    const paper = await findPaper(database.read, campaign.id, params.paper ?? "");
    const theirs = paper === null ? null : theirWords(paper, act);
    if (paper === null || theirs === null) return notFound();
    return { kind: "talking points", id: paper.id, ...theirs };
  };
}

function theirWords(paper: StoredPaper, act: ActOf<"save the head"> | ActOf<"save the wording">) {
  if (act.intent === "save the head") {
    const { title, speaker, ask, objective } = paper.text;
    const head = { title: [title], speaker: [speaker], ask: [ask], objective: [objective] };
    return { version: paper.version, values: { ...head, handling: [paper.handling] } };
  }
  const block = paper.text.blocks.find((one) => one.id === act.block);
  const version = paper.blockVersions[act.block];
  if (block === undefined || version === undefined) return null;
  return { version, values: { heading: [block.heading], text: [block.text] } };
}

/** Carries out one form of the paper's page, inside its change. */
async function performPaperAct(change: Change, act: PaperAct, context: ClearanceContext & EditingContext) {
  return isClearanceAct(act)
    ? performClearanceAct(change, act, context)
    : performEditingAct(change, act, context);
}

type ClearanceContext = {
  target: PaperTarget;
  settings: ClearanceSettings;
  headOfMissionId: string | null;
};

/** Carries out one form of clearance, inside its change. */
async function performClearanceAct(change: Change, act: ClearanceAct, context: ClearanceContext) {
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

type ActOf<Intent extends PaperAct["intent"]> = Extract<PaperAct, { intent: Intent }>;

type BadFields = { ok: false; reason: "bad-fields"; errors: FieldErrors };

async function send(
  change: Change,
  { desks, only }: ActOf<"send for clearance">,
  { target, settings }: ClearanceContext,
) {
  const read = readChosenDesks(desks, change.author.now);
  if (!read.ok) return badFields(read.errors);
  return sendPaper(change, target, { settings, chosen: read.chosen, onlyDifference: only !== undefined });
}

async function report(change: Change, { on, to }: ActOf<"record the report">, target: PaperTarget) {
  const today = dateIn(change.author.now, WASHINGTON);
  const day = parseDate(on, today);
  if (!day.ok) return badFields({ on: explainDateRefusal(day.reason) });
  if (day.date > today) return badFields({ on: "Enter the day it was reported: today or earlier" });
  return reportRelease(change, target, { on: day.date, to });
}

function badFields(errors: FieldErrors): BadFields {
  return { ok: false, reason: "bad-fields", errors };
}
