import { redirect } from "@remix-run/node";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { refusal } from "#app/http/fault.ts";
import { type CampaignArrival, notAllowed, notFound } from "#app/http/page.server.ts";
import { explainHandlingRefusal } from "../../checks/for-outsiders.ts";
import { recordPaperCopy } from "../paper-copies.server.ts";
import { type CopyManner, copyInWords, cutOf, type Side } from "../paper-copy.ts";
import { type LeavingPaperNow, readLeavingPaper } from "./leaving-paper.server.ts";

/** The paper of the address; 404 where the campaign has none such. */
export async function paperHere({ database, campaign, params }: CampaignArrival): Promise<StoredPaper> {
  return (await findPaper(database.read, campaign.id, params.paper ?? "")) ?? notFound();
}

/**
 * Gives a copy out and records who has it. The record is made by the request that carries the text, whatever made the
 * browser send it, so no copy leaves unrecorded; a request that was not the reader's own (from another site, fetched
 * ahead of time, for the head alone) gets no text and leaves no record.
 */
export async function takeCopy(arrival: CampaignArrival, manner: CopyManner): Promise<LeavingPaperNow> {
  const paper = await paperHere(arrival);
  refuseWhatNobodyAsked(arrival, paper);
  const cut = cutOf(arrival.url);
  const { side } = cut;
  const leaving = await readLeavingPaper(arrival, paper, cut);
  if (side === "outsiders" && !leaving.mayGoToOutsiders) {
    throw refusal(explainHandlingRefusal(paper.handling), 409);
  }
  if (arrival.request.method !== "HEAD") await record(arrival, paper, manner, side, leaving);
  return leaving;
}

/** Records that the paper's own page is printed; whatever the browser prints, the page says how the text leaves. */
export async function printPaper(arrival: CampaignArrival): Promise<Response> {
  const paper = await paperHere(arrival);
  await record(
    arrival,
    paper,
    "printed paper",
    "our side",
    await readLeavingPaper(arrival, paper, { side: "our side", hasAnnex: false }),
  );
  return redirect(addressOf.copies(arrival.campaign.id, paper.id), 303);
}

function refuseWhatNobodyAsked({ request, campaign }: CampaignArrival, paper: StoredPaper): void {
  const { headers } = request;
  const purpose = `${headers.get("Sec-Purpose") ?? ""} ${headers.get("Purpose") ?? ""} ${headers.get("X-Moz") ?? ""}`;
  if (/prefetch|prerender|preview/i.test(purpose))
    notAllowed("A copy of a paper is not fetched ahead of time.");
  if (headers.get("Sec-Fetch-Site") === "cross-site") {
    throw redirect(addressOf.copies(campaign.id, paper.id));
  }
}

async function record(
  { database, account, campaign, now }: CampaignArrival,
  paper: StoredPaper,
  manner: CopyManner,
  side: Side,
  { hash, versionNumber, statusLine }: LeavingPaperNow,
): Promise<void> {
  const author = { accountId: account.id, channel: "web", now } as const;
  const isForOutsiders = side === "outsiders";
  const summary = copyInWords(manner, isForOutsiders);
  await database.change(author, { submission: null, campaignId: campaign.id }, (change) =>
    recordPaperCopy(change, paper, { manner, isForOutsiders, hash, versionNumber, statusLine, summary }),
  );
}
