/**
 * The search index without one of its own for the beginnings of words: to erase a text from that, as secure-delete
 * does with every save, cost a saved block of a paper a third of a second in a full campaign. Beginnings are found
 * in the index of the words all the same.
 */
export const searchWholeWords = {
  name: "0018-search-whole-words",
  sql: `
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts5 (
  title, body, content = 'search_entry', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);
INSERT INTO search_text (search_text) VALUES ('rebuild');
`,
};
