/** The letters that wait to be sent, and who wants which. */
export const mail = {
  name: "0014-mail",
  sql: `
ALTER TABLE installation ADD COLUMN mail_shows_titles INTEGER NOT NULL DEFAULT 0 CHECK (mail_shows_titles IN (0, 1));
ALTER TABLE account ADD COLUMN wants_digest INTEGER NOT NULL DEFAULT 1 CHECK (wants_digest IN (0, 1));
ALTER TABLE account ADD COLUMN wants_mail_at_once INTEGER NOT NULL DEFAULT 1 CHECK (wants_mail_at_once IN (0, 1));

-- A letter is claimed before it is sent, and handed over when its text goes to the server; claimed no more but
-- handed over, nobody knows whether it arrived. A letter that had nothing to say to anybody is dropped.
CREATE TABLE mail (
  id TEXT PRIMARY KEY,
  change_id TEXT,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  campaign_id TEXT REFERENCES campaign ON DELETE CASCADE,
  kind TEXT NOT NULL,
  once_key TEXT UNIQUE,
  subject_title TEXT NOT NULL DEFAULT '',
  handling TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL,
  content_json TEXT NOT NULL DEFAULT '{}',
  queued_at TEXT NOT NULL,
  next_try_at TEXT NOT NULL,
  claimed_until TEXT,
  handed_over_at TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  last_fault TEXT NOT NULL DEFAULT '',
  sent_at TEXT,
  given_up_at TEXT,
  dropped_at TEXT,
  taken_back_by TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX mail_waiting ON mail (next_try_at) WHERE sent_at IS NULL AND given_up_at IS NULL AND dropped_at IS NULL;
CREATE INDEX mail_of_change ON mail (change_id) WHERE change_id IS NOT NULL;
CREATE INDEX mail_taken_back_by ON mail (taken_back_by) WHERE taken_back_by IS NOT NULL;
-- What an undone change would have told people is no longer so, until the undoing is undone.
CREATE TRIGGER mail_taken_back AFTER INSERT ON change WHEN new.undoes IS NOT NULL BEGIN
  UPDATE mail SET taken_back_by = NULL WHERE taken_back_by = new.undoes;
  UPDATE mail SET taken_back_by = new.id
  WHERE change_id = new.undoes AND sent_at IS NULL AND handed_over_at IS NULL;
END;
`,
} as const;
