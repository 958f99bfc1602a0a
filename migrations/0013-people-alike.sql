-- Whom a campaign may see next, said once for the copy of it and for its triggers. Whoever was erased is not among them.
CREATE VIEW person_in_sight AS
SELECT mine.campaign_id, mine.audience_id,
  coalesce((SELECT max(met.day) FROM contact_meeting AS met WHERE met.contact_id = c.id), '') AS last_on,
  c.id AS contact_id, c.ended_on, c.retain_until, c.informed_on, c.key IS NOT NULL AS is_public
FROM audience_contact AS link JOIN campaign_audience AS mine ON mine.audience_id = link.audience_id
  JOIN contact AS c ON c.id = link.contact_id
WHERE mine.ended_on IS NULL AND coalesce(c.role_in_decision, '') <> 'opens doors' AND c.name <> ''
  AND (c.key IS NOT NULL OR EXISTS (SELECT 1 FROM campaign_contact AS known
    WHERE known.campaign_id = mine.campaign_id AND known.contact_id = c.id));

DROP TRIGGER person_to_see_placed;
CREATE TRIGGER person_to_see_placed AFTER INSERT ON audience_contact BEGIN
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE contact_id = new.contact_id AND audience_id = new.audience_id;
END;
DROP TRIGGER person_to_see_known;
CREATE TRIGGER person_to_see_known AFTER INSERT ON campaign_contact
WHEN EXISTS (SELECT 1 FROM contact WHERE id = new.contact_id AND key IS NULL) BEGIN
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE contact_id = new.contact_id AND campaign_id = new.campaign_id;
END;
DROP TRIGGER person_to_see_changed;
CREATE TRIGGER person_to_see_changed
AFTER UPDATE OF key, name, role_in_decision, ended_on, retain_until, informed_on ON contact BEGIN
  DELETE FROM person_to_see WHERE campaign_id IN (SELECT id FROM campaign) AND contact_id = new.id;
  INSERT INTO person_to_see SELECT * FROM person_in_sight WHERE contact_id = new.id;
END;
DROP TRIGGER person_to_see_of_audience;
CREATE TRIGGER person_to_see_of_audience AFTER INSERT ON campaign_audience BEGIN
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
END;
DROP TRIGGER person_to_see_of_ended_audience;
CREATE TRIGGER person_to_see_of_ended_audience AFTER UPDATE OF ended_on ON campaign_audience
WHEN (old.ended_on IS NULL) <> (new.ended_on IS NULL) BEGIN
  DELETE FROM person_to_see WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
  INSERT INTO person_to_see SELECT * FROM person_in_sight
  WHERE campaign_id = new.campaign_id AND audience_id = new.audience_id;
END;

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
DELETE FROM person_to_see;
INSERT INTO person_to_see SELECT * FROM person_in_sight;
