/** Whether another note of the same meeting already counts for what `where` names. */
const isOther = (row: string, within: string, other: string) => `
  FROM message_heard other WHERE other.campaign_id = ${row}.campaign_id AND other.key_message_id = ${row}.key_message_id
    AND ${within} other.day = ${row}.day AND other.outreach_event_id = ${row}.outreach_event_id AND (${other})`;

const sameAudience = (row: string) =>
  isOther(row, `other.audience_id = ${row}.audience_id AND`, `other.source_id <> ${row}.source_id`);
const sameMessage = (row: string) =>
  isOther(row, "", `other.source_id <> ${row}.source_id OR other.audience_id <> ${row}.audience_id`);

/**
 * How many meetings heard each message, with each audience and in all, however many officers logged them; how many
 * reactions came in outside meetings; how often each audience was met. Kept by triggers from the tables that 0008 and
 * 0028 keep. The indexes let what happened in a period be read without the rest.
 */
export const coverageCounts = {
  name: "0034-coverage-counts",
  sql: `
CREATE TABLE message_heard (
  source_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (source_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_heard_of_cell ON message_heard (campaign_id, key_message_id, audience_id, day, outreach_event_id);
CREATE INDEX message_heard_of_message ON message_heard (campaign_id, key_message_id, day, outreach_event_id);

CREATE TABLE message_heard_cell (
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  meetings INTEGER NOT NULL DEFAULT 0,
  reactions INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_use (
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, key_message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audience_met (
  campaign_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER message_heard_added AFTER INSERT ON message_heard BEGIN
  INSERT INTO message_heard_cell (campaign_id, key_message_id, audience_id, meetings)
  SELECT new.campaign_id, new.key_message_id, new.audience_id, 1 WHERE NOT EXISTS (SELECT 1 ${sameAudience("new")})
  ON CONFLICT DO UPDATE SET meetings = meetings + 1;
  INSERT INTO message_use
  SELECT new.campaign_id, new.key_message_id, 1 WHERE NOT EXISTS (SELECT 1 ${sameMessage("new")})
  ON CONFLICT DO UPDATE SET meetings = meetings + 1;
END;
CREATE TRIGGER message_heard_removed AFTER DELETE ON message_heard BEGIN
  UPDATE message_heard_cell SET meetings = meetings - 1
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id
    AND NOT EXISTS (SELECT 1 ${sameAudience("old")});
  DELETE FROM message_heard_cell WHERE meetings = 0 AND reactions = 0
    AND campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  UPDATE message_use SET meetings = meetings - 1
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND NOT EXISTS (SELECT 1 ${sameMessage("old")});
  DELETE FROM message_use WHERE meetings = 0 AND campaign_id = old.campaign_id AND key_message_id = old.key_message_id;
END;

CREATE TRIGGER message_heard_noted AFTER INSERT ON observation WHEN new.kind = 'meeting note' BEGIN
  INSERT INTO message_heard
  SELECT new.source_id, new.key_message_id, new.audience_id, new.campaign_id, o.outreach_event_id, new.day
  FROM outcome o WHERE o.id = new.source_id;
END;
CREATE TRIGGER message_heard_taken_back AFTER DELETE ON observation WHEN old.kind = 'meeting note' BEGIN
  DELETE FROM message_heard WHERE source_id = old.source_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
END;
CREATE TRIGGER reaction_counted AFTER INSERT ON observation WHEN new.kind <> 'meeting note' BEGIN
  INSERT INTO message_heard_cell (campaign_id, key_message_id, audience_id, reactions)
  VALUES (new.campaign_id, new.key_message_id, new.audience_id, 1)
  ON CONFLICT DO UPDATE SET reactions = reactions + 1;
END;
CREATE TRIGGER reaction_taken_back AFTER DELETE ON observation WHEN old.kind <> 'meeting note' BEGIN
  UPDATE message_heard_cell SET reactions = reactions - 1
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  DELETE FROM message_heard_cell WHERE meetings = 0 AND reactions = 0
    AND campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
END;
INSERT INTO message_heard
SELECT n.source_id, n.key_message_id, n.audience_id, n.campaign_id, o.outreach_event_id, n.day
FROM observation n JOIN outcome o ON o.id = n.source_id WHERE n.kind = 'meeting note';
INSERT INTO message_heard_cell (campaign_id, key_message_id, audience_id, reactions)
SELECT campaign_id, key_message_id, audience_id, count(*) FROM observation WHERE kind <> 'meeting note'
GROUP BY campaign_id, key_message_id, audience_id
ON CONFLICT DO UPDATE SET reactions = excluded.reactions;

CREATE TRIGGER audience_met_added AFTER INSERT ON audience_meeting BEGIN
  INSERT INTO audience_met VALUES (new.campaign_id, new.audience_id, 1) ON CONFLICT DO UPDATE SET meetings = meetings + 1;
END;
CREATE TRIGGER audience_met_removed AFTER DELETE ON audience_meeting BEGIN
  UPDATE audience_met SET meetings = meetings - 1 WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id;
  DELETE FROM audience_met WHERE meetings = 0 AND campaign_id = old.campaign_id AND audience_id = old.audience_id;
END;
INSERT INTO audience_met SELECT campaign_id, audience_id, count(*) FROM audience_meeting WHERE true GROUP BY campaign_id, audience_id;

CREATE INDEX outreach_event_in_period ON outreach_event (campaign_id, day, kind, schedule, result, ends_at);
CREATE INDEX outcome_first_logged ON outcome (outreach_event_id, logged_at, officer_account_id);
CREATE INDEX follow_up_due ON follow_up (campaign_id, due_on, promised_by, done_at);
CREATE INDEX clearance_in_period ON clearance (campaign_id, subject_kind, cleared_at);
CREATE INDEX clearance_request_in_period ON clearance_request (campaign_id, subject_kind, sent_at);
`,
} as const;
