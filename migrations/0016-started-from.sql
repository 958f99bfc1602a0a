-- Whoever wrote the words of a paper wrote those of its copies, too, and may not clear them there.
ALTER TABLE talking_points ADD COLUMN started_from_id TEXT REFERENCES talking_points ON DELETE RESTRICT;
CREATE INDEX talking_points_started_from ON talking_points (started_from_id) WHERE started_from_id IS NOT NULL;
