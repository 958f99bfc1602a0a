/**
 * Whether a block that came from an objection was taken from its words to say. What papers took over before there
 * were any was guidance: their blocks hold notes to the speaker, as they stand and in each earlier version.
 */
export const wordsInPapers = {
  name: "0045-words-in-papers",
  sql: `
ALTER TABLE talking_points_block ADD COLUMN origin_is_words_to_say INTEGER NOT NULL DEFAULT 0
  CHECK (origin_is_words_to_say IN (0, 1));
`,
} as const;
