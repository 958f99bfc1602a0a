import type { Generated } from "kysely";

export type HoldsTables = {
  message_hold: MessageHoldTable;
  holding_line: HoldingLineTable;
  holding_line_version: HoldingLineVersionTable;
  new_line_notice: NewLineNoticeTable;
  stopped_post: StoppedPostTable;
  hold_sighting: HoldSightingTable;
  instruction: InstructionTable;
  instruction_target: InstructionTargetTable;
};

type MessageHoldTable = {
  id: string;
  campaign_id: string;
  key_message_id: string;
  reason: string;
  placed_by: string;
  placed_at: string;
  lifted_by: string | null;
  lifted_at: string | null;
  lift_reason: Generated<string>;
  version: Generated<number>;
};

type HoldingLineTable = {
  id: string;
  message_hold_id: string;
  version: Generated<number>;
};

type HoldingLineVersionTable = {
  id: string;
  holding_line_id: string;
  number: number;
  text: string;
  handling: string;
  wall_expires: string;
  zone: string;
  expires_at: string;
  text_hash: string;
  reason: string;
  made_by: string;
  made_at: string;
  expiry_noted_at: string | null;
  version: Generated<number>;
};

type NewLineNoticeTable = {
  id: string;
  message_hold_id: string;
  account_id: string | null;
  contact_id: string | null;
  asked_by: string;
  asked_at: string;
  sent_at: string | null;
  sent_text_hash: string | null;
  version: Generated<number>;
};

type StoppedPostTable = {
  id: string;
  message_hold_id: string;
  outreach_event_id: string;
  starts_at: string;
  settled_at: string | null;
  version: Generated<number>;
};

type HoldSightingTable = {
  id: string;
  message_hold_id: string;
  account_id: string;
  seen_at: string;
  version: Generated<number>;
};

type InstructionTable = {
  id: string;
  campaign_id: string;
  issuer: string;
  reference: string;
  text: string;
  red_lines: Generated<string>;
  handling: string;
  received_on: string;
  expires_on: string | null;
  answered_at: string | null;
  answered_by: string | null;
  answer: Generated<string>;
  version: Generated<number>;
};

type InstructionTargetTable = {
  id: string;
  instruction_id: string;
  outreach_event_id: string | null;
  talking_points_id: string | null;
  version: Generated<number>;
};
