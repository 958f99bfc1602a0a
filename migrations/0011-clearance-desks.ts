const SUBJECTS =
  "subject_kind IN ('message revision', 'framing revision', 'objection', 'talking points', 'holding line')";

/** Who must agree, desk by desk; silence and release as manners of clearance; comments on a paper. */
export const clearanceDesks = {
  name: "0011-clearance-desks",
  sql: `
ALTER TABLE campaign ADD COLUMN silence_is_agreement INTEGER NOT NULL DEFAULT 0 CHECK (silence_is_agreement IN (0, 1));
ALTER TABLE campaign ADD COLUMN head_of_mission_account_id TEXT REFERENCES account ON DELETE SET NULL;

CREATE TABLE clearance_desk (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  name TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('embassy', 'ministry')),
  holder_account_id TEXT REFERENCES account ON DELETE SET NULL,
  deputy_account_id TEXT REFERENCES account ON DELETE SET NULL,
  away_from TEXT,
  away_until TEXT,
  country TEXT NOT NULL,
  zone TEXT NOT NULL,
  asked_by_default TEXT NOT NULL CHECK (asked_by_default IN ('clear', 'inform', 'not asked')),
  is_asked_for_holding_lines INTEGER NOT NULL DEFAULT 1 CHECK (is_asked_for_holding_lines IN (0, 1)),
  position INTEGER NOT NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clearance_desk_of_campaign ON clearance_desk (campaign_id, position);
INSERT INTO clearance_desk (id, campaign_id, name, side, country, zone, asked_by_default, position)
SELECT lower(hex(randomblob(10))), id, 'Embassy', 'embassy', 'US', 'America/New_York', 'clear', 0 FROM campaign;
INSERT INTO clearance_desk (id, campaign_id, name, side, country, zone, asked_by_default, position)
SELECT lower(hex(randomblob(10))), campaign.id, 'Ministry desk', 'ministry', home_country, home_zone, 'clear', 1
FROM campaign JOIN installation;

CREATE TABLE clearance_as_made (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  subject_kind TEXT NOT NULL CHECK (${SUBJECTS}),
  subject_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  content_json TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('embassy', 'ministry')),
  manner TEXT NOT NULL CHECK (manner IN ('by a person', 'by silence', 'released by the head of mission')),
  answers_json TEXT NOT NULL DEFAULT '[]',
  is_own_draft INTEGER NOT NULL DEFAULT 0 CHECK (is_own_draft IN (0, 1)),
  cleared_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  cleared_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO clearance_as_made (id, campaign_id, subject_kind, subject_id, text_hash, content_json, authority, manner, is_own_draft, cleared_by, cleared_at, version)
SELECT id, campaign_id, subject_kind, subject_id, text_hash, content_json, authority, manner, is_own_draft, cleared_by, cleared_at, version
FROM clearance;
DROP TABLE clearance;
ALTER TABLE clearance_as_made RENAME TO clearance;
CREATE INDEX clearance_of_subject ON clearance (subject_kind, subject_id, cleared_at);

-- What a desk was asked about one exact text, and what it answered. Until asked_at it waits for the embassy's word.
-- Every sending of a text to the desks has the next number.
CREATE TABLE clearance_request_to_desk (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  subject_kind TEXT NOT NULL CHECK (${SUBJECTS}),
  subject_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('embassy', 'ministry')),
  clearance_desk_id TEXT NOT NULL REFERENCES clearance_desk ON DELETE RESTRICT,
  asks TEXT NOT NULL DEFAULT 'clear' CHECK (asks IN ('clear', 'inform')),
  since_clearance_id TEXT REFERENCES clearance ON DELETE SET NULL,
  sending INTEGER NOT NULL CHECK (sending >= 1),
  sent_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  sent_at TEXT NOT NULL,
  asked_at TEXT,
  due_at TEXT,
  silence_at TEXT,
  answer TEXT CHECK (answer IN ('cleared', 'returned', 'withdrawn')),
  answer_manner TEXT CHECK (answer_manner IN ('by a person', 'by silence')),
  answer_reason TEXT NOT NULL DEFAULT '',
  answered_by TEXT REFERENCES account ON DELETE RESTRICT,
  answered_for TEXT REFERENCES account ON DELETE RESTRICT,
  answered_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO clearance_request_to_desk (id, campaign_id, subject_kind, subject_id, text_hash, authority, clearance_desk_id, sending, sent_by, sent_at, asked_at, due_at, answer, answer_manner, answer_reason, answered_by, answered_at, version)
SELECT earlier.id, earlier.campaign_id, subject_kind, subject_id, text_hash, authority, desk.id, max(1, (
  SELECT count(*) FROM clearance_request AS sent
  WHERE sent.subject_kind = earlier.subject_kind AND sent.subject_id = earlier.subject_id
    AND sent.authority = 'embassy' AND sent.sent_at <= earlier.sent_at)), sent_by, sent_at, sent_at, due_at, answer, CASE WHEN answer = 'cleared' THEN 'by a person' END, answer_reason, answered_by, answered_at, earlier.version
FROM clearance_request AS earlier JOIN clearance_desk AS desk ON desk.campaign_id = earlier.campaign_id AND desk.side = earlier.authority;
DROP TABLE clearance_request;
ALTER TABLE clearance_request_to_desk RENAME TO clearance_request;
CREATE INDEX clearance_request_of_subject ON clearance_request (subject_kind, subject_id, sent_at);
CREATE INDEX clearance_request_open ON clearance_request (campaign_id, authority, due_at) WHERE answered_at IS NULL;
CREATE INDEX clearance_request_silent ON clearance_request (silence_at) WHERE answered_at IS NULL AND silence_at IS NOT NULL;

-- Who of a desk has opened the text first. No part of the history: it names the request without holding on to it, so
-- that a sending can be undone although somebody has begun to read.
CREATE TABLE clearance_reading (
  id TEXT PRIMARY KEY,
  clearance_request_id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  opened_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE clearance_report (
  id TEXT PRIMARY KEY,
  clearance_id TEXT NOT NULL UNIQUE REFERENCES clearance ON DELETE RESTRICT,
  reported_on TEXT NOT NULL,
  reported_to TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE clearance_comment (
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  talking_points_block_id TEXT REFERENCES talking_points_block ON DELETE SET NULL,
  answers_comment_id TEXT REFERENCES clearance_comment ON DELETE CASCADE,
  quote TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  resolved_by TEXT REFERENCES account ON DELETE RESTRICT,
  resolved_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clearance_comment_of_paper ON clearance_comment (talking_points_id, made_at);
`,
} as const;
