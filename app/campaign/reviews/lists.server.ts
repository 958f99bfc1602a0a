import { type Selectable, sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { nextTurn } from "#db/in-turns.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { isAsSaved, thawReview } from "./freeze-review.ts";
import { type NumberedPerson, withNamesIn } from "./names-apart.ts";
import { REVIEW_FORMAT, type ReviewContent } from "./review-content.ts";

export type ReviewTarget = { campaignId: string; reviewId: string };

/** What stands over a review, outside what was frozen. */
export type ReviewHead = ReturnType<typeof headOf>;

export type StoredReview = ReviewHead & {
  content: ReviewContent;
  historyStamp: number;
  /** False where a byte differs from what was saved. */
  isAsSaved: boolean;
};

/** The reviews of a campaign, the newest first, each with the first sentence of what it says. */
export async function listReviews(
  read: Queries,
  campaignId: string,
): Promise<(ReviewHead & { lead: string })[]> {
  const rows = await heads(read)
    .select(sql<string>`review.frozen_json ->> '$.sentence.lead'`.as("lead"))
    .where("review.campaign_id", "=", campaignId)
    .orderBy("review.saved_at", "desc")
    .orderBy("review.id", "desc")
    .execute();
  const people = await read
    .selectFrom("review_person")
    .innerJoin("review", "review.id", "review_person.review_id")
    .select(["review_id", "number", "frozen_name as name"])
    .where("review.campaign_id", "=", campaignId)
    .execute();
  return rows.map((row) => ({
    ...headOf(row),
    lead: withNamesIn(
      row.lead,
      people.filter(({ review_id }) => review_id === row.id),
    ),
  }));
}

/** One review of a campaign with everything that it froze; null too where it was frozen in a shape that is not read here. */
export async function findReview(read: Queries, target: ReviewTarget): Promise<StoredReview | null> {
  const row = await heads(read)
    .select(["frozen_json", "frozen_hash", "names_hash", "history_stamp"])
    .where("review.id", "=", target.reviewId)
    .where("review.campaign_id", "=", target.campaignId)
    .where("review.format", "=", REVIEW_FORMAT)
    .executeTakeFirst();
  if (row === undefined) return null;
  const people = await listPeopleInReview(read, row.id);
  const stored = { json: row.frozen_json, hash: row.frozen_hash, namesHash: row.names_hash };
  // A review may be of megabytes: others are let in between reading it, looking at its seal and what is made of it.
  await nextTurn();
  const content = thawReview(row.frozen_json, people);
  await nextTurn();
  const isSealed = isAsSaved(stored, people);
  await nextTurn();
  return { ...headOf(row), content, historyStamp: row.history_stamp, isAsSaved: isSealed };
}

/** The review before this one that nobody has withdrawn; null where it is the first. */
export async function findReviewBefore(
  read: Queries,
  campaignId: string,
  day: CalendarDate,
): Promise<StoredReview | null> {
  const row = await read
    .selectFrom("review")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("day", "<", day)
    .where("withdrawn_at", "is", null)
    .orderBy("saved_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : findReview(read, { campaignId, reviewId: row.id });
}

function heads(read: Queries) {
  return read
    .selectFrom("review")
    .innerJoin("account as saver", "saver.id", "review.saved_by")
    .leftJoin("account as withdrawer", "withdrawer.id", "review.withdrawn_by")
    .select(["review.id", "review.day", "review.saved_at", "review.erased_on", "saver.name as saver"])
    .select(["review.withdrawn_at", "review.withdrawn_reason", "withdrawer.name as withdrawer"]);
}

type HeadRow = Pick<
  Selectable<Schema["review"]>,
  "id" | "day" | "saved_at" | "erased_on" | "withdrawn_at"
> & {
  withdrawn_reason: string;
  saver: string;
  withdrawer: string | null;
};

function headOf(row: HeadRow) {
  return {
    id: row.id,
    day: row.day,
    savedAt: row.saved_at,
    savedBy: row.saver,
    /** When a name was erased from it, null while none was. */
    erasedOn: row.erased_on,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: row.withdrawer ?? "", reason: row.withdrawn_reason },
  };
}

/** Who the numbers of a review are; "" where the name is erased. */
export async function listPeopleInReview(read: Queries, reviewId: string): Promise<NumberedPerson[]> {
  return await read
    .selectFrom("review_person")
    .select(["number", "frozen_name as name"])
    .where("review_id", "=", reviewId)
    .orderBy("number")
    .execute();
}
