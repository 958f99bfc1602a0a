import { ENTRIES_TO_FIND, FOUND_IN } from "./copies-for-find.server.ts";
import type { Schema } from "./schema.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

type Table = keyof Schema;

/**
 * A table that says again what the records say, and is kept by triggers: `of` names what it is made of, `made` selects the
 * rows that it should have, column by column. What `follows` another copy is filled by the triggers of that one.
 */
export type StoredCopy = {
  name: string;
  table: Table;
  of: readonly Table[];
  /** As SQL lists them. */
  columns: string;
  made: string;
  follows: Table | null;
  /** It may lack rows: they are made when there is time for it. */
  isPartly?: true;
};

/** Each time that an objection was raised: once for every audience in the room, or for the one that is named. */
const RAISED = `
  select r.objection_id, coalesce(r.audience_id, a.audience_id) as audience_id, e.day, r.is_answered
  from outcome_objection as r join outcome as o on o.id = r.outcome_id join outreach_event as e on e.id = o.outreach_event_id
  left join outreach_event_audience as a on r.audience_id is null and a.outreach_event_id = e.id
  where r.objection_id is not null and coalesce(r.audience_id, a.audience_id) is not null`;

export const OBJECTIONS_HEARD = `
  select objection_id, count(*) as heard, sum(is_answered) as answered from outcome_objection
  where objection_id is not null group by objection_id`;

/** Raised several times on its last day, it counts as answered where each time was. */
export const OBJECTIONS_LAST_HEARD = `
  select objection_id, audience_id, day, min(is_answered) as is_answered
  from (select *, rank() over (partition by objection_id, audience_id order by day desc) as place from (${RAISED}))
  where place = 1 group by objection_id, audience_id`;

/** The observations of cells, chosen by a condition on `note`, those of a day that are alike as one: see the table. */
export function packedObservations(which: string): string {
  const alike = "(unixepoch(day) / 86400) || ',' || ratings || ',' || sum || ',' || alike";
  return `select campaign_id, key_message_id, audience_id,
      '[' || group_concat(part, ',' order by rater_account_id, kind) || ']' as notes
    from (select campaign_id, key_message_id, audience_id, rater_account_id, kind,
        '[' || json_quote(rater_account_id) || ',' || json_quote(kind) || ',['
          || group_concat(${alike}, ',' order by day, ratings, sum) || ']]' as part
      from (select campaign_id, key_message_id, audience_id, rater_account_id, kind, day, ratings,
          cast(round(score * ratings) as integer) as sum, count(*) as alike
        from observation as note where ${which} group by 1, 2, 3, 4, 5, 6, 7, 8)
      group by 1, 2, 3, 4, 5)
    group by 1, 2, 3`;
}

