import type { Authority } from "#app/campaign/clearances/clearance-status.ts";
import { heldViews } from "#app/campaign/holds/held.server.ts";
import { instructionsOver } from "#app/campaign/instructions/instruction-view.server.ts";
import { beforeYouSayIt } from "#app/campaign/tellings/before-you-say-it.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { cut } from "#app/text/cut.ts";
import { groupSaves } from "#app/text/grouped-saves.ts";
import { briefDueOnDay } from "#app/time/back-planning.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { readClearanceView } from "../clearing/pages/clearance-view.server.ts";
import { leavingLine, leavingMark } from "../copies/leaving.ts";
import { listPaperCopies } from "../copies/paper-copies.server.ts";
import { findLeaving } from "../copies/paper-leaving.server.ts";
import { numberFootnotes } from "../footnotes.ts";
import { findEventOfPaper, listVersions } from "../lists.server.ts";
import { paperAsText } from "../paper-as-text.ts";
import { paperHash } from "../paper-hash.ts";
import { listObjectionReplies } from "../shelves/cleared-wordings.server.ts";
import { listCurrentWordings } from "../shelves/current-wordings.server.ts";
import { findPaper, type StoredPaper } from "../text.server.ts";
import { readEditingView } from "./editing-view.server.ts";

/** Text is saved as it is typed: so many saves make some dozens of entries, of which the newest are shown. */
const CHANGES_READ = 120;
const CHANGES_SHOWN = 40;

/** Everything that the page of one paper shows. */
export type PaperView = Awaited<ReturnType<typeof readPaperView>>;

/** Reads a paper with its clearance, checks, versions and the library; 404 where the campaign has no such paper. */
export async function readPaperView(arrival: CampaignArrival) {
  const { database, campaign, home, account, params, now, kept } = arrival;
  const { read } = database;
  const paper = await findPaper(read, campaign.id, params.paper ?? "");
  if (paper === null) notFound();
  const today = dateIn(now, WASHINGTON);
  const { status, holds } = await findLeaving(read, paper);
  const wordings = await listCurrentWordings(read, paper.text.blocks);
  const event = await findEventOfPaper(read, paper);
  return {
    campaignId: campaign.id,
    homeZone: home.homeZone,
    reader: account.name,
    readerId: account.id,
    now,
    today,
    paper,
    event,
    briefDueAt: event === null ? null : briefDueOnDay(event.day),
    hash: paperHash(paper.text),
    shownText: paperAsText(paper.text),
    status,
    statusLine: leavingLine(status, holds, home.homeZone),
    mark: leavingMark(status, holds),
    held: await heldViews(arrival, holds),
    over: await instructionsOver(arrival, paper),
    wordings,
    notes: await notesOf(read, paper),
    numbered: numberFootnotes(paper.text),
    clearance: await readClearanceView(arrival, paper),
    versions: await listVersions(read, paper.id),
    copies: await listPaperCopies(read, { paperId: paper.id }),
    ...(await readHistory(read, paper.id)),
    ...(await readEditingView(arrival, { paper, event, wordings, today })),
    before: event === null ? null : await beforeYouSayIt(arrival, { event, paper }),
    mayWrite: arrival.may("write"),
    kept,
  };
}

/** The notes to the speaker on the objections that the paper answers. */
async function notesOf(read: Database["read"], { text }: StoredPaper) {
  const ids = text.blocks.flatMap(({ origin }) => (origin.kind === "objection" ? [origin.id] : []));
  const replies = await listObjectionReplies(read, [...new Set(ids)]);
  return [...replies.values()].map(({ id, noteToSpeaker }) => ({ id, noteToSpeaker }));
}

/** What a block's origin needs to be known again, but nobody wrote. */
const UNSHOWN_COLUMNS: readonly string[] = ["is_by_mark", "origin_text", "origin_is_words_to_say"];

/** The history in the words of the page: what only the product needs to know is left out. */
async function readHistory(read: Database["read"], paperId: string) {
  const found = cut(await listChanges(read, "talking points", paperId, CHANGES_READ + 1), CHANGES_READ);
  const { rows, cutAt } = cut(groupSaves(found.rows), CHANGES_SHOWN);
  const changes = rows.map((change) => ({
    ...change,
    fields: change.fields.filter(({ column }) => !UNSHOWN_COLUMNS.includes(column)),
  }));
  return { changes, hasMoreChanges: found.cutAt !== null || cutAt !== null };
}

/** For which side this reader clears; null for nobody's clearer. */
export function clearsFor({ may }: Pick<CampaignArrival, "may">): Authority | null {
  if (may("clear for the ministry")) return "ministry";
  return may("clear for the embassy") ? "embassy" : null;
}
