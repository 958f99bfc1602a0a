import { listCampaigns } from "#app/campaign/campaigns/store.server.ts";
import { listNamedPeople, readReviewContent } from "#app/campaign/reviews/content.server.ts";
import { freezeReview } from "#app/campaign/reviews/freeze-review.ts";
import { readHistoryStamp } from "#app/campaign/reviews/history.server.ts";
import { saveReview } from "#app/campaign/reviews/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { readInstallation } from "#db/installation.server.ts";
import { atNoon, type Scribe } from "./scribe.server.ts";

/** The monthly review was last saved so long ago. */
const DAYS_AGO = 28;

const REMARK =
  "Message 3 carries the campaign. Before the next round we need an answer on duplication that the House side accepts.";

/** A review of each campaign as somebody would have saved it four weeks ago, from what had happened by then. */
export async function writeReviews({ database, sample, idOf }: Scribe): Promise<void> {
  const { today } = sample.days;
  const now = atNoon(addDays(today, -DAYS_AGO));
  const { homeZone } = await readInstallation(database.read);
  const people = await listNamedPeople(database.read);
  const author = { accountId: idOf("account", "eva"), channel: "web", now } as const;
  const account = people.find(({ id }) => id === author.accountId);
  for (const campaign of await listCampaigns(database.read)) {
    if (campaign.startsOn > addDays(today, -DAYS_AGO) || account === undefined) continue;
    const stamp = await readHistoryStamp(database.read);
    const asked = { campaign, account, homeZone, remark: REMARK, now };
    const content = await readReviewContent(database.read, asked);
    await database.change(author, { submission: null, campaignId: campaign.id }, (change) =>
      saveReview(change, { campaignId: campaign.id, content, frozen: freezeReview(content, people), stamp }),
    );
  }
}
