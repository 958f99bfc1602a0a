-- An internal event is no meeting with an audience, nor with a contact: it is no longer counted as one.
DROP TRIGGER meeting_changed;
CREATE TRIGGER meeting_changed AFTER UPDATE OF result, day, kind ON outreach_event BEGIN
  DELETE FROM audience_meeting WHERE outreach_event_id = new.id;
  INSERT INTO audience_meeting SELECT a.audience_id, new.day, new.id, new.campaign_id FROM outreach_event_audience a
  WHERE a.outreach_event_id = new.id AND new.result = 'held' AND new.kind <> 'internal';
  DELETE FROM contact_meeting WHERE outreach_event_id = new.id;
  INSERT INTO contact_meeting SELECT p.contact_id, new.day, new.id, new.campaign_id FROM outreach_event_participant p
  WHERE p.outreach_event_id = new.id AND new.result = 'held' AND new.kind <> 'internal' AND p.attendance <> 'no-show';
END;
DROP TRIGGER audience_meeting_added;
CREATE TRIGGER audience_meeting_added AFTER INSERT ON outreach_event_audience BEGIN
  INSERT INTO audience_meeting SELECT new.audience_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND e.kind <> 'internal';
END;
DROP TRIGGER contact_meeting_added;
CREATE TRIGGER contact_meeting_added AFTER INSERT ON outreach_event_participant BEGIN
  INSERT INTO contact_meeting SELECT new.contact_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND e.kind <> 'internal' AND new.attendance <> 'no-show';
END;
DROP TRIGGER contact_meeting_changed;
CREATE TRIGGER contact_meeting_changed AFTER UPDATE OF attendance ON outreach_event_participant BEGIN
  DELETE FROM contact_meeting WHERE outreach_event_id = new.outreach_event_id AND contact_id = new.contact_id;
  INSERT INTO contact_meeting SELECT new.contact_id, e.day, e.id, e.campaign_id FROM outreach_event e
  WHERE e.id = new.outreach_event_id AND e.result = 'held' AND e.kind <> 'internal' AND new.attendance <> 'no-show';
END;
DELETE FROM audience_meeting WHERE outreach_event_id IN (SELECT id FROM outreach_event WHERE kind = 'internal');
DELETE FROM contact_meeting WHERE outreach_event_id IN (SELECT id FROM outreach_event WHERE kind = 'internal');