/** Every table that is a copy, each after those that it is made of. */
export const STORED_COPIES: readonly StoredCopy[] = [
  {
    name: "which audiences were met when",
    table: "audience_meeting",
    of: ["outreach_event", "outreach_event_audience"],
    columns: "audience_id, day, outreach_event_id, campaign_id",
    made: `select a.audience_id, e.day, e.id, e.campaign_id
      from outreach_event_audience as a join outreach_event as e on e.id = a.outreach_event_id
      where e.result = 'held' and e.kind <> 'internal'`,
    follows: null,
  },
  {
    name: "how often audiences were met",
    table: "audience_met",
    of: ["audience_meeting"],
    columns: "campaign_id, audience_id, meetings",
    made: "select campaign_id, audience_id, count(*) from audience_meeting group by campaign_id, audience_id",
    follows: "audience_meeting",
  },
  {
    name: "who was met when",
    table: "contact_meeting",
    of: ["outreach_event", "outreach_event_participant"],
    columns: "contact_id, day, outreach_event_id, campaign_id",
    made: `select p.contact_id, e.day, e.id, e.campaign_id
      from outreach_event_participant as p join outreach_event as e on e.id = p.outreach_event_id
      where e.result = 'held' and e.kind <> 'internal' and p.attendance <> 'no-show'`,
    follows: null,
  },
  {
    name: "whom a campaign may see next",
    table: "person_to_see",
    of: ["audience_contact", "campaign_audience", "campaign_contact", "contact", "contact_meeting"],
    columns: "campaign_id, audience_id, last_on, contact_id, ended_on, retain_until, informed_on, is_public",
    made: "select * from person_in_sight",
    follows: null,
  },
  {
    name: "how many whom a campaign may see next are alike",
    table: "people_alike",
    of: ["person_to_see"],
    columns: "campaign_id, audience_id, last_on, ended_on, retain_until, informed_on, is_public, people",
    made: `select campaign_id, audience_id, last_on, coalesce(ended_on, ''), coalesce(retain_until, ''),
        coalesce(informed_on, ''), is_public, count(*) from person_to_see group by 1, 2, 3, 4, 5, 6, 7`,
    follows: "person_to_see",
  },
  {
    name: "events to log",
    table: "meeting_to_log",
    of: ["outreach_event", "outcome"],
    columns: "outreach_event_id, campaign_id, ends_at",
    made: `select id, campaign_id, ends_at from outreach_event as e
      where schedule <> 'cancelled' and result <> 'not held' and kind <> 'internal'
        and not exists (select 1 from outcome where outreach_event_id = e.id)`,
    follows: null,
  },
  {
    name: "how many meetings were logged",
    table: "logged_meetings",
    of: ["outcome"],
    columns: "campaign_id, meetings",
    made: "select campaign_id, count(distinct outreach_event_id) from outcome group by campaign_id",
    follows: null,
  },
  {
    name: "observations",
    table: "observation",
    of: ["outcome", "reception", "outreach_event", "feedback"],
    columns: `source_id, key_message_id, audience_id, campaign_id, day, kind,
      score, ratings, rater_account_id`,
    made: `select r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note',
        avg(r.score), count(r.score), o.officer_account_id
      from reception as r join outcome as o on o.id = r.outcome_id join outreach_event as e on e.id = o.outreach_event_id
      where r.score is not null group by r.outcome_id, r.key_message_id, r.audience_id
      union all
      select id, key_message_id, audience_id, campaign_id, day, kind, cast(score as real), 1, recorded_by from feedback`,
    follows: null,
  },
  {
    name: "sums of observations",
    table: "observation_cell",
    of: ["observation"],
    // Sums that are added to and taken from differ in their last digits.
    columns: "campaign_id, key_message_id, audience_id, n, round(total, 6), last_on",
    made: `select campaign_id, key_message_id, audience_id, count(*), round(sum(score), 6), max(day)
      from observation group by campaign_id, key_message_id, audience_id`,
    follows: "observation",
  },
  {
    name: "observations as they are packed",
    table: "observation_packed",
    of: ["observation", "observation_packed"],
    columns: "campaign_id, key_message_id, audience_id, notes",
    // Of the cells that have it: it is made when there is time for it, and stands until the cell changes.
    made: packedObservations(`exists (select 1 from observation_packed as packed
      where packed.campaign_id = note.campaign_id and packed.key_message_id = note.key_message_id
        and packed.audience_id = note.audience_id)`),
    follows: "observation",
    isPartly: true,
  },
  {
    name: "meetings that heard a message",
    table: "message_heard",
    of: ["observation", "outcome"],
    columns: "source_id, key_message_id, audience_id, campaign_id, outreach_event_id, day",
    made: `select n.source_id, n.key_message_id, n.audience_id, n.campaign_id, o.outreach_event_id, n.day
      from observation as n join outcome as o on o.id = n.source_id where n.kind = 'meeting note'`,
    follows: "observation",
  },
  {
    name: "how often audiences heard a message",
    table: "message_heard_cell",
    of: ["observation", "message_heard"],
    columns: "campaign_id, key_message_id, audience_id, meetings, reactions",
    made: `select n.campaign_id, n.key_message_id, n.audience_id, count(distinct h.outreach_event_id),
        sum(n.kind <> 'meeting note')
      from observation as n left join message_heard as h
        on h.source_id = n.source_id and h.key_message_id = n.key_message_id and h.audience_id = n.audience_id
      group by n.campaign_id, n.key_message_id, n.audience_id`,
    follows: "observation",
  },
  {
    name: "how often messages were heard",
    table: "message_use",
    of: ["message_heard"],
    columns: "campaign_id, key_message_id, meetings",
    made: `select campaign_id, key_message_id, count(distinct outreach_event_id)
      from message_heard group by campaign_id, key_message_id`,
    follows: "observation",
  },
  {
    name: "where wordings were said",
    table: "wording_said",
    of: ["reception", "outcome", "outreach_event"],
    columns: "message_revision_id, starts_at, outreach_event_id",
    made: `select distinct r.message_revision_id, e.starts_at, e.id
      from reception as r join outcome as o on o.id = r.outcome_id join outreach_event as e on e.id = o.outreach_event_id
      where r.score is not null and r.message_revision_id is not null`,
    follows: null,
  },
  {
    name: "how often objections were heard",
    table: "objection_heard",
    of: ["outcome_objection"],
    columns: "objection_id, heard, answered",
    made: OBJECTIONS_HEARD,
    follows: null,
  },
  {
    name: "when objections were last heard",
    table: "objection_last_heard",
    of: ["outcome_objection", "outcome", "outreach_event", "outreach_event_audience"],
    columns: "objection_id, audience_id, day, is_answered",
    made: OBJECTIONS_LAST_HEARD,
    follows: null,
  },
  {
    name: "editions of figures",
    table: "figure_edition",
    of: ["proof_point"],
    columns: "campaign_id, figure, proof_point_id, position, what, value, edition",
    made: `select p.campaign_id, lower(trim(each.value ->> 'what')), p.id, each.key,
        each.value ->> 'what', each.value ->> 'value', each.value ->> 'edition'
      from proof_point as p, json_each(p.figures_json) as each where p.retired_at is null and each.type = 'object'`,
    follows: null,
  },
  {
    name: "what Find looks through",
    table: "search_entry",
    of: FOUND_IN,
    columns: "kind, record_id, campaign_id, title, body",
    made: ENTRIES_TO_FIND,
    follows: null,
  },
];

