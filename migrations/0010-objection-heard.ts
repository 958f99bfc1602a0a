/** How often each objection was heard and answered: follows from the outcomes, kept right by triggers like the figures of 0008. */
export const objectionHeard = {
  name: "0010-objection-heard",
  sql: `
CREATE TABLE objection_heard (
  objection_id TEXT PRIMARY KEY,
  heard INTEGER NOT NULL,
  answered INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO objection_heard SELECT objection_id, count(*), sum(is_answered) FROM outcome_objection
WHERE objection_id IS NOT NULL GROUP BY objection_id;

CREATE TRIGGER objection_heard_added AFTER INSERT ON outcome_objection WHEN new.objection_id IS NOT NULL BEGIN
  INSERT INTO objection_heard VALUES (new.objection_id, 1, new.is_answered)
  ON CONFLICT DO UPDATE SET heard = heard + 1, answered = answered + excluded.answered;
END;
CREATE TRIGGER objection_heard_removed AFTER DELETE ON outcome_objection WHEN old.objection_id IS NOT NULL BEGIN
  UPDATE objection_heard SET heard = heard - 1, answered = answered - old.is_answered WHERE objection_id = old.objection_id;
  DELETE FROM objection_heard WHERE objection_id = old.objection_id AND heard = 0;
END;
CREATE TRIGGER objection_heard_changed AFTER UPDATE OF objection_id, is_answered ON outcome_objection BEGIN
  UPDATE objection_heard SET heard = heard - 1, answered = answered - old.is_answered WHERE objection_id = old.objection_id;
  INSERT INTO objection_heard SELECT new.objection_id, 1, new.is_answered WHERE new.objection_id IS NOT NULL
  ON CONFLICT DO UPDATE SET heard = heard + 1, answered = answered + excluded.answered;
  DELETE FROM objection_heard WHERE objection_id = old.objection_id AND heard = 0;
END;
`,
} as const;
