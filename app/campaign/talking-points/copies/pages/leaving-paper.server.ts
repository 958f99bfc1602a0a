import { paperHash, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";

import type { Document } from "#app/documents/document.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatLongDay } from "#app/time/format.ts";
import { momentInWords, twoClocksSpan } from "#app/time/two-clocks.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { forOutsiders, type KeptInside, type LeftOut, mayGoToOutsiders } from "../../checks/for-outsiders.ts";
import { paperDocument } from "../../documents/paper-document.ts";
import { listFootnotes } from "../../footnotes.server.ts";
import { heldMessages, type Side } from "../../held-messages.server.ts";
import { type EventOfPaper, findEventOfPaper, listVersions } from "../../lists.server.ts";
import type { StoredPaper } from "../../text.server.ts";
import { findLeaving } from "../paper-copies.server.ts";
import { type LeavingMark, leavingLine, leavingMark, versionInWords, versionOf } from "../paper-copy.ts";

/** A paper as it would leave now, with what has to be written down of a copy of it. */
export type LeavingPaperNow = {
  document: Document;
  mark: LeavingMark | null;
  leftOut: readonly LeftOut[];
  mayGoToOutsiders: boolean;
  hash: string;
  /** "Version 3", or where the text stands between versions. */
  version: string;
  versionNumber: number | null;
  leavingLine: string;
};

/** Reads everything that a paper has to carry when it leaves, and makes the document of which every format is written. */
export async function readLeavingPaper(
  arrival: CampaignArrival,
  paper: StoredPaper,
  side: Side,
): Promise<LeavingPaperNow> {
  const { database, campaign, home, now } = arrival;
  const { status, holds } = await findLeaving(database.read, paper);
  const versions = await listVersions(database.read, paper.id);
  const hash = paperHash(paper.text);
  const version = versionInWords(hash, versions);
  const mark = leavingMark(status, holds);
  const line = leavingLine(status, holds, home.homeZone);
  const { text, leftOut } = await textFor(arrival, paper, side);
  const document = paperDocument({
    paper: text,
    campaign: campaign.name,
    handling: paper.handling,
    version,
    mark,
    line,
    when: whenOf(await findEventOfPaper(database.read, paper), home.homeZone),
    taken: takenLine(arrival, side),
    isForOutsiders: side === "outsiders",
    held: await heldMessages(arrival, text, side),
    today: dateIn(now, WASHINGTON),
  });
  const versionNumber = versionOf(hash, versions);
  const may = mayGoToOutsiders(paper.handling);
  return { document, mark, leftOut, mayGoToOutsiders: may, hash, version, versionNumber, leavingLine: line };
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

function whenOf(event: EventOfPaper | null, homeZone: string): string {
  if (event === null) return "";
  const day = dateIn(event.startsAt, WASHINGTON);
  const { washington, home } = twoClocksSpan(event.startsAt, event.endsAt, homeZone, day);
  const [, span = washington] = washington.split(/, (.*)/s);
  return `${formatLongDay(day)}, ${span} in Washington, ${home}`;
}

/** Outsiders need not know who of ours took the copy. */
function takenLine({ account, now, home: { homeZone } }: CampaignArrival, side: Side): string {
  return `${side === "outsiders" ? "Made" : `Taken by ${account.name},`} ${momentInWords(now, homeZone)}`;
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
