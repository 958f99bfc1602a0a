/** A block may be marked as our judgement: it needs no source. */
export const judgements = {
  name: "0016-judgements",
  sql: `
ALTER TABLE talking_points_block ADD COLUMN is_judgement INTEGER NOT NULL DEFAULT 0 CHECK (is_judgement IN (0, 1));
`,
} as const;
