const paperAgain = (paper: string) => `
  UPDATE talking_points SET changed_at = changed_at WHERE id = ${paper};`;

/**
 * A block may be marked as our judgement, which needs no source, and may state facts of its event's record; a footnote
 * may stand there because the text bears its mark. The tables are made anew, for a CHECK cannot be widened, under their
 * own names, for triggers of the papers speak of them; footnotes go first, so that the blocks take nothing with them.
 */
export const judgements = {
  name: "0016-judgements",
  sql: `
CREATE TABLE block_kept AS SELECT * FROM talking_points_block;
CREATE TABLE footnote_kept AS SELECT * FROM talking_points_footnote;
DROP TABLE talking_points_footnote;
DROP TABLE talking_points_block;

CREATE TABLE talking_points_block (
  id TEXT PRIMARY KEY,
  talking_points_id TEXT NOT NULL REFERENCES talking_points ON DELETE CASCADE,
  section TEXT NOT NULL CHECK (section IN ('points to make', 'if raised', 'avoid', 'background')),
  position INTEGER NOT NULL,
  heading TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  origin_kind TEXT NOT NULL CHECK (origin_kind IN ('key message', 'objection', 'proof point', 'event record', 'own words')),
  origin_id TEXT,
  origin_revision_id TEXT,
  origin_text TEXT NOT NULL DEFAULT '',
  origin_framing_id TEXT REFERENCES framing ON DELETE SET NULL,
  is_judgement INTEGER NOT NULL DEFAULT 0 CHECK (is_judgement IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO talking_points_block (id, talking_points_id, section, position, heading, text, origin_kind, origin_id, origin_revision_id, origin_text, origin_framing_id, version)
SELECT id, talking_points_id, section, position, heading, text, origin_kind, origin_id, origin_revision_id, origin_text, origin_framing_id, version
FROM block_kept;

CREATE TABLE talking_points_footnote (
  id TEXT PRIMARY KEY,
  talking_points_block_id TEXT NOT NULL REFERENCES talking_points_block ON DELETE CASCADE,
  proof_point_id TEXT NOT NULL REFERENCES proof_point ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  is_by_mark INTEGER NOT NULL DEFAULT 0 CHECK (is_by_mark IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (talking_points_block_id, proof_point_id)
) STRICT;
INSERT INTO talking_points_footnote (id, talking_points_block_id, proof_point_id, position, version)
SELECT id, talking_points_block_id, proof_point_id, position, version FROM footnote_kept;
DROP TABLE block_kept;
DROP TABLE footnote_kept;

CREATE INDEX talking_points_block_of_paper ON talking_points_block (talking_points_id, section, position);
CREATE INDEX talking_points_block_origin ON talking_points_block (origin_kind, origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX talking_points_block_framing ON talking_points_block (origin_framing_id) WHERE origin_framing_id IS NOT NULL;
CREATE INDEX talking_points_footnote_used ON talking_points_footnote (proof_point_id);
CREATE TRIGGER search_block_added AFTER INSERT ON talking_points_block BEGIN ${paperAgain("new.talking_points_id")}
END;
CREATE TRIGGER search_block_changed AFTER UPDATE OF heading, text ON talking_points_block BEGIN ${paperAgain("new.talking_points_id")}
END;
CREATE TRIGGER search_block_removed AFTER DELETE ON talking_points_block BEGIN ${paperAgain("old.talking_points_id")}
END;
`,
} as const;
