export const whoIsWho = {
  name: "0004-who-is-who",
  sql: `
CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  key TEXT UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES organisation ON DELETE RESTRICT,
  chamber TEXT,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  as_of TEXT,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX organisation_parent ON organisation (parent_id, name);
CREATE INDEX organisation_name ON organisation (name);

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  key TEXT UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  organisation_id TEXT REFERENCES organisation ON DELETE RESTRICT,
  office TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  role_in_decision TEXT CHECK (role_in_decision IN ('decides', 'advises', 'drafts', 'opens doors')),
  is_elected_or_appointed INTEGER NOT NULL DEFAULT 0 CHECK (is_elected_or_appointed IN (0, 1)),
  purpose TEXT NOT NULL CHECK (purpose IN ('mapping', 'engagement plan', 'address book')),
  source TEXT NOT NULL,
  as_of TEXT,
  informed_on TEXT,
  retain_until TEXT,
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contact_sorted ON contact (sort_name, id);
CREATE INDEX contact_of_organisation ON contact (organisation_id, sort_name);

-- A contact without a key is seen only in the campaigns that it belongs to; public reference records (with a key) in all.
CREATE TABLE campaign_contact (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE CASCADE,
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, contact_id)
) STRICT;
CREATE INDEX campaign_contact_of_contact ON campaign_contact (contact_id);

CREATE TABLE seat (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE RESTRICT,
  organisation_id TEXT NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  title TEXT NOT NULL DEFAULT '',
  rank INTEGER,
  side TEXT CHECK (side IN ('majority', 'minority')),
  started_on TEXT NOT NULL,
  ended_on TEXT,
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX seat_held ON seat (key) WHERE ended_on IS NULL;
CREATE INDEX seat_of_contact ON seat (contact_id, ended_on);
CREATE INDEX seat_of_organisation ON seat (organisation_id, ended_on, side, rank);

CREATE TABLE audience (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation ON DELETE RESTRICT,
  side TEXT CHECK (side IN ('majority', 'minority')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX audience_of_organisation ON audience (organisation_id, side);

CREATE TABLE campaign_audience (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 3),
  influence INTEGER NOT NULL CHECK (influence BETWEEN 1 AND 5),
  interest INTEGER NOT NULL CHECK (interest BETWEEN 1 AND 5),
  desired_stance INTEGER CHECK (desired_stance BETWEEN 1 AND 5),
  goal TEXT NOT NULL DEFAULT '',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, audience_id)
) STRICT;
CREATE INDEX campaign_audience_of_audience ON campaign_audience (audience_id);

CREATE TABLE audience_contact (
  id TEXT PRIMARY KEY,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (audience_id, contact_id)
) STRICT;
CREATE INDEX audience_contact_of_contact ON audience_contact (contact_id);

CREATE TABLE stance_reading (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE CASCADE,
  stance INTEGER CHECK (stance BETWEEN 1 AND 5),
  read_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  outreach_event_id TEXT,
  author_account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stance_reading_of_audience ON stance_reading (campaign_id, audience_id, read_on);
CREATE INDEX stance_reading_of_contact ON stance_reading (contact_id, read_on) WHERE contact_id IS NOT NULL;
`,
} as const;
