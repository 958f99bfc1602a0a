import { campaignSentence } from "#app/domain/campaigns/campaign-sentence.ts";
import { countMatrix, matrixOf } from "#app/domain/campaigns/matrix.ts";
import { type Need, orderByTimeLeft } from "#app/domain/campaigns/needs-you.ts";
import { addDays, daysBetween } from "#app/domain/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { clearsFor } from "#app/routes/talking-points/paper-view.server.ts";
import {
  findOldestMeetingToLog,
  findOldestOverdue,
  listAskedPapers,
  listDueFollowUps,
  listReturnedPapers,
  listStaleProofPoints,
  readMatrix,
} from "#db/queries/campaign-overview.server.ts";
import { listObjectives } from "#db/queries/objectives.server.ts";
import { readThisWeek, type ThisWeek } from "./this-week.server.ts";

const FOLLOW_UP_DAYS = 14;
const FOLLOW_UPS_SHOWN = 6;

export type Overview = Awaited<ReturnType<typeof readOverview>>;

/** Everything that the overview shows. Its cost follows audiences, messages and this week, not what is stored. */
export async function readOverview(arrival: CampaignArrival) {
  const { campaign, database, home, now, may } = arrival;
  const today = dateIn(now, WASHINGTON);
  const { read } = database;
  const [stored, objectives, week, followUps] = await Promise.all([
    readMatrix(read, campaign.id),
    listObjectives(read, campaign.id),
    readThisWeek(arrival),
    listDueFollowUps(read, campaign.id, addDays(today, FOLLOW_UP_DAYS), FOLLOW_UPS_SHOWN),
  ]);
  const matrix = matrixOf(stored.messages, stored.audiences, stored.cells);
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    handling: campaign.handling,
    reader: arrival.account.name,
    homeZone: home.homeZone,
    now,
    today,
    matrix,
    counts: countMatrix(matrix),
    sentence: campaignSentence(matrix),
    daysLeft: daysBetween(today, campaign.endsOn),
    needs: await readNeeds(arrival, today, week),
    objectives,
    week,
    followUps,
    mayWrite: may("write"),
  };
}

async function readNeeds(arrival: CampaignArrival, today: string, week: ThisWeek): Promise<readonly Need[]> {
  const { campaign, account, database, now, may } = arrival;
  if (!may("write")) return [];
  const { read } = database;
  const [asked, returned, toLog, overdue, stale] = await Promise.all([
    listAskedPapers(read, campaign.id, account.id, clearsFor(arrival)),
    listReturnedPapers(read, campaign.id, account.id),
    findOldestMeetingToLog(read, campaign.id, account.id, now),
    findOldestOverdue(read, campaign.id, account.id, today),
    listStaleProofPoints(read, campaign.id, today),
  ]);
  const authority = clearsFor(arrival);
  const papers = asked.map(({ paperId, title, dueAt, ...paper }): Need => {
    const isYours = paper.authority === authority;
    return {
      need: "clearance",
      title,
      place: paperPlace(campaign.id, paperId),
      dueAt,
      with: paper.authority,
      isYours,
    };
  });
  return orderByTimeLeft([
    // A drafter is told once it is late: until then there is nothing to do but to wait.
    ...papers.filter((need) => need.need === "clearance" && (need.isYours || isPast(need.dueAt, now))),
    ...returned.map(
      ({ id, title }): Need => ({ need: "returned", title, place: paperPlace(campaign.id, id) }),
    ),
    ...clashNeeds(week, campaign.id),
    ...(toLog === null ? [] : [meetingsNeed(toLog)]),
    ...(overdue === null
      ? []
      : [
          {
            need: "follow-ups overdue" as const,
            count: overdue.count,
            oldest: overdue.text,
            dueOn: overdue.dueOn,
          },
        ]),
    ...(stale.length === 0 ? [] : [{ need: "stale proof points" as const, points: stale }]),
  ]);
}

function meetingsNeed({ count, title, endsAt }: { count: number; title: string; endsAt: Date }): Need {
  return { need: "meetings not logged", count, oldest: title, oldestEndedAt: endsAt };
}

function clashNeeds({ clashes }: ThisWeek, campaignId: string): readonly Need[] {
  return clashes.map(({ event, withTitle }) => ({
    need: "clash",
    title: event.title,
    place: `/c/${campaignId}/events/${event.id}`,
    withTitle,
    startsAt: event.startsAt,
  }));
}

function isPast(at: Date | null, now: Date): boolean {
  return at !== null && at < now;
}

function paperPlace(campaignId: string, paperId: string): string {
  return `/c/${campaignId}/talking-points/${paperId}`;
}
