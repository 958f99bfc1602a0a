/**
 * A reply to an objection has two parts: words to say, and a note to the speaker. What was kept as the reply was
 * guidance, so it becomes the note, in the history and in what files and product last agreed on as well; words to
 * say start empty, and no earlier clearance counts for them.
 */
export const wordsToSay = {
  name: "0044-words-to-say",
  sql: `
ALTER TABLE objection RENAME COLUMN reply TO note_to_speaker;
ALTER TABLE objection ADD COLUMN words_to_say TEXT NOT NULL DEFAULT '';

UPDATE change_row
SET before_json = json_remove(json_set(before_json, '$.note_to_speaker', before_json ->> '$.reply', '$.words_to_say', ''), '$.reply')
WHERE table_name = 'objection' AND json_type(before_json, '$.reply') IS NOT NULL;
UPDATE change_row
SET after_json = json_remove(json_set(after_json, '$.note_to_speaker', after_json ->> '$.reply', '$.words_to_say', ''), '$.reply')
WHERE table_name = 'objection' AND json_type(after_json, '$.reply') IS NOT NULL;

UPDATE library_entry
SET canonical_text = replace(canonical_text, char(10) || '- Reply: ', char(10) || '- Note to the speaker: ')
WHERE kind = 'objection';
UPDATE change_row
SET before_json = replace(before_json, '\\n- Reply: ', '\\n- Note to the speaker: '),
  after_json = replace(after_json, '\\n- Reply: ', '\\n- Note to the speaker: ')
WHERE table_name = 'library_entry' AND coalesce(after_json, before_json) ->> '$.kind' = 'objection';

DROP TRIGGER search_objection_added;
DROP TRIGGER search_objection_changed;
CREATE TRIGGER search_objection_added AFTER INSERT ON objection BEGIN
  INSERT INTO search_entry (kind, record_id, campaign_id, title, body)
  VALUES ('objection', new.id, new.campaign_id, new.name,
    new.says || ' ' || new.words_to_say || ' ' || new.note_to_speaker || ' ' || new.who);
END;
CREATE TRIGGER search_objection_changed AFTER UPDATE ON objection BEGIN
  UPDATE search_entry
  SET campaign_id = new.campaign_id, title = new.name,
    body = new.says || ' ' || new.words_to_say || ' ' || new.note_to_speaker || ' ' || new.who
  WHERE kind = 'objection' AND record_id = new.id;
END;
UPDATE search_entry
SET body = (SELECT says || ' ' || words_to_say || ' ' || note_to_speaker || ' ' || who FROM objection WHERE id = record_id)
WHERE kind = 'objection';
`,
} as const;
