-- Made by `npm run schema` from migrations/, and not edited by hand.

CREATE TABLE installation (
  -- One row: what holds for the whole installation.
  id TEXT PRIMARY KEY CHECK (id = 'installation'),
  home_city TEXT NOT NULL,
  home_zone TEXT NOT NULL,
  home_country TEXT NOT NULL,
  language TEXT NOT NULL,
  -- The day for which the sample was made; NULL in a real database.
  sample_made_on TEXT,
  set_up_link_hash TEXT,
  set_up_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  mail_shows_titles INTEGER NOT NULL DEFAULT 0 CHECK (mail_shows_titles IN (0, 1))
) STRICT;

CREATE TABLE account (
  -- Who signs in; and "system", by whom the product makes its own changes.
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  position TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL,
  password_hash TEXT,
  is_administrator INTEGER NOT NULL DEFAULT 0 CHECK (is_administrator IN (0, 1)),
  closed_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  wants_digest INTEGER NOT NULL DEFAULT 1 CHECK (wants_digest IN (0, 1)),
  wants_mail_at_once INTEGER NOT NULL DEFAULT 1 CHECK (wants_mail_at_once IN (0, 1))
, sort_name TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE session (
  -- Somebody is signed in. Of the cookie only the hash is kept.
  id_hash TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;
CREATE INDEX session_of_account ON session (account_id, created_at);

CREATE TABLE known_device (
  -- A browser in which an account has signed in: it has a count of wrong passwords of its own.
  id_hash TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  signed_in_at TEXT NOT NULL,
  PRIMARY KEY (id_hash, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_device_of_account ON known_device (account_id, signed_in_at);

CREATE TABLE kept_form (
  -- What somebody had typed when the session ended, for the next sign-in.
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
  path TEXT NOT NULL,
  body_json TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX kept_form_of_account ON kept_form (account_id, kept_at);

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sentence TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('planned', 'in progress', 'completed', 'cancelled')),
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  handling TEXT NOT NULL DEFAULT 'TLP:AMBER',
  clash_days INTEGER NOT NULL DEFAULT 14 CHECK (clash_days BETWEEN 0 AND 365),
  is_person_stance_allowed INTEGER NOT NULL DEFAULT 0 CHECK (is_person_stance_allowed IN (0, 1)),
  embassy_clears_alone INTEGER NOT NULL DEFAULT 1 CHECK (embassy_clears_alone IN (0, 1)),
  own_draft_may_be_cleared INTEGER NOT NULL DEFAULT 0 CHECK (own_draft_may_be_cleared IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  silence_is_agreement INTEGER NOT NULL DEFAULT 0 CHECK (silence_is_agreement IN (0, 1)),
  head_of_mission_account_id TEXT REFERENCES account ON DELETE SET NULL,
  travel_minutes INTEGER NOT NULL DEFAULT 30 CHECK (travel_minutes BETWEEN 0 AND 240)
, cables_are_cleared INTEGER NOT NULL DEFAULT 0 CHECK (cables_are_cleared IN (0, 1)), hides_first_steps INTEGER NOT NULL DEFAULT 0 CHECK (hides_first_steps IN (0, 1)), paper_size TEXT NOT NULL DEFAULT 'A4' CHECK (paper_size IN ('A4', 'US Letter'))) STRICT;

CREATE TABLE campaign_role (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('reader', 'officer', 'embassy clearer', 'ministry clearer')),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, account_id)
) STRICT;
CREATE INDEX campaign_role_of_account ON campaign_role (account_id);

CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  key TEXT UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES organisation ON DELETE RESTRICT,
  chamber TEXT,
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  as_of TEXT,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
, sort_name TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX organisation_parent ON organisation (parent_id, sort_name);
CREATE INDEX organisation_sorted ON organisation (sort_name, id);
CREATE TRIGGER search_organisation_added AFTER INSERT ON organisation BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('organisation', new.id, NULL, new.name, new.kind);
END;
CREATE TRIGGER search_organisation_changed AFTER UPDATE ON organisation BEGIN
  UPDATE search_entry
  SET campaign_id = NULL, title = new.name, body = new.kind
  WHERE kind = 'organisation' AND record_id = new.id;
END;
CREATE TRIGGER search_organisation_removed AFTER DELETE ON organisation BEGIN
  DELETE FROM search_entry WHERE kind = 'organisation' AND record_id = old.id;
END;

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  -- Of a public reference record: the list's own name for it.
  key TEXT UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  organisation_id TEXT REFERENCES organisation ON DELETE RESTRICT,
  office TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  role_in_decision TEXT CHECK (role_in_decision IN ('decides', 'advises', 'drafts', 'opens doors')),
  is_elected_or_appointed INTEGER NOT NULL DEFAULT 0 CHECK (is_elected_or_appointed IN (0, 1)),
  purpose TEXT NOT NULL CHECK (purpose IN ('mapping', 'engagement plan', 'address book')),
  source TEXT NOT NULL,
  as_of TEXT,
  informed_on TEXT,
  retain_until TEXT,
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contact_sorted ON contact (sort_name, id);
CREATE INDEX contact_of_organisation ON contact (organisation_id, sort_name);
CREATE INDEX contact_erased ON contact (id) WHERE name = '';
CREATE TRIGGER search_contact_added AFTER INSERT ON contact BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('contact', new.id, NULL, new.name, new.title || ' ' || new.office);
END;
CREATE TRIGGER search_contact_changed AFTER UPDATE ON contact BEGIN
  UPDATE search_entry
  SET campaign_id = NULL, title = new.name, body = new.title || ' ' || new.office
  WHERE kind = 'contact' AND record_id = new.id;
END;
CREATE TRIGGER search_contact_removed AFTER DELETE ON contact BEGIN
  DELETE FROM search_entry WHERE kind = 'contact' AND record_id = old.id;
END;
CREATE TRIGGER person_to_see_changed
AFTER UPDATE OF key, name, role_in_decision, ended_on, retain_until, informed_on ON contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = new.id;
  INSERT INTO person_to_see SELECT * FROM person_in_sight WHERE contact_id = new.id;
END;

CREATE TABLE campaign_contact (
  -- A contact without a key is seen only in the campaigns that it belongs to; a public reference record, which has
  -- a key, in all.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE CASCADE,
  note TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, contact_id)
) STRICT;
CREATE INDEX campaign_contact_of_contact ON campaign_contact (contact_id);
CREATE TRIGGER person_to_see_unknown AFTER DELETE ON campaign_contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id = old.campaign_id AND contact_id = old.contact_id AND is_public = 0;
END;
CREATE TRIGGER person_to_see_known AFTER INSERT ON campaign_contact
WHEN EXISTS (SELECT 1 FROM contact WHERE id = new.contact_id AND key IS NULL) BEGIN
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE contact_id = new.contact_id AND campaign_id = new.campaign_id;
END;

CREATE TABLE seat (
  -- An office and who holds it from when until when; one at a time.
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE RESTRICT,
  organisation_id TEXT NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  title TEXT NOT NULL DEFAULT '',
  rank INTEGER,
  side TEXT CHECK (side IN ('majority', 'minority')),
  started_on TEXT NOT NULL,
  ended_on TEXT,
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  -- As the public list says: on 3 January for the House and a third of the Senate.
  term_ends_on TEXT
) STRICT;
CREATE UNIQUE INDEX seat_held ON seat (key) WHERE ended_on IS NULL;
CREATE INDEX seat_of_contact ON seat (contact_id, ended_on);
CREATE INDEX seat_of_organisation ON seat (organisation_id, ended_on, side, rank);

CREATE TABLE audience (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation ON DELETE RESTRICT,
  side TEXT CHECK (side IN ('majority', 'minority')),
  version INTEGER NOT NULL DEFAULT 1
, sort_name TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX audience_of_organisation ON audience (organisation_id, side);
CREATE TRIGGER search_audience_added AFTER INSERT ON audience BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('audience', new.id, NULL, new.name, new.kind);
END;
CREATE TRIGGER search_audience_changed AFTER UPDATE ON audience BEGIN
  UPDATE search_entry
  SET campaign_id = NULL, title = new.name, body = new.kind
  WHERE kind = 'audience' AND record_id = new.id;
END;
CREATE TRIGGER search_audience_removed AFTER DELETE ON audience BEGIN
  DELETE FROM search_entry WHERE kind = 'audience' AND record_id = old.id;
END;
CREATE TRIGGER search_framing_audience_renamed AFTER UPDATE OF name ON audience WHEN old.name <> new.name BEGIN
  UPDATE search_entry SET title = (
    SELECT 'Message ' || m.number || ' for ' || a.name
    FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
    WHERE f.id = search_entry.record_id)
  WHERE kind = 'framing' AND record_id IN (SELECT id FROM framing WHERE audience_id = new.id);
END;

CREATE TABLE campaign_audience (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 3),
  influence INTEGER NOT NULL CHECK (influence BETWEEN 1 AND 5),
  interest INTEGER NOT NULL CHECK (interest BETWEEN 1 AND 5),
  desired_stance INTEGER CHECK (desired_stance BETWEEN 1 AND 5),
  goal TEXT NOT NULL DEFAULT '',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0,
  ended_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, audience_id)
) STRICT;
CREATE INDEX campaign_audience_of_audience ON campaign_audience (audience_id);
CREATE TRIGGER person_to_see_of_no_audience AFTER DELETE ON campaign_audience BEGIN
  DELETE FROM person_to_see WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id;
END;
CREATE TRIGGER person_to_see_of_audience AFTER INSERT ON campaign_audience BEGIN
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
END;
CREATE TRIGGER person_to_see_of_ended_audience AFTER UPDATE OF ended_on ON campaign_audience
WHEN (old.ended_on IS NULL) <> (new.ended_on IS NULL) BEGIN
  DELETE FROM person_to_see WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
END;

CREATE TABLE audience_contact (
  id TEXT PRIMARY KEY,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (audience_id, contact_id)
) STRICT;
CREATE INDEX audience_contact_of_contact ON audience_contact (contact_id);
CREATE TRIGGER person_to_see_displaced AFTER DELETE ON audience_contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = old.contact_id
    AND audience_id = old.audience_id;
END;
CREATE TRIGGER person_to_see_placed AFTER INSERT ON audience_contact BEGIN
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE contact_id = new.contact_id AND audience_id = new.audience_id;
END;

