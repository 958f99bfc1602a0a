/** The ratings of one outcome for one message and audience, as one observation; nothing where none is left. */
const ofOutcome = (outcome: string, message: string, audience: string) => `
  DELETE FROM observation WHERE source_id = ${outcome} AND key_message_id = ${message} AND audience_id = ${audience};
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note', avg(r.score), count(r.score), o.officer_account_id
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = ${outcome} AND r.key_message_id = ${message} AND r.audience_id = ${audience} AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;`;

const ofFeedback = (row: string) => `
  INSERT INTO observation VALUES (${row}.id, ${row}.key_message_id, ${row}.audience_id, ${row}.campaign_id, ${row}.day,
    ${row}.kind, ${row}.score, 1, ${row}.recorded_by);`;

/**
 * Reactions outside a meeting count as observations beside those of meetings. The derived table says of each which kind
 * it is and who rated, and is filled anew; its sums by cell follow by their own triggers.
 */
export const feedback = {
  name: "0028-feedback",
  sql: `
CREATE TABLE feedback (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('written reply', 'public statement', 'vote or co-signature', 'adopted text', 'media mention', 'survey answer')),
  day TEXT NOT NULL,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN -2 AND 2),
  words TEXT NOT NULL,
  link TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  recorded_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX feedback_of_campaign ON feedback (campaign_id, day);
CREATE INDEX feedback_of_audience ON feedback (audience_id, campaign_id, day);
CREATE INDEX feedback_of_message ON feedback (key_message_id, day);
CREATE INDEX feedback_of_contact ON feedback (contact_id) WHERE contact_id IS NOT NULL;

DROP TRIGGER observation_reception_added;
DROP TRIGGER observation_reception_removed;
DROP TRIGGER observation_reception_changed;
DROP TRIGGER observation_day_changed;
DROP TABLE observation;
DELETE FROM observation_cell;

CREATE TABLE observation (
  source_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  ratings INTEGER NOT NULL,
  rater_account_id TEXT NOT NULL,
  PRIMARY KEY (source_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_of_cell ON observation (campaign_id, key_message_id, audience_id, day, source_id, kind, score, ratings, rater_account_id);
CREATE INDEX observation_of_audience ON observation (audience_id, campaign_id, day);

CREATE TRIGGER observation_cell_added AFTER INSERT ON observation BEGIN
  INSERT INTO observation_cell VALUES (new.campaign_id, new.key_message_id, new.audience_id, 1, new.score, new.day)
  ON CONFLICT DO UPDATE SET n = n + 1, total = total + excluded.total, last_on = max(last_on, excluded.last_on);
END;
CREATE TRIGGER observation_cell_removed AFTER DELETE ON observation BEGIN
  UPDATE observation_cell SET n = n - 1, total = total - old.score, last_on = coalesce((
    SELECT max(o.day) FROM observation o WHERE o.campaign_id = old.campaign_id
      AND o.key_message_id = old.key_message_id AND o.audience_id = old.audience_id), '')
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  DELETE FROM observation_cell WHERE n = 0 AND campaign_id = old.campaign_id
    AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
END;

INSERT INTO observation
SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note', avg(r.score), count(r.score), o.officer_account_id
FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
WHERE r.score IS NOT NULL
GROUP BY r.outcome_id, r.key_message_id, r.audience_id;

CREATE TRIGGER observation_reception_added AFTER INSERT ON reception WHEN new.score IS NOT NULL BEGIN ${ofOutcome("new.outcome_id", "new.key_message_id", "new.audience_id")}
END;
CREATE TRIGGER observation_reception_removed AFTER DELETE ON reception WHEN old.score IS NOT NULL BEGIN ${ofOutcome("old.outcome_id", "old.key_message_id", "old.audience_id")}
END;
CREATE TRIGGER observation_reception_changed AFTER UPDATE OF score, key_message_id, audience_id ON reception BEGIN ${ofOutcome("old.outcome_id", "old.key_message_id", "old.audience_id")} ${ofOutcome("new.outcome_id", "new.key_message_id", "new.audience_id")}
END;
CREATE TRIGGER observation_day_changed AFTER UPDATE OF day ON outreach_event WHEN old.day <> new.day BEGIN
  DELETE FROM observation WHERE source_id IN (SELECT id FROM outcome WHERE outreach_event_id = new.id);
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, new.day, 'meeting note', avg(r.score), count(r.score), o.officer_account_id
  FROM outcome o JOIN reception r ON r.outcome_id = o.id
  WHERE o.outreach_event_id = new.id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;

CREATE TRIGGER observation_feedback_added AFTER INSERT ON feedback BEGIN ${ofFeedback("new")}
END;
CREATE TRIGGER observation_feedback_removed AFTER DELETE ON feedback BEGIN
  DELETE FROM observation WHERE source_id = old.id;
END;
CREATE TRIGGER observation_feedback_changed AFTER UPDATE OF kind, day, key_message_id, audience_id, score ON feedback BEGIN
  DELETE FROM observation WHERE source_id = old.id; ${ofFeedback("new")}
END;
`,
} as const;
