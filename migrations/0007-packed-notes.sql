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
CREATE TRIGGER observation_packed_changed AFTER UPDATE ON observation_cell BEGIN
  DELETE FROM observation_packed WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
END;
CREATE TRIGGER observation_packed_removed AFTER DELETE ON observation_cell BEGIN
  DELETE FROM observation_packed WHERE campaign_id = old.campaign_id AND key_message_id = old.key_message_id
    AND audience_id = old.audience_id;
END;
