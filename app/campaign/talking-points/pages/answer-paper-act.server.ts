import { explainAskingRefusal } from "#app/campaign/clearances/asked-desks.ts";
import { afterChange, readForm, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { notAllowed, notFound } from "#app/http/page.server.ts";
import { staleRecord } from "#app/http/stale-record.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { explainEditRefusal } from "../edit-refusals.ts";
import { explainPaperRefusal } from "../refusals.ts";
import { findPaper, type StoredPaper } from "../text.server.ts";
import { type PaperAct, paperAct } from "./paper-acts.ts";
import { clearsFor } from "./paper-view.server.ts";
import { performPaperAct } from "./perform-paper-act.server.ts";

type Arrival = CampaignArrival & Sent;

/** Answers a form of the paper's page: the change, or the page again with what was typed and why not. */
export async function answerPaperAct(arrival: Arrival) {
  const { form, author, submission, campaign, database, params, now } = arrival;
  const read = readForm(form, paperAct);
  if (!read.ok) return refuseForm(form, read.errors);
  const act = read.value;
  const authority = clearsFor(arrival);
  if ((act.intent === "clear" || act.intent === "return") && authority === null) {
    notAllowed("Only a clearer of this campaign clears a paper or returns it.");
  }
  const { embassyClearsAlone, ownDraftMayBeCleared, silenceIsAgreement, headOfMissionId } = campaign;
  const context = {
    target: { campaignId: campaign.id, paperId: params.paper ?? "" },
    settings: { embassyClearsAlone, ownDraftMayBeCleared, silenceIsAgreement },
    headOfMissionId,
    today: dateIn(now, WASHINGTON),
  };
  const result = await database.change(author, submission, (change) => performPaperAct(change, act, context));
  if (result.ok) return afterChange(result);
  if (result.reason === "not-found") notFound();
  if (result.reason === "changed-by-somebody-else") return answerStale(arrival, act);
  if (result.reason === "bad-fields") return refuseForm(form, result.errors);
  if (result.reason === "cannot-be-asked") return refuseByRule(form, explainAskingRefusal(result.refusal));
  if (result.reason === "code-unknown" || result.reason === "code-retired") {
    const field = act.intent === "cite" ? "code" : "text";
    return refuseForm(form, { [field]: explainEditRefusal(result.reason, result.codes) });
  }
  if (result.reason === "used-is-frozen" || result.reason === "mark-in-text") {
    return refuseByRule(form, explainEditRefusal(result.reason, []));
  }
  return refuseByRule(form, explainPaperRefusal(result.reason));
}

/** Somebody saved first: their text beside the one that was typed, or a plain word where nothing was typed. */
async function answerStale({ form, campaign, database, params }: Arrival, act: PaperAct) {
  const paper = await findPaper(database.read, campaign.id, params.paper ?? "");
  if (paper === null) notFound();
  const theirs = theirWords(paper, act);
  if (theirs === null) {
    return refuseByRule(
      form,
      "Somebody has changed this since the page was shown. Look at it as it stands now.",
    );
  }
  const { id } = paper;
  const record = { kind: "talking points", id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, theirs.words));
}

/** The words that stand in the paper now for the form that was sent; null where the form holds no words. */
function theirWords(paper: StoredPaper, act: PaperAct) {
  if (act.intent === "save the head") {
    const { title, speaker, ask, objective } = paper.text;
    const words = { title, speaker, ask, objective, handling: paper.handling };
    return { version: paper.version, words };
  }
  if (act.intent !== "save the wording") return null;
  const block = paper.text.blocks.find((one) => one.id === act.block);
  const version = paper.blockVersions[act.block];
  if (block === undefined || version === undefined) return null;
  return { version, words: { heading: block.heading, text: block.text } };
}
