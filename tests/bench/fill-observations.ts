import type sqlite3 from "sqlite3";
import { TIDIED } from "./fill-to-full-size.ts";

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

const FEW_MESSAGES = 5;
const AUDIENCES = 10;
const RATERS = 5;
/** Of the observations a fifth are notes of meetings, two for each message; the others are answers to surveys. */
const AUDIENCES_OF_A_MEETING = 2;
const MEETING_EVERY = 5;
/** The span over which notes lie, up to today. */
const DAYS = 500;

/**
 * Adds so many observations to a campaign: 10 audiences for each message and 5 raters, over 500 days. They are
 * made of outcomes and of reactions outside meetings, and the product's own triggers derive them, so that records and
 * figures agree. Another number gives the same cells.
 */
export async function fillObservations(
  native: Native,
  campaign: string,
  count: number,
  messages = FEW_MESSAGES,
): Promise<void> {
  const quoted = `'${campaign.replaceAll("'", "''")}'`;
  await native.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE");
  await native.exec(places(quoted));
  for (const statement of [
    ...numbered(quoted, messages),
    ...meetings(quoted, count, messages),
    reactions(quoted, count, messages),
  ])
    await native.exec(statement);
  await native.exec(
    "DROP TABLE temp.place_message; DROP TABLE temp.place_audience; DROP TABLE temp.place_rater",
  );
  await native.exec("COMMIT");
  await native.exec(TIDIED);
  await native.exec("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA cache_size = -2000");
}

/** Which message, audience and rater stands at each place. */
function places(campaign: string): string {
  return `CREATE TEMP TABLE place_audience AS SELECT row_number() OVER (ORDER BY position, audience_id) - 1 AS place, audience_id
      FROM campaign_audience WHERE campaign_id = ${campaign} AND ended_on IS NULL LIMIT ${AUDIENCES};
    CREATE TEMP TABLE place_rater AS SELECT row_number() OVER (ORDER BY rates DESC, account_id) - 1 AS place, account_id FROM (
      SELECT account_id, EXISTS (SELECT 1 FROM outcome WHERE officer_account_id = account_id AND campaign_id = ${campaign}) AS rates
      FROM campaign_role WHERE campaign_id = ${campaign}) LIMIT ${RATERS};
    CREATE TEMP TABLE place_message (place INTEGER, key_message_id TEXT)`;
}

/** As many messages as are missing, and then each in its place. */
function numbered(campaign: string, messages: number): string[] {
  const missing = `${each(messages)} SELECT n FROM each
    WHERE n NOT IN (SELECT number FROM key_message WHERE campaign_id = ${campaign})`;
  return [
    `INSERT INTO key_message (id, campaign_id, number)
     SELECT printf('filled%014d', n), ${campaign}, n FROM (${missing})`,
    `INSERT INTO message_revision (id, key_message_id, number, title, statement, talking_point, avoid, text_hash, reason, made_by, made_at)
     SELECT printf('filled%014d', number), id, 1, printf('Message %d', number), 'A statement.', 'A point.', '', printf('%064d', number),
       'first', (SELECT account_id FROM temp.place_rater LIMIT 1), '2025-07-01T12:00:00.000Z' FROM key_message WHERE id GLOB 'filled*'`,
    `INSERT INTO temp.place_message SELECT number - 1, id FROM key_message WHERE campaign_id = ${campaign} AND number <= ${messages}`,
  ];
}

function each(count: number): string {
  return `WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ${count})`;
}

