import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { growth } from "./full-size.ts";
import type { Rows } from "./row.ts";

const TARGET = 1.5;
const FEW = 50;
const MANY = 5000;

/**
 * Whom to see next with 5,000 more contacts in the campaign's audiences, and with 50. The twenty that are shown are as
 * many in both; everybody is ranked in both, a hundred times as many. A third of them have been met.
 */
export async function* nextOutreachPage(bench: Bench): Rows {
  const sizes = { large: await fileWith(bench, MANY), small: await fileWith(bench, FEW), target: TARGET };
  const name = `next outreach, ${MANY} contacts against ${FEW}`;
  yield* growth(bench, sizes, [{ name, path: `/c/${bench.campaign}/reports/next-outreach` }]);
}

async function fileWith(bench: Bench, contacts: number): Promise<string> {
  const path = join(bench.folder, `next-outreach-${contacts}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillContacts(native, bench.campaign, contacts);
  await native.close();
  return path;
}

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

/** Spreads them over the audiences of the campaign; every third takes part in an event that was held. */
export async function fillContacts(native: Native, campaign: string, contacts: number): Promise<void> {
  const of = `'${campaign.replaceAll("'", "''")}'`;
  await native.exec(`PRAGMA synchronous = OFF; BEGIN IMMEDIATE;
    CREATE TEMP TABLE audiences AS SELECT row_number() OVER (ORDER BY audience_id) - 1 AS n, audience_id
      FROM campaign_audience WHERE campaign_id = ${of} AND ended_on IS NULL;
    CREATE TEMP TABLE held AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id
      FROM outreach_event WHERE campaign_id = ${of} AND result = 'held';
    CREATE TEMP TABLE filled AS WITH RECURSIVE count(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n + 1 < ${contacts})
      SELECT n, 'filled' || n AS id FROM count;
    INSERT INTO contact (id, name, sort_name, purpose, source) SELECT id, 'Person ' || n, 'person ' || n, 'mapping', 'filled' FROM filled;
    INSERT INTO campaign_contact (id, campaign_id, contact_id) SELECT 'c' || id, ${of}, id FROM filled;
    INSERT INTO audience_contact (id, audience_id, contact_id) SELECT 'a' || filled.id, audiences.audience_id, filled.id
      FROM filled JOIN audiences ON audiences.n = filled.n % (SELECT count(*) FROM audiences);
    INSERT INTO outreach_event_participant (id, outreach_event_id, contact_id, reply, attendance)
      SELECT 'p' || filled.id, held.id, filled.id, 'accepted', 'attended'
      FROM filled JOIN held ON held.n = filled.n % (SELECT count(*) FROM held) WHERE filled.n % 3 = 0;
    DROP TABLE temp.audiences; DROP TABLE temp.held; DROP TABLE temp.filled; COMMIT`);
}
