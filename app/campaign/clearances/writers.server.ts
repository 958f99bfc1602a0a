import { type RawBuilder, sql } from "kysely";
import type { Queries } from "#db/schema.ts";
import { barredFrom } from "./own-draft.ts";
import type { ClearanceSubject } from "./store.server.ts";

/** What a person did to the words of a paper; whoever did one of these is a writer of its text. */
export const WRITING = [
  "started",
  "edited",
  "added to",
  "shortened",
  "reordered",
  "sourced",
  "restored",
] as const;

/** Of the text with this identifier, as JSON: everybody who wrote some of it, or of what it was copied from until then. */
function writersOf(id: RawBuilder<string>) {
  return sql<string>`(with recursive text (id, until) as (
      select ${id}, '9999' union select started_from_id, min(until, started_at)
      from text join talking_points paper on paper.id = text.id where started_from_id is not null)
    select json_group_array(writer) from (
    select drafted_by as writer from text join talking_points paper on paper.id = text.id
    union select account_id from text join change on record_id = text.id and record_kind = 'talking points'
      and action in (${sql.join(WRITING.map((one) => sql.lit(one)))}) and made_at <= until
    union select made_by from holding_line_version where holding_line_id = ${id}
    union select made_by from correspondence_version where correspondence_id = ${id}))`;
}

/**
 * Of the wording of the library with this identifier: everybody who wrote some of it since one that it came from was cleared.
 * A reply keeps no revisions: whoever made another of it, by hand, with a library or by an Undo, is in its history.
 */
function writersOfWording(id: RawBuilder<string>) {
  return sql<string>`(select json_group_array(writer) from (
    select account_id as writer from change_row
      join change on change.id = change_id
      where table_name = 'objection' and row_id = ${id}
      and (before_json ->> 'name', before_json ->> 'words_to_say')
        is not (after_json ->> 'name', after_json ->> 'words_to_say') and made_at >= coalesce(
        (select max(cleared_at) from clearance where subject_kind = 'objection' and subject_id = ${id}), '')
    union ${writersOfRevision("message_revision", "key_message_id", id)}
    union ${writersOfRevision("framing_revision", "framing_id", id)}))`;
}

function writersOfRevision(name: string, of: string, id: RawBuilder<string>) {
  const [table, owner, kind] = [sql.table(name), sql.ref(of), sql.lit(name.replace("_", " "))];
  return sql`select made.made_by from ${table} this
    join ${table} made on made.${owner} = this.${owner} and made.number <= this.number
    where this.id = ${id} and made.number > coalesce((select max(earlier.number) from ${table} earlier
      join clearance on clearance.subject_kind = ${kind} and clearance.subject_id = earlier.id
      where earlier.${owner} = this.${owner} and earlier.number < this.number), 0)`;
}

/** Everybody who wrote some of a text: its drafter, and whoever changed a word of it. */
export async function listWriters(read: Queries, { id }: ClearanceSubject): Promise<string[]> {
  const [text, wording] = [writersOf(sql.val(id)).as("text"), writersOfWording(sql.val(id)).as("wording")];
  const row = await read.selectNoFrom([text, wording]).executeTakeFirstOrThrow();
  return [...JSON.parse(row.text), ...JSON.parse(row.wording)];
}

/** Of a query of `request`, as JSON: who wrote some of what it is about, and whether a writer may clear it. */
export const draftOfRequest = sql<string>`json_object('writers', json(${writersOf(sql.ref("request.subject_id"))}),
  'mayBeCleared', (select own_draft_may_be_cleared from campaign where campaign.id = request.campaign_id))`;

/** The accounts that may not clear a draft that was read by `draftOfRequest`. */
export function barredIn(packed: string): readonly string[] {
  const draft: { writers: string[]; mayBeCleared: number } = JSON.parse(packed);
  return barredFrom({ writers: draft.writers, ownDraftMayBeCleared: draft.mayBeCleared === 1 });
}
