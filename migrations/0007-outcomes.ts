export const outcomes = {
  name: "0007-outcomes",
  sql: `
CREATE TABLE outcome (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE RESTRICT,
  officer_account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  said TEXT NOT NULL DEFAULT '',
  impression TEXT NOT NULL DEFAULT '',
  assessment TEXT NOT NULL DEFAULT '',
  ask_answer TEXT NOT NULL DEFAULT '',
  ground_rule TEXT NOT NULL CHECK (ground_rule IN ('on the record', 'background', 'deep background', 'off the record')),
  handling TEXT NOT NULL,
  logged_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, officer_account_id)
) STRICT;
CREATE INDEX outcome_of_campaign ON outcome (campaign_id, logged_at);
CREATE INDEX outcome_of_officer ON outcome (officer_account_id, logged_at);

-- score is NULL where the message was not raised. A reception for the room is one row for each audience in it.
CREATE TABLE reception (
  id TEXT PRIMARY KEY,
  outcome_id TEXT NOT NULL REFERENCES outcome ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  scope TEXT NOT NULL CHECK (scope IN ('room', 'audience', 'contact')),
  score INTEGER CHECK (score BETWEEN -2 AND 2),
  wording TEXT CHECK (wording IN ('as written', 'in other words')),
  message_revision_id TEXT REFERENCES message_revision ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX reception_of_outcome ON reception (outcome_id, key_message_id, audience_id);
CREATE INDEX reception_of_message ON reception (key_message_id, audience_id);
CREATE INDEX reception_of_audience ON reception (audience_id);
CREATE INDEX reception_of_contact ON reception (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX reception_of_revision ON reception (message_revision_id) WHERE message_revision_id IS NOT NULL;

-- objection_id is NULL for something new, which text then names.
CREATE TABLE outcome_objection (
  id TEXT PRIMARY KEY,
  outcome_id TEXT NOT NULL REFERENCES outcome ON DELETE CASCADE,
  objection_id TEXT REFERENCES objection ON DELETE RESTRICT,
  audience_id TEXT REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  is_answered INTEGER NOT NULL DEFAULT 0 CHECK (is_answered IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (objection_id IS NOT NULL OR text <> '')
) STRICT;
CREATE INDEX outcome_objection_of_outcome ON outcome_objection (outcome_id);
CREATE INDEX outcome_objection_of_objection ON outcome_objection (objection_id) WHERE objection_id IS NOT NULL;
CREATE INDEX outcome_objection_of_audience ON outcome_objection (audience_id, objection_id) WHERE audience_id IS NOT NULL;

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE RESTRICT,
  outcome_id TEXT REFERENCES outcome ON DELETE RESTRICT,
  text TEXT NOT NULL,
  promised_by TEXT NOT NULL CHECK (promised_by IN ('us', 'them')),
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  due_on TEXT NOT NULL,
  done_at TEXT,
  done_by TEXT REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX follow_up_open ON follow_up (campaign_id, due_on) WHERE done_at IS NULL;
CREATE INDEX follow_up_done ON follow_up (campaign_id, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX follow_up_of_event ON follow_up (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX follow_up_of_outcome ON follow_up (outcome_id) WHERE outcome_id IS NOT NULL;
CREATE INDEX follow_up_of_contact ON follow_up (contact_id) WHERE contact_id IS NOT NULL;
`,
} as const;
