import { campaignSentence } from "#app/domain/campaigns/campaign-sentence.ts";
import { countMatrix, matrixOf } from "#app/domain/campaigns/matrix.ts";
import { addDays, daysBetween } from "#app/domain/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listDueFollowUps, readMatrix } from "#db/queries/campaign-overview.server.ts";
import { listEngagementsOfWeek, listNeeds } from "#db/queries/needs-you.server.ts";
import { listObjectives } from "#db/queries/objectives.server.ts";
import { readThisWeek } from "./this-week.server.ts";

const FOLLOW_UP_DAYS = 14;
const FOLLOW_UPS_SHOWN = 6;

export type Overview = Awaited<ReturnType<typeof readOverview>>;

/** Everything that the overview shows. Its cost follows audiences, messages and this week, not what is stored. */
export async function readOverview(arrival: CampaignArrival) {
  const { campaign, account, role, database, home, now, may } = arrival;
  const today = dateIn(now, WASHINGTON);
  const { read } = database;
  const engagements = await listEngagementsOfWeek(read, account.id, now);
  const [stored, objectives, week, followUps] = await Promise.all([
    readMatrix(read, campaign.id),
    listObjectives(read, campaign.id),
    readThisWeek(arrival, engagements),
    listDueFollowUps(read, campaign.id, addDays(today, FOLLOW_UP_DAYS), FOLLOW_UPS_SHOWN),
  ]);
  const whose = { campaignId: campaign.id, accountId: account.id, role, now };
  const matrix = matrixOf(stored.messages, stored.audiences, stored.cells);
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    handling: campaign.handling,
    reader: account.name,
    homeZone: home.homeZone,
    now,
    today,
    matrix,
    counts: countMatrix(matrix),
    sentence: campaignSentence(matrix),
    daysLeft: daysBetween(today, campaign.endsOn),
    needs: await listNeeds(read, whose, engagements),
    objectives,
    week,
    followUps,
    mayWrite: may("write"),
  };
}
