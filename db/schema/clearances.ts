import type { Generated } from "kysely";

export type ClearancesTables = {
  clearance_desk: ClearanceDeskTable;
  clearance: ClearanceTable;
  clearance_request: ClearanceRequestTable;
  clearance_reading: ClearanceReadingTable;
  clearance_report: ClearanceReportTable;
  clearance_comment: ClearanceCommentTable;
};

/** What can be cleared: an exact text of one of these. */
type ClearanceSubjectKind =
  | "message revision"
  | "framing revision"
  | "objection"
  | "talking points"
  | "holding line";

type ClearanceDeskTable = {
  id: string;
  campaign_id: string;
  name: string;
  side: "embassy" | "ministry";
  holder_account_id: string | null;
  deputy_account_id: string | null;
  away_from: string | null;
  away_until: string | null;
  country: string;
  zone: string;
  asked_by_default: "clear" | "inform" | "not asked";
  is_asked_for_holding_lines: Generated<0 | 1>;
  position: number;
  retired_at: string | null;
  version: Generated<number>;
};

type ClearanceTable = {
  id: string;
  campaign_id: string;
  subject_kind: ClearanceSubjectKind;
  subject_id: string;
  text_hash: string;
  content_json: string;
  authority: "embassy" | "ministry";
  manner: "by a person" | "by silence" | "released by the head of mission";
  answers_json: Generated<string>;
  /** How the cleared text may travel; null for wording of the library, which has no handling. */
  handling: string | null;
  is_own_draft: Generated<0 | 1>;
  cleared_by: string;
  cleared_at: string;
  version: Generated<number>;
};

type ClearanceRequestTable = {
  id: string;
  campaign_id: string;
  subject_kind: ClearanceSubjectKind;
  subject_id: string;
  text_hash: string;
  authority: "embassy" | "ministry";
  clearance_desk_id: string;
  asks: Generated<"clear" | "inform">;
  since_clearance_id: string | null;
  sending: number;
  sent_by: string;
  sent_at: string;
  asked_at: string | null;
  due_at: string | null;
  silence_at: string | null;
  answer: "cleared" | "returned" | "withdrawn" | null;
  answer_manner: "by a person" | "by silence" | null;
  answer_reason: Generated<string>;
  answered_by: string | null;
  answered_for: string | null;
  answered_at: string | null;
  /** How the text may travel as it was sent, or as it was answered. */
  handling: string | null;
  version: Generated<number>;
};

type ClearanceReadingTable = {
  id: string;
  clearance_request_id: string;
  account_id: string;
  opened_at: string;
  version: Generated<number>;
};

type ClearanceReportTable = {
  id: string;
  clearance_id: string;
  reported_on: string;
  reported_to: string;
  recorded_by: string;
  version: Generated<number>;
};

type ClearanceCommentTable = {
  id: string;
  talking_points_id: string;
  talking_points_block_id: string | null;
  answers_comment_id: string | null;
  quote: Generated<string>;
  text: string;
  made_by: string;
  made_at: string;
  /** For which side it was made. */
  side: "embassy" | "ministry";
  resolved_by: string | null;
  resolved_at: string | null;
  version: Generated<number>;
};