/** A meeting has two audiences, all messages are used in it, and one officer rates it. */
function meetings(campaign: string, count: number, messages: number): string[] {
  const held = Math.max(1, Math.round(count / (messages * AUDIENCES_OF_A_MEETING) / MEETING_EVERY));
  const day = `date('now', printf('-%d days', ${DAYS} - n * ${DAYS} / ${held}))`;
  return [
    `INSERT INTO outreach_event (id, campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day,
       schedule, result, ground_rule, handling, owner_account_id, planned_at)
     ${each(held)}
     SELECT printf('meeting%013d', n), ${campaign}, printf('Briefing %d', n), 'briefing', ${day} || 'T10:00', ${day} || 'T10:30',
       'America/New_York', ${day} || 'T15:00:00.000Z', ${day} || 'T15:30:00.000Z', ${day}, 'confirmed', 'held', 'background',
       'TLP:AMBER', account_id, ${day} || 'T12:00:00.000Z'
     FROM each JOIN temp.place_rater ON place = (n * 7) % ${RATERS}`,
    `INSERT INTO outreach_event_audience (id, outreach_event_id, audience_id)
     ${each(held)}
     SELECT printf('heard%014d-%d', n, which), printf('meeting%013d', n), audience_id
     FROM each JOIN (SELECT 0 AS which UNION SELECT 5) JOIN temp.place_audience ON place = (n + which) % ${AUDIENCES}`,
    `INSERT INTO outcome (id, campaign_id, outreach_event_id, officer_account_id, said, ground_rule, handling, logged_at)
     ${each(held)}
     SELECT printf('outcome%013d', n), ${campaign}, id, owner_account_id, '', 'background', 'TLP:AMBER', ends_at
     FROM each JOIN outreach_event ON id = printf('meeting%013d', n)`,
    `INSERT INTO reception (id, outcome_id, key_message_id, audience_id, scope, score, wording, message_revision_id)
     ${each(held)}
     SELECT printf('reception%011d-%d-%s', n, place, substr(heard.id, 21)), printf('outcome%013d', n), key_message_id, heard.audience_id,
       'audience', (n * 13 + place * 5) % 5 - 2, 'as written',
       (SELECT r.id FROM message_revision r WHERE r.key_message_id = message.key_message_id ORDER BY r.number DESC LIMIT 1)
     FROM each JOIN temp.place_message AS message
     JOIN outreach_event_audience AS heard ON heard.outreach_event_id = printf('meeting%013d', n)`,
  ];
}

/** One in three is a yes and one in nine a no, so that levels differ; the place of the cell and the rater take turns. */
function reactions(campaign: string, count: number, messages: number): string {
  const many = count - Math.round(count / MEETING_EVERY);
  return `INSERT INTO feedback (id, campaign_id, kind, day, key_message_id, audience_id, score, words, recorded_by, recorded_at)
    ${each(many)}
    SELECT printf('reaction%012d', n), ${campaign}, 'survey answer',
      date('now', printf('-%d days', ${DAYS} - n * ${DAYS} / ${many})), key_message_id, audience_id,
      (n * 7919 / 64) % 5 - 2, 'Answered.', account_id, strftime('%Y-%m-%dT20:00:00.000Z', 'now', printf('-%d days', ${DAYS} - n * ${DAYS} / ${many}))
    FROM each
    JOIN temp.place_message AS message ON message.place = n % ${messages}
    JOIN temp.place_audience AS audience ON audience.place = n / ${messages} % ${AUDIENCES}
    JOIN temp.place_rater AS rater ON rater.place = n / ${messages * AUDIENCES} % ${RATERS}`;
}

/** One more meeting today with one audience, in which one message was used and rated by one officer. */
export async function addOneOutcome(native: Native, campaign: string, number: number): Promise<void> {
  const id = `one-more-${number}`;
  const quoted = `'${campaign.replaceAll("'", "''")}'`;
  await native.exec(`BEGIN IMMEDIATE;
    INSERT INTO outreach_event (id, campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day,
      schedule, result, ground_rule, handling, owner_account_id, planned_at)
    SELECT '${id}', campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day, schedule, result,
      ground_rule, handling, owner_account_id, planned_at FROM outreach_event WHERE id = printf('meeting%013d', ${number + 1});
    INSERT INTO outreach_event_audience (id, outreach_event_id, audience_id)
    SELECT '${id}', '${id}', audience_id FROM outreach_event_audience WHERE outreach_event_id = printf('meeting%013d', ${number + 1}) LIMIT 1;
    INSERT INTO outcome (id, campaign_id, outreach_event_id, officer_account_id, said, ground_rule, handling, logged_at)
    SELECT '${id}', ${quoted}, '${id}', owner_account_id, '', 'background', 'TLP:AMBER', ends_at FROM outreach_event WHERE id = '${id}';
    INSERT INTO reception (id, outcome_id, key_message_id, audience_id, scope, score, wording, message_revision_id)
    SELECT '${id}', '${id}', r.key_message_id, a.audience_id, 'audience', 1, 'as written', r.message_revision_id
    FROM outreach_event_audience a JOIN reception r ON r.audience_id = a.audience_id AND r.outcome_id = printf('outcome%013d', ${number + 1})
    WHERE a.outreach_event_id = '${id}' LIMIT 1;
    COMMIT`);
}