CREATE TABLE stance_reading (
  -- Where somebody stood on a day: the audience, or one contact in it.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE CASCADE,
  stance INTEGER CHECK (stance BETWEEN 1 AND 5),
  read_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  outreach_event_id TEXT,
  author_account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stance_reading_of_audience ON stance_reading (campaign_id, audience_id, read_on);
CREATE INDEX stance_reading_of_contact ON stance_reading (contact_id, read_on) WHERE contact_id IS NOT NULL;

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
CREATE TRIGGER calendar_stamp_key_message_numbered AFTER UPDATE OF number ON key_message
WHEN old.number <> new.number BEGIN
  INSERT INTO calendar_stamp VALUES (new.campaign_id, 1) ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER search_key_message_removed AFTER DELETE ON key_message BEGIN
  DELETE FROM search_entry WHERE kind = 'key message' AND record_id = old.id;
END;
CREATE TRIGGER search_framing_message_numbered AFTER UPDATE OF number ON key_message
WHEN old.number <> new.number BEGIN
  UPDATE search_entry SET title = (
    SELECT 'Message ' || m.number || ' for ' || a.name
    FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
    WHERE f.id = search_entry.record_id)
  WHERE kind = 'framing' AND record_id IN (SELECT id FROM framing WHERE key_message_id = new.id);
END;

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
CREATE TRIGGER search_message_revision_added AFTER INSERT ON message_revision BEGIN
  DELETE FROM search_entry WHERE kind = 'key message' AND record_id = new.key_message_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'key message', m.id, m.campaign_id, r.title,
    r.statement || ' ' || r.talking_point || ' ' || r.avoid || ' ' || r.note
  FROM key_message m JOIN message_revision r ON r.key_message_id = m.id
  WHERE m.id = new.key_message_id ORDER BY r.number DESC LIMIT 1;
END;
CREATE TRIGGER search_message_revision_changed AFTER UPDATE ON message_revision BEGIN
  DELETE FROM search_entry WHERE kind = 'key message' AND record_id = new.key_message_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'key message', m.id, m.campaign_id, r.title,
    r.statement || ' ' || r.talking_point || ' ' || r.avoid || ' ' || r.note
  FROM key_message m JOIN message_revision r ON r.key_message_id = m.id
  WHERE m.id = new.key_message_id ORDER BY r.number DESC LIMIT 1;
END;
CREATE TRIGGER search_message_revision_removed AFTER DELETE ON message_revision BEGIN
  DELETE FROM search_entry WHERE kind = 'key message' AND record_id = old.key_message_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'key message', m.id, m.campaign_id, r.title,
    r.statement || ' ' || r.talking_point || ' ' || r.avoid || ' ' || r.note
  FROM key_message m JOIN message_revision r ON r.key_message_id = m.id
  WHERE m.id = old.key_message_id ORDER BY r.number DESC LIMIT 1;
END;

CREATE TABLE framing (
  -- A message in other words for one audience.
  id TEXT PRIMARY KEY,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  sent_for_review_at TEXT,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (key_message_id, audience_id)
) STRICT;
CREATE INDEX framing_of_audience ON framing (audience_id);
CREATE TRIGGER search_framing_removed AFTER DELETE ON framing BEGIN
  DELETE FROM search_entry WHERE kind = 'framing' AND record_id = old.id;
END;

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
CREATE TRIGGER search_framing_revision_added AFTER INSERT ON framing_revision BEGIN
  DELETE FROM search_entry WHERE kind = 'framing' AND record_id = new.framing_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'framing', f.id, m.campaign_id, 'Message ' || m.number || ' for ' || a.name, r.text
  FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
  JOIN framing_revision r ON r.framing_id = f.id
  WHERE f.id = new.framing_id ORDER BY r.number DESC LIMIT 1;
END;
CREATE TRIGGER search_framing_revision_changed AFTER UPDATE ON framing_revision BEGIN
  DELETE FROM search_entry WHERE kind = 'framing' AND record_id = new.framing_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'framing', f.id, m.campaign_id, 'Message ' || m.number || ' for ' || a.name, r.text
  FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
  JOIN framing_revision r ON r.framing_id = f.id
  WHERE f.id = new.framing_id ORDER BY r.number DESC LIMIT 1;
END;
CREATE TRIGGER search_framing_revision_removed AFTER DELETE ON framing_revision BEGIN
  DELETE FROM search_entry WHERE kind = 'framing' AND record_id = old.framing_id;
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'framing', f.id, m.campaign_id, 'Message ' || m.number || ' for ' || a.name, r.text
  FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
  JOIN framing_revision r ON r.framing_id = f.id
  WHERE f.id = old.framing_id ORDER BY r.number DESC LIMIT 1;
END;

CREATE TABLE objection (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  says TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '',
  note_to_speaker TEXT NOT NULL,
  is_difficult_question INTEGER NOT NULL DEFAULT 0 CHECK (is_difficult_question IN (0, 1)),
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  -- What may be said, as against the note to the speaker, which is guidance.
  words_to_say TEXT NOT NULL DEFAULT '',
  UNIQUE (campaign_id, code)
) STRICT;
CREATE TRIGGER search_objection_added AFTER INSERT ON objection BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('objection', new.id, new.campaign_id, new.name,
    new.says || ' ' || new.words_to_say || ' ' || new.note_to_speaker || ' ' || new.who);
END;
CREATE TRIGGER search_objection_changed AFTER UPDATE ON objection BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.name,
    body = new.says || ' ' || new.words_to_say || ' ' || new.note_to_speaker || ' ' || new.who
  WHERE kind = 'objection' AND record_id = new.id;
END;
CREATE TRIGGER search_objection_removed AFTER DELETE ON objection BEGIN
  DELETE FROM search_entry WHERE kind = 'objection' AND record_id = old.id;
END;

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
CREATE TRIGGER search_source_added AFTER INSERT ON source BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('source', new.id, new.campaign_id, new.title, new.publisher || ' ' || coalesce(new.address, ''));
END;
CREATE TRIGGER search_source_changed AFTER UPDATE ON source BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.title,
    body = new.publisher || ' ' || coalesce(new.address, '')
  WHERE kind = 'source' AND record_id = new.id;
END;
CREATE TRIGGER search_source_removed AFTER DELETE ON source BEGIN
  DELETE FROM search_entry WHERE kind = 'source' AND record_id = old.id;
END;

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
  -- What each figure counts, its value and the edition that says so, by number.
  figures_json TEXT NOT NULL DEFAULT '{}',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, code)
) STRICT;
CREATE INDEX proof_point_due ON proof_point (campaign_id, review_by) WHERE retired_at IS NULL;
CREATE TRIGGER figure_edition_added AFTER INSERT ON proof_point WHEN new.retired_at IS NULL BEGIN
  INSERT OR IGNORE INTO figure_edition
  SELECT new.campaign_id, lower(trim(each.value ->> 'what')), new.id, each.key,
    each.value ->> 'what', each.value ->> 'value', each.value ->> 'edition'
  FROM json_each(new.figures_json) AS each WHERE each.type = 'object';
END;
CREATE TRIGGER figure_edition_removed AFTER DELETE ON proof_point BEGIN
  DELETE FROM figure_edition WHERE proof_point_id = old.id;
END;
CREATE TRIGGER figure_edition_retired AFTER UPDATE OF retired_at ON proof_point WHEN new.retired_at IS NOT NULL BEGIN
  DELETE FROM figure_edition WHERE proof_point_id = old.id;
END;
CREATE TRIGGER figure_edition_changed AFTER UPDATE OF figures_json, retired_at ON proof_point
WHEN new.retired_at IS NULL AND (old.figures_json <> new.figures_json OR old.retired_at IS NOT new.retired_at) BEGIN
  DELETE FROM figure_edition WHERE proof_point_id = new.id;
  INSERT OR IGNORE INTO figure_edition
  SELECT new.campaign_id, lower(trim(each.value ->> 'what')), new.id, each.key,
    each.value ->> 'what', each.value ->> 'value', each.value ->> 'edition'
  FROM json_each(new.figures_json) AS each WHERE each.type = 'object';
END;
CREATE TRIGGER search_proof_point_added AFTER INSERT ON proof_point BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('proof point', new.id, new.campaign_id,
    new.code || ' ' || new.claim,
    coalesce(new.edition, '') || ' ' || new.caveat);
END;
CREATE TRIGGER search_proof_point_changed AFTER UPDATE ON proof_point BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.code || ' ' || new.claim,
    body = coalesce(new.edition, '') || ' ' || new.caveat
  WHERE kind = 'proof point' AND record_id = new.id;
END;
CREATE TRIGGER search_proof_point_removed AFTER DELETE ON proof_point BEGIN
  DELETE FROM search_entry WHERE kind = 'proof point' AND record_id = old.id;
END;

CREATE TABLE proof_point_source (
  id TEXT PRIMARY KEY,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (proof_point_id, source_id)
) STRICT;
CREATE INDEX proof_point_source_used ON proof_point_source (source_id);

CREATE TABLE proof_point_check (
  -- A proof point was compared with the source on that day.
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

CREATE TABLE library_entry (
  -- What the library's files said at the last import or export: an edit made in the product since then is a
  -- conflict.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('key message', 'framing', 'objection', 'proof point', 'source')),
  code TEXT NOT NULL,
  canonical_text TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, kind, code)
) STRICT;

CREATE TABLE event_series (
  -- What repeats: its rule [RFC 5545, RRULE] and what each time starts from. The times themselves are events.
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
  version INTEGER NOT NULL DEFAULT 1,
  -- As of an outreach event.
  sequence_lead INTEGER NOT NULL DEFAULT 0 CHECK (sequence_lead >= 0)
) STRICT;
CREATE INDEX event_series_of_campaign ON event_series (campaign_id);
CREATE UNIQUE INDEX event_series_imported ON event_series (campaign_id, imported_uid) WHERE imported_uid IS NOT NULL;
CREATE TRIGGER calendar_stamp_event_series_added AFTER INSERT ON event_series BEGIN
  INSERT INTO calendar_stamp VALUES (new.campaign_id, 1)
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_event_series_changed AFTER UPDATE ON event_series BEGIN
  INSERT INTO calendar_stamp VALUES (new.campaign_id, 1)
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_event_series_removed AFTER DELETE ON event_series BEGIN
  INSERT INTO calendar_stamp VALUES (old.campaign_id, 1)
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;

