-- Of which body of two sides the one line means both, because somebody chose that once.
CREATE TABLE body_meant_whole (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  -- As its audiences are called before the comma: "Senate Foreign Relations".
  body TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, body)
) STRICT;
