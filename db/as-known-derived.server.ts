import { OBJECTIONS_HEARD, OBJECTIONS_LAST_HEARD } from "./copies.server.ts";

/** Figures that triggers keep beside the records, and that the records as known are read with. */
export const DERIVED = [
  "observation",
  "observation_cell",
  "audience_meeting",
  "objection_heard",
  "objection_last_heard",
] as const;

/**
 * The derived figures for records as they stood, beside the views of these: of what nothing has touched they are read
 * where they are, and the others are worked out again by the rules of migrations 0008, 0010, 0012 and 0028. A cell that
 * was touched has the stamp −1.
 */
export const derivedAsKnown = `
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
  from (select * from outreach_event where id in (select id from temp.moved_event) and result = 'held') as e
  join (select * from outreach_event_audience where outreach_event_id in (select id from temp.moved_event)) as a
    on a.outreach_event_id = e.id;
create temp view audience_meeting as
  select audience_id, day, outreach_event_id, campaign_id from live.audience_meeting as present
    where not exists (select 1 from temp.moved_event where id = present.outreach_event_id)
  union all select audience_id, day, outreach_event_id, campaign_id from main.audience_meeting;

create temp view objection_heard as ${OBJECTIONS_HEARD};
create temp view objection_last_heard as ${OBJECTIONS_LAST_HEARD};
`;
