-- A readout, and thanks, are what a deadline is, whatever it is called; those of before are known by their titles once more.
CREATE TABLE visit_deadline_remade (
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
INSERT INTO visit_deadline_remade (
  id, outreach_event_id, days, title, note, owner_account_id, done_at, done_by, version, kind, due_time
) SELECT
  id, outreach_event_id, days, title, note, owner_account_id, done_at, done_by, version,
  CASE
    WHEN kind <> 'own' OR days <= 0 THEN kind
    WHEN ' ' || title LIKE '% readout%' THEN 'readout'
    WHEN ' ' || title || ' ' LIKE '% thanks %' OR ' ' || title LIKE '% thank-%' OR ' ' || title LIKE '% thank %' THEN 'thanks'
    ELSE kind
  END,
  due_time
FROM visit_deadline;
DROP TABLE visit_deadline;
ALTER TABLE visit_deadline_remade RENAME TO visit_deadline;
CREATE INDEX visit_deadline_of_visit ON visit_deadline (outreach_event_id, days);
