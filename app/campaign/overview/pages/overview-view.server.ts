import { campaignSentence } from "#app/campaign/effectiveness/campaign-sentence.ts";
import { cellsOfSentence } from "#app/campaign/effectiveness/campaign-sentence-cells.ts";
import { withMessagesShown } from "#app/campaign/effectiveness/messages-shown.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { listGapsWorthClosing } from "#app/campaign/gaps/store.server.ts";
import { readNextOutreach } from "#app/campaign/next-outreach/store.server.ts";
import { listJudgedObjectives } from "#app/campaign/objectives/judged-objectives.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { countLoggedMeetings } from "../campaign-overview.server.ts";
import { listEngagementsOfWeek, listNeeds } from "../needs-you.server.ts";
import { readThisWeek } from "./this-week.server.ts";

export type Overview = Awaited<ReturnType<typeof readOverview>>;

/** Everything that the overview shows. Its cost follows audiences, messages and this week, not what is stored. */
export async function readOverview(arrival: CampaignArrival) {
  const { campaign, account, role, database, home, now, may } = arrival;
  const today = dateIn(now, WASHINGTON);
  const { read } = database;
  const engagements = await listEngagementsOfWeek(read, account.id, now);
  const whose = { campaignId: campaign.id, accountId: account.id, role, now };
  const report = await readReceptionReport(read, campaign, today);
  const [objectives, week, gaps, nextOutreach, needs, meetings] = await Promise.all([
    listJudgedObjectives(read, campaign, report, today),
    readThisWeek(arrival, engagements),
    listGapsWorthClosing(read, campaign, report, today),
    readNextOutreach(read, campaign, report, today),
    listNeeds(read, whose, engagements),
    countLoggedMeetings(read, campaign.id),
  ]);
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    handling: campaign.handling,
    reader: account.name,
    homeZone: home.homeZone,
    now,
    today,
    matrix: withMessagesShown({ messages: report.messages, rows: report.rows, byMessage: [] }),
    ratings: report.ratings,
    meetings,
    sentence: campaignSentence(report),
    workedOutFrom: cellsOfSentence(report),
    daysLeft: daysBetween(today, campaign.endsOn),
    needs,
    objectives,
    week,
    gaps,
    nextOutreach,
    mayWrite: may("write"),
  };
}
