/** The calendar's own: whole days, repeats, wishes without a date, visits, Congress's sessions, feeds. */
export const calendar = {
  name: "0020-calendar",
  sql: `
ALTER TABLE campaign ADD COLUMN travel_minutes INTEGER NOT NULL DEFAULT 30 CHECK (travel_minutes BETWEEN 0 AND 240);

-- What repeats: its rule (RFC 5545, RRULE) and what each time starts from. The times themselves are events.
CREATE TABLE event_series (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  title TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  rule TEXT NOT NULL,
  wall_start TEXT NOT NULL,
  wall_end TEXT NOT NULL,
  zone TEXT NOT NULL,
  is_all_day INTEGER NOT NULL DEFAULT 0 CHECK (is_all_day IN (0, 1)),
  imported_uid TEXT,
  imported_hash TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX event_series_of_campaign ON event_series (campaign_id);
CREATE UNIQUE INDEX event_series_imported ON event_series (campaign_id, imported_uid) WHERE imported_uid IS NOT NULL;

-- A time that the rule gives and that does not take place.
CREATE TABLE event_series_exception (
  id TEXT PRIMARY KEY,
  event_series_id TEXT NOT NULL REFERENCES event_series ON DELETE CASCADE,
  slot TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (event_series_id, slot)
) STRICT;

ALTER TABLE outreach_event ADD COLUMN is_all_day INTEGER NOT NULL DEFAULT 0 CHECK (is_all_day IN (0, 1));
ALTER TABLE outreach_event ADD COLUMN link TEXT NOT NULL DEFAULT '';
ALTER TABLE outreach_event ADD COLUMN event_series_id TEXT REFERENCES event_series ON DELETE SET NULL;
-- The wall time that the rule gave it, wherever it was moved since [RFC 5545, RECURRENCE-ID].
ALTER TABLE outreach_event ADD COLUMN series_slot TEXT;
ALTER TABLE outreach_event ADD COLUMN imported_uid TEXT;
ALTER TABLE outreach_event ADD COLUMN imported_hash TEXT;
CREATE UNIQUE INDEX outreach_event_of_series ON outreach_event (event_series_id, series_slot) WHERE event_series_id IS NOT NULL;
CREATE UNIQUE INDEX outreach_event_imported ON outreach_event (campaign_id, imported_uid) WHERE imported_uid IS NOT NULL;

CREATE TABLE outreach_wish (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 1440),
  best_by TEXT,
  note TEXT NOT NULL DEFAULT '',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  wished_at TEXT NOT NULL,
  placed_event_id TEXT REFERENCES outreach_event ON DELETE SET NULL,
  dropped_at TEXT,
  dropped_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX outreach_wish_of_campaign ON outreach_wish (campaign_id, best_by) WHERE placed_event_id IS NULL AND dropped_at IS NULL;

CREATE TABLE outreach_wish_audience (
  id TEXT PRIMARY KEY,
  outreach_wish_id TEXT NOT NULL REFERENCES outreach_wish ON DELETE CASCADE,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_wish_id, audience_id)
) STRICT;

CREATE TABLE outreach_wish_message (
  id TEXT PRIMARY KEY,
  outreach_wish_id TEXT NOT NULL REFERENCES outreach_wish ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_wish_id, key_message_id)
) STRICT;

-- A visit is an outreach event; its members come with it, and its items are events of their own.
CREATE TABLE visit_member (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  name TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  account_id TEXT REFERENCES account ON DELETE SET NULL,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX visit_member_of_visit ON visit_member (outreach_event_id, position);

CREATE TABLE visit_item (
  id TEXT PRIMARY KEY,
  visit_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  outreach_event_id TEXT NOT NULL UNIQUE REFERENCES outreach_event ON DELETE CASCADE,
  host TEXT NOT NULL DEFAULT '',
  plan_b TEXT NOT NULL DEFAULT '',
  plan_b_note TEXT NOT NULL DEFAULT '',
  decide_by TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX visit_item_of_visit ON visit_item (visit_event_id);

CREATE TABLE visit_part (
  id TEXT PRIMARY KEY,
  visit_item_id TEXT NOT NULL REFERENCES visit_item ON DELETE CASCADE,
  visit_member_id TEXT NOT NULL REFERENCES visit_member ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('goes', 'leads', 'speaks', 'notes')),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (visit_item_id, visit_member_id)
) STRICT;
CREATE INDEX visit_part_of_member ON visit_part (visit_member_id);

-- What is due before and after: its day is counted from the day of the visit, never stored.
CREATE TABLE visit_deadline (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  days INTEGER NOT NULL CHECK (days BETWEEN -60 AND 60),
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  done_at TEXT,
  done_by TEXT REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX visit_deadline_of_visit ON visit_deadline (outreach_event_id, days);

-- Who holds which version of a programme on paper or in a mail.
CREATE TABLE visit_programme_copy (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  programme_hash TEXT NOT NULL,
  holder TEXT NOT NULL,
  given_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX visit_programme_copy_of_visit ON visit_programme_copy (outreach_event_id, number);

-- A day without a row is a day of which nobody said anything: not known.
CREATE TABLE session_day (
  id TEXT PRIMARY KEY,
  chamber TEXT NOT NULL CHECK (chamber IN ('House', 'Senate')),
  day TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in session', 'away')),
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (day, chamber)
) STRICT;

-- A private address under which a calendar is read by other programs; of the address only the hash is kept.
CREATE TABLE calendar_feed (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  campaign_id TEXT REFERENCES campaign ON DELETE RESTRICT,
  token_hash TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL CHECK (titles IN ('shown', 'busy only')),
  made_at TEXT NOT NULL,
  revoked_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX calendar_feed_of_account ON calendar_feed (account_id);
`,
} as const;
