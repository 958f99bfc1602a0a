import type { CampaignArrival, SignedInArrival } from "#app/http/page.server.ts";
import { formatDate } from "#app/time/format.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { FrameView } from "#app/ui/frame.tsx";
import { findDoneChange } from "#db/done-change.server.ts";
import { readHoldBanners } from "./hold-banners.server.ts";
import { countWaiting } from "./waiting.server.ts";

/** What stands around a page outside a campaign. */
export async function frameOutsideCampaign(arrival: SignedInArrival): Promise<FrameView> {
  return { ...(await frameFor(arrival, "/undo")), campaign: null, holds: [] };
}

/** What stands around a page of a campaign, with the counts of what waits for the reader. */
export async function frameOfCampaign(arrival: CampaignArrival): Promise<FrameView> {
  const { campaign, account, role, now, database, may } = arrival;
  const whose = {
    campaignId: campaign.id,
    accountId: account.id,
    role,
    now,
    today: dateIn(now, WASHINGTON),
  };
  const [frame, waiting, holds] = await Promise.all([
    frameFor(arrival, `/c/${campaign.id}/undo`),
    countWaiting(database.read, whose),
    readHoldBanners(arrival),
  ]);
  return {
    ...frame,
    holds,
    campaign: {
      slug: campaign.id,
      name: campaign.name,
      dates: `${formatDate(campaign.startsOn)} to ${formatDate(campaign.endsOn)}`,
      role,
      waiting,
      mayWrite: may("write"),
    },
  };
}

async function frameFor({ account, home, now, url, database }: SignedInArrival, undoPath: string) {
  const changeId = url.searchParams.get("done");
  const done = changeId === null ? null : await findDoneChange(database.read, account.id, changeId);
  return {
    account: { id: account.id, name: account.name, isAdministrator: account.isAdministrator },
    homeZone: home.homeZone,
    now: now.toISOString(),
    sample:
      home.sampleMadeOn === null
        ? null
        : `Sample data, made on ${formatDate(home.sampleMadeOn)}. Its people, notes and receptions are invented. Make it anew: npm run demo -- --fresh`,
    done:
      done === null
        ? null
        : { summary: done.summary, changeId: done.id, undoTo: done.canBeUndone ? undoPath : null },
  };
}
