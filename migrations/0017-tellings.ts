/** The latest meetings with somebody, of whatever campaign: what they were told is looked up from there. */
export const tellings = {
  name: "0017-tellings",
  sql: `
CREATE INDEX contact_meeting_latest ON contact_meeting (contact_id, day);
CREATE INDEX audience_meeting_latest ON audience_meeting (audience_id, day);
`,
} as const;
