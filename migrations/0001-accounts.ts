export const accounts = {
  name: "0001-accounts",
  sql: `
CREATE TABLE installation (
  id TEXT PRIMARY KEY CHECK (id = 'installation'),
  home_city TEXT NOT NULL,
  home_zone TEXT NOT NULL,
  home_country TEXT NOT NULL,
  language TEXT NOT NULL,
  sample_made_on TEXT,
  set_up_link_hash TEXT,
  set_up_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO installation (id, home_city, home_zone, home_country, language)
VALUES ('installation', 'Prague', 'Europe/Prague', 'CZ', 'en');

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  position TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL,
  password_hash TEXT,
  is_administrator INTEGER NOT NULL DEFAULT 0 CHECK (is_administrator IN (0, 1)),
  closed_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO account (id, email, name, zone) VALUES ('system', 'system', 'System', 'America/New_York');

CREATE TABLE session (
  id_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
CREATE INDEX session_of_account ON session (account_id, created_at);

CREATE TABLE kept_form (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  path TEXT NOT NULL,
  body_json TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX kept_form_of_account ON kept_form (account_id, kept_at);

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sentence TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('planned', 'in progress', 'completed', 'cancelled')),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  handling TEXT NOT NULL DEFAULT 'TLP:AMBER',
  clash_days INTEGER NOT NULL DEFAULT 14 CHECK (clash_days BETWEEN 0 AND 365),
  is_person_stance_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_person_stance_allowed IN (0, 1)),
  embassy_clears_alone INTEGER NOT NULL DEFAULT 1 CHECK (embassy_clears_alone IN (0, 1)),
  own_draft_may_be_cleared INTEGER NOT NULL DEFAULT 0 CHECK (own_draft_may_be_cleared IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE campaign_role (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('reader', 'officer', 'embassy clearer', 'ministry clearer')),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, account_id)
) STRICT;
CREATE INDEX campaign_role_of_account ON campaign_role (account_id);
`,
} as const;