/** Counted on with every change of what they are named after; a copy in memory stands while its counter does. */
export const COUNTERS = ["calendar_stamp", "observation_clock"] as const satisfies readonly Table[];

const WORDS_OF_FIND = "the words of Find";

/** The names of the copies that do not say what they are made of; the file is left as it is. */
export async function differingCopies(connection: Connection): Promise<string[]> {
  const found: string[] = [];
  for (const copy of STORED_COPIES) if (await differs(connection, copy)) found.push(copy.name);
  if (await wordsDiffer(connection)) found.push(WORDS_OF_FIND);
  return found;
}

async function differs(
  connection: Connection,
  { table, columns, made, isPartly }: StoredCopy,
): Promise<boolean> {
  const kept = `select ${columns} from ${table}`;
  const lacks = isPartly ? "" : `or exists (select * from (${made}) except select * from (${kept}))`;
  const [row] = await connection.all(
    `select exists (select * from (${kept}) except select * from (${made})) ${lacks} as differs`,
    [],
  );
  return row?.differs === 1;
}

/** Term by term, against an index of the same entries that is made in memory. */
async function wordsDiffer(connection: Connection): Promise<boolean> {
  await connection.execute(`
    create virtual table temp.search_again using fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');
    insert into temp.search_again (rowid, title, body) select id, title, body from search_entry;
    create virtual table temp.words_kept using fts5vocab ('main', 'search_text', 'col');
    create virtual table temp.words_made using fts5vocab ('temp', 'search_again', 'col');`);
  try {
    const [row] = await connection.all(
      `select exists (select * from temp.words_kept except select * from temp.words_made)
         or exists (select * from temp.words_made except select * from temp.words_kept) as differs`,
      [],
    );
    return row?.differs === 1;
  } finally {
    await connection.execute(
      "drop table temp.words_kept; drop table temp.words_made; drop table temp.search_again",
    );
  }
}

/** Makes every copy anew from the records; for a connection that writes, within one transaction of the caller's. */
export async function rebuildCopies(connection: Connection): Promise<void> {
  // What Find has lost it could not take out again.
  await connection.execute("insert into search_text (search_text) values ('rebuild')");
  // The last first: what follows another is empty before the triggers of that one fill it.
  for (const { table } of STORED_COPIES.toReversed()) await connection.execute(`delete from ${table}`);
  for (const { table, columns, made, follows } of STORED_COPIES)
    if (follows === null) await connection.execute(`insert into ${table} (${columns}) ${made}`);
}
