import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import type { FormValues } from "./form-values.ts";
import { SESSION_WHOLE_MS } from "./sessions.server.ts";

/** What an account had typed into the form at `path` when its session ran out; null for anybody else's. */
export async function findKeptForm(
  read: Queries,
  accountId: string,
  id: string,
  path: string,
): Promise<FormValues | null> {
  const row = await read
    .selectFrom("kept_form")
    .select("body_json")
    .where("id", "=", id)
    .where("account_id", "=", accountId)
    .where("path", "=", path)
    .executeTakeFirst();
  return row ? JSON.parse(row.body_json) : null;
}

/** Keeps what was typed for the page at `path`, for a week, and answers with the id under which it comes back. */
export async function insertKeptForm(
  database: Database,
  accountId: string,
  { path, values }: { path: string; values: FormValues },
  now: Date,
): Promise<string> {
  const id = newId();
  const weekAgo = new Date(now.getTime() - SESSION_WHOLE_MS).toISOString();
  await database.writeUnrecorded(async (write) => {
    await write.deleteFrom("kept_form").where("kept_at", "<", weekAgo).execute();
    await write
      .insertInto("kept_form")
      .values({
        id,
        account_id: accountId,
        path,
        body_json: JSON.stringify(values),
        kept_at: now.toISOString(),
      })
      .execute();
  });
  return id;
}
