import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { listNamedPeople, readReviewContent } from "#app/campaign/reviews/content.server.ts";
import { freezeReview } from "#app/campaign/reviews/freeze-review.ts";
import { readHistoryStamp } from "#app/campaign/reviews/history.server.ts";
import { saveReview } from "#app/campaign/reviews/store.server.ts";
import { writtenDay } from "#app/time/calendar-date.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../author.ts";
import { addMeeting } from "./meeting.ts";

/** A campaign with two audiences, two messages and a dozen reactions, the last on 12 November 2026. */
export async function addRatedCampaign(database: Database): Promise<void> {
  await addMeeting(database);
  await database.change(system, unsent, async (change) => {
    for (const [position, id] of ["majority", "minority"].entries()) {
      const audience = { id: `esa-${id}`, campaign_id: "esa", audience_id: id, position };
      await change.insert("campaign_audience", { ...audience, priority: 1, influence: 3, interest: 3 });
    }
    for (let at = 0; at < 12; at += 1) await change.insert("feedback", reaction(at));
    change.describe({
      recordKind: "feedback",
      recordId: "r0",
      action: "noted",
      summary: "Noted",
      location: "/",
    });
    return { ok: true };
  });
}

/** A reaction of a day in November, with message 2 or 3 by turns. */
export function reaction(at: number, given: Partial<NewRow<"feedback">> = {}): NewRow<"feedback"> {
  return {
    id: `r${at}`,
    campaign_id: "esa",
    kind: "written reply",
    day: writtenDay(2026, 11, 1 + at),
    key_message_id: at % 2 === 0 ? "m2" : "m3",
    audience_id: at % 3 === 0 ? "majority" : "minority",
    contact_id: null,
    score: (at % 3) - 1,
    words: "They wrote.",
    recorded_by: "jana",
    recorded_at: "2026-11-12T12:00:00.000Z",
    ...given,
  };
}

/** Saves the review of an instant in Jana's name, as the page does, and answers its id. */
export async function savedReview(
  database: Database,
  now: Date,
  { remark = "", campaignId = "esa" }: { remark?: string; campaignId?: string } = {},
): Promise<string> {
  const campaign = await findCampaign(database.read, campaignId);
  if (campaign === null) throw new Error("There is no such campaign");
  const asked = {
    campaign,
    account: { id: "jana", name: "Jana" },
    homeZone: "Europe/Prague",
    remark,
    now,
  } as const;
  const stamp = await readHistoryStamp(database.read);
  const content = await readReviewContent(database.read, asked);
  const people = await listNamedPeople(database.read);
  const author = { accountId: "jana", channel: "web", now } as const;
  const saved = await database.change(author, { ...unsent, campaignId }, (change) =>
    saveReview(change, { campaignId, content, frozen: freezeReview(content, people), stamp }),
  );
  if (!saved.ok || saved.replayed) throw new Error("The review was not saved");
  return saved.reviewId;
}
