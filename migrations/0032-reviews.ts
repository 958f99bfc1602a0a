/**
 * Frozen reviews. What stands in frozen_json refers to people by number; their names stand in review_person alone, "" once
 * erased, so that a name can be taken out of a review that otherwise never changes.
 */
export const reviews = {
  name: "0032-reviews",
  sql: `
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  day TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  format INTEGER NOT NULL,
  history_stamp INTEGER NOT NULL,
  frozen_json TEXT NOT NULL,
  frozen_hash TEXT NOT NULL,
  names_hash TEXT NOT NULL,
  erased_on TEXT,
  withdrawn_at TEXT,
  withdrawn_by TEXT REFERENCES account ON DELETE RESTRICT,
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;
CREATE INDEX review_of_campaign ON review (campaign_id, saved_at);

CREATE TABLE review_person (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review ON DELETE CASCADE,
  number INTEGER NOT NULL,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  account_id TEXT REFERENCES account ON DELETE SET NULL,
  frozen_name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (review_id, number)
) STRICT;
CREATE INDEX review_person_of_contact ON review_person (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX review_person_of_account ON review_person (account_id) WHERE account_id IS NOT NULL;
`,
} as const;
