const block = "'talking points block'";
const blockBody = "p.title || ' ' || b.heading || ' ' || b.text";

const headBody = "new.ask || ' ' || new.objective || ' ' || new.speaker";

/**
 * Find looks through each block of a paper by itself, so that a saved block costs what that block says, not what the
 * whole paper says. The paper's title stands with each block: a word of both is found.
 */
export const searchBlocks = {
  name: "0019-search-blocks",
  sql: `
DROP TRIGGER search_block_added;
DROP TRIGGER search_block_changed;
DROP TRIGGER search_block_removed;
DROP TRIGGER search_talking_points_added;
DROP TRIGGER search_talking_points_changed;

DELETE FROM search_entry WHERE kind = 'talking points';
INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
SELECT 'talking points', id, campaign_id, title, ask || ' ' || objective || ' ' || speaker FROM talking_points ORDER BY rowid;
INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
SELECT ${block}, b.id, p.campaign_id, '', ${blockBody}
FROM talking_points_block b JOIN talking_points p ON p.id = b.talking_points_id ORDER BY b.rowid;

CREATE TRIGGER search_talking_points_added AFTER INSERT ON talking_points BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('talking points', new.id, new.campaign_id, new.title, ${headBody});
END;
CREATE TRIGGER search_talking_points_changed AFTER UPDATE OF title, ask, objective, speaker ON talking_points BEGIN
  UPDATE search_entry SET title = new.title, body = ${headBody} WHERE kind = 'talking points' AND record_id = new.id;
END;
CREATE TRIGGER search_talking_points_renamed AFTER UPDATE OF title ON talking_points WHEN old.title <> new.title BEGIN
  UPDATE search_entry SET body = (SELECT new.title || ' ' || heading || ' ' || text FROM talking_points_block WHERE id = record_id)
  WHERE kind = ${block} AND record_id IN (SELECT id FROM talking_points_block WHERE talking_points_id = new.id);
END;
CREATE TRIGGER search_block_added AFTER INSERT ON talking_points_block BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  SELECT ${block}, new.id, campaign_id, '', title || ' ' || new.heading || ' ' || new.text
  FROM talking_points WHERE id = new.talking_points_id;
END;
CREATE TRIGGER search_block_changed AFTER UPDATE OF heading, text ON talking_points_block BEGIN
  UPDATE search_entry
  SET body = (SELECT title FROM talking_points WHERE id = new.talking_points_id) || ' ' || new.heading || ' ' || new.text
  WHERE kind = ${block} AND record_id = new.id;
END;
CREATE TRIGGER search_block_removed AFTER DELETE ON talking_points_block BEGIN
  DELETE FROM search_entry WHERE kind = ${block} AND record_id = old.id;
END;
`,
} as const;
