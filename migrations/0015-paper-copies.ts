/** Every brief that was printed and every file that was taken: so that a hold finds the paper. */
export const paperCopies = {
  name: "0015-paper-copies",
  sql: `
CREATE TABLE paper_copy (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE RESTRICT,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE SET NULL,
  manner TEXT NOT NULL CHECK (manner IN ('printed brief', 'printed paper', 'Word', 'PDF', 'Markdown', 'copied for e-mail')),
  is_for_outsiders INTEGER NOT NULL DEFAULT 0 CHECK (is_for_outsiders IN (0, 1)),
  text_hash TEXT NOT NULL,
  version_number INTEGER,
  leaving_line TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  taken_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX paper_copy_of_paper ON paper_copy (talking_points_id, taken_at);

-- Which wording of which message a copy carries.
CREATE TABLE paper_copy_message (
  id TEXT PRIMARY KEY,
  paper_copy_id TEXT NOT NULL REFERENCES paper_copy ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  message_revision_id TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX paper_copy_message_of_copy ON paper_copy_message (paper_copy_id);
CREATE INDEX paper_copy_message_of_message ON paper_copy_message (key_message_id);
`,
} as const;
