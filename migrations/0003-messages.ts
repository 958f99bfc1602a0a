export const messages = {
  name: "0003-messages",
  sql: `
CREATE TABLE key_message (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  effective_from TEXT,
  effective_until TEXT,
  sent_for_review_at TEXT,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, number)
) STRICT;

CREATE TABLE message_revision (
  id TEXT PRIMARY KEY,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  title TEXT NOT NULL,
  statement TEXT NOT NULL,
  talking_point TEXT NOT NULL,
  avoid TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  text_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (key_message_id, number)
) STRICT;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL DEFAULT '',
  published_on TEXT,
  address TEXT,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, code)
) STRICT;

CREATE TABLE proof_point (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  code TEXT NOT NULL,
  claim TEXT NOT NULL,
  as_of TEXT NOT NULL,
  edition TEXT,
  checked_on TEXT,
  review_by TEXT,
  caveat TEXT NOT NULL DEFAULT '',
  disclosure TEXT NOT NULL CHECK (disclosure IN ('free to use', 'internal')),
  confidence TEXT NOT NULL DEFAULT '',
  figures_json TEXT NOT NULL DEFAULT '{}',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, code)
) STRICT;
CREATE INDEX proof_point_due ON proof_point (campaign_id, review_by) WHERE retired_at IS NULL;

CREATE TABLE proof_point_source (
  id TEXT PRIMARY KEY,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (proof_point_id, source_id)
) STRICT;
CREATE INDEX proof_point_source_used ON proof_point_source (source_id);

CREATE TABLE objection (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  says TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '',
  reply TEXT NOT NULL,
  is_difficult_question INTEGER NOT NULL DEFAULT 0 CHECK (is_difficult_question IN (0, 1)),
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, code)
) STRICT;

CREATE TABLE objection_source (
  id TEXT PRIMARY KEY,
  objection_id TEXT NOT NULL REFERENCES objection ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (objection_id, source_id)
) STRICT;
CREATE INDEX objection_source_used ON objection_source (source_id);

CREATE TABLE objection_proof_point (
  id TEXT PRIMARY KEY,
  objection_id TEXT NOT NULL REFERENCES objection ON DELETE CASCADE,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (objection_id, proof_point_id)
) STRICT;
CREATE INDEX objection_proof_point_used ON objection_proof_point (proof_point_id);

CREATE TABLE message_proof_point (
  id TEXT PRIMARY KEY,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (key_message_id, proof_point_id)
) STRICT;
CREATE INDEX message_proof_point_used ON message_proof_point (proof_point_id);

CREATE TABLE message_objection (
  id TEXT PRIMARY KEY,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  objection_id TEXT NOT NULL REFERENCES objection ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (key_message_id, objection_id)
) STRICT;
CREATE INDEX message_objection_used ON message_objection (objection_id);

-- What the library's files said at the last import or export: an edit made in the product since then is a conflict.
CREATE TABLE library_entry (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('key message', 'objection', 'proof point', 'source')),
  code TEXT NOT NULL,
  canonical_text TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, kind, code)
) STRICT;
`,
} as const;
