/**
 * A number for each campaign that counts on with every change of what a calendar file shows, kept by triggers in the same
 * transaction: a feed asks it whether what it kept still holds.
 */
export const calendarStamps = {
  name: "0027-calendar-stamps",
  sql: `
CREATE TABLE calendar_stamp (
  campaign_id TEXT PRIMARY KEY,
  stamp INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

${ofTable("outreach_event", (row) => `VALUES (${row}.campaign_id, 1)`)}
${ofTable("event_series", (row) => `VALUES (${row}.campaign_id, 1)`)}
${ofTable("event_series_exception", (row) => campaignOf("event_series", `${row}.event_series_id`))}
${ofTable("outreach_event_officer", (row) => campaignOf("outreach_event", `${row}.outreach_event_id`))}
${ofTable("outreach_event_message", (row) => campaignOf("outreach_event", `${row}.outreach_event_id`))}
`,
} as const;

/** A row that goes with its event finds the event gone: the event's own trigger has counted then. */
function campaignOf(table: string, id: string): string {
  return `SELECT campaign_id, 1 FROM ${table} WHERE id = ${id}`;
}

function ofTable(table: string, counted: (row: "new" | "old") => string): string {
  const trigger = (happened: string, word: string, row: "new" | "old") => `
CREATE TRIGGER calendar_stamp_${table}_${word} AFTER ${happened} ON ${table} BEGIN
  INSERT INTO calendar_stamp ${counted(row)}
  ON CONFLICT (campaign_id) DO UPDATE SET stamp = stamp + 1;
END;`;
  return [
    trigger("INSERT", "added", "new"),
    trigger("UPDATE", "changed", "new"),
    trigger("DELETE", "removed", "old"),
  ].join("");
}