CREATE TABLE event_series_exception (
  -- A time that the rule gives and that does not take place.
  id TEXT PRIMARY KEY,
  event_series_id TEXT NOT NULL REFERENCES event_series ON DELETE CASCADE,
  slot TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (event_series_id, slot)
) STRICT;
CREATE TRIGGER calendar_stamp_event_series_exception_added AFTER INSERT ON event_series_exception BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM event_series WHERE id = new.event_series_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_event_series_exception_changed AFTER UPDATE ON event_series_exception BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM event_series WHERE id = new.event_series_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_event_series_exception_removed AFTER DELETE ON event_series_exception BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM event_series WHERE id = old.event_series_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;

CREATE TABLE outreach_event (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  wall_start TEXT NOT NULL,
  wall_end TEXT NOT NULL,
  zone TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL CHECK (ends_at >= starts_at),
  day TEXT NOT NULL,
  schedule TEXT NOT NULL CHECK (schedule IN ('tentative', 'confirmed', 'cancelled')),
  result TEXT NOT NULL CHECK (result IN ('planned', 'held', 'not held')),
  schedule_reason TEXT NOT NULL DEFAULT '',
  result_reason TEXT NOT NULL DEFAULT '',
  going_ahead_reason TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  is_place_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (is_place_confirmed IN (0, 1)),
  ground_rule TEXT NOT NULL
    CHECK (ground_rule IN ('on the record', 'background', 'deep background', 'off the record')),
  handling TEXT NOT NULL,
  ask TEXT NOT NULL DEFAULT '',
  objective_id TEXT REFERENCES objective ON DELETE RESTRICT,
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  planned_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  is_all_day INTEGER NOT NULL DEFAULT 0 CHECK (is_all_day IN (0, 1)),
  link TEXT NOT NULL DEFAULT '',
  event_series_id TEXT REFERENCES event_series ON DELETE SET NULL,
  -- The wall time that the rule gave it, wherever it was moved since [RFC 5545, RECURRENCE-ID].
  series_slot TEXT,
  imported_uid TEXT,
  imported_hash TEXT,
  -- How far the SEQUENCE of what was imported is ahead of our own count of its versions, so that it never goes
  -- down [RFC 5545, section 3.8.7.4].
  sequence_lead INTEGER NOT NULL DEFAULT 0 CHECK (sequence_lead >= 0)
) STRICT;
CREATE INDEX outreach_event_of_campaign ON outreach_event (campaign_id, starts_at);
CREATE INDEX outreach_event_in_time ON outreach_event (starts_at, ends_at);
CREATE INDEX outreach_event_of_owner ON outreach_event (owner_account_id, starts_at);
CREATE UNIQUE INDEX outreach_event_of_series ON outreach_event (event_series_id, series_slot)
  WHERE event_series_id IS NOT NULL;
CREATE UNIQUE INDEX outreach_event_imported ON outreach_event (campaign_id, imported_uid)
  WHERE imported_uid IS NOT NULL;
CREATE INDEX outreach_event_of_day ON outreach_event (campaign_id, schedule, day);
CREATE INDEX outreach_event_visit ON outreach_event (campaign_id, day) WHERE kind = 'delegation visit';
CREATE INDEX outreach_event_in_period ON outreach_event (campaign_id, day, kind, schedule, result, ends_at);
CREATE TRIGGER meeting_to_log_planned AFTER INSERT ON outreach_event
WHEN new.schedule <> 'cancelled' AND new.result <> 'not held' AND new.kind <> 'internal' BEGIN
  INSERT OR REPLACE INTO meeting_to_log VALUES (new.id, new.campaign_id, new.ends_at);
END;
CREATE TRIGGER meeting_to_log_changed AFTER UPDATE OF schedule, result, ends_at, kind ON outreach_event BEGIN
  DELETE FROM meeting_to_log WHERE outreach_event_id = new.id;
  INSERT INTO meeting_to_log SELECT new.id, new.campaign_id, new.ends_at
  WHERE new.schedule <> 'cancelled' AND new.result <> 'not held' AND new.kind <> 'internal'
    AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = new.id);
END;
CREATE TRIGGER meeting_to_log_removed AFTER DELETE ON outreach_event BEGIN
  DELETE FROM meeting_to_log WHERE outreach_event_id = old.id;
END;
CREATE TRIGGER observation_day_changed AFTER UPDATE OF day ON outreach_event WHEN old.day <> new.day BEGIN
  DELETE FROM observation WHERE source_id IN (SELECT id FROM outcome WHERE outreach_event_id = new.id);
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, new.day, 'meeting note',
    avg(r.score), count(r.score), o.officer_account_id
  FROM outcome o JOIN reception r ON r.outcome_id = o.id
  WHERE o.outreach_event_id = new.id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER objection_last_heard_moved AFTER UPDATE OF day ON outreach_event WHEN old.day <> new.day BEGIN
  DELETE FROM objection_last_heard WHERE objection_id IN (
    SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
    WHERE o.outreach_event_id = new.id AND r.objection_id IS NOT NULL);
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (
    SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (
      SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
      FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
      JOIN outreach_event e ON e.id = o.outreach_event_id
      LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
      WHERE r.objection_id IN (
          SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
          WHERE o.outreach_event_id = new.id AND r.objection_id IS NOT NULL)
        AND r.objection_id IS NOT NULL
        AND coalesce(r.audience_id, a.audience_id) IS NOT NULL))
  WHERE place = 1 GROUP BY objection_id, audience_id;
END;
CREATE TRIGGER calendar_stamp_outreach_event_added AFTER INSERT ON outreach_event BEGIN
  INSERT INTO calendar_stamp VALUES (new.campaign_id, 1)
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_outreach_event_changed AFTER UPDATE ON outreach_event BEGIN
  INSERT INTO calendar_stamp VALUES (new.campaign_id, 1)
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_outreach_event_removed AFTER DELETE ON outreach_event BEGIN
  INSERT INTO calendar_stamp VALUES (old.campaign_id, 1)
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER search_outreach_event_added AFTER INSERT ON outreach_event BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('outreach event', new.id, new.campaign_id,
    new.title,
    new.place || ' ' || new.ask || ' ' || new.kind);
END;
CREATE TRIGGER search_outreach_event_changed AFTER UPDATE ON outreach_event BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.title,
    body = new.place || ' ' || new.ask || ' ' || new.kind
  WHERE kind = 'outreach event' AND record_id = new.id;
END;
CREATE TRIGGER search_outreach_event_removed AFTER DELETE ON outreach_event BEGIN
  DELETE FROM search_entry WHERE kind = 'outreach event' AND record_id = old.id;
END;
CREATE TRIGGER search_outcome_renamed AFTER UPDATE OF title ON outreach_event WHEN old.title <> new.title BEGIN
  UPDATE search_entry SET title = new.title
  WHERE kind = 'outcome' AND record_id IN (SELECT id FROM outcome WHERE outreach_event_id = new.id);
END;
CREATE TRIGGER wording_said_moved AFTER UPDATE OF starts_at ON outreach_event WHEN old.starts_at <> new.starts_at BEGIN
  UPDATE wording_said SET starts_at = new.starts_at WHERE outreach_event_id = new.id;
END;
CREATE TRIGGER meeting_changed AFTER UPDATE OF result, day, kind ON outreach_event BEGIN
  DELETE FROM audience_meeting WHERE outreach_event_id = new.id;
  INSERT INTO audience_meeting SELECT a.audience_id, new.day, new.id, new.campaign_id FROM outreach_event_audience a
  WHERE a.outreach_event_id = new.id AND new.result = 'held' AND new.kind <> 'internal';
  DELETE FROM contact_meeting WHERE outreach_event_id = new.id;
  INSERT INTO contact_meeting SELECT p.contact_id, new.day, new.id, new.campaign_id FROM outreach_event_participant p
  WHERE p.outreach_event_id = new.id AND new.result = 'held' AND new.kind <> 'internal' AND p.attendance <> 'no-show';
END;

CREATE TABLE outreach_event_audience (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, audience_id)
) STRICT;
CREATE INDEX outreach_event_audience_of_audience ON outreach_event_audience (audience_id, outreach_event_id);
CREATE TRIGGER audience_meeting_removed AFTER DELETE ON outreach_event_audience BEGIN
  DELETE FROM audience_meeting WHERE outreach_event_id = old.outreach_event_id AND audience_id = old.audience_id;
END;
CREATE TRIGGER objection_last_heard_joined AFTER INSERT ON outreach_event_audience BEGIN
  DELETE FROM objection_last_heard WHERE objection_id IN (
    SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
    WHERE o.outreach_event_id = new.outreach_event_id AND r.objection_id IS NOT NULL);
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (
    SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (
      SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
      FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
      JOIN outreach_event e ON e.id = o.outreach_event_id
      LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
      WHERE r.objection_id IN (
          SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
          WHERE o.outreach_event_id = new.outreach_event_id AND r.objection_id IS NOT NULL)
        AND r.objection_id IS NOT NULL
        AND coalesce(r.audience_id, a.audience_id) IS NOT NULL))
  WHERE place = 1 GROUP BY objection_id, audience_id;
END;
CREATE TRIGGER objection_last_heard_left AFTER DELETE ON outreach_event_audience BEGIN
  DELETE FROM objection_last_heard WHERE objection_id IN (
    SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
    WHERE o.outreach_event_id = old.outreach_event_id AND r.objection_id IS NOT NULL);
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (
    SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (
      SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
      FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
      JOIN outreach_event e ON e.id = o.outreach_event_id
      LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
      WHERE r.objection_id IN (
          SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
          WHERE o.outreach_event_id = old.outreach_event_id AND r.objection_id IS NOT NULL)
        AND r.objection_id IS NOT NULL
        AND coalesce(r.audience_id, a.audience_id) IS NOT NULL))
  WHERE place = 1 GROUP BY objection_id, audience_id;
END;
CREATE TRIGGER audience_meeting_added AFTER INSERT ON outreach_event_audience BEGIN
  INSERT INTO audience_meeting SELECT new.audience_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND e.kind <> 'internal';
END;

CREATE TABLE outreach_event_message (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, key_message_id)
) STRICT;
CREATE INDEX outreach_event_message_of_message ON outreach_event_message (key_message_id, outreach_event_id);
CREATE TRIGGER calendar_stamp_outreach_event_message_added AFTER INSERT ON outreach_event_message BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM outreach_event WHERE id = new.outreach_event_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_outreach_event_message_changed AFTER UPDATE ON outreach_event_message BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM outreach_event WHERE id = new.outreach_event_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_outreach_event_message_removed AFTER DELETE ON outreach_event_message BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM outreach_event WHERE id = old.outreach_event_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;

