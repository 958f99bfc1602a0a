import type { RecordedTable } from "#db/change.server.ts";

export type Cells = Readonly<Record<string, unknown>>;

/** What is left of the contact's own row: that somebody was there, and why they were kept. Source: DOMAIN.md, rule 8. */
export const LEFT_OF_CONTACT: Cells = {
  name: "",
  sort_name: "",
  title: "",
  office: "",
  email: "",
  phone: "",
  organisation_id: null,
  role_in_decision: null,
  is_elected_or_appointed: 0,
  owner_account_id: null,
  source: "",
  informed_on: null,
  retain_until: null,
};

/** Of nobody but the person: these rows go (null), or are emptied. */
export const OWN_ROWS: Partial<Record<RecordedTable, Cells | null>> = {
  campaign_contact: { note: "" },
  audience_contact: null,
  stance_reading: null,
};

/** The free texts that nobody clears or freezes, where a name becomes "erased person". */
export const ERASED_TEXTS: Partial<Record<RecordedTable, readonly string[]>> = {
  outreach_event: ["title", "place", "ask", "schedule_reason", "result_reason", "going_ahead_reason"],
  event_series: ["title", "place"],
  event_series_exception: ["reason"],
  outreach_wish: ["title", "note", "dropped_reason"],
  visit_item: ["host", "plan_b", "plan_b_note", "note"],
  visit_deadline: ["title", "note"],
  visit_programme_copy: ["holder"],
  outcome: ["said", "impression", "assessment", "ask_answer"],
  outcome_objection: ["text"],
  follow_up: ["text"],
  feedback: ["words"],
  contact: ["title", "source"],
  campaign_contact: ["note"],
  campaign_audience: ["goal"],
  stance_reading: ["evidence"],
  objective_reading: ["note"],
  proof_point_check: ["note"],
  change_acknowledgement: ["reason"],
  review: ["withdrawn_reason"],
  message_hold: ["reason", "lift_reason"],
  message_revision: ["reason"],
  framing_revision: ["reason"],
  holding_line_version: ["reason"],
  correspondence_version: ["reason"],
  talking_points: ["stage_reason"],
  talking_points_version: ["reason"],
  clearance_comment: ["text"],
  clearance_request: ["answer_reason"],
};
