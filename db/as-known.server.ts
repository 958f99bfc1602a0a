import { Kysely, sql } from "kysely";
import { OBJECTIONS_HEARD, OBJECTIONS_LAST_HEARD } from "./copies.server.ts";
import { secretColumns } from "./kept-history.server.ts";
import type { Schema } from "./schema.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";

type Table = keyof Schema;

/** The records that the figures of a campaign rest on. */
const KEPT = [
  "account",
  "campaign",
  "audience",
  "campaign_audience",
  "key_message",
  "message_revision",
  "objection",
  "message_objection",
  "objective",
  "objective_reading",
  "outreach_event",
  "outreach_event_audience",
  "outcome",
  "outcome_objection",
  "reception",
  "stance_reading",
  "feedback",
  "change_acknowledgement",
  "effectiveness_fit",
] as const satisfies readonly Table[];

export type AsKnown = { read: Kysely<Schema>; close(): Promise<void> };

/**
 * What the figures rested on at an instant: the records as they stood then, with every entry, edit and removal made
 * later left out. Whatever reads the figures reads there as it does today; other tables are empty. Rows that nothing
 * has touched since are read where they are, and the others stand in memory as they were before. Cost: what has changed
 * since. Source: EFFECTIVENESS.md §13 (asOf in the past, with the entries known by then).
 */
export async function openAsKnown(read: Kysely<Schema>, instant: Date): Promise<AsKnown> {
  const memory = await openConnection(":memory:", "model", new Map());
  try {
    await memory.run("attach ? as live", [await pathOf(read)]);
    await memory.execute("pragma foreign_keys = OFF; begin");
    const tables = await tablesOf(memory);
    await memory.execute(tables.map(emptyView).join(""));
    await gatherTouched(memory, instant);
    for (const table of [...KEPT, ...DERIVED]) await copyShape(memory, table);
    for (const table of KEPT) await showAsThen(memory, table);
    await memory.execute(derivedAsKnown);
    await memory.execute("pragma query_only = ON");
  } catch (error) {
    await memory.close();
    throw error;
  }
  const reader = new Kysely<Schema>({
    dialect: sqlite3Dialect([memory], { enter: () => undefined, statement: refuseWriting }),
  });
  return { read: reader, close: () => memory.close() };
}

