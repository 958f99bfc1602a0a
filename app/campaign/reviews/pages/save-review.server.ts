import { writtenFile } from "#app/documents/write-in-worker.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { listNamedPeople, readReviewContent } from "../content.server.ts";
import type { FrozenReview } from "../freeze-review.ts";
import { readHistoryStamp } from "../history.server.ts";
import type { NamedPerson } from "../names-apart.ts";
import { reviewRecord } from "../record.ts";
import type { ReviewContent } from "../review-content.ts";
import { explainReviewRefusal } from "../review-refusals.ts";
import { saveReview } from "../store.server.ts";

/** Somebody else's change during the reading makes it read again, so many times. */
const TIMES = 3;

/** Freezes today's progress. What it holds is read before the writer is asked for, and is of one moment. */
export async function answerSaveReview(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission, campaign, account, home, now } = arrival;
  const read = reviewRecord.read(form, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, read.errors);
  const remark = read.value.remark.trim();
  const asked = { campaign, account, homeZone: home.homeZone, remark, now };
  for (let time = 0; time < TIMES; time += 1) {
    const stamp = await readHistoryStamp(database.read);
    const content = await readReviewContent(database.read, asked);
    const frozen = await frozenReview({ content, people: await listNamedPeople(database.read) });
    const saved = await database.change(author, submission, (change) =>
      saveReview(change, { campaignId: campaign.id, content, frozen, stamp }),
    );
    if (saved.ok) return afterChange(saved);
  }
  return refuseByRule(form, explainReviewRefusal("record-moved"));
}

type ToFreeze = { content: ReviewContent; people: readonly NamedPerson[] };

declare module "#app/documents/write-in-worker.ts" {
  interface ToWrite {
    "frozen review": ToFreeze;
  }
}

/** Freezes a review on the thread of the files: of a large campaign it is some megabytes of text, in which every name is looked for. */
async function frozenReview(asked: ToFreeze): Promise<FrozenReview> {
  return JSON.parse(Buffer.from(await writtenFile({ kind: "frozen review", ...asked })).toString());
}
