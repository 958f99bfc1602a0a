/** The handling of a paper as the change with this row left it, or else as it was at that instant, or is now. */
function handlingOfPaper(table: string, at: string): string {
  return `coalesce(
  (SELECT json_extract(paper.after_json, '$.handling') FROM change_row AS made
    JOIN change_row AS paper ON paper.change_id = made.change_id AND paper.table_name = 'talking_points'
    WHERE made.table_name = '${table}' AND made.row_id = ${table}.id AND made.before_json IS NULL
      AND paper.row_id = ${table}.subject_id AND paper.after_json IS NOT NULL
    ORDER BY paper.position DESC LIMIT 1),
  (SELECT json_extract(paper.after_json, '$.handling') FROM change_row AS paper
    JOIN change ON change.id = paper.change_id
    WHERE paper.table_name = 'talking_points' AND paper.row_id = ${table}.subject_id
      AND paper.after_json IS NOT NULL AND change.made_at <= ${table}.${at}
    ORDER BY change.made_at DESC, paper.id DESC LIMIT 1),
  (SELECT json_extract(paper.before_json, '$.handling') FROM change_row AS paper
    JOIN change ON change.id = paper.change_id
    WHERE paper.table_name = 'talking_points' AND paper.row_id = ${table}.subject_id
      AND paper.before_json IS NOT NULL AND change.made_at > ${table}.${at}
    ORDER BY change.made_at, paper.id LIMIT 1),
  (SELECT handling FROM talking_points WHERE talking_points.id = ${table}.subject_id))`;
}

function handlingOfLine(table: string): string {
  return `(SELECT version.handling FROM holding_line_version AS version
  WHERE version.holding_line_id = ${table}.subject_id AND version.text_hash = ${table}.text_hash
  ORDER BY version.number DESC LIMIT 1)`;
}

/** How a text may travel is part of what is asked and cleared, for papers and holding lines; what stands takes it from its day. */
export const clearedHandling = {
  name: "0039-cleared-handling",
  sql: `
ALTER TABLE clearance ADD COLUMN handling TEXT;
ALTER TABLE clearance_request ADD COLUMN handling TEXT;

UPDATE clearance SET handling = ${handlingOfPaper("clearance", "cleared_at")} WHERE subject_kind = 'talking points';
UPDATE clearance_request SET handling = ${handlingOfPaper("clearance_request", "sent_at")} WHERE subject_kind = 'talking points';
UPDATE clearance SET handling = ${handlingOfLine("clearance")} WHERE subject_kind = 'holding line';
UPDATE clearance_request SET handling = ${handlingOfLine("clearance_request")} WHERE subject_kind = 'holding line';
`,
} as const;
