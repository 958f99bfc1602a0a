/** A hold on a message, the line that stands in its place, who is sent it, and what the ministry instructs. */
export const holds = {
  name: "0013-holds",
  sql: `
CREATE TABLE message_hold (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  placed_at TEXT NOT NULL,
  lifted_by TEXT REFERENCES account ON DELETE RESTRICT,
  lifted_at TEXT,
  lift_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX message_hold_once ON message_hold (key_message_id) WHERE lifted_at IS NULL;
CREATE INDEX message_hold_of_campaign ON message_hold (campaign_id, placed_at);

CREATE TABLE holding_line (
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL UNIQUE REFERENCES message_hold ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The words, how they may travel and until when: a clearance counts for all three together.
CREATE TABLE holding_line_version (
  id TEXT PRIMARY KEY,
  holding_line_id TEXT NOT NULL REFERENCES holding_line ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  handling TEXT NOT NULL,
  wall_expires TEXT NOT NULL,
  zone TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  expiry_noted_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (holding_line_id, number)
) STRICT;

-- The new line to one person: kept until the line is cleared, then sent.
CREATE TABLE new_line_notice (
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL REFERENCES message_hold ON DELETE CASCADE,
  account_id TEXT REFERENCES account ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE CASCADE,
  asked_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  asked_at TEXT NOT NULL,
  sent_at TEXT,
  sent_text_hash TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((account_id IS NULL) <> (contact_id IS NULL))
) STRICT;
CREATE INDEX new_line_notice_of_hold ON new_line_notice (message_hold_id);

-- A post that a hold stopped: once the hold is lifted it asks for a new time, until somebody settles it.
CREATE TABLE stopped_post (
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL REFERENCES message_hold ON DELETE CASCADE,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  starts_at TEXT NOT NULL,
  settled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stopped_post_of_event ON stopped_post (outreach_event_id);

-- Which of our people have opened a page that showed the hold.
CREATE TABLE hold_sighting (
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL REFERENCES message_hold ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  seen_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (message_hold_id, account_id)
) STRICT;

CREATE TABLE instruction (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  issuer TEXT NOT NULL,
  reference TEXT NOT NULL,
  text TEXT NOT NULL,
  red_lines TEXT NOT NULL DEFAULT '',
  handling TEXT NOT NULL,
  received_on TEXT NOT NULL,
  expires_on TEXT,
  answered_at TEXT,
  answered_by TEXT REFERENCES account ON DELETE RESTRICT,
  answer TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX instruction_of_campaign ON instruction (campaign_id, received_on);

CREATE TABLE instruction_target (
  id TEXT PRIMARY KEY,
  instruction_id TEXT NOT NULL REFERENCES instruction ON DELETE CASCADE,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE CASCADE,
  talking_points_id TEXT REFERENCES talking_points ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((outreach_event_id IS NULL) <> (talking_points_id IS NULL))
) STRICT;
CREATE INDEX instruction_target_of_instruction ON instruction_target (instruction_id);
CREATE INDEX instruction_target_of_event ON instruction_target (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX instruction_target_of_paper ON instruction_target (talking_points_id) WHERE talking_points_id IS NOT NULL;
`,
} as const;
