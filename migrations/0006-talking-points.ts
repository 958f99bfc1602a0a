export const talkingPoints = {
  name: "0006-talking-points",
  sql: `
CREATE TABLE talking_points (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE RESTRICT,
  title TEXT NOT NULL,
  ask TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  objective TEXT NOT NULL DEFAULT '',
  handling TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('drafting', 'sent for clearance', 'returned', 'used')),
  stage_reason TEXT NOT NULL DEFAULT '',
  drafted_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX talking_points_of_event ON talking_points (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX talking_points_of_campaign ON talking_points (campaign_id, changed_at);

CREATE TABLE talking_points_block (
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  section TEXT NOT NULL CHECK (section IN ('points to make', 'if raised', 'avoid', 'background')),
  position INTEGER NOT NULL,
  heading TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  origin_kind TEXT NOT NULL CHECK (origin_kind IN ('key message', 'objection', 'proof point', 'own words')),
  origin_id TEXT,
  origin_revision_id TEXT,
  origin_text TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX talking_points_block_of_paper ON talking_points_block (talking_points_id, section, position);
CREATE INDEX talking_points_block_origin ON talking_points_block (origin_kind, origin_id) WHERE origin_id IS NOT NULL;

CREATE TABLE talking_points_footnote (
  id TEXT PRIMARY KEY,
  talking_points_block_id TEXT NOT NULL REFERENCES talking_points_block ON DELETE CASCADE,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (talking_points_block_id, proof_point_id)
) STRICT;
CREATE INDEX talking_points_footnote_used ON talking_points_footnote (proof_point_id);

CREATE TABLE talking_points_version (
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  content_json TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (talking_points_id, number)
) STRICT;

-- One clearer's word on one exact text. subject_id is the message revision, the objection or the paper.
CREATE TABLE clearance (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('message revision', 'objection', 'talking points')),
  subject_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  content_json TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('embassy', 'ministry')),
  manner TEXT NOT NULL CHECK (manner IN ('by a person', 'by silence', 'released by the head of mission')),
  is_own_draft INTEGER NOT NULL DEFAULT 0 CHECK (is_own_draft IN (0, 1)),
  cleared_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  cleared_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clearance_of_subject ON clearance (subject_kind, subject_id, cleared_at);

CREATE TABLE clearance_request (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('message revision', 'objection', 'talking points')),
  subject_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('embassy', 'ministry')),
  sent_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  sent_at TEXT NOT NULL,
  due_at TEXT,
  answer TEXT CHECK (answer IN ('cleared', 'returned', 'withdrawn')),
  answer_reason TEXT NOT NULL DEFAULT '',
  answered_by TEXT REFERENCES account ON DELETE RESTRICT,
  answered_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clearance_request_of_subject ON clearance_request (subject_kind, subject_id, sent_at);
CREATE INDEX clearance_request_open ON clearance_request (campaign_id, authority, due_at) WHERE answered_at IS NULL;
`,
} as const;
