import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { listSilentRequests } from "#app/campaign/clearances/requests.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { clearPaperBySilence } from "./clearance.server.ts";

/** Records the agreement of desks that said nothing until their time about a paper, each as a change of its own. */
export async function clearPapersBySilence(database: Database, now: Date): Promise<void> {
  for (const request of await listSilentRequests(database.read, "talking points", now)) {
    await answerOne(database, request, now);
  }
}

async function answerOne(
  database: Database,
  request: { id: string; campaignId: string; subjectId: string },
  now: Date,
): Promise<void> {
  const author: Author = { accountId: "system", channel: "web", now };
  const { id: requestId, campaignId, subjectId: paperId } = request;
  await database.change(author, { submission: null, campaignId }, async (change) => {
    const campaign = await findCampaign(change.read, campaignId);
    if (campaign === null) return MEANS_NOTHING;
    const act = { requestId, settings: campaign };
    return (await clearPaperBySilence(change, { campaignId, paperId }, act)) ?? MEANS_NOTHING;
  });
}

const MEANS_NOTHING = { ok: false, reason: "means-nothing" } as const;
