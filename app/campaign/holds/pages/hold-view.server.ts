import { answersInPlaceOf } from "#app/campaign/clearances/desk.ts";
import { listStandings } from "#app/campaign/clearances/paper-standings.server.ts";
import { answersOf, canRelease, isOwnDraft, mayRelease } from "#app/campaign/clearances/requests.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { mailStateOf } from "#app/http/environment.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { listChanges } from "#db/history.server.ts";
import { holderOf } from "../held.server.ts";
import { type Hold, mayLiftHold } from "../hold.ts";
import { listAffected } from "../hold-affected.server.ts";
import { dayOfHold } from "../hold-day.ts";
import { findHold } from "../hold-records.server.ts";
import { afterLifting, holdNow, markedInWords } from "../hold-words.ts";
import { findLineNow, type LineNow } from "../holding-lines/holding-line-standing.server.ts";
import { isSent } from "../what-a-hold-marks.ts";
import { readOldWording } from "./old-wording-view.server.ts";

/** The hold that the address names; 404 where the campaign has none. */
export async function holdHere({ database, campaign, params }: CampaignArrival): Promise<Hold> {
  return (await findHold(database.read, campaign.id, params.hold ?? "")) ?? notFound();
}

/** Everything that the page of a hold shows. */
export type HoldView = Awaited<ReturnType<typeof readHoldView>>;

export async function readHoldView(arrival: CampaignArrival) {
  const { database, campaign, account, context, home, now, may, kept, url } = arrival;
  const { read } = database;
  const hold = await holdHere(arrival);
  const lineNow = await findLineNow(read, hold, now);
  const marked = await readMarked(arrival, hold);
  const expiresAt = lineNow.line?.versions[0].expiresAt ?? null;
  const state = holdNow({ hold, ...lineNow, expiresAt }, { now, homeZone: home.homeZone });
  const changes = await listChanges(read, "hold", hold.id);
  return {
    base: `/c/${campaign.id}`,
    own: addressOf.hold(campaign.id, hold.id),
    now,
    hold,
    ...lineNow,
    state,
    marked,
    oldWording: await readOldWording(arrival, hold, lineNow),
    isMailOn: mailStateOf(context.settings) !== null,
    isChoosing: url.searchParams.get("choose") === "several",
    yours: yourAnswers(lineNow.round, account.id),
    isOwnDraft: isOwnDraft(lineNow.round, account.id),
    silenceIsAgreement: campaign.silenceIsAgreement,
    headOfMission: {
      isYou: holderOf(arrival).isHeadOfMission,
      isNamed: canRelease(lineNow.round, campaign.headOfMissionId),
      mayRelease: mayRelease(lineNow.round, arrival),
    },
    mayWrite: may("write"),
    mayLift: mayLiftHold(holderOf(arrival)) && hold.lifted === null,
    back: afterLifting(
      marked.papers.map(({ status, stage }) => ({ status, isSent: stage === "sent for clearance" })),
      marked.events.filter(({ kind }) => kind === "social post").length,
      lineNow.line !== null,
    ),
    day: dayOfHold({
      ...state,
      changes: changes.map(({ madeAt, summary, accountName: who, isUndone }) => ({
        at: new Date(madeAt),
        summary,
        who,
        isUndone,
      })),
      events: marked.events,
      isLifted: hold.lifted !== null,
    }),
    kept,
  };
}

/** What this reader may answer for, their own desk before those where they act for another; nothing about their own words. */
function yourAnswers(round: LineNow["round"], accountId: string) {
  return answersOf(round, accountId)
    .map((request) => ({ ...request, inPlaceOf: answersInPlaceOf(request.desk, accountId)?.name ?? null }))
    .toSorted((one, other) => Number(one.inPlaceOf !== null) - Number(other.inPlaceOf !== null));
}

async function readMarked({ database, campaign, now }: CampaignArrival, hold: Hold) {
  if (hold.lifted !== null) return { papers: [], events: [], inWords: "" };
  const { papers, events } = await listAffected(database.read, campaign.id, hold.message.id, now);
  const ids = papers.map(({ id }) => id);
  const standings = await listStandings(database.read, ids);
  const withStatus = papers.map((paper) => ({
    ...paper,
    status: standings.get(paper.id)?.status ?? ("draft" as const),
  }));
  const posts = events.filter(({ kind }) => kind === "social post").length;
  const sent = events.filter(({ kind }) => isSent(kind)).length;
  const counts = { events: events.length - sent, letters: sent - posts, posts };
  return { papers: withStatus, events, inWords: markedInWords({ papers: papers.length, ...counts }) };
}
