import type { Kysely } from "kysely";
import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import { findPaperIdOfEvent } from "#app/campaign/paper-text/paper-of-event.server.ts";
import type { HoldOnPaper } from "#app/campaign/talking-points/copies/leaving.ts";
import { findLeaving } from "#app/campaign/talking-points/copies/paper-leaving.server.ts";
import { listPapers, type StoredPaper } from "#app/campaign/talking-points/text.server.ts";
import type { Schema } from "#db/schema.ts";

/** A paper with how it leaves now. */
export type PaperWithStatus = { paper: StoredPaper; status: ClearanceStatus; holds: readonly HoldOnPaper[] };

/** The paper of an event; null where none is begun. */
export async function findPaperOfEvent(
  read: Kysely<Schema>,
  eventId: string,
): Promise<PaperWithStatus | null> {
  const id = await findPaperIdOfEvent(read, eventId);
  const [paper] = id === null ? [] : await listPapers(read, [id]);
  return paper === undefined ? null : { paper, ...(await findLeaving(read, paper)) };
}

/** How often each objection has been raised in a campaign, by its id, with the note to the speaker: the brief drops the one heard least. */
export async function countObjectionsHeard(
  read: Kysely<Schema>,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, { timesHeard: number; isDifficultQuestion: boolean; noteToSpeaker: string }>> {
  if (objectionIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("objection")
    .leftJoin("outcome_objection as heard", "heard.objection_id", "objection.id")
    .select(["objection.id", "objection.is_difficult_question", "objection.note_to_speaker"])
    .select((eb) => eb.fn.count<number>("heard.id").as("times"))
    .where("objection.id", "in", objectionIds)
    .groupBy("objection.id")
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        timesHeard: Number(row.times),
        isDifficultQuestion: row.is_difficult_question === 1,
        noteToSpeaker: row.note_to_speaker,
      },
    ]),
  );
}

/** The numbers of a campaign's messages by their ids, retired ones too. */
export async function messageNumbers(
  read: Kysely<Schema>,
  campaignId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("campaign_id", "=", campaignId)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
