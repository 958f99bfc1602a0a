import type sqlite3 from "sqlite3";

const EVENTS = 20_000;
const CONTACTS = 5_000;
/** Of each event: one for each of three messages for the room, and two of single people. */
const RECEPTIONS_OF_AN_EVENT = 5;

/** What the product does once a day. */
export const TIDIED = "INSERT INTO search_text (search_text) VALUES ('optimize')";

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

/**
 * Adds ten years of held and logged events before the sample begins to be read: 20,000 events, 5,000 contacts and
 * 100,000 receptions of the campaign's own audiences and messages. What the pages show stays as much as it was.
 */
export async function fillToFullSize(native: Native, campaign: string): Promise<void> {
  const quoted = `'${campaign.replaceAll("'", "''")}'`;
  await native.exec("PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
  await native.exec(numbers());
  for (const statement of [...people(quoted), ...events(quoted), ...outcomes(quoted)]) {
    await native.exec(statement);
  }
  // No ANALYZE: the product never asks SQLite to count its tables, so its plans are made without.
  await native.exec("DROP TABLE temp.number; COMMIT");
  await native.exec(TIDIED);
  await native.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

function numbers(): string {
  return `CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    INSERT INTO number WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ${EVENTS})
    SELECT n FROM each`;
}

function people(campaign: string): string[] {
  return [
    `INSERT INTO contact (id, name, sort_name, purpose, source)
     SELECT printf('person%014d', n), printf('Person %d', n), printf('person %05d', n), 'mapping', 'benchmark'
     FROM number WHERE n <= ${CONTACTS}`,
    `INSERT INTO campaign_contact (id, campaign_id, contact_id)
     SELECT printf('belongs%013d', n), ${campaign}, printf('person%014d', n) FROM number WHERE n <= ${CONTACTS}`,
  ];
}

function events(campaign: string): string[] {
  // One event every four hours, counted back from before the campaign began: its reports count from that day on.
  const begun = `(SELECT min(starts_on, date('now', '-400 days')) FROM campaign WHERE id = ${campaign})`;
  const day = `date(${begun}, printf('-%d hours', n * 4))`;
  return [
    `INSERT INTO outreach_event (id, campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day,
       schedule, result, ground_rule, handling, owner_account_id, planned_at)
     SELECT printf('event%015d', n), ${campaign}, printf('Briefing %d', n), 'briefing',
       ${day} || 'T10:00', ${day} || 'T10:30', 'America/New_York',
       ${day} || 'T15:00:00.000Z', ${day} || 'T15:30:00.000Z', ${day}, 'confirmed', 'held', 'background', 'TLP:AMBER',
       (SELECT account_id FROM campaign_role WHERE campaign_id = ${campaign} AND role = 'officer' ORDER BY account_id LIMIT 1),
       ${day} || 'T12:00:00.000Z'
     FROM number`,
    `INSERT INTO outreach_event_audience (id, outreach_event_id, audience_id)
     SELECT printf('heard%015d', n), printf('event%015d', n), audience_id FROM number JOIN (${audiences(campaign)}) ON place = n % many`,
    `INSERT INTO outreach_event_message (id, outreach_event_id, key_message_id, position)
     SELECT printf('said%d-%013d', number, n), printf('event%015d', n), id, number FROM number, (${messages(campaign)})`,
    `INSERT INTO outreach_event_participant (id, outreach_event_id, contact_id, reply, attendance)
     SELECT printf('there%d-%012d', which, n), printf('event%015d', n), printf('person%014d', 1 + (n * 7 + which) % ${CONTACTS}),
       'accepted', 'attended' FROM number, (SELECT 1 AS which UNION SELECT 2)`,
    `INSERT INTO outreach_event_officer (id, outreach_event_id, account_id)
     SELECT printf('our%017d', n), id, owner_account_id FROM number JOIN outreach_event ON id = printf('event%015d', n)`,
  ];
}

function outcomes(campaign: string): string[] {
  return [
    `INSERT INTO outcome (id, campaign_id, outreach_event_id, officer_account_id, said, ground_rule, handling, logged_at)
     SELECT printf('outcome%013d', n), ${campaign}, id, owner_account_id, printf('What was said at briefing %d.', n),
       'background', 'TLP:AMBER', ends_at FROM number JOIN outreach_event ON id = printf('event%015d', n)`,
    `INSERT INTO reception (id, outcome_id, key_message_id, audience_id, contact_id, scope, score, wording, message_revision_id)
     SELECT printf('reception%d-%09d', which, n), printf('outcome%013d', n), message.id, heard.audience_id,
       CASE WHEN which > 3 THEN printf('person%014d', 1 + (n * 7 + which - 3) % ${CONTACTS}) END,
       CASE WHEN which > 3 THEN 'contact' ELSE 'room' END, (n * 13 + which * 5) % 5 - 2, 'as written', message.revision
     FROM number
     JOIN (SELECT value AS which FROM json_each('[1,2,3,4,5]')) ON which <= ${RECEPTIONS_OF_AN_EVENT}
     JOIN (${messages(campaign)}) AS message ON message.number = CASE WHEN which > 3 THEN 1 ELSE which END
     JOIN outreach_event_audience AS heard ON heard.outreach_event_id = printf('event%015d', n)`,
    `INSERT INTO follow_up (id, campaign_id, outreach_event_id, outcome_id, text, promised_by, due_on, done_at, done_by)
     SELECT printf('promise%013d', n), ${campaign}, id, printf('outcome%013d', n), printf('Send paper %d', n), 'us', day,
       ends_at, owner_account_id FROM number JOIN outreach_event ON id = printf('event%015d', n) WHERE n % 2 = 0`,
  ];
}

function audiences(campaign: string): string {
  return `SELECT audience_id, row_number() OVER (ORDER BY audience_id) - 1 AS place, count(*) OVER () AS many
    FROM campaign_audience WHERE campaign_id = ${campaign}`;
}

function messages(campaign: string): string {
  return `SELECT m.id, m.number, (SELECT r.id FROM message_revision r WHERE r.key_message_id = m.id ORDER BY r.number DESC LIMIT 1) AS revision
    FROM key_message m WHERE m.campaign_id = ${campaign}`;
}
