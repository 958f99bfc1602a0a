import { maySettle, threadsOf } from "#app/campaign/clearances/comments.ts";
import { mayAnswerFor } from "#app/campaign/clearances/desk.ts";
import { listDesksEver } from "#app/campaign/clearances/desks.server.ts";
import { noteReading } from "#app/campaign/clearances/readings.server.ts";
import { lastSending, listRequests, type StoredRequest } from "#app/campaign/clearances/requests.server.ts";
import { isTextThatWasSent } from "#app/campaign/clearances/stage.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { StoredPaper } from "../../text.server.ts";
import { listOfferedDesks } from "../clearance.server.ts";
import { listComments } from "../comments-on-papers.server.ts";
import { subjectOf } from "../text-of-paper.server.ts";

/** Reads who was asked, who has answered, what this reader may answer, and what was remarked. */
export async function readClearanceView(arrival: CampaignArrival, paper: StoredPaper) {
  const { database, campaign, account, may, now } = arrival;
  const { read } = database;
  const requests = await listRequests(read, subjectOf(paper));
  const round = lastSending(requests);
  const isSent = paper.stage === "sent for clearance";
  const open = isSent ? round.filter(isOpen) : [];
  const [sent] = round;
  const mine = open.filter(({ askedAt, desk }) => askedAt !== null && mayAnswerFor(desk, account.id));
  const comments = await listComments(read, paper.id);
  const among = { drafterId: paper.draftedBy.id, desks: await listDesksEver(read, campaign.id) };
  await noteReading(database, mine, { accountId: account.id, now });
  return {
    round,
    earlier: requests.filter((request) => !round.includes(request)),
    /** The text was changed, or may travel further, after it was sent: nobody can answer until it is sent anew. */
    isSentTextAnother: open.length > 0 && (sent === undefined || !isTextThatWasSent(paper, sent)),
    mine,
    mayRelease: open.length > 0 && campaign.headOfMissionId === account.id && may("clear for the embassy"),
    offered: may("write") ? await listOfferedDesks(read, paper, round, now) : [],
    threads: threadsOf(comments),
    /** The comments that this reader may settle. */
    settles: comments.filter((comment) => maySettle(comment, account.id, among)).map(({ id }) => id),
    silenceIsAgreement: campaign.silenceIsAgreement,
  };
}

function isOpen({ asks, answer }: StoredRequest): boolean {
  return asks === "clear" && answer === null;
}
