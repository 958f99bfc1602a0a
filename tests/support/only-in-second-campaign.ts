import { sql } from "kysely";
import type { Change, RecordedTable } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";

export function wordOf(table: string, column: string): string {
  return `zq9${table}${column}`.replaceAll("_", "");
}

const AT = "2026-11-10T12:00:00.000Z";

async function someOf({ read }: Change, table: string, campaignId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT id FROM ${sql.table(table)} WHERE campaign_id = ${campaignId} ORDER BY rowid`.execute(read);
  return found.rows.map(({ id }) => id);
}

type Rows = Partial<Record<RecordedTable, Record<string, unknown>>>;

async function insertEach(change: Change, rows: Rows): Promise<void> {
  for (const [table, row] of Object.entries(rows))
    await change.insertMany(table as RecordedTable, [{ id: newId(), ...row }] as never);
}

/** Records of the kinds of which the sample has none. */
export async function giveMissingKinds(change: Change, campaign_id: string): Promise<void> {
  const first = async (table: string) => (await someOf(change, table, campaign_id))[0] ?? "";
  const key_message_id = await first("key_message");
  const message_hold_id = await first("message_hold");
  const outreach_event_id = await first("outreach_event");
  const { audience_id } = await change.read
    .selectFrom("campaign_audience")
    .select("audience_id")
    .where("campaign_id", "=", campaign_id)
    .executeTakeFirstOrThrow();
  const revision = await change.read
    .selectFrom("message_revision")
    .select("id")
    .where("key_message_id", "=", key_message_id)
    .executeTakeFirstOrThrow();
  const copy = newId();
  const nobody = { account_id: "system" };
  await insertEach(change, {
    calendar_feed: {
      ...{
        ...nobody,
        campaign_id,
        token_hash: "t".repeat(43),
        titles: "shown",
        made_at: AT,
        revoked_at: null,
      },
    },
    change_acknowledgement: {
      ...{ campaign_id, key_message_id, audience_id, direction: "drop", after_day: "2026-10-01" },
      ...{ before_day: "2026-10-20", reason: wordOf("change_acknowledgement", "reason") },
      ...{ acknowledged_by: "system", acknowledged_at: AT },
    },
    new_line_notice: {
      ...{ ...nobody, message_hold_id, contact_id: null, asked_by: "system", asked_at: AT },
      ...{ sent_at: null, sent_text_hash: null },
    },
    proof_point_check: {
      ...{ proof_point_id: await first("proof_point"), source_id: await first("source") },
      ...{ checked_on: "2026-11-01", review_by: "2027-05-01", note: wordOf("proof_point_check", "note") },
      ...{ checked_by: "system" },
    },
    stopped_post: { message_hold_id, outreach_event_id, starts_at: AT, settled_at: null },
    paper_copy: {
      ...{ id: copy, campaign_id, talking_points_id: await first("talking_points"), outreach_event_id },
      ...{ manner: "Word", text_hash: "0".repeat(64), leaving_line: wordOf("paper_copy", "leaving_line") },
      ...{ is_for_outsiders: 0, taken_by: "system", taken_at: AT },
    },
    paper_copy_message: { paper_copy_id: copy, key_message_id, message_revision_id: revision.id },
  });
}

/** What only this campaign has of what campaigns share: a colleague, an audience, a person of it and of a shared audience; and codes. */
export async function giveItsOwn(change: Change, campaign_id: string) {
  const [account_id, audience_id, contact_id] = [newId(), newId(), newId()];
  const email = `${wordOf("account", "email")}@demarche.example`;
  const shared = await change.read
    .selectFrom("campaign_audience")
    .select("audience_id")
    .where("campaign_id", "=", campaign_id)
    .where("ended_on", "is", null)
    .orderBy("audience_id")
    .executeTakeFirstOrThrow();
  const estimate = { priority: 1, influence: 5, interest: 5 };
  await insertEach(change, {
    account: {
      ...{ id: account_id, name: `A ${wordOf("account", "name")}`, email, zone: "America/New_York" },
      ...{ position: wordOf("account", "position"), password_hash: null, closed_at: null },
    },
    campaign_role: { campaign_id, account_id, role: "embassy clearer" },
    audience: { id: audience_id, kind: "think tank", name: wordOf("audience", "name") },
    campaign_audience: { campaign_id, audience_id, ...estimate },
    contact: {
      ...{ id: contact_id, name: wordOf("contact", "name"), sort_name: wordOf("contact", "name") },
      ...{
        title: wordOf("contact", "title"),
        purpose: "engagement plan",
        source: wordOf("contact", "source"),
      },
    },
    campaign_contact: { campaign_id, contact_id },
  });
  await change.insertMany("audience_contact", [
    { id: newId(), audience_id, contact_id },
    { id: newId(), audience_id: shared.audience_id, contact_id },
  ]);
  const codes = { proof_point: "P98", objection: "O98" } as const;
  for (const table of ["proof_point", "objection"] as const) {
    const [id = ""] = await someOf(change, table, campaign_id);
    await change.update(table, id, { code: codes[table] }, null);
  }
  return { account: account_id, audience: audience_id, contact: contact_id, ...codes };
}

/** Makes the second campaign another than the first: its colleague has work, records are retired, other estimates, one log less. */
export async function makeItDiffer(change: Change, campaign_id: string, account_id: string): Promise<void> {
  for (const table of ["outreach_event", "follow_up", "proof_point", "outreach_wish"] as const) {
    for (const id of (await someOf(change, table, campaign_id)).slice(-3))
      await change.update(table, id, { owner_account_id: account_id }, null);
  }
  for (const table of ["key_message", "objection", "objective", "proof_point"] as const) {
    const last = (await someOf(change, table, campaign_id)).at(-1) ?? "";
    await change.update(table, last, { retired_at: AT }, null);
  }
  for (const id of await someOf(change, "effectiveness_fit", campaign_id))
    await change.update(
      "effectiveness_fit",
      id,
      { half_life_days: 77, sigma: 3.5, notes: 11, fitted_at: AT },
      null,
    );
  const [log = ""] = await someOf(change, "outcome", campaign_id);
  await change.remove("outcome", log);
}
