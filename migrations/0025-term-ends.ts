/** When the term of a seat in a chamber ends, as the public list says: on 3 January for the House and a third of the Senate. */
export const termEnds = {
  name: "0025-term-ends",
  sql: `
ALTER TABLE seat ADD COLUMN term_ends_on TEXT;
`,
} as const;
