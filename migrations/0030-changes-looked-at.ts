/** A change of reception that was found and that a person has looked at; audience_id is NULL for a message over all audiences. */
export const changesLookedAt = {
  name: "0030-changes-looked-at",
  sql: `
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
`,
} as const;
