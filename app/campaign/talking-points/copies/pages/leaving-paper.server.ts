import { findLeaving } from "#app/campaign/holds/marked-by-holds.server.ts";
import { markedStatusLine, statusMark } from "#app/campaign/holds/what-a-hold-marks.ts";
import { listObjectionReplies } from "#app/campaign/messages/cleared-wordings.server.ts";
import { readBefore } from "#app/campaign/outreach-events/last-time.server.ts";
import { lastTimeLine } from "#app/campaign/outreach-events/last-time-line.ts";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { libraryCodes } from "#app/campaign/outreach-events/paper-parts.server.ts";
import { shortSource, staleMark } from "#app/campaign/paper-text/assembled-paper.ts";
import { listFootnotes } from "#app/campaign/paper-text/footnotes.server.ts";
import { numberFootnotes } from "#app/campaign/paper-text/footnotes.ts";
import { paperHash, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { momentInWords, spanInWords, takenInWords } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { forOutsiders, type KeptInside, type LeftOut, mayGoToOutsiders } from "../../checks/for-outsiders.ts";
import { paperDocument } from "../../documents/paper-document.ts";
import { heldMessages } from "../../held-messages.server.ts";
import { listVersions } from "../../lists.server.ts";
import { type Cut, type Side, versionInWords, versionOf } from "../paper-copy.ts";

/** A paper as it would leave now, with what has to be written down of a copy of it. */
export type LeavingPaperNow = Awaited<ReturnType<typeof readLeavingPaper>>;

/** Reads everything that a paper has to carry when it leaves, and makes the document of which every format is written. */
export async function readLeavingPaper(
  arrival: CampaignArrival,
  paper: StoredPaper,
  { side, hasAnnex }: Cut,
  how: "Copy taken" | "Printed" = "Copy taken",
) {
  const { database, campaign, home, today } = arrival;
  const { status, holds } = await findLeaving(database.read, paper);
  const versions = await listVersions(database.read, paper.id);
  const hash = paperHash(paper.text);
  const version = versionInWords(hash, versions);
  const mark = statusMark(status, holds);
  const line = markedStatusLine(status, holds, home.homeZone, today);
  const { text, leftOut } = await textFor(arrival, paper, side);
  const event = paper.eventId === null ? null : await findEvent(database.read, campaign.id, paper.eventId);
  const isOurs = side === "our side";
  const document = paperDocument({
    paper: text,
    campaign: campaign.name,
    handling: paper.handling,
    version,
    mark,
    line,
    when: event === null ? "" : spanInWords(event, home.homeZone, today),
    place: event?.place ?? "",
    lastTime:
      isOurs && event !== null ? lastTimeLine({ ...(await readBefore(database.read, event)), today }) : null,
    taken: takenLine(arrival, side, how),
    isForOutsiders: !isOurs,
    held: await heldMessages(arrival, text, side),
    guidance: isOurs ? await guidanceOn(database.read, text) : new Map(),
    codes: await libraryCodes(database.read, campaign.id),
    hasAnnex,
    today,
  });
  const stale = staleSources(text, today);
  const versionNumber = versionOf(hash, versions);
  const may = mayGoToOutsiders(paper.handling);
  return {
    document,
    /** "Politico Europe: SIPRI, March 2025, ▲ stale since 1 Apr", for each source that is. */
    stale,
    mark,
    leftOut,
    mayGoToOutsiders: may,
    hash,
    /** "Version 3", or where the text stands between versions. */
    version,
    versionNumber,
    statusLine: line,
  };
}

async function textFor(
  { database, campaign }: CampaignArrival,
  paper: StoredPaper,
  side: Side,
): Promise<{ text: TalkingPoints; leftOut: readonly LeftOut[] }> {
  if (side === "our side") return { text: paper.text, leftOut: [] };
  const copy = forOutsiders(paper.text, await readKeptInside(database.read, campaign.id));
  return { text: copy.paper, leftOut: copy.leftOut };
}

/** The library's notes to the speaker on the objections that the paper answers. */
async function guidanceOn(
  read: CampaignArrival["database"]["read"],
  { blocks }: TalkingPoints,
): Promise<ReadonlyMap<string, string>> {
  const ids = blocks.flatMap(({ origin }) => (origin.kind === "objection" ? [origin.id] : []));
  const replies = await listObjectionReplies(read, [...new Set(ids)]);
  return new Map([...replies.values()].map(({ id, noteToSpeaker }) => [id, noteToSpeaker]));
}

function staleSources(text: TalkingPoints, today: CalendarDate): readonly string[] {
  return numberFootnotes(text).flatMap(({ footnote }) => {
    const mark = staleMark(footnote, today);
    return mark === "" ? [] : [`${shortSource(footnote)}, ${mark}`];
  });
}

/** Outsiders need not know who of ours took the copy. */
function takenLine(
  { account, now, home: { homeZone } }: CampaignArrival,
  side: Side,
  how: "Copy taken" | "Printed",
): string {
  if (side === "outsiders") return `Made ${momentInWords(now, homeZone)}`;
  return takenInWords(how, account.name, now, homeZone);
}

/** What a campaign's library keeps inside, retired records too: internal proof points, and difficult questions. */
async function readKeptInside(
  read: CampaignArrival["database"]["read"],
  campaignId: string,
): Promise<KeptInside> {
  const internal = await read
    .selectFrom("proof_point")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("disclosure", "=", "internal")
    .execute();
  const questions = await read
    .selectFrom("objection")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("is_difficult_question", "=", 1)
    .execute();
  const facts = await listFootnotes(
    read,
    internal.map(({ id }) => id),
  );
  return { facts: [...facts.values()], difficultQuestions: new Set(questions.map(({ id }) => id)) };
}
