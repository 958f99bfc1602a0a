/** Framings of a message for one audience, and each check of a proof point with the source that was looked at. */
export const evidence = {
  name: "0012-evidence",
  sql: `
CREATE TABLE framing (
  id TEXT PRIMARY KEY,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  sent_for_review_at TEXT,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (key_message_id, audience_id)
) STRICT;
CREATE INDEX framing_of_audience ON framing (audience_id);

CREATE TABLE framing_revision (
  id TEXT PRIMARY KEY,
  framing_id TEXT NOT NULL REFERENCES framing ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (framing_id, number)
) STRICT;

CREATE TABLE proof_point_check (
  id TEXT PRIMARY KEY,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE CASCADE,
  source_id TEXT REFERENCES source ON DELETE SET NULL,
  checked_on TEXT NOT NULL,
  review_by TEXT,
  note TEXT NOT NULL DEFAULT '',
  checked_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX proof_point_check_of ON proof_point_check (proof_point_id, checked_on);
`,
} as const;
