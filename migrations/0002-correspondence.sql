-- What leaves in prose: the monthly cable, the memorandum of a conversation, the thank-you note. A cable can be cleared.
CREATE TABLE correspondence (
  -- A cable is of a month, and of the review from which it was drafted; the others are of a meeting.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('cable', 'memorandum of conversation', 'thank-you note')),
  -- The first day of its month.
  month_from TEXT,
  review_id TEXT REFERENCES review ON DELETE SET NULL,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE RESTRICT,
  -- To whom a thank-you note is written.
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  -- When a name was taken out of it.
  erased_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((kind = 'cable') = (month_from IS NOT NULL)),
  CHECK ((kind = 'cable') = (outreach_event_id IS NULL)),
  CHECK (kind = 'thank-you note' OR contact_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX cable_of_month ON correspondence (campaign_id, month_from) WHERE kind = 'cable';
CREATE UNIQUE INDEX memorandum_of_event ON correspondence (outreach_event_id)
  WHERE kind = 'memorandum of conversation';
CREATE INDEX correspondence_of_campaign ON correspondence (campaign_id, kind);
CREATE INDEX correspondence_of_event ON correspondence (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX correspondence_of_contact ON correspondence (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX correspondence_of_review ON correspondence (review_id) WHERE review_id IS NOT NULL;

CREATE TABLE correspondence_version (
  -- Every saving is a version. What it says stands in frozen_json alone, which the history leaves out, so that a name
  -- can be erased from it.
  id TEXT PRIMARY KEY,
  correspondence_id TEXT NOT NULL REFERENCES correspondence ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  frozen_json TEXT NOT NULL,
  handling TEXT NOT NULL,
  -- Versions with the same words have the same: what a clearance is bound to. It says nothing of the words.
  words_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (correspondence_id, number)
) STRICT;

CREATE TRIGGER search_correspondence_added AFTER INSERT ON correspondence_version BEGIN
  DELETE FROM search_entry WHERE kind = 'correspondence' AND record_id = new.correspondence_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'correspondence', c.id, c.campaign_id, v.frozen_json ->> '$.subject', v.frozen_json ->> '$.text'
  FROM correspondence c JOIN correspondence_version v ON v.correspondence_id = c.id
  WHERE c.id = new.correspondence_id ORDER BY v.number DESC LIMIT 1;
END;
CREATE TRIGGER search_correspondence_changed AFTER UPDATE ON correspondence_version BEGIN
  DELETE FROM search_entry WHERE kind = 'correspondence' AND record_id = new.correspondence_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'correspondence', c.id, c.campaign_id, v.frozen_json ->> '$.subject', v.frozen_json ->> '$.text'
  FROM correspondence c JOIN correspondence_version v ON v.correspondence_id = c.id
  WHERE c.id = new.correspondence_id ORDER BY v.number DESC LIMIT 1;
END;
CREATE TRIGGER search_correspondence_removed AFTER DELETE ON correspondence_version BEGIN
  DELETE FROM search_entry WHERE kind = 'correspondence' AND record_id = old.correspondence_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'correspondence', c.id, c.campaign_id, v.frozen_json ->> '$.subject', v.frozen_json ->> '$.text'
  FROM correspondence c JOIN correspondence_version v ON v.correspondence_id = c.id
  WHERE c.id = old.correspondence_id ORDER BY v.number DESC LIMIT 1;
END;

ALTER TABLE campaign ADD COLUMN cables_are_cleared INTEGER NOT NULL DEFAULT 0 CHECK (cables_are_cleared IN (0, 1));

CREATE TABLE clearance_remade (
  -- One clearer's word on one exact text. subject_id is the revision, the objection, the paper, the holding line
  -- or the cable.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  subject_kind TEXT NOT NULL
    CHECK (subject_kind IN (
      'message revision', 'framing revision', 'objection', 'talking points', 'holding line', 'cable'
    )),
  subject_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  content_json TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('embassy', 'ministry')),
  manner TEXT NOT NULL CHECK (manner IN ('by a person', 'by silence', 'released by the head of mission')),
  answers_json TEXT NOT NULL DEFAULT '[]',
  is_own_draft INTEGER NOT NULL DEFAULT 0 CHECK (is_own_draft IN (0, 1)),
  cleared_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  cleared_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  -- How the cleared text may travel; NULL for wording of the library, which has no handling.
  handling TEXT
) STRICT;
INSERT INTO clearance_remade (
  id, campaign_id, subject_kind, subject_id, text_hash, content_json, authority, manner, answers_json,
  is_own_draft, cleared_by, cleared_at, version, handling
) SELECT
  id, campaign_id, subject_kind, subject_id, text_hash, content_json, authority, manner, answers_json,
  is_own_draft, cleared_by, cleared_at, version, handling
FROM clearance;
DROP TABLE clearance;
ALTER TABLE clearance_remade RENAME TO clearance;
CREATE INDEX clearance_of_subject ON clearance (subject_kind, subject_id, cleared_at);
CREATE INDEX clearance_in_period ON clearance (campaign_id, subject_kind, cleared_at);

CREATE TABLE clearance_request_remade (
  -- What a desk was asked about one exact text, and what it answered. Every sending of a text to the desks has the
  -- next number.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  subject_kind TEXT NOT NULL
    CHECK (subject_kind IN (
      'message revision', 'framing revision', 'objection', 'talking points', 'holding line', 'cable'
    )),
  subject_id TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('embassy', 'ministry')),
  clearance_desk_id TEXT NOT NULL REFERENCES clearance_desk ON DELETE RESTRICT,
  asks TEXT NOT NULL DEFAULT 'clear' CHECK (asks IN ('clear', 'inform')),
  since_clearance_id TEXT REFERENCES clearance ON DELETE SET NULL,
  sending INTEGER NOT NULL CHECK (sending >= 1),
  sent_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  sent_at TEXT NOT NULL,
  -- NULL while it waits for the embassy's word.
  asked_at TEXT,
  due_at TEXT,
  silence_at TEXT,
  answer TEXT CHECK (answer IN ('cleared', 'returned', 'withdrawn')),
  answer_manner TEXT CHECK (answer_manner IN ('by a person', 'by silence')),
  answer_reason TEXT NOT NULL DEFAULT '',
  answered_by TEXT REFERENCES account ON DELETE RESTRICT,
  answered_for TEXT REFERENCES account ON DELETE RESTRICT,
  answered_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  -- How the text may travel as it was sent, or as it was answered.
  handling TEXT
) STRICT;
INSERT INTO clearance_request_remade (
  id, campaign_id, subject_kind, subject_id, text_hash, authority, clearance_desk_id, asks, since_clearance_id,
  sending, sent_by, sent_at, asked_at, due_at, silence_at, answer, answer_manner, answer_reason, answered_by,
  answered_for, answered_at, version, handling
) SELECT
  id, campaign_id, subject_kind, subject_id, text_hash, authority, clearance_desk_id, asks, since_clearance_id,
  sending, sent_by, sent_at, asked_at, due_at, silence_at, answer, answer_manner, answer_reason, answered_by,
  answered_for, answered_at, version, handling
FROM clearance_request;
DROP TABLE clearance_request;
ALTER TABLE clearance_request_remade RENAME TO clearance_request;
CREATE INDEX clearance_request_of_subject ON clearance_request (subject_kind, subject_id, sent_at);
CREATE INDEX clearance_request_open ON clearance_request (campaign_id, authority, due_at) WHERE answered_at IS NULL;
CREATE INDEX clearance_request_silent ON clearance_request (silence_at)
  WHERE answered_at IS NULL AND silence_at IS NOT NULL;
CREATE INDEX clearance_request_in_period ON clearance_request (campaign_id, subject_kind, sent_at);
