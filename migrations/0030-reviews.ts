/** What the review of a campaign rests on: the settings of the method, changes that somebody has looked at, frozen days. */
export const reviews = {
  name: "0030-reviews",
  sql: `
-- The settings of the method as they were estimated from so many notes; the newest counts, the defaults before the first.
CREATE TABLE effectiveness_fit (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  fitted_at TEXT NOT NULL,
  as_of TEXT NOT NULL,
  notes INTEGER NOT NULL CHECK (notes >= 0),
  sigma REAL NOT NULL,
  tau REAL NOT NULL,
  half_life_days REAL NOT NULL,
  sd_message REAL NOT NULL,
  sd_audience REAL NOT NULL,
  sd_rater REAL NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX effectiveness_fit_of_campaign ON effectiveness_fit (campaign_id, fitted_at);

-- A change that the scan found and that a person has looked at; audience_id is NULL for a message over all audiences.
CREATE TABLE change_acknowledgement (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  audience_id TEXT REFERENCES audience ON DELETE RESTRICT,
  direction TEXT NOT NULL CHECK (direction IN ('drop', 'rise')),
  after_day TEXT NOT NULL,
  before_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  acknowledged_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  acknowledged_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX change_acknowledgement_of_campaign ON change_acknowledgement (campaign_id, key_message_id, audience_id);

-- A day of a campaign, frozen. The content names people by number only; their names stand apart, so that one can be erased.
CREATE TABLE review (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  title TEXT NOT NULL,
  as_of TEXT NOT NULL,
  content TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  handling TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  saved_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX review_of_campaign ON review (campaign_id, as_of);

CREATE TABLE review_person (
  id TEXT PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review ON DELETE CASCADE,
  number INTEGER NOT NULL,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (review_id, number)
) STRICT;
CREATE INDEX review_person_of_contact ON review_person (contact_id) WHERE contact_id IS NOT NULL;

-- How a reading is computed, where it is not typed: null is typed.
ALTER TABLE objective ADD COLUMN computed_by TEXT;
ALTER TABLE objective ADD COLUMN computed_message_id TEXT REFERENCES key_message ON DELETE SET NULL;
`,
} as const;
