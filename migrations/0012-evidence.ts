const framingAgain = (framing: string) => `
  DELETE FROM search_entry WHERE kind = 'framing' AND record_id = ${framing};
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT 'framing', f.id, m.campaign_id, 'Message ' || m.number || ' for ' || a.name, r.text
  FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
  JOIN framing_revision r ON r.framing_id = f.id
  WHERE f.id = ${framing} ORDER BY r.number DESC LIMIT 1;`;

const figuresOf = (row: string) => `
  INSERT OR IGNORE INTO figure_edition
  SELECT ${row}.campaign_id, lower(trim(each.value ->> 'what')), ${row}.id, each.key,
    each.value ->> 'what', each.value ->> 'value', each.value ->> 'edition'
  FROM json_each(${row}.figures_json) AS each WHERE each.type = 'object';`;

/** One row for each audience that was in the room, or for the one that is named. */
const hearings = (which: string) => `
  SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
  FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
  WHERE ${which} AND r.objection_id IS NOT NULL AND coalesce(r.audience_id, a.audience_id) IS NOT NULL`;

const lastHeardAgain = (objections: string) => `
  DELETE FROM objection_last_heard WHERE objection_id IN (${objections});
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, max(day), is_answered FROM (${hearings(`r.objection_id IN (${objections})`)})
  GROUP BY objection_id, audience_id;`;

const heardAt = (event: string) => `
  SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
  WHERE o.outreach_event_id = ${event} AND r.objection_id IS NOT NULL`;

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

-- A block in the words of a framing comes from the message (origin_id), and names the framing; its revision is that framing's.
ALTER TABLE talking_points_block ADD COLUMN origin_framing_id TEXT REFERENCES framing ON DELETE SET NULL;
CREATE INDEX talking_points_block_framing ON talking_points_block (origin_framing_id) WHERE origin_framing_id IS NOT NULL;

CREATE TABLE library_entry_with_framings (
  id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL REFERENCES campaign ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('key message', 'framing', 'objection', 'proof point', 'source')),
  code TEXT NOT NULL,
  canonical_text TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (campaign_id, kind, code)
) STRICT;
INSERT INTO library_entry_with_framings SELECT id, campaign_id, kind, code, canonical_text, version FROM library_entry;
DROP TABLE library_entry;
ALTER TABLE library_entry_with_framings RENAME TO library_entry;

CREATE TRIGGER search_framing_revision_added AFTER INSERT ON framing_revision BEGIN ${framingAgain("new.framing_id")}
END;
CREATE TRIGGER search_framing_revision_changed AFTER UPDATE ON framing_revision BEGIN ${framingAgain("new.framing_id")}
END;
CREATE TRIGGER search_framing_revision_removed AFTER DELETE ON framing_revision BEGIN ${framingAgain("old.framing_id")}
END;
CREATE TRIGGER search_framing_removed AFTER DELETE ON framing BEGIN
  DELETE FROM search_entry WHERE kind = 'framing' AND record_id = old.id;
END;

-- Every figure of the proof points in use, to find the editions of one figure: follows from figures_json.
CREATE TABLE figure_edition (
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
INSERT INTO figure_edition
SELECT p.campaign_id, lower(trim(each.value ->> 'what')), p.id, each.key, each.value ->> 'what', each.value ->> 'value', each.value ->> 'edition'
FROM proof_point p, json_each(p.figures_json) AS each WHERE p.retired_at IS NULL AND each.type = 'object';
CREATE TRIGGER figure_edition_added AFTER INSERT ON proof_point WHEN new.retired_at IS NULL BEGIN ${figuresOf("new")}
END;
CREATE TRIGGER figure_edition_removed AFTER DELETE ON proof_point BEGIN
  DELETE FROM figure_edition WHERE proof_point_id = old.id;
END;
CREATE TRIGGER figure_edition_retired AFTER UPDATE OF retired_at ON proof_point WHEN new.retired_at IS NOT NULL BEGIN
  DELETE FROM figure_edition WHERE proof_point_id = old.id;
END;
CREATE TRIGGER figure_edition_changed AFTER UPDATE OF figures_json, retired_at ON proof_point
WHEN new.retired_at IS NULL AND (old.figures_json <> new.figures_json OR old.retired_at IS NOT new.retired_at) BEGIN
  DELETE FROM figure_edition WHERE proof_point_id = new.id;${figuresOf("new")}
END;

-- When each audience last raised an objection, and whether it was answered then: follows from the outcomes.
CREATE TABLE objection_last_heard (
  objection_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  day TEXT NOT NULL,
  is_answered INTEGER NOT NULL,
  PRIMARY KEY (objection_id, audience_id)
) STRICT, WITHOUT ROWID;
INSERT INTO objection_last_heard
SELECT objection_id, audience_id, max(day), is_answered FROM (${hearings("1")}) GROUP BY objection_id, audience_id;
CREATE TRIGGER objection_last_heard_added AFTER INSERT ON outcome_objection WHEN new.objection_id IS NOT NULL BEGIN
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, is_answered FROM (${hearings("r.id = new.id")}) WHERE 1
  ON CONFLICT DO UPDATE SET day = excluded.day, is_answered = excluded.is_answered WHERE excluded.day >= day;
END;
CREATE TRIGGER objection_last_heard_changed AFTER UPDATE ON outcome_objection BEGIN ${lastHeardAgain("old.objection_id, new.objection_id")}
END;
CREATE TRIGGER objection_last_heard_removed AFTER DELETE ON outcome_objection BEGIN ${lastHeardAgain("old.objection_id")}
END;
CREATE TRIGGER objection_last_heard_moved AFTER UPDATE OF day ON outreach_event WHEN old.day <> new.day BEGIN ${lastHeardAgain(heardAt("new.id"))}
END;
CREATE TRIGGER objection_last_heard_joined AFTER INSERT ON outreach_event_audience BEGIN ${lastHeardAgain(heardAt("new.outreach_event_id"))}
END;
CREATE TRIGGER objection_last_heard_left AFTER DELETE ON outreach_event_audience BEGIN ${lastHeardAgain(heardAt("old.outreach_event_id"))}
END;
`,
} as const;
