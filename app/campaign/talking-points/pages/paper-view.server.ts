import { openOf } from "#app/campaign/clearances/clearance-round.ts";
import { listDesksEver } from "#app/campaign/clearances/desks.server.ts";
import { noteReading } from "#app/campaign/clearances/readings.server.ts";
import {
  answersOf,
  isOwnDraft,
  lastSending,
  listRequests,
  mayRelease,
} from "#app/campaign/clearances/requests.server.ts";
import { isTextThatWasSent } from "#app/campaign/clearances/stage.ts";
import { listWriters, WRITING } from "#app/campaign/clearances/writers.server.ts";
import { heldViews } from "#app/campaign/holds/held.server.ts";
import { findLeaving } from "#app/campaign/holds/marked-by-holds.server.ts";
import { markedStatusLine, statusMark } from "#app/campaign/holds/what-a-hold-marks.ts";
import { listAvoidLines, listMessagesOfPaper } from "#app/campaign/instructions/avoid-lines.server.ts";
import { instructionsOver } from "#app/campaign/instructions/instruction-view.server.ts";
import { listObjectionReplies } from "#app/campaign/messages/cleared-wordings.server.ts";
import { listProofPointsToChoose } from "#app/campaign/messages/proof-points/list.server.ts";
import {
  footnoteNumbers,
  footnoteText,
  numberFootnotes,
  unmarkedFootnotes,
} from "#app/campaign/paper-text/footnotes.ts";
import {
  blocksOf,
  paperHash,
  SECTION_TITLES,
  SECTIONS,
  type TalkingPoints,
} from "#app/campaign/paper-text/paper.ts";
import { findPaper, type StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { beforeYouSayIt } from "#app/campaign/past-statements/before-you-say-it.server.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { checkPaper, readingMinutes } from "../checks/checks.ts";
import { listOfferedDesks } from "../clearing/clearance.server.ts";
import { listComments } from "../clearing/comments.server.ts";
import { maySettle, threadsOf } from "../clearing/comments.ts";
import { subjectOf } from "../clearing/text-of-paper.server.ts";
import { readLeavingPaper } from "../copies/pages/leaving-paper.server.ts";
import { listPaperCopies } from "../copies/paper-copies.server.ts";
import { cutOf } from "../copies/paper-copy.ts";
import { type EventOfPaper, findEventOfPaper, listVersions } from "../lists.server.ts";
import { listClearedFramings } from "../shelves/cleared-framings.server.ts";
import { listCurrentWordings } from "../shelves/current-wordings.server.ts";
import { findLooseShelf, listLibrary } from "../shelves/library.server.ts";
import { listShelvedMessages } from "../shelves/store.server.ts";
import { type CurrentWording, isAllClearedByMinistry } from "../shelves/wording-against-origin.ts";
import { groupSaves } from "../versions/grouped-saves.ts";

/** Text is saved as it is typed: so many saves make some dozens of entries, of which the newest are shown. */
const CHANGES_READ = 120;
const CHANGES_SHOWN = 40;

/** Everything that the page of one paper shows. */
export type PaperView = Awaited<ReturnType<typeof readPaperView>>;

/** Reads a paper with its clearance, checks, versions and the library; 404 where the campaign has no such paper. */
export async function readPaperView(arrival: CampaignArrival) {
  const { database, campaign, home, account, params, now, today, kept } = arrival;
  const { read } = database;
  const paper = await findPaper(read, campaign.id, params.paper ?? "");
  if (paper === null) notFound();
  const { status, holds } = await findLeaving(read, paper);
  const wordings = await listCurrentWordings(read, paper.text.blocks);
  const event = await findEventOfPaper(read, paper);
  const cut = { side: "our side", hasAnnex: cutOf(arrival.url).hasAnnex } as const;
  return {
    printed: (await readLeavingPaper(arrival, paper, cut, "Printed")).document,
    campaignId: campaign.id,
    reader: account.name,
    readerId: account.id,
    now,
    today,
    paper,
    event,
    status,
    wordings,
    kept,
    briefDueAt: event?.briefDueAt ?? null,
    hash: paperHash(paper.text),
    shownText: paperAsText(paper.text),
    statusLine: markedStatusLine(status, holds, home.homeZone, today),
    mark: statusMark(status, holds),
    /** An uncleared paper is not offered to be marked as used before its event. */
    mayBeUsed:
      arrival.may("write") && (event === null || event.startsAt <= now || status.status === "cleared"),
    held: await heldViews(arrival, holds),
    over: await instructionsOver(arrival, paper),
    notes: await notesOf(read, paper),
    numbered: numberFootnotes(paper.text),
    clearance: await readClearanceView(arrival, paper, wordings),
    versions: await listVersions(read, paper.id),
    copies: await listPaperCopies(read, { paperId: paper.id }),
    ...(await readHistory(read, paper.id)),
    ...(await readEditingView(arrival, { paper, event, wordings, today })),
    before: event === null ? null : await beforeYouSayIt(arrival, { event, paper }),
    mayWrite: arrival.may("write"),
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
  const saved = changes.find(({ action }) => WRITING.some((one) => one === action)) ?? null;
  return { changes, saved, hasMoreChanges: found.cutAt !== null || cutAt !== null };
}

/** The whole paper as plain text, for reading two of them side by side. */
function paperAsText(paper: TalkingPoints): string {
  const numbered = numberFootnotes(paper);
  const sections = SECTIONS.flatMap((section) => {
    const blocks = blocksOf(paper, section).map((block) => {
      const { heading, text } = block;
      const marks = footnoteNumbers(numbered, unmarkedFootnotes(block)).map((number) => ` [${number}]`);
      return `${heading === "" ? "" : `${heading}: `}${text}${marks.join("")}`;
    });
    return blocks.length === 0 ? [] : [SECTION_TITLES[section], ...blocks];
  });
  const sources = numbered.map(({ number, footnote }) => `${number} ${footnoteText(footnote)}`);
  const head = [paper.title, paper.speaker, paper.ask, paper.objective].filter((line) => line !== "");
  return [...head, ...sections, ...sources].join("\n");
}

/** Reads who was asked, who has answered, what this reader may answer, and what was remarked. */
async function readClearanceView(
  arrival: CampaignArrival,
  paper: StoredPaper,
  wordings: readonly CurrentWording[],
) {
  const { database, campaign, account, may, now } = arrival;
  const { read } = database;
  const requests = await listRequests(read, subjectOf(paper));
  const round = lastSending(requests);
  const isSent = paper.stage === "sent for clearance";
  const open = isSent ? openOf(round) : [];
  const [sent] = round;
  const mine = answersOf(open, account.id);
  const comments = await listComments(read, paper.id);
  const among = { drafterId: paper.draftedBy.id, desks: await listDesksEver(read, campaign.id) };
  await noteReading(database, mine, { accountId: account.id, now });
  return {
    round,
    earlier: requests.filter((request) => !round.includes(request)),
    /** The text was changed, or may travel further, after it was sent: nobody can answer until it is sent anew. */
    isSentTextAnother: open.length > 0 && (sent === undefined || !isTextThatWasSent(paper, sent)),
    mine,
    /** The reader wrote some of it, so that another clearer answers. */
    isOwnDraft: isOwnDraft(open, account.id),
    mayRelease: mayRelease(open, arrival),
    offered: may("write") ? await listOfferedDesks(read, paper, round, now) : [],
    draft: {
      writers: await listWriters(read, subjectOf(paper)),
      ownDraftMayBeCleared: campaign.ownDraftMayBeCleared,
    },
    threads: threadsOf(comments),
    /** The comments that this reader may settle. */
    settles: comments.filter((comment) => maySettle(comment, account.id, among)).map(({ id }) => id),
    silenceIsAgreement: campaign.silenceIsAgreement,
    isEmbassyEnough: campaign.embassyClearsAlone && isAllClearedByMinistry(paper.text.blocks, wordings),
  };
}

/** So many proof points are offered by name; any other is cited by its code. */
const MOST_CHOICES = 300;

type Shown = {
  paper: StoredPaper;
  event: EventOfPaper | null;
  wordings: readonly CurrentWording[];
  today: CalendarDate;
};

/** What to know about the words of a paper, and, for those who may change them, what is offered to be put in. */
async function readEditingView(
  { database, campaign, may, url }: CampaignArrival,
  { paper, event, wordings, today }: Shown,
) {
  const { read } = database;
  const messages = await listMessagesOfPaper(read, paper);
  const avoidLines = await listAvoidLines(read, paper, messages, today);
  const slotMinutes = event === null ? null : (event.endsAt.getTime() - event.startsAt.getTime()) / 60_000;
  const wanted = (url.searchParams.get("library") ?? "").slice(0, 100);
  const mayEdit = may("write") && paper.stage !== "used";
  const seen = {
    checks: checkPaper(paper.text, { wordings, avoidLines, slotMinutes, today }),
    minutes: readingMinutes(paper.text),
    slotMinutes,
    wanted,
    mayEdit,
  };
  if (!mayEdit) return { ...seen, library: [], libraryCutAt: null, proofPoints: [], framings: [] };
  const shelved = await listShelvedMessages(read, campaign.id, { wanted, first: messages });
  const loose = await findLooseShelf(read, campaign.id, wanted, today);
  return {
    ...seen,
    library: [...(await listLibrary(read, shelved.rows, today)), ...(loose === null ? [] : [loose])],
    libraryCutAt: shelved.cutAt,
    proofPoints: await listProofPointsToChoose(read, campaign.id, MOST_CHOICES),
    framings: await listClearedFramings(read, messages, event?.audienceIds ?? []),
  };
}