CREATE TABLE outreach_event_participant (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  contact_id TEXT NOT NULL REFERENCES contact ON DELETE RESTRICT,
  reply TEXT NOT NULL CHECK (reply IN ('needs-action', 'accepted', 'declined', 'tentative', 'delegated')),
  attendance TEXT NOT NULL CHECK (attendance IN ('attended', 'no-show', 'not recorded')),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, contact_id)
) STRICT;
CREATE INDEX outreach_event_participant_of_contact ON outreach_event_participant (contact_id, outreach_event_id);
CREATE TRIGGER contact_meeting_removed AFTER DELETE ON outreach_event_participant BEGIN
  DELETE FROM contact_meeting WHERE outreach_event_id = old.outreach_event_id AND contact_id = old.contact_id;
END;
CREATE TRIGGER contact_meeting_added AFTER INSERT ON outreach_event_participant BEGIN
  INSERT INTO contact_meeting SELECT new.contact_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND e.kind <> 'internal' AND new.attendance <> 'no-show';
END;
CREATE TRIGGER contact_meeting_changed AFTER UPDATE OF attendance ON outreach_event_participant BEGIN
  DELETE FROM contact_meeting WHERE outreach_event_id = new.outreach_event_id AND contact_id = new.contact_id;
  INSERT INTO contact_meeting SELECT new.contact_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND e.kind <> 'internal' AND new.attendance <> 'no-show';
END;

CREATE TABLE outreach_event_officer (
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, account_id)
) STRICT;
CREATE INDEX outreach_event_officer_of_account ON outreach_event_officer (account_id, outreach_event_id);
CREATE TRIGGER calendar_stamp_outreach_event_officer_added AFTER INSERT ON outreach_event_officer BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM outreach_event WHERE id = new.outreach_event_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_outreach_event_officer_changed AFTER UPDATE ON outreach_event_officer BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM outreach_event WHERE id = new.outreach_event_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;
CREATE TRIGGER calendar_stamp_outreach_event_officer_removed AFTER DELETE ON outreach_event_officer BEGIN
  INSERT INTO calendar_stamp SELECT campaign_id, 1 FROM outreach_event WHERE id = old.outreach_event_id
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;