async function pathOf(read: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where name = 'main'`.execute(read);
  return rows[0]?.file ?? "";
}

async function tablesOf(memory: Connection): Promise<string[]> {
  const rows = await memory.all(
    `select name from live.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'
       and sql not like 'create virtual%' and name not glob 'search_*'`,
    [],
  );
  return rows.map(({ name }) => String(name));
}

/** What is not kept is not there, instead of being what it is today. */
function emptyView(table: string): string {
  const isShown = [...KEPT, ...DERIVED].some((kept) => kept === table);
  return isShown ? "" : `create temp view "${table}" as select * from live."${table}" where false;`;
}

/** By row that was changed after the instant what it was before the first of these changes; null where it was not there. */
async function gatherTouched(memory: Connection, instant: Date): Promise<void> {
  await memory.execute(`create temp table touched (table_name text, row_id text, before_json text,
    primary key (table_name, row_id)) without rowid`);
  await memory.run(
    `insert into temp.touched select table_name, row_id, before_json from (
       select row.table_name, row.row_id, row.before_json,
         row_number() over (partition by row.table_name, row.row_id order by change.made_at, row.id) as place
       from live.change join live.change_row as row on row.change_id = change.id
       where change.made_at > ? and row.table_name in (select value from json_each(?)))
     where place = 1`,
    [instant.toISOString(), JSON.stringify(KEPT)],
  );
}

/** The table with its indexes and without its triggers, empty, in memory. */
async function copyShape(memory: Connection, table: string): Promise<void> {
  const rows = await memory.all(
    "select sql from live.sqlite_schema where tbl_name = ? and type in ('table', 'index') and sql is not null order by type desc",
    [table],
  );
  await memory.execute(rows.map((row) => `${String(row.sql)};`).join(""));
}

/** Puts in what touched rows were, and shows it with the untouched ones under the table's own name. */
async function showAsThen(memory: Connection, table: Table): Promise<void> {
  const columns = await memory.all("select name, dflt_value from pragma_table_info(?, 'main')", [table]);
  const names = columns.map(({ name }) => `"${String(name)}"`);
  // A row from before a column was added lacks it, and gets what the column is by default.
  const values = columns.map(({ name, dflt_value }) => {
    const path = `'$."${String(name)}"'`;
    return `iif(json_type(before_json, ${path}) is null, ${String(dflt_value ?? "null")}, before_json ->> ${path})`;
  });
  const shown = columns.map(({ name }) =>
    secretColumns.includes(String(name)) ? `null as "${String(name)}"` : `"${String(name)}"`,
  );
  await memory.execute(`
    insert into main."${table}" (${names.join()}) select ${values.join()} from temp.touched
      where table_name = '${table}' and before_json is not null;
    create temp view "${table}" as select ${shown.join()} from live."${table}" as present
      where not exists (select 1 from temp.touched where table_name = '${table}' and row_id = present.id)
      union all select ${shown.join()} from main."${table}";`);
}

/** Figures that triggers keep beside the records, and that the records as known are read with. */
const DERIVED = [
  "observation",
  "observation_cell",
  "audience_meeting",
  "objection_heard",
  "objection_last_heard",
] as const;

/**
 * The derived figures for records as they stood, beside the views of these: of what nothing has touched they are read
 * where they are, and the others are worked out again by the rules of the triggers that keep them. A cell that
 * was touched has the stamp −1.
 */
const derivedAsKnown = `
create temp table moved (source_id text primary key) without rowid;
insert or ignore into temp.moved
  select row_id from temp.touched where table_name in ('outcome', 'feedback')
  union select before_json ->> '$.outcome_id' from temp.touched where table_name = 'reception' and before_json is not null
  union select r.outcome_id from temp.touched as t join live.reception as r on r.id = t.row_id where t.table_name = 'reception'
  union select o.id from temp.touched as t join live.outcome as o on o.outreach_event_id = t.row_id where t.table_name = 'outreach_event';

insert into main.observation
  select r.outcome_id, r.key_message_id, r.audience_id,
    (select o.campaign_id from outcome as o where o.id = r.outcome_id),
    (select e.day from outreach_event as e where e.id = (select o.outreach_event_id from outcome as o where o.id = r.outcome_id)),
    'meeting note', avg(r.score), count(r.score),
    (select o.officer_account_id from outcome as o where o.id = r.outcome_id)
  from reception as r where r.outcome_id in (select source_id from temp.moved) and r.score is not null
  group by r.outcome_id, r.key_message_id, r.audience_id;
insert into main.observation
  select id, key_message_id, audience_id, campaign_id, day, kind, score, 1, recorded_by
  from feedback where id in (select source_id from temp.moved);
create temp table touched_cell (campaign_id text, key_message_id text, audience_id text,
  primary key (campaign_id, key_message_id, audience_id)) without rowid;
insert or ignore into temp.touched_cell
  select campaign_id, key_message_id, audience_id from live.observation where source_id in (select source_id from temp.moved)
  union select campaign_id, key_message_id, audience_id from main.observation;
create temp view observation as
  select * from live.observation as present where not exists (select 1 from temp.moved where source_id = present.source_id)
  union all select * from main.observation;

insert into main.observation_cell (campaign_id, key_message_id, audience_id, n, total, last_on, stamp)
  select campaign_id, key_message_id, audience_id, n, total, last_on, -1 from (
    select cell.*,
      (select count(*) from observation as o where o.campaign_id = cell.campaign_id
        and o.key_message_id = cell.key_message_id and o.audience_id = cell.audience_id) as n,
      (select sum(o.score) from observation as o where o.campaign_id = cell.campaign_id
        and o.key_message_id = cell.key_message_id and o.audience_id = cell.audience_id) as total,
      (select max(o.day) from observation as o where o.campaign_id = cell.campaign_id
        and o.key_message_id = cell.key_message_id and o.audience_id = cell.audience_id) as last_on
    from temp.touched_cell as cell)
  where n > 0;
create temp view observation_cell as
  select campaign_id, key_message_id, audience_id, n, total, last_on, stamp from live.observation_cell as present
    where not exists (select 1 from temp.touched_cell as touched where touched.campaign_id = present.campaign_id
      and touched.key_message_id = present.key_message_id and touched.audience_id = present.audience_id)
  union all select campaign_id, key_message_id, audience_id, n, total, last_on, stamp from main.observation_cell;

create temp table moved_event (id text primary key) without rowid;
insert or ignore into temp.moved_event
  select row_id from temp.touched where table_name = 'outreach_event'
  union select before_json ->> '$.outreach_event_id' from temp.touched
    where table_name = 'outreach_event_audience' and before_json is not null
  union select a.outreach_event_id from temp.touched as t join live.outreach_event_audience as a on a.id = t.row_id
    where t.table_name = 'outreach_event_audience';
insert or ignore into main.audience_meeting (audience_id, day, outreach_event_id, campaign_id)
  select a.audience_id, e.day, e.id, e.campaign_id
  from (select * from outreach_event where id in (select id from temp.moved_event) and result = 'held'
    and kind <> 'internal') as e
  join (select * from outreach_event_audience where outreach_event_id in (select id from temp.moved_event)) as a
    on a.outreach_event_id = e.id;
create temp view audience_meeting as
  select audience_id, day, outreach_event_id, campaign_id from live.audience_meeting as present
    where not exists (select 1 from temp.moved_event where id = present.outreach_event_id)
  union all select audience_id, day, outreach_event_id, campaign_id from main.audience_meeting;

create temp view objection_heard as ${OBJECTIONS_HEARD};
create temp view objection_last_heard as ${OBJECTIONS_LAST_HEARD};
`;
