import type { Queries } from "#db/schema.ts";
import { isFinal } from "./undo-change.server.ts";
import { mayUndo } from "./undo-permission.server.ts";

export type DoneChange = NonNullable<Awaited<ReturnType<typeof findDoneChange>>>;

/** A change that this account made, for the sentence that tells what was done; null for anybody else's. */
export async function findDoneChange(read: Queries, accountId: string, changeId: string) {
  const change = await read
    .selectFrom("change")
    .leftJoin("change as undoing", "undoing.undoes", "change.id")
    .select(["change.id", "change.summary", "change.campaign_id", "change.action"])
    .select(["change.location", "change.undoes", "undoing.id as undoing_id"])
    .where("change.id", "=", changeId)
    .where("change.account_id", "=", accountId)
    .executeTakeFirst();
  if (change === undefined) return null;
  return {
    id: change.id,
    summary: change.summary,
    campaignId: change.campaign_id,
    /** The page of what was changed; null where it was undone. */
    location: change.undoes === null ? change.location : null,
    canBeUndone: change.undoing_id === null && (await canRowsBeUndone(read, accountId, change)),
  };
}

async function canRowsBeUndone(
  read: Queries,
  accountId: string,
  { id, campaign_id: campaignId, action }: { id: string; campaign_id: string | null; action: string },
): Promise<boolean> {
  const rows = await read
    .selectFrom("change_row")
    .select(["table_name", "row_id", "before_json", "after_json"])
    .where("change_id", "=", id)
    .execute();
  if (isFinal(action, rows)) return false;
  return mayUndo(read, accountId, { campaignId, rows });
}
