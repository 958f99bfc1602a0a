import type sqlite3 from "sqlite3";
import { TIDIED } from "./fill-to-full-size.ts";

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

/** As many messages and objections as that, with ten proof points of a message's own for each. */
export type LibrarySize = { messages: number };

/** As much as one page of the list shows. */
export const ONE_PAGE: LibrarySize = { messages: 20 };
/** 500 messages, 500 objections and 5,000 proof points. */
export const FULL_LIBRARY: LibrarySize = { messages: 500 };

/** Adds cleared messages with ten proof points and an objection each to the library of a campaign. */
export async function fillLibrary(
  native: Native,
  campaign: string,
  { messages }: LibrarySize,
): Promise<void> {
  const quoted = `'${campaign.replaceAll("'", "''")}'`;
  await native.exec("PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
  await native.exec(`CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    INSERT INTO number WITH RECURSIVE each(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ${messages * 10})
    SELECT n FROM each`);
  for (const statement of [...sayings(quoted, messages), ...evidence(quoted)]) await native.exec(statement);
  await native.exec(`DROP TABLE temp.number; COMMIT; ${TIDIED}; PRAGMA wal_checkpoint(TRUNCATE)`);
}

function sayings(campaign: string, messages: number): string[] {
  const author = `(SELECT account_id FROM campaign_role WHERE campaign_id = ${campaign} AND role = 'officer' ORDER BY account_id LIMIT 1)`;
  const each = `FROM number WHERE n <= ${messages}`;
  return [
    `INSERT INTO key_message (id, campaign_id, number) SELECT printf('message%013d', n), ${campaign}, n + 100 ${each}`,
    `INSERT INTO message_revision (id, key_message_id, number, title, statement, talking_point, avoid, text_hash, reason, made_by, made_at)
     SELECT printf('revision%012d', n), printf('message%013d', n), 1, printf('Message %d of many', n),
       'Europeans carry more of their own defence, and the tie stays.', printf('Point %d, said in one breath.', n),
       'Never say that Europe is getting ready for an exit.', printf('hash%d', n), 'First wording', ${author}, '2026-01-05T12:00:00.000Z' ${each}`,
    `INSERT INTO clearance (id, campaign_id, subject_kind, subject_id, text_hash, content_json, authority, manner, cleared_by, cleared_at)
     SELECT printf('clearance%011d', n), ${campaign}, 'message revision', printf('revision%012d', n), printf('hash%d', n), '{}',
       'ministry', 'by a person', ${author}, '2026-01-07T12:00:00.000Z' ${each}`,
    `INSERT INTO objection (id, campaign_id, code, name, says, words_to_say, note_to_speaker)
     SELECT printf('objection%011d', n), ${campaign}, printf('O%d', n + 100), printf('Objection %d', n),
       'You will not stay the course.', 'The budgets have grown for a decade.', 'Admit the late start.' ${each}`,
    `INSERT INTO message_objection (id, key_message_id, objection_id, position)
     SELECT printf('against%013d', n), printf('message%013d', n), printf('objection%011d', n), 0 ${each}`,
  ];
}

function evidence(campaign: string): string[] {
  return [
    `INSERT INTO source (id, campaign_id, code, title, publisher, kind)
     SELECT printf('source%014d', n), ${campaign}, printf('S%d', n + 1000), printf('Report %d', n), 'NATO', 'report' FROM number`,
    `INSERT INTO proof_point (id, campaign_id, code, claim, as_of, edition, checked_on, review_by, disclosure)
     SELECT printf('proof%015d', n), ${campaign}, printf('P%d', n + 1000), printf('Spending rose by %d per cent.', n % 40),
       '2025', 'June 2026', '2026-06-01', date('now', printf('%d days', n % 900 - 3)), 'free to use' FROM number`,
    `INSERT INTO proof_point_source (id, proof_point_id, source_id, position)
     SELECT printf('of%018d', n), printf('proof%015d', n), printf('source%014d', n), 0 FROM number`,
    `INSERT INTO message_proof_point (id, key_message_id, proof_point_id, position)
     SELECT printf('stands%014d', n), printf('message%013d', (n - 1) / 10 + 1), printf('proof%015d', n), (n - 1) % 10 FROM number`,
  ];
}
