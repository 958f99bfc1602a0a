/**
 * The course of an objective and what reads it. `baseline_on` is NULL where the campaign's first day stands for it;
 * `milestones` holds a line each, "2026-10-31 2". The index serves the counting of a kind of feedback.
 */
export const objectiveCourses = {
  name: "0033-objective-courses",
  sql: `
ALTER TABLE objective ADD COLUMN baseline_on TEXT;
ALTER TABLE objective ADD COLUMN expected_from TEXT;
ALTER TABLE objective ADD COLUMN milestones TEXT NOT NULL DEFAULT '';
ALTER TABLE objective ADD COLUMN source_kind TEXT NOT NULL DEFAULT 'entered'
  CHECK (source_kind IN ('entered', 'reception', 'stance', 'feedback', 'objection'));
ALTER TABLE objective ADD COLUMN source_message_id TEXT REFERENCES key_message ON DELETE RESTRICT;
ALTER TABLE objective ADD COLUMN source_objection_id TEXT REFERENCES objection ON DELETE RESTRICT;
ALTER TABLE objective ADD COLUMN source_feedback TEXT;
ALTER TABLE objective ADD COLUMN source_meetings INTEGER CHECK (source_meetings >= 1);
CREATE INDEX feedback_of_kind ON feedback (campaign_id, kind, audience_id, day);
`,
} as const;
