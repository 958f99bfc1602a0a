import { readActivityReport } from "#app/campaign/activity/store.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { listJudgedObjectives } from "../judged-objectives.server.ts";
import { listRetiredObjectives } from "../lists.server.ts";

export type ObjectivesView = Awaited<ReturnType<typeof readObjectives>>;

/** The objectives of a campaign as they stand today, and those that were given up. */
export async function readObjectives({ database, campaign, now, today, may }: CampaignArrival) {
  const { read } = database;
  const report = await readReceptionReport(read, campaign, today);
  const [objectives, retired, activity] = await Promise.all([
    listJudgedObjectives(read, campaign, report, today),
    listRetiredObjectives(read, campaign.id),
    readActivityReport(read, campaign, { from: campaign.startsOn, to: today, now }),
  ]);
  const { logging, events } = activity;
  return {
    campaignId: campaign.id,
    objectives,
    retired,
    activity: { logging, held: events.held },
    mayWrite: may("write"),
  };
}
