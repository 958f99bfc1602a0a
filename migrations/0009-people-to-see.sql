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
INSERT INTO person_to_see
SELECT mine.campaign_id, mine.audience_id,
  coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = c.id), ''),
  c.id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL
FROM audience_contact link JOIN campaign_audience mine ON mine.audience_id = link.audience_id
  JOIN contact c ON c.id = link.contact_id
WHERE true
  AND mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors'
  AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact known
    WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));

CREATE TRIGGER person_to_see_placed AFTER INSERT ON audience_contact BEGIN
  INSERT INTO person_to_see
  SELECT mine.campaign_id, mine.audience_id,
    coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = c.id), ''),
    c.id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL
  FROM audience_contact link JOIN campaign_audience mine ON mine.audience_id = link.audience_id
    JOIN contact c ON c.id = link.contact_id
  WHERE link.id = new.id
    AND mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors'
    AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact known
      WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));
END;
CREATE TRIGGER person_to_see_displaced AFTER DELETE ON audience_contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = old.contact_id
    AND audience_id = old.audience_id;
END;
CREATE TRIGGER person_to_see_known AFTER INSERT ON campaign_contact
WHEN EXISTS (SELECT 1 FROM contact WHERE id = new.contact_id AND key IS NULL) BEGIN
  INSERT INTO person_to_see
  SELECT mine.campaign_id, mine.audience_id,
    coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = c.id), ''),
    c.id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL
  FROM audience_contact link JOIN campaign_audience mine ON mine.audience_id = link.audience_id
    JOIN contact c ON c.id = link.contact_id
  WHERE link.contact_id = new.contact_id AND mine.campaign_id = new.campaign_id
    AND mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors'
    AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact known
      WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));
END;
CREATE TRIGGER person_to_see_unknown AFTER DELETE ON campaign_contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id = old.campaign_id AND contact_id = old.contact_id AND is_public = 0;
END;
CREATE TRIGGER person_to_see_changed AFTER UPDATE OF key, role_in_decision, ended_on, retain_until, informed_on ON contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = new.id;
  INSERT INTO person_to_see
  SELECT mine.campaign_id, mine.audience_id,
    coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = c.id), ''),
    c.id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL
  FROM audience_contact link JOIN campaign_audience mine ON mine.audience_id = link.audience_id
    JOIN contact c ON c.id = link.contact_id
  WHERE link.contact_id = new.id
    AND mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors'
    AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact known
      WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));
END;
CREATE TRIGGER person_to_see_of_audience AFTER INSERT ON campaign_audience BEGIN
  INSERT INTO person_to_see
  SELECT mine.campaign_id, mine.audience_id,
    coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = c.id), ''),
    c.id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL
  FROM audience_contact link JOIN campaign_audience mine ON mine.audience_id = link.audience_id
    JOIN contact c ON c.id = link.contact_id
  WHERE mine.id = new.id
    AND mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors'
    AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact known
      WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));
END;
CREATE TRIGGER person_to_see_of_ended_audience AFTER UPDATE OF ended_on ON campaign_audience
WHEN (old.ended_on IS NULL) <> (new.ended_on IS NULL) BEGIN
  DELETE FROM person_to_see WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
  INSERT INTO person_to_see
  SELECT mine.campaign_id, mine.audience_id,
    coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = c.id), ''),
    c.id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL
  FROM audience_contact link JOIN campaign_audience mine ON mine.audience_id = link.audience_id
    JOIN contact c ON c.id = link.contact_id
  WHERE mine.id = new.id
    AND mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors'
    AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact known
      WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));
END;
CREATE TRIGGER person_to_see_of_no_audience AFTER DELETE ON campaign_audience BEGIN
  DELETE FROM person_to_see WHERE campaign_id = old.campaign_id AND audience_id = old.audience_id;
END;
CREATE TRIGGER person_to_see_met AFTER INSERT ON contact_meeting BEGIN
  UPDATE person_to_see SET last_on = new.day
  WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = new.contact_id AND last_on < new.day;
END;
CREATE TRIGGER person_to_see_not_met AFTER DELETE ON contact_meeting BEGIN
  UPDATE person_to_see
  SET last_on = coalesce((SELECT max(met.day) FROM contact_meeting met WHERE met.contact_id = old.contact_id), '')
  WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = old.contact_id AND last_on = old.day;
END;
