import { type Kysely, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { LibraryStanding } from "./library-sentence.ts";

/** What a campaign's library holds, in numbers, and how much of it is past its review date on a day. */
export type LibraryCounts = LibraryStanding & { proofPoints: number; due: number; objections: number };

/**
 * The state of a campaign's library in numbers. A message is cleared when the ministry has cleared the exact text of
 * its newest revision, which counts for both sides; `dueBy` is the last review date that counts as due.
 */
export async function countLibrary(
  read: Kysely<Schema>,
  campaignId: string,
  { today, dueBy }: { today: string; dueBy: string },
): Promise<LibraryCounts> {
  const { rows } = await sql<LibraryCounts>`
    SELECT
      (SELECT count(*) FROM key_message WHERE campaign_id = ${campaignId} AND retired_at IS NULL) AS messages,
      (SELECT count(*) FROM key_message m JOIN message_revision r ON r.key_message_id = m.id
        WHERE m.campaign_id = ${campaignId} AND m.retired_at IS NULL
          AND r.number = (SELECT max(number) FROM message_revision WHERE key_message_id = m.id)
          AND EXISTS (SELECT 1 FROM clearance c WHERE c.subject_kind = 'message revision' AND c.subject_id = r.id
            AND c.text_hash = r.text_hash AND c.authority = 'ministry')) AS cleared,
      (SELECT count(*) FROM proof_point WHERE campaign_id = ${campaignId} AND retired_at IS NULL) AS proofPoints,
      (SELECT count(*) FROM proof_point WHERE campaign_id = ${campaignId} AND retired_at IS NULL
        AND review_by <= ${dueBy}) AS due,
      (SELECT count(*) FROM proof_point WHERE campaign_id = ${campaignId} AND retired_at IS NULL
        AND review_by < ${today}) AS staleProofPoints,
      (SELECT count(DISTINCT b.talking_points_id) FROM proof_point p
        JOIN talking_points_footnote f ON f.proof_point_id = p.id
        JOIN talking_points_block b ON b.id = f.talking_points_block_id
        JOIN talking_points t ON t.id = b.talking_points_id
        WHERE p.campaign_id = ${campaignId} AND p.retired_at IS NULL AND p.review_by < ${today}
          AND t.retired_at IS NULL) AS papersWithStale,
      (SELECT count(*) FROM objection WHERE campaign_id = ${campaignId} AND retired_at IS NULL) AS objections
  `.execute(read);
  const [counts] = rows;
  if (counts === undefined) throw new Error("Counting gives one row");
  return counts;
}
