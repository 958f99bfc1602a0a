/** Each time that an objection was raised: once for every audience in the room, or for the one that is named. */
const raised = (which: string) => `
  SELECT r.objection_id, coalesce(r.audience_id, a.audience_id) AS audience_id, e.day, r.is_answered
  FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id JOIN outreach_event e ON e.id = o.outreach_event_id
  LEFT JOIN outreach_event_audience a ON r.audience_id IS NULL AND a.outreach_event_id = e.id
  WHERE ${which} AND r.objection_id IS NOT NULL AND coalesce(r.audience_id, a.audience_id) IS NOT NULL`;

const lastHeard = (which: string) => `
  INSERT INTO objection_last_heard
  SELECT objection_id, audience_id, day, min(is_answered)
  FROM (SELECT *, rank() OVER (PARTITION BY objection_id, audience_id ORDER BY day DESC) AS place FROM (${raised(which)}))
  WHERE place = 1 GROUP BY objection_id, audience_id;`;

const lastHeardAgain = (objections: string) => `
  DELETE FROM objection_last_heard WHERE objection_id IN (${objections});${lastHeard(`r.objection_id IN (${objections})`)}`;

const heardAt = (event: string) => `
  SELECT r.objection_id FROM outcome_objection r JOIN outcome o ON o.id = r.outcome_id
  WHERE o.outreach_event_id = ${event} AND r.objection_id IS NOT NULL`;

const framingName = "'Message ' || m.number || ' for ' || a.name";

const framingsNamed = (which: string) => `
  UPDATE search_entry SET title = (
    SELECT ${framingName} FROM framing f JOIN key_message m ON m.id = f.key_message_id JOIN audience a ON a.id = f.audience_id
    WHERE f.id = search_entry.record_id)
  WHERE kind = 'framing' AND record_id IN (SELECT id FROM framing WHERE ${which});`;

/**
 * What a record is called by another one is found under that one's new name: an outcome by its event's title, a framing
 * by its audience and its message's number. A calendar that tells the number of a message counts its change. An objection
 * that one audience raised several times on its last day counts as answered where each time was, whichever was logged first;
 * a campaign without a logged meeting has no count of them. What had gone stale is put right.
 */
export const copiesThatFollow = {
  name: "0047-copies-that-follow",
  sql: `
CREATE TRIGGER search_outcome_renamed AFTER UPDATE OF title ON outreach_event WHEN old.title <> new.title BEGIN
  UPDATE search_entry SET title = new.title
  WHERE kind = 'outcome' AND record_id IN (SELECT id FROM outcome WHERE outreach_event_id = new.id);
END;
CREATE TRIGGER search_framing_audience_renamed AFTER UPDATE OF name ON audience WHEN old.name <> new.name BEGIN
  ${framingsNamed("audience_id = new.id")}
END;
CREATE TRIGGER search_framing_message_numbered AFTER UPDATE OF number ON key_message WHEN old.number <> new.number BEGIN
  ${framingsNamed("key_message_id = new.id")}
END;
UPDATE search_entry SET title = (
  SELECT e.title FROM outcome o JOIN outreach_event e ON e.id = o.outreach_event_id WHERE o.id = search_entry.record_id)
WHERE kind = 'outcome';
${framingsNamed("true")}

CREATE TRIGGER calendar_stamp_key_message_numbered AFTER UPDATE OF number ON key_message WHEN old.number <> new.number BEGIN
  INSERT INTO calendar_stamp VALUES (new.campaign_id, 1) ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;

DROP TRIGGER objection_last_heard_added;
DROP TRIGGER objection_last_heard_changed;
DROP TRIGGER objection_last_heard_removed;
DROP TRIGGER objection_last_heard_moved;
DROP TRIGGER objection_last_heard_joined;
DROP TRIGGER objection_last_heard_left;
CREATE TRIGGER objection_last_heard_added AFTER INSERT ON outcome_objection WHEN new.objection_id IS NOT NULL BEGIN ${lastHeardAgain("new.objection_id")}
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
DELETE FROM objection_last_heard;${lastHeard("true")}

DELETE FROM logged_meetings WHERE meetings = 0;
CREATE TRIGGER logged_meetings_emptied AFTER UPDATE ON logged_meetings WHEN new.meetings = 0 BEGIN
  DELETE FROM logged_meetings WHERE campaign_id = new.campaign_id;
END;
`,
} as const;
