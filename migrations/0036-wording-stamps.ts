/** A cell is stamped anew too when only the wording of a rating is corrected, so that what was worked out by wording is worked out again. */
export const wordingStamps = {
  name: "0036-wording-stamps",
  sql: `
CREATE TRIGGER observation_wording_changed AFTER UPDATE OF wording, message_revision_id ON reception
WHEN old.wording IS NOT new.wording OR old.message_revision_id IS NOT new.message_revision_id BEGIN
  UPDATE observation_clock SET stamp = stamp + 1;
  UPDATE observation_cell SET stamp = (SELECT stamp FROM observation_clock)
  WHERE key_message_id = new.key_message_id AND audience_id = new.audience_id
    AND campaign_id = (SELECT campaign_id FROM outcome WHERE id = new.outcome_id);
END;
`,
} as const;
