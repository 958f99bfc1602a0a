/** Each cell of observations says when it last changed, so that what was worked out of it is worked out again only then. */
export const observationStamps = {
  name: "0029-observation-stamps",
  sql: `
CREATE TABLE observation_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stamp INTEGER NOT NULL
) STRICT;
INSERT INTO observation_clock VALUES (1, 0);
ALTER TABLE observation_cell ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER observation_cell_added;
DROP TRIGGER observation_cell_removed;
CREATE TRIGGER observation_cell_added AFTER INSERT ON observation BEGIN
  UPDATE observation_clock SET stamp = stamp + 1;
  INSERT INTO observation_cell (campaign_id, key_message_id, audience_id, n, total, last_on, stamp)
  SELECT new.campaign_id, new.key_message_id, new.audience_id, 1, new.score, new.day, stamp FROM observation_clock WHERE true
  ON CONFLICT DO UPDATE SET n = n + 1, total = total + excluded.total, last_on = max(last_on, excluded.last_on), stamp = excluded.stamp;
END;
CREATE TRIGGER observation_cell_removed AFTER DELETE ON observation BEGIN
  UPDATE observation_clock SET stamp = stamp + 1;
  UPDATE observation_cell SET n = n - 1, total = total - old.score, stamp = (SELECT stamp FROM observation_clock), last_on = coalesce((
    SELECT max(o.day) FROM observation o WHERE o.campaign_id = old.campaign_id
      AND o.key_message_id = old.key_message_id AND o.audience_id = old.audience_id), '')
  WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
  DELETE FROM observation_cell WHERE n = 0 AND campaign_id = old.campaign_id
    AND key_message_id = old.key_message_id AND audience_id = old.audience_id;
END;
`,
} as const;
