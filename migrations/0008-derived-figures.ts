/**
 * Figures that follow from the records and are kept right by triggers in the same transaction. They may be thrown
 * away and made anew at any moment; nothing else writes them.
 */
export const derivedFigures = {
  name: "0008-derived-figures",
  sql: `
-- Who was met on which day: held events only.
CREATE TABLE audience_meeting (
  audience_id TEXT NOT NULL,
  day TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  PRIMARY KEY (audience_id, campaign_id, day, outreach_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audience_meeting_of_event ON audience_meeting (outreach_event_id);
CREATE TABLE contact_meeting (
  contact_id TEXT NOT NULL,
  day TEXT NOT NULL,
  outreach_event_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  PRIMARY KEY (contact_id, campaign_id, day, outreach_event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_meeting_of_event ON contact_meeting (outreach_event_id);

CREATE TRIGGER audience_meeting_added AFTER INSERT ON outreach_event_audience BEGIN
  INSERT INTO audience_meeting SELECT new.audience_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held';
END;
CREATE TRIGGER audience_meeting_removed AFTER DELETE ON outreach_event_audience BEGIN
  DELETE FROM audience_meeting WHERE outreach_event_id = old.outreach_event_id AND audience_id = old.audience_id;
END;
CREATE TRIGGER contact_meeting_added AFTER INSERT ON outreach_event_participant BEGIN
  INSERT INTO contact_meeting SELECT new.contact_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND new.attendance <> 'no-show';
END;
CREATE TRIGGER contact_meeting_changed AFTER UPDATE OF attendance ON outreach_event_participant BEGIN
  DELETE FROM contact_meeting WHERE outreach_event_id = new.outreach_event_id AND contact_id = new.contact_id;
  INSERT INTO contact_meeting SELECT new.contact_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND new.attendance <> 'no-show';
END;
CREATE TRIGGER contact_meeting_removed AFTER DELETE ON outreach_event_participant BEGIN
  DELETE FROM contact_meeting WHERE outreach_event_id = old.outreach_event_id AND contact_id = old.contact_id;
END;
CREATE TRIGGER meeting_changed AFTER UPDATE OF result, day ON outreach_event BEGIN
  DELETE FROM audience_meeting WHERE outreach_event_id = new.id;
  INSERT INTO audience_meeting SELECT a.audience_id, new.day, new.id, new.campaign_id FROM outreach_event_audience a
  WHERE a.outreach_event_id = new.id AND new.result = 'held';
  DELETE FROM contact_meeting WHERE outreach_event_id = new.id;
  INSERT INTO contact_meeting SELECT p.contact_id, new.day, new.id, new.campaign_id FROM outreach_event_participant p
  WHERE p.outreach_event_id = new.id AND new.result = 'held' AND p.attendance <> 'no-show';
END;

-- Events that nobody has logged: neither cancelled nor known not to have been held. Due once they have ended.
CREATE TABLE meeting_to_log (
  outreach_event_id TEXT PRIMARY KEY,
  campaign_id TEXT NOT NULL,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_to_log_due ON meeting_to_log (campaign_id, ends_at);
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
CREATE TRIGGER meeting_logged AFTER INSERT ON outcome BEGIN
  DELETE FROM meeting_to_log WHERE outreach_event_id = new.outreach_event_id;
END;
CREATE TRIGGER meeting_unlogged AFTER DELETE ON outcome BEGIN
  INSERT OR REPLACE INTO meeting_to_log SELECT e.id, e.campaign_id, e.ends_at FROM outreach_event e
  WHERE e.id = old.outreach_event_id AND e.schedule <> 'cancelled' AND e.result <> 'not held' AND e.kind <> 'internal'
    AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = e.id);
END;

-- One observation for each message, officer (outcome) and audience: the mean of the ratings given there.
CREATE TABLE observation (
  outcome_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  day TEXT NOT NULL,
  score REAL NOT NULL,
  ratings INTEGER NOT NULL,
  PRIMARY KEY (outcome_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_of_cell ON observation (campaign_id, key_message_id, audience_id, day, score);
CREATE INDEX observation_of_audience ON observation (audience_id, campaign_id, day);

CREATE TABLE observation_cell (
  campaign_id TEXT NOT NULL,
  key_message_id TEXT NOT NULL,
  audience_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  total REAL NOT NULL,
  last_on TEXT NOT NULL,
  PRIMARY KEY (campaign_id, key_message_id, audience_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER observation_cell_added AFTER INSERT ON observation BEGIN
  INSERT INTO observation_cell VALUES (new.campaign_id, new.key_message_id, new.audience_id, 1, new.score, new.day)
  ON CONFLICT DO UPDATE SET n = n + 1, total = total + excluded.total, last_on = max(last_on, excluded.last_on);
END;
CREATE TRIGGER observation_cell_removed AFTER DELETE ON observation BEGIN
  UPDATE observation_cell SET n = n - 1, total = total - old.score, last_on = coalesce((
    SELECT max(o.day) FROM observation o WHERE o.campaign_id = old.campaign_id
      AND o.key_message_id = old.key_message_id AND o.audience_id = old.audience_id), '')
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  DELETE FROM observation_cell WHERE n = 0 AND campaign_id = old.campaign_id
    AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
END;

CREATE TRIGGER observation_reception_added AFTER INSERT ON reception WHEN new.score IS NOT NULL BEGIN
  DELETE FROM observation WHERE outcome_id = new.outcome_id AND key_message_id = new.key_message_id AND audience_id = new.audience_id;
  INSERT INTO observation SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, avg(r.score), count(r.score)
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = new.outcome_id AND r.key_message_id = new.key_message_id AND r.audience_id = new.audience_id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER observation_reception_removed AFTER DELETE ON reception WHEN old.score IS NOT NULL BEGIN
  DELETE FROM observation WHERE outcome_id = old.outcome_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  INSERT INTO observation SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, avg(r.score), count(r.score)
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = old.outcome_id AND r.key_message_id = old.key_message_id AND r.audience_id = old.audience_id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER observation_reception_changed AFTER UPDATE OF score, key_message_id, audience_id ON reception BEGIN
  DELETE FROM observation WHERE outcome_id = old.outcome_id AND key_message_id IN (old.key_message_id, new.key_message_id)
    AND audience_id IN (old.audience_id, new.audience_id);
  INSERT INTO observation SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, e.day, avg(r.score), count(r.score)
  FROM reception r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  WHERE r.outcome_id = new.outcome_id AND r.key_message_id IN (old.key_message_id, new.key_message_id)
    AND r.audience_id IN (old.audience_id, new.audience_id) AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
CREATE TRIGGER observation_day_changed AFTER UPDATE OF day ON outreach_event WHEN old.day <> new.day BEGIN
  DELETE FROM observation WHERE outcome_id IN (SELECT id FROM outcome WHERE outreach_event_id = new.id);
  INSERT INTO observation SELECT r.outcome_id, r.key_message_id, r.audience_id, o.campaign_id, new.day, avg(r.score), count(r.score)
  FROM outcome o JOIN reception r ON r.outcome_id = o.id
  WHERE o.outreach_event_id = new.id AND r.score IS NOT NULL
  GROUP BY r.outcome_id, r.key_message_id, r.audience_id;
END;
`,
} as const;
