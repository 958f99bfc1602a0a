/** How many meetings of a campaign somebody has logged, however many officers did; kept by triggers like the figures of 0008. */
export const loggedMeetings = {
  name: "0035-logged-meetings",
  sql: `
CREATE TABLE logged_meetings (
  campaign_id TEXT PRIMARY KEY,
  meetings INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO logged_meetings SELECT campaign_id, count(DISTINCT outreach_event_id) FROM outcome GROUP BY campaign_id;

CREATE TRIGGER logged_meetings_added AFTER INSERT ON outcome
WHEN NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = new.outreach_event_id AND o.id <> new.id) BEGIN
  INSERT INTO logged_meetings VALUES (new.campaign_id, 1) ON CONFLICT DO UPDATE SET meetings = meetings + 1;
END;
CREATE TRIGGER logged_meetings_removed AFTER DELETE ON outcome
WHEN NOT EXISTS (SELECT 1 FROM outcome o WHERE o.outreach_event_id = old.outreach_event_id) BEGIN
  UPDATE logged_meetings SET meetings = meetings - 1 WHERE campaign_id = old.campaign_id;
END;
`,
} as const;
