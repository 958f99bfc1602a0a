import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { ERASED_TEXTS, LEFT_OF_CONTACT, OWN_ROWS } from "#app/campaign/erasure/what-goes.server.ts";

/** Erased by a rule of their own: the history, what was frozen or queued, and the copies that are made anew. */
const APART = `
  body_meant_whole: body
  change: summary
  change_row: before_json after_json
  correspondence_version: frozen_json
  kept_form: body_json
  mail: subject_title content_json
  review: frozen_json
  review_person: frozen_name
  search_entry: title body`;

/** Texts that keep a name: a clearance belongs to exactly these words, or the page lists where the name stands. */
const KEEP_THE_NAME = `
  clearance: content_json answers_json
  clearance_comment: quote
  figure_edition: figure what value edition
  framing_revision: text
  holding_line_version: text
  instruction: issuer reference text red_lines answer
  library_entry: canonical_text
  message_revision: title statement talking_point avoid note
  objection: name says who note_to_speaker words_to_say
  objective: sentence indicator unit measured_how milestones source_feedback
  proof_point: claim edition caveat figures_json
  source: title publisher address
  talking_points: title ask speaker objective
  talking_points_block: heading text origin_text
  talking_points_version: content_json`;

/** Days, choices, addresses, public records, and words about ourselves. */
const NAME_NOBODY_ELSE = `
  account: email name sort_name position
  audience: name sort_name side
  calendar_feed: titles
  campaign: name sentence status paper_size
  campaign_role: role
  change: channel action location
  change_acknowledgement: direction after_day before_day
  change_row: table_name
  clearance: authority manner
  clearance_comment: side
  clearance_desk: name side away_from away_until country asked_by_default
  clearance_report: reported_to
  clearance_request: authority asks answer answer_manner
  contact: key purpose as_of
  correspondence: month_from last_day
  effectiveness_fit: as_of outcome asked observations_state
  event_series: rule wall_start wall_end imported_uid
  event_series_exception: slot
  feedback: link
  follow_up: promised_by
  holding_line_version: wall_expires
  installation: home_city home_country
  kept_form: path
  key_message: effective_from effective_until
  library_entry: code
  mail: once_key path claimed_until last_fault taken_back_by
  objection: code
  objective: level expected_from
  observation_packed: notes
  organisation: key name sort_name chamber address phone source as_of
  outreach_event: wall_start wall_end schedule result link series_slot imported_uid
  outreach_event_participant: reply attendance
  outreach_wish: best_by
  paper_copy: manner leaving_line
  people_alike: retain_until
  person_to_see: retain_until
  proof_point: code as_of review_by disclosure confidence
  proof_point_check: review_by
  reception: scope wording
  seat: key title side source
  session_day: chamber standing source as_of
  source: code
  talking_points: stage
  talking_points_block: section
  visit_deadline: due_time
  visit_item: decide_by
  visit_member: name title
  visit_part: part`;

function listed(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [table = "", columns = ""] = line.trim().split(": ");
      return columns.split(" ").map((column) => `${table}.${column}`);
    });
}

/** The columns that can hold words: no ids, hashes, instants, days of a name, zones and kinds, and nothing of the migrations. */
function columnsOfWords(): string[] {
  const database = new DatabaseSync(":memory:");
  database.exec(readFileSync("db/schema.sql", "utf8"));
  const rows = database
    .prepare(
      `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'search_text%' AND c.type LIKE 'TEXT'
         AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f."from" = c.name)`,
    )
    .all();
  const isOther =
    /^id$|_(id|at|on|hash|kind|zone)$|^(zone|kind|day|hash|handling|ground_rule|language|submission)$/;
  return rows
    .filter(({ column }) => !isOther.test(String(column)))
    .map((row) => `${row.table}.${row.column}`);
}

test("each column that can hold words is erased, keeps a name on purpose, or names nobody", () => {
  const cellsOf = (own: object) => Object.keys(own);
  const erased = new Set([
    ...cellsOf(LEFT_OF_CONTACT).map((column) => `contact.${column}`),
    ...Object.entries(OWN_ROWS).flatMap(([table, cells]) =>
      cellsOf(cells ?? {}).map((one) => `${table}.${one}`),
    ),
    ...Object.entries(ERASED_TEXTS).flatMap(([table, columns]) => columns.map((one) => `${table}.${one}`)),
  ]);
  const kept = [APART, KEEP_THE_NAME, NAME_NOBODY_ELSE].flatMap(listed);
  expect(kept.filter((column) => erased.has(column))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);
  const words = columnsOfWords();
  expect(words.filter((column) => !erased.has(column) && !kept.includes(column))).toEqual([]);
  expect(kept.filter((column) => !words.includes(column))).toEqual([]);
});
