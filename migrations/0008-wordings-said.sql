CREATE TABLE wording_said (
  -- The events at which a revision of a message was said, as it was logged; each once, however many took it in.
  message_revision_id TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  PRIMARY KEY (message_revision_id, starts_at, outreach_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_said_at_event ON wording_said (outreach_event_id);
INSERT INTO wording_said
SELECT DISTINCT r.message_revision_id, e.starts_at, e.id
FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
WHERE r.score IS NOT NULL AND r.message_revision_id IS NOT NULL;

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
CREATE TRIGGER wording_said_unlogged AFTER DELETE ON outcome BEGIN
  DELETE FROM wording_said WHERE outreach_event_id = old.outreach_event_id;
  INSERT INTO wording_said SELECT DISTINCT r.message_revision_id, e.starts_at, e.id
  FROM outreach_event e JOIN outcome o ON o.outreach_event_id = e.id JOIN reception r ON r.outcome_id = o.id
  WHERE e.id = old.outreach_event_id AND r.score IS NOT NULL AND r.message_revision_id IS NOT NULL;
END;
CREATE TRIGGER wording_said_moved AFTER UPDATE OF starts_at ON outreach_event WHEN old.starts_at <> new.starts_at BEGIN
  UPDATE wording_said SET starts_at = new.starts_at WHERE outreach_event_id = new.id;
END;
