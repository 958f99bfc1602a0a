import { listHolds } from "#app/campaign/holds/hold-records.server.ts";
import { findLastClearance } from "#app/campaign/holds/holding-lines/holding-line-standing.server.ts";
import { listInstructions } from "#app/campaign/instructions/lists.server.ts";
import { readReviewContent } from "#app/campaign/reviews/content.server.ts";
import { findReview, findReviewBefore } from "#app/campaign/reviews/lists.server.ts";
import type { ReviewContent } from "#app/campaign/reviews/review-content.ts";
import { reviewStanding } from "#app/campaign/reviews/review-standing.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import { type Handling, narrowestHandling } from "#app/text/handling.ts";
import { type CalendarDate, dateIn, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import { listMeetingsHeld, readNamedInside } from "../meeting/meetings.server.ts";
import { listAsks } from "./asks.server.ts";
import { type CableRecords, coveredMonth, figuresOfCable, type HoldToTell, monthUntil } from "./cable.ts";
import { listComing } from "./coming.server.ts";

export type CableAsked = {
  campaign: Campaign;
  account: { id: string; name: string };
  homeZone: Zone;
  /** The review whose figures it tells; null for figures as known now. */
  reviewId: string | null;
  /** The first day of the month that it covers; null for the one that the day of the figures asks for. */
  monthFrom: CalendarDate | null;
  /** The last day of a cable of some days, which `monthFrom` then begins; null for one of a month. */
  daysTo: CalendarDate | null;
  now: Date;
};

/** Everything that a cable is drafted from; null where the campaign has no such review. */
export async function readCableRecords(read: Queries, asked: CableAsked): Promise<CableRecords | null> {
  const { campaign, account, now, reviewId } = asked;
  const today = dateIn(now, WASHINGTON);
  const found = await reviewOf(read, asked);
  if (found === null) return null;
  const { review, since } = found;
  const handling = narrowestHandling([review.campaign.handling, campaign.handling]);
  const span = spanOf(asked, review.day);
  const meetings = await listMeetingsHeld(read, campaign.id, span);
  const about = { campaignId: campaign.id, handling, day: review.day, today, meetings, now };
  const [before, holds, asks, coming, inside, instruction] = await Promise.all([
    findReviewBefore(read, campaign.id, review.day),
    listHoldsToTell(read, campaign.id),
    listAsks(read, about),
    listComing(read, about),
    readNamedInside(read, campaign.id),
    findInstruction(read, campaign.id, handling),
  ]);
  return {
    review: { ...figuresOfCable(review), campaign: { ...review.campaign, handling } },
    isSaved: reviewId !== null,
    since,
    before: before === null ? null : figuresOfCable(before.content),
    isOfDays: asked.daysTo !== null,
    span,
    today,
    meetings,
    holds,
    asks,
    coming,
    inside,
    instruction,
    drafter: account.name,
  };
}

function spanOf({ monthFrom, daysTo }: CableAsked, day: CalendarDate) {
  if (monthFrom === null) return coveredMonth(day);
  return daysTo === null ? monthUntil(monthFrom, day) : { from: monthFrom, to: daysTo };
}

async function reviewOf(
  read: Queries,
  { campaign, account, homeZone, reviewId, now }: CableAsked,
): Promise<{ review: ReviewContent; since: string[] } | null> {
  if (reviewId === null) {
    const review = await readReviewContent(read, { campaign, account, homeZone, remark: "", now });
    return { review, since: [] };
  }
  const found = await findReview(read, { campaignId: campaign.id, reviewId });
  return found === null ? null : { review: found.content, since: reviewStanding(found) };
}

/** Every hold with what was last cleared of its line, but for the words of either. */
async function listHoldsToTell(read: Queries, campaignId: string): Promise<HoldToTell[]> {
  const holds = await listHolds(read, campaignId);
  const told = await Promise.all(
    holds.map(async (hold) => {
      const last = await findLastClearance(read, hold.id);
      if (last === null) return { ...hold, line: null };
      const { answers, expiresAt } = last;
      return { ...hold, line: { cleared: answers.map(({ desk }) => desk), expiresAt } };
    }),
  );
  return told.toSorted((one, other) => one.placedAt.getTime() - other.placedAt.getTime());
}

/** Who has instructed us and under which reference, of the open instructions the newest. */
async function findInstruction(
  read: Queries,
  campaignId: string,
  handling: Handling,
): Promise<CableRecords["instruction"]> {
  const open = (await listInstructions(read, campaignId)).filter(
    (one) => one.answered === null && narrowestHandling([handling, one.handling]) === handling,
  );
  const [newest] = open;
  return newest === undefined ? null : { issuer: newest.issuer, reference: newest.reference };
}
