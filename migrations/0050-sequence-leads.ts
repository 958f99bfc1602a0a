/**
 * How far the SEQUENCE of what was imported is ahead of our own count of its versions, so that it never goes down
 * [RFC 5545, section 3.8.7.4]. Of a series no earlier import kept its own, so it takes the highest of its times.
 */
export const sequenceLeads = {
  name: "0050-sequence-leads",
  sql: `
ALTER TABLE outreach_event ADD COLUMN sequence_lead INTEGER NOT NULL DEFAULT 0 CHECK (sequence_lead >= 0);
ALTER TABLE event_series ADD COLUMN sequence_lead INTEGER NOT NULL DEFAULT 0 CHECK (sequence_lead >= 0);
UPDATE outreach_event
SET sequence_lead = max(0, CAST(substr(imported_hash, 1, instr(imported_hash, '.') - 1) AS INTEGER))
WHERE imported_hash IS NOT NULL;
UPDATE event_series
SET sequence_lead = coalesce(
  (SELECT max(event.sequence_lead) FROM outreach_event event WHERE event.event_series_id = event_series.id), 0)
WHERE imported_hash IS NOT NULL;
`,
} as const;
