import type { Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import { finalActions, finalTables } from "./undo.server.ts";

export type DoneChange = {
  id: string;
  summary: string;
  campaignId: string | null;
  recordId: string;
  canBeUndone: boolean;
};

/** A change that this account made, for the sentence that tells what was done; null for anybody else's. */
export async function findDoneChange(
  read: Kysely<Schema>,
  accountId: string,
  changeId: string,
): Promise<DoneChange | null> {
  const change = await read
    .selectFrom("change")
    .leftJoin("change as undoing", "undoing.undoes", "change.id")
    .select(["change.id", "change.summary", "change.campaign_id", "change.record_id", "change.action"])
    .select("undoing.id as undoing_id")
    .where("change.id", "=", changeId)
    .where("change.account_id", "=", accountId)
    .executeTakeFirst();
  if (change === undefined) return null;
  const isOpen = change.undoing_id === null && !finalActions.includes(change.action);
  return {
    id: change.id,
    summary: change.summary,
    campaignId: change.campaign_id,
    recordId: change.record_id,
    canBeUndone: isOpen && !(await touchesFinalTable(read, changeId)),
  };
}

async function touchesFinalTable(read: Kysely<Schema>, changeId: string): Promise<boolean> {
  const row = await read
    .selectFrom("change_row")
    .select("id")
    .where("change_id", "=", changeId)
    .where("table_name", "in", finalTables)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
