export const changes = {
  name: "0002-changes",
  sql: `
CREATE TABLE change (
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'command line')),
  campaign_id TEXT REFERENCES campaign ON DELETE RESTRICT,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  action TEXT NOT NULL,
  summary TEXT NOT NULL,
  location TEXT NOT NULL,
  submission TEXT,
  undoes TEXT REFERENCES change ON DELETE RESTRICT,
  UNIQUE (account_id, submission)
) STRICT;
CREATE INDEX change_of_record ON change (record_kind, record_id, made_at);
CREATE INDEX change_of_campaign ON change (campaign_id, made_at);
CREATE UNIQUE INDEX change_undone_once ON change (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change_row (
  id INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL REFERENCES change ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT
) STRICT;
CREATE INDEX change_row_of_change ON change_row (change_id, position);
CREATE INDEX change_row_of_row ON change_row (table_name, row_id);
`,
} as const;