CREATE TABLE outreach_wish (
  -- Outreach that is wanted and has no date yet.
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
CREATE INDEX outreach_wish_of_campaign ON outreach_wish (campaign_id, best_by)
  WHERE placed_event_id IS NULL AND dropped_at IS NULL;

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

CREATE TABLE visit_member (
  -- A visit is an outreach event; its members come with it, and its items are events of their own.
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
  version INTEGER NOT NULL DEFAULT 1,
  note TEXT NOT NULL DEFAULT ''
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

CREATE TABLE visit_programme_copy (
  -- Who holds which version of a programme on paper or in a mail.
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

CREATE TABLE session_day (
  -- A day without a row is a day of which nobody said anything: not known.
  id TEXT PRIMARY KEY,
  chamber TEXT NOT NULL CHECK (chamber IN ('House', 'Senate')),
  day TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in session', 'away')),
  source TEXT NOT NULL,
  as_of TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (day, chamber)
) STRICT;

CREATE TABLE calendar_feed (
  -- A private address under which other programs read a calendar; of the address only the hash is kept.
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  -- NULL for every campaign of the account.
  campaign_id TEXT REFERENCES campaign ON DELETE RESTRICT,
  token_hash TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL CHECK (titles IN ('shown', 'busy only')),
  made_at TEXT NOT NULL,
  revoked_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX calendar_feed_of_account ON calendar_feed (account_id);

CREATE TABLE talking_points (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE RESTRICT,
  title TEXT NOT NULL,
  ask TEXT NOT NULL DEFAULT '',
  speaker TEXT NOT NULL DEFAULT '',
  objective TEXT NOT NULL DEFAULT '',
  handling TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('drafting', 'sent for clearance', 'returned', 'used')),
  stage_reason TEXT NOT NULL DEFAULT '',
  drafted_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  started_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
, started_from_id TEXT REFERENCES talking_points ON DELETE RESTRICT) STRICT;
CREATE INDEX talking_points_of_event ON talking_points (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX talking_points_of_campaign ON talking_points (campaign_id, changed_at);
CREATE INDEX talking_points_started_from ON talking_points (started_from_id) WHERE started_from_id IS NOT NULL;
CREATE TRIGGER search_talking_points_added AFTER INSERT ON talking_points BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('talking points', new.id, new.campaign_id, new.title,
    new.ask || ' ' || new.objective || ' ' || new.speaker);
END;
CREATE TRIGGER search_talking_points_changed AFTER UPDATE OF title, ask, objective, speaker ON talking_points BEGIN
  UPDATE search_entry
  SET title = new.title, body = new.ask || ' ' || new.objective || ' ' || new.speaker
  WHERE kind = 'talking points' AND record_id = new.id;
END;
CREATE TRIGGER search_talking_points_renamed AFTER UPDATE OF title ON talking_points WHEN old.title <> new.title BEGIN
  UPDATE search_entry
  SET body = (SELECT new.title || ' ' || heading || ' ' || text FROM talking_points_block WHERE id = record_id)
  WHERE kind = 'talking points block'
    AND record_id IN (SELECT id FROM talking_points_block WHERE talking_points_id = new.id);
END;
CREATE TRIGGER search_talking_points_removed AFTER DELETE ON talking_points BEGIN
  DELETE FROM search_entry WHERE kind = 'talking points' AND record_id = old.id;
END;

CREATE TABLE talking_points_block (
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  section TEXT NOT NULL CHECK (section IN ('points to make', 'if raised', 'avoid', 'background')),
  position INTEGER NOT NULL,
  heading TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  origin_kind TEXT NOT NULL
    CHECK (origin_kind IN ('key message', 'objection', 'proof point', 'event record', 'own words')),
  origin_id TEXT,
  origin_revision_id TEXT,
  origin_text TEXT NOT NULL DEFAULT '',
  -- In the words of a framing: origin_id is then the message, and origin_revision_id a revision of that framing.
  origin_framing_id TEXT REFERENCES framing ON DELETE SET NULL,
  -- Marked as our judgement, which needs no source.
  is_judgement INTEGER NOT NULL DEFAULT 0 CHECK (is_judgement IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  -- Whether what came from an objection was taken from its words to say; else it holds its note to the speaker.
  origin_is_words_to_say INTEGER NOT NULL DEFAULT 0 CHECK (origin_is_words_to_say IN (0, 1))
) STRICT;
CREATE INDEX talking_points_block_of_paper ON talking_points_block (talking_points_id, section, position);
CREATE INDEX talking_points_block_origin ON talking_points_block (origin_kind, origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX talking_points_block_framing ON talking_points_block (origin_framing_id)
  WHERE origin_framing_id IS NOT NULL;
CREATE TRIGGER search_block_added AFTER INSERT ON talking_points_block BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'talking points block', new.id, campaign_id, '', title || ' ' || new.heading || ' ' || new.text
  FROM talking_points WHERE id = new.talking_points_id;
END;
CREATE TRIGGER search_block_changed AFTER UPDATE OF heading, text ON talking_points_block BEGIN
  UPDATE search_entry
  SET body = (SELECT title FROM talking_points WHERE id = new.talking_points_id)
    || ' ' || new.heading || ' ' || new.text
  WHERE kind = 'talking points block' AND record_id = new.id;
END;
CREATE TRIGGER search_block_removed AFTER DELETE ON talking_points_block BEGIN
  DELETE FROM search_entry WHERE kind = 'talking points block' AND record_id = old.id;
END;

CREATE TABLE talking_points_footnote (
  id TEXT PRIMARY KEY,
  talking_points_block_id TEXT NOT NULL REFERENCES talking_points_block ON DELETE CASCADE,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  -- It stands there because the text bears its mark.
  is_by_mark INTEGER NOT NULL DEFAULT 0 CHECK (is_by_mark IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (talking_points_block_id, proof_point_id)
) STRICT;
CREATE INDEX talking_points_footnote_used ON talking_points_footnote (proof_point_id);

CREATE TABLE talking_points_version (
  -- A paper as it stood, kept whole.
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  content_json TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (talking_points_id, number)
) STRICT;

CREATE TABLE paper_copy (
  -- Every brief that was printed and every file that was taken, so that a hold finds the paper.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE RESTRICT,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE SET NULL,
  manner TEXT NOT NULL
    CHECK (manner IN ('printed brief', 'printed paper', 'Word', 'PDF', 'Markdown', 'copied for e-mail')),
  is_for_outsiders INTEGER NOT NULL DEFAULT 0 CHECK (is_for_outsiders IN (0, 1)),
  text_hash TEXT NOT NULL,
  version_number INTEGER,
  leaving_line TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  taken_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX paper_copy_of_paper ON paper_copy (talking_points_id, taken_at);

CREATE TABLE paper_copy_message (
  -- Which wording of which message a copy carries.
  id TEXT PRIMARY KEY,
  paper_copy_id TEXT NOT NULL REFERENCES paper_copy ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE CASCADE,
  message_revision_id TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX paper_copy_message_of_copy ON paper_copy_message (paper_copy_id);
CREATE INDEX paper_copy_message_of_message ON paper_copy_message (key_message_id);

CREATE TABLE clearance_desk (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  name TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('embassy', 'ministry')),
  holder_account_id TEXT REFERENCES account ON DELETE SET NULL,
  deputy_account_id TEXT REFERENCES account ON DELETE SET NULL,
  away_from TEXT,
  away_until TEXT,
  country TEXT NOT NULL,
  zone TEXT NOT NULL,
  asked_by_default TEXT NOT NULL CHECK (asked_by_default IN ('clear', 'inform', 'not asked')),
  is_asked_for_holding_lines INTEGER NOT NULL DEFAULT 1 CHECK (is_asked_for_holding_lines IN (0, 1)),
  position INTEGER NOT NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX clearance_desk_of_campaign ON clearance_desk (campaign_id, position);

CREATE TABLE clearance_reading (
  -- Who of a desk has opened the text first. No part of the history: it names the request without holding on to
  -- it, so that a sending can be undone although somebody has begun to read.
  id TEXT PRIMARY KEY,
  clearance_request_id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  opened_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE clearance_report (
  -- When and to whom a release by the head of mission was reported.
  id TEXT PRIMARY KEY,
  clearance_id TEXT NOT NULL UNIQUE REFERENCES clearance ON DELETE RESTRICT,
  reported_on TEXT NOT NULL,
  reported_to TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE clearance_comment (
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  talking_points_block_id TEXT REFERENCES talking_points_block ON DELETE SET NULL,
  answers_comment_id TEXT REFERENCES clearance_comment ON DELETE CASCADE,
  quote TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  resolved_by TEXT REFERENCES account ON DELETE RESTRICT,
  resolved_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  -- For which side it was made.
  side TEXT NOT NULL DEFAULT 'embassy' CHECK (side IN ('embassy', 'ministry'))
) STRICT;
CREATE INDEX clearance_comment_of_paper ON clearance_comment (talking_points_id, made_at);

CREATE TABLE message_hold (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  placed_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  placed_at TEXT NOT NULL,
  lifted_by TEXT REFERENCES account ON DELETE RESTRICT,
  lifted_at TEXT,
  lift_reason TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX message_hold_once ON message_hold (key_message_id) WHERE lifted_at IS NULL;
CREATE INDEX message_hold_of_campaign ON message_hold (campaign_id, placed_at);

CREATE TABLE holding_line (
  -- The line that stands in place of a held message.
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL UNIQUE REFERENCES message_hold ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE holding_line_version (
  -- The words, how they may travel and until when: a clearance counts for all three together.
  id TEXT PRIMARY KEY,
  holding_line_id TEXT NOT NULL REFERENCES holding_line ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  handling TEXT NOT NULL,
  wall_expires TEXT NOT NULL,
  zone TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  made_at TEXT NOT NULL,
  expiry_noted_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (holding_line_id, number)
) STRICT;

CREATE TABLE new_line_notice (
  -- The new line to one person: kept until the line is cleared, then sent.
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL REFERENCES message_hold ON DELETE CASCADE,
  account_id TEXT REFERENCES account ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE CASCADE,
  asked_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  asked_at TEXT NOT NULL,
  sent_at TEXT,
  sent_text_hash TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((account_id IS NULL) <> (contact_id IS NULL))
) STRICT;
CREATE INDEX new_line_notice_of_hold ON new_line_notice (message_hold_id);

CREATE TABLE stopped_post (
  -- A post that a hold stopped: once the hold is lifted it asks for a new time, until somebody settles it.
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL REFERENCES message_hold ON DELETE CASCADE,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  starts_at TEXT NOT NULL,
  settled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX stopped_post_of_event ON stopped_post (outreach_event_id);

CREATE TABLE hold_sighting (
  -- Which of our people have opened a page that showed the hold.
  id TEXT PRIMARY KEY,
  message_hold_id TEXT NOT NULL REFERENCES message_hold ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  seen_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (message_hold_id, account_id)
) STRICT;

CREATE TABLE instruction (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  issuer TEXT NOT NULL,
  reference TEXT NOT NULL,
  text TEXT NOT NULL,
  red_lines TEXT NOT NULL DEFAULT '',
  handling TEXT NOT NULL,
  received_on TEXT NOT NULL,
  expires_on TEXT,
  answered_at TEXT,
  answered_by TEXT REFERENCES account ON DELETE RESTRICT,
  answer TEXT NOT NULL DEFAULT '',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX instruction_of_campaign ON instruction (campaign_id, received_on);

CREATE TABLE instruction_target (
  -- The event or the paper that an instruction is about.
  id TEXT PRIMARY KEY,
  instruction_id TEXT NOT NULL REFERENCES instruction ON DELETE CASCADE,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE CASCADE,
  talking_points_id TEXT REFERENCES talking_points ON DELETE CASCADE,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((outreach_event_id IS NULL) <> (talking_points_id IS NULL))
) STRICT;
CREATE INDEX instruction_target_of_instruction ON instruction_target (instruction_id);
CREATE INDEX instruction_target_of_event ON instruction_target (outreach_event_id)
  WHERE outreach_event_id IS NOT NULL;
CREATE INDEX instruction_target_of_paper ON instruction_target (talking_points_id)
  WHERE talking_points_id IS NOT NULL;

CREATE TABLE outcome (
  -- What one officer noted of a meeting.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE RESTRICT,
  officer_account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  said TEXT NOT NULL DEFAULT '',
  impression TEXT NOT NULL DEFAULT '',
  assessment TEXT NOT NULL DEFAULT '',
  ask_answer TEXT NOT NULL DEFAULT '',
  ground_rule TEXT NOT NULL
    CHECK (ground_rule IN ('on the record', 'background', 'deep background', 'off the record')),
  handling TEXT NOT NULL,
  logged_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outreach_event_id, officer_account_id)
) STRICT;
CREATE INDEX outcome_of_campaign ON outcome (campaign_id, logged_at);
CREATE INDEX outcome_of_officer ON outcome (officer_account_id, logged_at);
CREATE INDEX outcome_first_logged ON outcome (outreach_event_id, logged_at, officer_account_id);
CREATE TRIGGER meeting_logged AFTER INSERT ON outcome BEGIN
  DELETE FROM meeting_to_log WHERE outreach_event_id = new.outreach_event_id;
END;
CREATE TRIGGER meeting_unlogged AFTER DELETE ON outcome BEGIN
  INSERT OR REPLACE INTO meeting_to_log SELECT e.id, e.campaign_id, e.ends_at FROM outreach_event e
  WHERE e.id = old.outreach_event_id AND e.schedule <> 'cancelled' AND e.result <> 'not held' AND e.kind <> 'internal'
    AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = e.id);
END;
CREATE TRIGGER logged_meetings_added AFTER INSERT ON outcome
WHEN NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = new.outreach_event_id AND o.id <> new.id) BEGIN
  INSERT INTO logged_meetings VALUES (new.campaign_id, 1) ON CONFLICT DO UPDATE SET meetings = meetings + 1;
END;
CREATE TRIGGER logged_meetings_removed AFTER DELETE ON outcome
WHEN NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = old.outreach_event_id) BEGIN
  UPDATE logged_meetings SET meetings = meetings - 1 WHERE campaign_id = old.campaign_id;
END;
CREATE TRIGGER search_outcome_added AFTER INSERT ON outcome BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('outcome', new.id, new.campaign_id,
    (SELECT e.title FROM outreach_event e WHERE e.id = new.outreach_event_id),
    new.said || ' ' || new.impression || ' ' || new.assessment || ' ' || new.ask_answer);
END;
CREATE TRIGGER search_outcome_changed AFTER UPDATE ON outcome BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id,
    title = (SELECT e.title FROM outreach_event e WHERE e.id = new.outreach_event_id),
    body = new.said || ' ' || new.impression || ' ' || new.assessment || ' ' || new.ask_answer
  WHERE kind = 'outcome' AND record_id = new.id;
END;
CREATE TRIGGER search_outcome_removed AFTER DELETE ON outcome BEGIN
  DELETE FROM search_entry WHERE kind = 'outcome' AND record_id = old.id;
END;
CREATE TRIGGER wording_said_unlogged AFTER DELETE ON outcome BEGIN
  DELETE FROM wording_said WHERE outreach_event_id = old.outreach_event_id;
  INSERT INTO wording_said SELECT DISTINCT r.message_revision_id, e.starts_at, e.id
  FROM outreach_event e JOIN outcome o ON o.outreach_event_id = e.id JOIN reception r ON r.outcome_id = o.id
  WHERE e.id = old.outreach_event_id AND r.score IS NOT NULL AND r.message_revision_id IS NOT NULL;
END;

CREATE TABLE reception (
  -- How a message was received. A reception for the room is one row for each audience in it.
  id TEXT PRIMARY KEY,
  outcome_id TEXT NOT NULL REFERENCES outcome ON DELETE CASCADE,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  scope TEXT NOT NULL CHECK (scope IN ('room', 'audience', 'contact')),
  -- NULL where the message was not raised.
  score INTEGER CHECK (score BETWEEN -2 AND 2),
  wording TEXT CHECK (wording IN ('as written', 'in other words')),
  message_revision_id TEXT REFERENCES message_revision ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX reception_of_outcome ON reception (outcome_id, key_message_id, audience_id);
CREATE INDEX reception_of_message ON reception (key_message_id, audience_id);
CREATE INDEX reception_of_audience ON reception (audience_id);
CREATE INDEX reception_of_contact ON reception (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX reception_of_revision ON reception (message_revision_id) WHERE message_revision_id IS NOT NULL;
CREATE TRIGGER observation_reception_added AFTER INSERT ON reception WHEN new.score IS NOT NULL BEGIN
  DELETE FROM observation WHERE source_id = new.outcome_id AND key_message_id = new.key_message_id
    AND audience_id = new.audience_id;
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note',
    avg(r.score), count(r.score), o.officer_account_id
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = new.outcome_id AND r.key_message_id = new.key_message_id
    AND r.audience_id = new.audience_id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER observation_reception_removed AFTER DELETE ON reception WHEN old.score IS NOT NULL BEGIN
  DELETE FROM observation WHERE source_id = old.outcome_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note',
    avg(r.score), count(r.score), o.officer_account_id
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = old.outcome_id AND r.key_message_id = old.key_message_id
    AND r.audience_id = old.audience_id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER observation_reception_changed AFTER UPDATE OF score, key_message_id, audience_id ON reception BEGIN
  DELETE FROM observation WHERE source_id = old.outcome_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note',
    avg(r.score), count(r.score), o.officer_account_id
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = old.outcome_id AND r.key_message_id = old.key_message_id
    AND r.audience_id = old.audience_id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
  DELETE FROM observation WHERE source_id = new.outcome_id AND key_message_id = new.key_message_id
    AND audience_id = new.audience_id;
  INSERT INTO observation
  SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, 'meeting note',
    avg(r.score), count(r.score), o.officer_account_id
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = new.outcome_id AND r.key_message_id = new.key_message_id
    AND r.audience_id = new.audience_id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER observation_wording_changed AFTER UPDATE OF wording, message_revision_id ON reception
WHEN old.wording IS NOT new.wording OR old.message_revision_id IS NOT new.message_revision_id BEGIN
  UPDATE observation_clock SET stamp = stamp + 1;
  UPDATE observation_cell SET stamp = (SELECT stamp FROM observation_clock)
  WHERE key_message_id = new.key_message_id AND audience_id = new.audience_id
    AND campaign_id = (SELECT campaign_id FROM outcome WHERE id = new.outcome_id);
END;
CREATE TRIGGER wording_said_added AFTER INSERT ON reception
WHEN new.score IS NOT NULL AND new.message_revision_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO wording_said SELECT new.message_revision_id, e.starts_at, e.id
  FROM outcome o JOIN outreach_event e ON e.id = o.outreach_event_id WHERE o.id = new.outcome_id;
END;
CREATE TRIGGER wording_said_changed AFTER UPDATE OF score, message_revision_id ON reception BEGIN
  DELETE FROM wording_said
  WHERE outreach_event_id = (SELECT outreach_event_id FROM outcome WHERE id = new.outcome_id);
  INSERT INTO wording_said SELECT DISTINCT r.message_revision_id, e.starts_at, e.id
  FROM outcome mine JOIN outreach_event e ON e.id = mine.outreach_event_id
    JOIN outcome o ON o.outreach_event_id = e.id JOIN reception r ON r.outcome_id = o.id
  WHERE mine.id = new.outcome_id AND r.score IS NOT NULL AND r.message_revision_id IS NOT NULL;
END;
CREATE TRIGGER wording_said_removed AFTER DELETE ON reception BEGIN
  DELETE FROM wording_said
  WHERE outreach_event_id = (SELECT outreach_event_id FROM outcome WHERE id = old.outcome_id);
  INSERT INTO wording_said SELECT DISTINCT r.message_revision_id, e.starts_at, e.id
  FROM outcome mine JOIN outreach_event e ON e.id = mine.outreach_event_id
    JOIN outcome o ON o.outreach_event_id = e.id JOIN reception r ON r.outcome_id = o.id
  WHERE mine.id = old.outcome_id AND r.score IS NOT NULL AND r.message_revision_id IS NOT NULL;
END;

CREATE TABLE outcome_objection (
  id TEXT PRIMARY KEY,
  outcome_id TEXT NOT NULL REFERENCES outcome ON DELETE CASCADE,
  -- NULL for something new, which text then names.
  objection_id TEXT REFERENCES objection ON DELETE RESTRICT,
  audience_id TEXT REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  text TEXT NOT NULL DEFAULT '',
  is_answered INTEGER NOT NULL DEFAULT 0 CHECK (is_answered IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (objection_id IS NOT NULL OR text <> '')
) STRICT;
CREATE INDEX outcome_objection_of_outcome ON outcome_objection (outcome_id);
CREATE INDEX outcome_objection_of_objection ON outcome_objection (objection_id) WHERE objection_id IS NOT NULL;
CREATE INDEX outcome_objection_of_audience ON outcome_objection (audience_id, objection_id)
  WHERE audience_id IS NOT NULL;
CREATE TRIGGER objection_heard_added AFTER INSERT ON outcome_objection WHEN new.objection_id IS NOT NULL BEGIN
  INSERT INTO objection_heard VALUES (new.objection_id, 1, new.is_answered)
  ON CONFLICT DO UPDATE SET heard = heard + 1, answered = answered + excluded.answered;
END;
CREATE TRIGGER objection_heard_removed AFTER DELETE ON outcome_objection WHEN old.objection_id IS NOT NULL BEGIN
  UPDATE objection_heard SET heard = heard - 1, answered = answered - old.is_answered
  WHERE objection_id = old.objection_id;
  DELETE FROM objection_heard WHERE objection_id = old.objection_id AND heard = 0;
END;
CREATE TRIGGER objection_heard_changed AFTER UPDATE OF objection_id, is_answered ON outcome_objection BEGIN
  UPDATE objection_heard SET heard = heard - 1, answered = answered - old.is_answered
  WHERE objection_id = old.objection_id;
  INSERT INTO objection_heard SELECT new.objection_id, 1, new.is_answered WHERE new.objection_id IS NOT NULL
  ON CONFLICT DO UPDATE SET heard = heard + 1, answered = answered + excluded.answered;
  DELETE FROM objection_heard WHERE objection_id = old.objection_id AND heard = 0;
END;
CREATE TRIGGER objection_last_heard_added AFTER INSERT ON outcome_objection WHEN new.objection_id IS NOT NULL BEGIN
  DELETE FROM objection_last_heard WHERE objection_id IN (new.objection_id);
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (
    SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (
      SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
      FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
      JOIN outreach_event e ON e.id = o.outreach_event_id
      LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
      WHERE r.objection_id IN (new.objection_id) AND r.objection_id IS NOT NULL
        AND coalesce(r.audience_id, a.audience_id) IS NOT NULL))
  WHERE place = 1 GROUP BY objection_id, audience_id;
END;
CREATE TRIGGER objection_last_heard_changed AFTER UPDATE ON outcome_objection BEGIN
  DELETE FROM objection_last_heard WHERE objection_id IN (old.objection_id, new.objection_id);
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (
    SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (
      SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
      FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
      JOIN outreach_event e ON e.id = o.outreach_event_id
      LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
      WHERE r.objection_id IN (old.objection_id, new.objection_id) AND r.objection_id IS NOT NULL
        AND coalesce(r.audience_id, a.audience_id) IS NOT NULL))
  WHERE place = 1 GROUP BY objection_id, audience_id;
END;
CREATE TRIGGER objection_last_heard_removed AFTER DELETE ON outcome_objection BEGIN
  DELETE FROM objection_last_heard WHERE objection_id IN (old.objection_id);
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (
    SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (
      SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
      FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
      JOIN outreach_event e ON e.id = o.outreach_event_id
      LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
      WHERE r.objection_id IN (old.objection_id) AND r.objection_id IS NOT NULL
        AND coalesce(r.audience_id, a.audience_id) IS NOT NULL))
  WHERE place = 1 GROUP BY objection_id, audience_id;
END;

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  outreach_event_id TEXT REFERENCES outreach_event ON DELETE RESTRICT,
  outcome_id TEXT REFERENCES outcome ON DELETE RESTRICT,
  text TEXT NOT NULL,
  promised_by TEXT NOT NULL CHECK (promised_by IN ('us', 'them')),
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  due_on TEXT NOT NULL,
  done_at TEXT,
  done_by TEXT REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX follow_up_open ON follow_up (campaign_id, due_on) WHERE done_at IS NULL;
CREATE INDEX follow_up_done ON follow_up (campaign_id, done_at) WHERE done_at IS NOT NULL;
CREATE INDEX follow_up_of_event ON follow_up (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX follow_up_of_outcome ON follow_up (outcome_id) WHERE outcome_id IS NOT NULL;
CREATE INDEX follow_up_of_contact ON follow_up (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX follow_up_due ON follow_up (campaign_id, due_on, promised_by, done_at);
CREATE TRIGGER search_follow_up_added AFTER INSERT ON follow_up BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('follow-up', new.id, new.campaign_id, new.text, '');
END;
CREATE TRIGGER search_follow_up_changed AFTER UPDATE ON follow_up BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.text, body = ''
  WHERE kind = 'follow-up' AND record_id = new.id;
END;
CREATE TRIGGER search_follow_up_removed AFTER DELETE ON follow_up BEGIN
  DELETE FROM search_entry WHERE kind = 'follow-up' AND record_id = old.id;
END;

CREATE TABLE feedback (
  -- A reaction outside a meeting.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  kind TEXT NOT NULL
    CHECK (kind IN (
      'written reply', 'public statement', 'vote or co-signature', 'adopted text', 'media mention',
      'survey answer'
    )),
  day TEXT NOT NULL,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  audience_id TEXT NOT NULL REFERENCES audience ON DELETE RESTRICT,
  contact_id TEXT REFERENCES contact ON DELETE SET NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN -2 AND 2),
  words TEXT NOT NULL,
  link TEXT NOT NULL DEFAULT '',
  recorded_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  recorded_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX feedback_of_campaign ON feedback (campaign_id, day);
CREATE INDEX feedback_of_audience ON feedback (audience_id, campaign_id, day);
CREATE INDEX feedback_of_message ON feedback (key_message_id, day);
CREATE INDEX feedback_of_contact ON feedback (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX feedback_of_kind ON feedback (campaign_id, kind, audience_id, day);
CREATE TRIGGER observation_feedback_added AFTER INSERT ON feedback BEGIN
  INSERT INTO observation VALUES (new.id, new.key_message_id, new.audience_id, new.campaign_id, new.day,
    new.kind, new.score, 1, new.recorded_by);
END;
CREATE TRIGGER observation_feedback_removed AFTER DELETE ON feedback BEGIN
  DELETE FROM observation WHERE source_id = old.id;
END;
CREATE TRIGGER observation_feedback_changed AFTER UPDATE OF kind, day, key_message_id, audience_id, score
ON feedback BEGIN
  DELETE FROM observation WHERE source_id = old.id;
  INSERT INTO observation VALUES (new.id, new.key_message_id, new.audience_id, new.campaign_id, new.day,
    new.kind, new.score, 1, new.recorded_by);
END;

CREATE TABLE change_acknowledgement (
  -- A change of reception that was found and that a person has looked at.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  key_message_id TEXT NOT NULL REFERENCES key_message ON DELETE RESTRICT,
  -- NULL for a message over all audiences.
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

CREATE TABLE effectiveness_fit (
  -- What a campaign's figures were worked out with since when: every estimate of the six parameters, with its date
  -- and the number of ratings. One that came to nothing is kept too, with the usual values that hold after it.
  -- Rows are never changed.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  fitted_at TEXT NOT NULL,
  as_of TEXT NOT NULL,
  notes INTEGER NOT NULL CHECK (notes >= 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('estimated', 'too few notes', 'not found')),
  sigma REAL NOT NULL CHECK (sigma > 0 AND sigma < 1e6),
  tau REAL NOT NULL CHECK (tau > 0 AND tau < 1e6),
  half_life_days REAL NOT NULL CHECK (half_life_days BETWEEN 30 AND 1460),
  sd_message REAL NOT NULL CHECK (sd_message > 0 AND sd_message < 1e6),
  sd_audience REAL NOT NULL CHECK (sd_audience > 0 AND sd_audience < 1e6),
  sd_rater REAL NOT NULL CHECK (sd_rater > 0 AND sd_rater < 1e6),
  objective REAL,
  asked TEXT NOT NULL CHECK (asked IN ('nightly', 'on request')),
  requested_by TEXT REFERENCES account ON DELETE RESTRICT,
  -- Which observations were there.
  observations_state TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((outcome = 'estimated') = (objective IS NOT NULL)),
  CHECK ((asked = 'on request') = (requested_by IS NOT NULL))
) STRICT;
CREATE INDEX effectiveness_fit_of_campaign ON effectiveness_fit (campaign_id, fitted_at);

CREATE TABLE objective (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  audience_id TEXT REFERENCES audience ON DELETE RESTRICT,
  sentence TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('output', 'out-take', 'outcome', 'impact')),
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  measured_how TEXT NOT NULL DEFAULT '',
  baseline REAL NOT NULL,
  target REAL NOT NULL,
  due_on TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  -- NULL where the campaign's first day stands for it.
  baseline_on TEXT,
  expected_from TEXT,
  -- A line each: 2026-10-31 2.
  milestones TEXT NOT NULL DEFAULT '',
  source_kind TEXT NOT NULL DEFAULT 'entered'
    CHECK (source_kind IN ('entered', 'reception', 'stance', 'feedback', 'objection')),
  source_message_id TEXT REFERENCES key_message ON DELETE RESTRICT,
  source_objection_id TEXT REFERENCES objection ON DELETE RESTRICT,
  source_feedback TEXT,
  source_meetings INTEGER CHECK (source_meetings >= 1)
) STRICT;
CREATE INDEX objective_of_campaign ON objective (campaign_id, position);
CREATE TRIGGER search_objective_added AFTER INSERT ON objective BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('objective', new.id, new.campaign_id, new.sentence, new.indicator);
END;
CREATE TRIGGER search_objective_changed AFTER UPDATE ON objective BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.sentence, body = new.indicator
  WHERE kind = 'objective' AND record_id = new.id;
END;
CREATE TRIGGER search_objective_removed AFTER DELETE ON objective BEGIN
  DELETE FROM search_entry WHERE kind = 'objective' AND record_id = old.id;
END;

CREATE TABLE objective_reading (
  id TEXT PRIMARY KEY,
  objective_id TEXT NOT NULL REFERENCES objective ON DELETE CASCADE,
  read_on TEXT NOT NULL,
  value REAL NOT NULL,
  n INTEGER CHECK (n >= 0),
  note TEXT NOT NULL DEFAULT '',
  author_account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX objective_reading_of_objective ON objective_reading (objective_id, read_on);

CREATE TABLE review (
  -- A frozen review. frozen_json refers to people by number; their names stand in review_person alone, so that a
  -- name can be taken out of a review that otherwise never changes.
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  day TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  format INTEGER NOT NULL,
  -- The newest row of the history when the review was read.
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
  -- Empty once erased.
  frozen_name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (review_id, number)
) STRICT;
CREATE INDEX review_person_of_contact ON review_person (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX review_person_of_account ON review_person (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE mail (
  -- A letter that waits to be sent, or was. It is claimed before it is sent, and handed over when its text goes to
  -- the server; claimed no more but handed over, nobody knows whether it arrived. One that had nothing to say to
  -- anybody is dropped.
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

CREATE TABLE change (
  -- What somebody did in one transaction, in words.
  id TEXT PRIMARY KEY,
  made_at TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'command line')),
  campaign_id TEXT REFERENCES campaign ON DELETE RESTRICT,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  action TEXT NOT NULL,
  summary TEXT NOT NULL,
  location TEXT NOT NULL,
  submission TEXT,
  undoes TEXT REFERENCES change ON DELETE RESTRICT,
  UNIQUE (account_id, submission)
) STRICT;
CREATE INDEX change_of_record ON change (record_kind, record_id, made_at);
CREATE INDEX change_of_campaign ON change (campaign_id, made_at);
CREATE UNIQUE INDEX change_undone_once ON change (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER mail_taken_back AFTER INSERT ON change WHEN new.undoes IS NOT NULL BEGIN
  -- What an undone change would have told people is no longer so, until the undoing is undone.
  UPDATE mail SET taken_back_by = NULL WHERE taken_back_by = new.undoes;
  UPDATE mail SET taken_back_by = new.id
  WHERE change_id = new.undoes AND sent_at IS NULL AND handed_over_at IS NULL;
END;

CREATE TABLE change_row (
  -- A row before and after a change: null where it was not there.
  id INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL REFERENCES change ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT
) STRICT;
CREATE INDEX change_row_of_change ON change_row (change_id, position);
CREATE INDEX change_row_of_row ON change_row (table_name, row_id);

CREATE TABLE audience_meeting (
  -- Who was met on which day: held events only.
  audience_id TEXT NOT NULL,
  day TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  PRIMARY KEY (audience_id, campaign_id, day, outreach_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_meeting_of_event ON audience_meeting (outreach_event_id);
CREATE INDEX audience_meeting_latest ON audience_meeting (audience_id, day);
CREATE TRIGGER audience_met_added AFTER INSERT ON audience_meeting BEGIN
  INSERT INTO audience_met VALUES (new.campaign_id, new.audience_id, 1)
  ON CONFLICT DO UPDATE SET meetings = meetings + 1;
END;
CREATE TRIGGER audience_met_removed AFTER DELETE ON audience_meeting BEGIN
  UPDATE audience_met SET meetings = meetings - 1
  WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id;
  DELETE FROM audience_met WHERE meetings = 0 AND campaign_id = old.campaign_id AND audience_id = old.audience_id;
END;

CREATE TABLE contact_meeting (
  -- Who was met on which day: held events only, but for those who did not come.
  contact_id TEXT NOT NULL,
  day TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  PRIMARY KEY (contact_id, campaign_id, day, outreach_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_meeting_of_event ON contact_meeting (outreach_event_id);
CREATE INDEX contact_meeting_latest ON contact_meeting (contact_id, day);
CREATE TRIGGER person_to_see_met AFTER INSERT ON contact_meeting BEGIN
  UPDATE person_to_see SET last_on = new.day
  WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = new.contact_id AND last_on < new.day;
END;
CREATE TRIGGER person_to_see_not_met AFTER DELETE ON contact_meeting BEGIN
  UPDATE person_to_see
  SET last_on = coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = old.contact_id), '')
  WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = old.contact_id AND last_on = old.day;
END;

CREATE TABLE audience_met (
  -- How often each audience was met.
  campaign_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_to_log (
  -- Events that nobody has logged: neither cancelled nor known not to have been held. Due once they have ended.
  outreach_event_id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_to_log_due ON meeting_to_log (campaign_id, ends_at);

CREATE TABLE logged_meetings (
  -- How many meetings of a campaign somebody has logged, however many officers did.
  campaign_id TEXT PRIMARY KEY,
  meetings INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER logged_meetings_emptied AFTER UPDATE ON logged_meetings WHEN new.meetings = 0 BEGIN
  DELETE FROM logged_meetings WHERE campaign_id = new.campaign_id;
END;

CREATE TABLE observation (
  -- One for each message, officer (outcome) and audience: the mean of the ratings given there. And one for each
  -- reaction outside a meeting.
  source_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  ratings INTEGER NOT NULL,
  rater_account_id TEXT NOT NULL,
  PRIMARY KEY (source_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_of_cell ON observation (
  campaign_id, key_message_id, audience_id, day, source_id, kind, score, ratings, rater_account_id
);
CREATE INDEX observation_of_audience ON observation (audience_id, campaign_id, day);
CREATE TRIGGER observation_cell_added AFTER INSERT ON observation BEGIN
  UPDATE observation_clock SET stamp = stamp + 1;
  INSERT INTO observation_cell (campaign_id, key_message_id, audience_id, n, total, last_on, stamp)
  SELECT new.campaign_id, new.key_message_id, new.audience_id, 1, new.score, new.day, stamp
  FROM observation_clock WHERE true
  ON CONFLICT DO UPDATE SET n = n + 1, total = total + excluded.total,
    last_on = max(last_on, excluded.last_on), stamp = excluded.stamp;
END;
CREATE TRIGGER observation_cell_removed AFTER DELETE ON observation BEGIN
  UPDATE observation_clock SET stamp = stamp + 1;
  UPDATE observation_cell SET n = n - 1, total = total - old.score,
    stamp = (SELECT stamp FROM observation_clock),
    last_on = coalesce((
      SELECT max(o.day) FROM observation o WHERE o.campaign_id = old.campaign_id
        AND o.key_message_id = old.key_message_id AND o.audience_id = old.audience_id), '')
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  DELETE FROM observation_cell WHERE n = 0 AND campaign_id = old.campaign_id
    AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
END;
CREATE TRIGGER message_heard_noted AFTER INSERT ON observation WHEN new.kind = 'meeting note' BEGIN
  INSERT INTO message_heard
  SELECT new.source_id, new.key_message_id, new.audience_id, new.campaign_id, o.outreach_event_id, new.day
  FROM outcome o WHERE o.id = new.source_id;
END;
CREATE TRIGGER message_heard_taken_back AFTER DELETE ON observation WHEN old.kind = 'meeting note' BEGIN
  DELETE FROM message_heard WHERE source_id = old.source_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
END;
CREATE TRIGGER reaction_counted AFTER INSERT ON observation WHEN new.kind <> 'meeting note' BEGIN
  INSERT INTO message_heard_cell (campaign_id, key_message_id, audience_id, reactions)
  VALUES (new.campaign_id, new.key_message_id, new.audience_id, 1)
  ON CONFLICT DO UPDATE SET reactions = reactions + 1;
END;
CREATE TRIGGER reaction_taken_back AFTER DELETE ON observation WHEN old.kind <> 'meeting note' BEGIN
  UPDATE message_heard_cell SET reactions = reactions - 1
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  DELETE FROM message_heard_cell WHERE meetings = 0 AND reactions = 0
    AND campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
END;

CREATE TABLE observation_clock (
  -- Counts on with every change of an observation.
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stamp INTEGER NOT NULL
) STRICT;

CREATE TABLE observation_cell (
  -- Sums of observations by message and audience.
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  total REAL NOT NULL,
  last_on TEXT NOT NULL,
  -- The clock when the cell last changed: what was worked out of it is worked out again only then.
  stamp INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER observation_packed_changed AFTER UPDATE ON observation_cell BEGIN
  DELETE FROM observation_packed WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
END;
CREATE TRIGGER observation_packed_removed AFTER DELETE ON observation_cell BEGIN
  DELETE FROM observation_packed WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
END;

CREATE TABLE message_heard (
  -- A meeting in which an audience heard a message, once for each officer who noted it.
  source_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (source_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_heard_of_cell ON message_heard (
  campaign_id, key_message_id, audience_id, day, outreach_event_id
);
CREATE INDEX message_heard_of_message ON message_heard (campaign_id, key_message_id, day, outreach_event_id);
CREATE TRIGGER message_heard_added AFTER INSERT ON message_heard BEGIN
  INSERT INTO message_heard_cell (campaign_id, key_message_id, audience_id, meetings)
  SELECT new.campaign_id, new.key_message_id, new.audience_id, 1 WHERE NOT EXISTS (
    SELECT 1 FROM message_heard other
    WHERE other.campaign_id = new.campaign_id AND other.key_message_id = new.key_message_id
      AND other.audience_id = new.audience_id AND other.day = new.day
      AND other.outreach_event_id = new.outreach_event_id AND (other.source_id <> new.source_id))
  ON CONFLICT DO UPDATE SET meetings = meetings + 1;
  INSERT INTO message_use
  SELECT new.campaign_id, new.key_message_id, 1 WHERE NOT EXISTS (
    SELECT 1 FROM message_heard other
    WHERE other.campaign_id = new.campaign_id AND other.key_message_id = new.key_message_id AND other.day = new.day
      AND other.outreach_event_id = new.outreach_event_id
      AND (other.source_id <> new.source_id OR other.audience_id <> new.audience_id))
  ON CONFLICT DO UPDATE SET meetings = meetings + 1;
END;
CREATE TRIGGER message_heard_removed AFTER DELETE ON message_heard BEGIN
  UPDATE message_heard_cell SET meetings = meetings - 1
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id
    AND NOT EXISTS (
      SELECT 1 FROM message_heard other
      WHERE other.campaign_id = old.campaign_id AND other.key_message_id = old.key_message_id
        AND other.audience_id = old.audience_id AND other.day = old.day
        AND other.outreach_event_id = old.outreach_event_id AND (other.source_id <> old.source_id));
  DELETE FROM message_heard_cell WHERE meetings = 0 AND reactions = 0
    AND campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  UPDATE message_use SET meetings = meetings - 1
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND NOT EXISTS (
    SELECT 1 FROM message_heard other
    WHERE other.campaign_id = old.campaign_id AND other.key_message_id = old.key_message_id AND other.day = old.day
      AND other.outreach_event_id = old.outreach_event_id
      AND (other.source_id <> old.source_id OR other.audience_id <> old.audience_id));
  DELETE FROM message_use WHERE meetings = 0
    AND campaign_id = old.campaign_id AND key_message_id = old.key_message_id;
END;

CREATE TABLE message_heard_cell (
  -- How many meetings heard a message with an audience, however many officers logged them, and how many reactions
  -- came in outside meetings.
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  meetings INTEGER NOT NULL DEFAULT 0,
  reactions INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (campaign_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE message_use (
  -- In how many meetings a message was heard.
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, key_message_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE objection_heard (
  -- How often each objection was heard and answered.
  objection_id TEXT PRIMARY KEY,
  heard INTEGER NOT NULL,
  answered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE objection_last_heard (
  -- When each audience last raised an objection, and whether it was answered then: raised several times on that
  -- day, it counts as answered where each time was.
  objection_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  day TEXT NOT NULL,
  is_answered INTEGER NOT NULL,
  PRIMARY KEY (objection_id, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure_edition (
  -- Every figure of the proof points in use, to find the editions of one figure.
  campaign_id TEXT NOT NULL,
  figure TEXT NOT NULL,
  proof_point_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  value TEXT NOT NULL,
  edition TEXT NOT NULL,
  PRIMARY KEY (campaign_id, figure, proof_point_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_edition_of_proof_point ON figure_edition (proof_point_id);

CREATE TABLE calendar_stamp (
  -- Counts on with every change of what a calendar file of the campaign shows: a feed asks it whether what it kept
  -- still holds.
  campaign_id TEXT PRIMARY KEY,
  stamp INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE search_entry (
  -- A record in the words by which it is found.
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  campaign_id TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (kind, record_id)
) STRICT;
CREATE TRIGGER search_entry_added AFTER INSERT ON search_entry BEGIN
  INSERT INTO search_text (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry BEGIN
  INSERT INTO search_text (search_text, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER search_entry_changed AFTER UPDATE OF title, body ON search_entry
WHEN old.title <> new.title OR old.body <> new.body BEGIN
  INSERT INTO search_text (search_text, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO search_text (rowid, title, body) VALUES (new.id, new.title, new.body);
END;

CREATE VIRTUAL TABLE search_text USING fts5 (
  title, body, content = 'search_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

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
  version INTEGER NOT NULL DEFAULT 1, last_day TEXT CHECK (last_day IS NULL OR kind = 'cable'),
  CHECK ((kind = 'cable') = (month_from IS NOT NULL)),
  CHECK ((kind = 'cable') = (outreach_event_id IS NULL)),
  CHECK (kind = 'thank-you note' OR contact_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX memorandum_of_event ON correspondence (outreach_event_id)
  WHERE kind = 'memorandum of conversation';
CREATE INDEX correspondence_of_campaign ON correspondence (campaign_id, kind);
CREATE INDEX correspondence_of_event ON correspondence (outreach_event_id) WHERE outreach_event_id IS NOT NULL;
CREATE INDEX correspondence_of_contact ON correspondence (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX correspondence_of_review ON correspondence (review_id) WHERE review_id IS NOT NULL;
CREATE UNIQUE INDEX cable_of_days ON correspondence (campaign_id, month_from, coalesce(last_day, ''))
  WHERE kind = 'cable';

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

CREATE TABLE "clearance" (
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
CREATE INDEX clearance_of_subject ON clearance (subject_kind, subject_id, cleared_at);
CREATE INDEX clearance_in_period ON clearance (campaign_id, subject_kind, cleared_at);

CREATE TABLE "clearance_request" (
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
CREATE INDEX clearance_request_of_subject ON clearance_request (subject_kind, subject_id, sent_at);
CREATE INDEX clearance_request_open ON clearance_request (campaign_id, authority, due_at) WHERE answered_at IS NULL;
CREATE INDEX clearance_request_silent ON clearance_request (silence_at)
  WHERE answered_at IS NULL AND silence_at IS NOT NULL;
CREATE INDEX clearance_request_in_period ON clearance_request (campaign_id, subject_kind, sent_at);

CREATE TABLE body_meant_whole (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  -- As its audiences are called before the comma: "Senate Foreign Relations".
  body TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, body)
) STRICT;

CREATE TABLE observation_packed (
  -- The observations of a cell, those of a day that are alike as one: what is read in their place after a start. Only large
  -- cells have it, and none whose observations have changed since.
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  -- By rater and kind, the days counted from 1970: [["rater","kind",[day,ratings,sum,how many, …]], …]
  notes TEXT NOT NULL,
  PRIMARY KEY (campaign_id, key_message_id, audience_id)
) STRICT;

CREATE TABLE wording_said (
  -- The events at which a revision of a message was said, as it was logged; each once, however many took it in.
  message_revision_id TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  PRIMARY KEY (message_revision_id, starts_at, outreach_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_said_at_event ON wording_said (outreach_event_id);

CREATE TABLE person_to_see (
  -- Whom a campaign may see next: the people of its audiences that it sees, in post or not, but for those who only open
  -- doors; with what decides how long each is kept.
  campaign_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  -- Last met in any campaign; empty where never.
  last_on TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  ended_on TEXT,
  retain_until TEXT,
  informed_on TEXT,
  is_public INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, audience_id, last_on, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_to_see_of_contact ON person_to_see (campaign_id, contact_id);
CREATE TRIGGER people_alike_more AFTER INSERT ON person_to_see BEGIN
  INSERT INTO people_alike VALUES (new.campaign_id, new.audience_id, new.last_on, coalesce(new.ended_on, ''),
    coalesce(new.retain_until, ''), coalesce(new.informed_on, ''), new.is_public, 1)
  ON CONFLICT DO UPDATE SET people = people + 1;
END;
CREATE TRIGGER people_alike_fewer AFTER DELETE ON person_to_see BEGIN
  UPDATE people_alike SET people = people - 1 WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id
    AND last_on = old.last_on AND ended_on = coalesce(old.ended_on, '') AND is_public = old.is_public
    AND retain_until = coalesce(old.retain_until, '') AND informed_on = coalesce(old.informed_on, '');
  DELETE FROM people_alike WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id
    AND last_on = old.last_on AND people = 0;
END;
CREATE TRIGGER people_alike_met AFTER UPDATE OF last_on ON person_to_see BEGIN
  UPDATE people_alike SET people = people - 1 WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id
    AND last_on = old.last_on AND ended_on = coalesce(old.ended_on, '') AND is_public = old.is_public
    AND retain_until = coalesce(old.retain_until, '') AND informed_on = coalesce(old.informed_on, '');
  DELETE FROM people_alike WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id
    AND last_on = old.last_on AND people = 0;
  INSERT INTO people_alike VALUES (new.campaign_id, new.audience_id, new.last_on, coalesce(new.ended_on, ''),
    coalesce(new.retain_until, ''), coalesce(new.informed_on, ''), new.is_public, 1)
  ON CONFLICT DO UPDATE SET people = people + 1;
END;

CREATE TABLE "visit_deadline" (
  -- What is due before and after a visit: its day is counted from the day of the visit, never stored.
  id TEXT PRIMARY KEY,
  outreach_event_id TEXT NOT NULL REFERENCES outreach_event ON DELETE CASCADE,
  days INTEGER NOT NULL CHECK (days BETWEEN -60 AND 60),
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  owner_account_id TEXT REFERENCES account ON DELETE SET NULL,
  done_at TEXT,
  done_by TEXT REFERENCES account ON DELETE RESTRICT,
  version INTEGER NOT NULL DEFAULT 1,
  -- Whether somebody says that it is done, or its state is counted from the programme; and of a readout and thanks, that it
  -- tells how much of them is written.
  kind TEXT NOT NULL DEFAULT 'own' CHECK (kind IN ('own', 'programme', 'briefs', 'plan B', 'readout', 'thanks')),
  -- On the clocks of Washington.
  due_time TEXT NOT NULL DEFAULT '12:00'
) STRICT;
CREATE INDEX visit_deadline_of_visit ON visit_deadline (outreach_event_id, days);

CREATE VIEW person_in_sight AS
SELECT mine.campaign_id, mine.audience_id,
  coalesce((SELECT max(met.day) FROM contact_meeting AS met WHERE met.contact_id = c.id), '') AS last_on,
  c.id AS contact_id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL AS is_public
FROM audience_contact AS link JOIN campaign_audience AS mine ON mine.audience_id = link.audience_id
  JOIN contact AS c ON c.id = link.contact_id
WHERE mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors' AND c.name <> ''
  AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact AS known
    WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));

CREATE TABLE people_alike (
  -- How many whom a campaign may see next are alike in all that decides who comes first. Days that are not set are empty.
  campaign_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  last_on TEXT NOT NULL,
  ended_on TEXT NOT NULL,
  retain_until TEXT NOT NULL,
  informed_on TEXT NOT NULL,
  is_public INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, audience_id, last_on, ended_on, retain_until, informed_on, is_public)
) STRICT, WITHOUT ROWID;
