import type { Generated } from "kysely";

export type OutreachEventsTables = {
  objective: ObjectiveTable;
  objective_reading: ObjectiveReadingTable;
  outreach_event: OutreachEventTable;
  outreach_event_audience: OutreachEventAudienceTable;
  outreach_event_message: OutreachEventMessageTable;
  outreach_event_participant: OutreachEventParticipantTable;
  outreach_event_officer: OutreachEventOfficerTable;
};

type ObjectiveTable = {
  id: string;
  campaign_id: string;
  audience_id: string | null;
  sentence: string;
  level: "output" | "out-take" | "outcome" | "impact";
  indicator: string;
  unit: Generated<string>;
  measured_how: Generated<string>;
  baseline: number;
  target: number;
  due_on: string;
  position: Generated<number>;
  retired_at: string | null;
  baseline_on: string | null;
  expected_from: string | null;
  milestones: Generated<string>;
  source_kind: Generated<"entered" | "reception" | "stance" | "feedback" | "objection">;
  source_message_id: string | null;
  source_objection_id: string | null;
  source_feedback: string | null;
  source_meetings: number | null;
  version: Generated<number>;
};

type ObjectiveReadingTable = {
  id: string;
  objective_id: string;
  read_on: string;
  value: number;
  n: number | null;
  note: Generated<string>;
  author_account_id: string;
  version: Generated<number>;
};

type OutreachEventTable = {
  id: string;
  campaign_id: string;
  title: string;
  kind: string;
  wall_start: string;
  wall_end: string;
  zone: string;
  starts_at: string;
  ends_at: string;
  day: string;
  schedule: "tentative" | "confirmed" | "cancelled";
  result: "planned" | "held" | "not held";
  schedule_reason: Generated<string>;
  result_reason: Generated<string>;
  going_ahead_reason: Generated<string>;
  place: Generated<string>;
  is_place_confirmed: Generated<0 | 1>;
  ground_rule: "on the record" | "background" | "deep background" | "off the record";
  handling: string;
  ask: Generated<string>;
  objective_id: string | null;
  owner_account_id: string | null;
  planned_at: string;
  is_all_day: Generated<0 | 1>;
  link: Generated<string>;
  event_series_id: string | null;
  series_slot: string | null;
  imported_uid: string | null;
  imported_hash: string | null;
  sequence_lead: Generated<number>;
  version: Generated<number>;
};

type OutreachEventAudienceTable = {
  id: string;
  outreach_event_id: string;
  audience_id: string;
  version: Generated<number>;
};

type OutreachEventMessageTable = {
  id: string;
  outreach_event_id: string;
  key_message_id: string;
  position: number;
  version: Generated<number>;
};

type OutreachEventParticipantTable = {
  id: string;
  outreach_event_id: string;
  contact_id: string;
  reply: "needs-action" | "accepted" | "declined" | "tentative" | "delegated";
  attendance: "attended" | "no-show" | "not recorded";
  version: Generated<number>;
};

type OutreachEventOfficerTable = {
  id: string;
  outreach_event_id: string;
  account_id: string;
  version: Generated<number>;
};
