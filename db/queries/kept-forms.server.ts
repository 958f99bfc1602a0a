import type { Kysely } from "kysely";
import type { FormValues } from "#app/domain/accounts/kept-form.ts";
import type { Schema } from "#db/schema.ts";

/** What an account had typed into the form at `path` when its session ran out; null for anybody else's. */
export async function findKeptForm(
  read: Kysely<Schema>,
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
