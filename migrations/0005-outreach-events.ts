export const outreachEvents = {
  name: "0005-outreach-events",
  sql: `
CREATE TABLE objective (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  audience_id TEXT REFERENCES audience ON DELETE RESTRICT,
  sentence TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('output', 'out-take', 'outcome', 'impact')),
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  measured_how TEXT NOT NULL DEFAULT '',
  baseline REAL NOT NULL,
  target REAL NOT NULL,
  due_on TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX objective_of_campaign ON objective (campaign_id, position);

CREATE TABLE objective_reading (
  id TEXT PRIMARY KEY,
  objective_id TEXT NOT NULL REFERENCES objective ON DELETE CASCADE,
  read_on TEXT NOT NULL,
  value REAL NOT NULL,
  n INTEGER CHECK (n >= 0),
  note TEXT NOT NULL DEFAULT '',
  author_account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX objective_reading_of_objective ON objective_reading (objective_id, read_on);

CREATE TABLE outreach_event (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  wall_start TEXT NOT NULL,
  wall_end TEXT NOT NULL,
  zone TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL CHECK (ends_at >= starts_at),
  day TEXT NOT NULL,
  schedule TEXT NOT NULL CHECK (schedule IN ('tentative', 'confirmed', 'cancelled')),
  result TEXT NOT NULL CHECK (result IN ('planned', 'held', 'not held')),
  schedule_reason TEXT NOT NULL DEFAULT '',
  result_reason TEXT NOT NULL DEFAULT '',
  going_ahead_reason TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  is_place_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (is_place_confirmed IN (0, 1)),
  ground_rule TEXT NOT NULL CHECK (ground_rule IN ('on the record', 'background', 'deep background', 'off the record')),
  handling TEXT NOT NULL,
  ask TEXT NOT NULL DEFAULT '',
  objective_id TEXT REFERENCES objective ON DELETE RESTRICT,
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  planned_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX outreach_event_of_campaign ON outreach_event (campaign_id, starts_at);
CREATE INDEX outreach_event_in_time ON outreach_event (starts_at, ends_at);
CREATE INDEX outreach_event_of_owner ON outreach_event (owner_account_id, starts_at);

CREATE TABLE outreach_event_audience (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, audience_id)
) STRICT;
CREATE INDEX outreach_event_audience_of_audience ON outreach_event_audience (audience_id, outreach_event_id);

CREATE TABLE outreach_event_message (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, key_message_id)
) STRICT;
CREATE INDEX outreach_event_message_of_message ON outreach_event_message (key_message_id, outreach_event_id);

CREATE TABLE outreach_event_participant (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE RESTRICT,
  reply TEXT NOT NULL CHECK (reply IN ('needs-action', 'accepted', 'declined', 'tentative', 'delegated')),
  attendance TEXT NOT NULL CHECK (attendance IN ('attended', 'no-show', 'not recorded')),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, contact_id)
) STRICT;
CREATE INDEX outreach_event_participant_of_contact ON outreach_event_participant (contact_id, outreach_event_id);

CREATE TABLE outreach_event_officer (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, account_id)
) STRICT;
CREATE INDEX outreach_event_officer_of_account ON outreach_event_officer (account_id, outreach_event_id);
`,
} as const;
