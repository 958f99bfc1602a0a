/** When on its day a deadline of a visit is due, whether its state is counted from the programme, and what an item still waits for. */
export const visitDeadlines = {
  name: "0024-visit-deadlines",
  sql: `
ALTER TABLE visit_deadline ADD COLUMN kind TEXT NOT NULL DEFAULT 'own' CHECK (kind IN ('own', 'programme', 'briefs', 'plan B'));
-- On the clocks of Washington.
ALTER TABLE visit_deadline ADD COLUMN due_time TEXT NOT NULL DEFAULT '12:00';
ALTER TABLE visit_item ADD COLUMN note TEXT NOT NULL DEFAULT '';
`,
} as const;
