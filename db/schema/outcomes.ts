import type { Generated } from "kysely";

export type OutcomesTables = {
  outcome: OutcomeTable;
  reception: ReceptionTable;
  outcome_objection: OutcomeObjectionTable;
  follow_up: FollowUpTable;
};

type OutcomeTable = {
  id: string;
  campaign_id: string;
  outreach_event_id: string;
  officer_account_id: string;
  said: Generated<string>;
  impression: Generated<string>;
  assessment: Generated<string>;
  ask_answer: Generated<string>;
  ground_rule: "on the record" | "background" | "deep background" | "off the record";
  handling: string;
  logged_at: string;
  version: Generated<number>;
};

type ReceptionTable = {
  id: string;
  outcome_id: string;
  key_message_id: string;
  audience_id: string;
  contact_id: string | null;
  scope: "room" | "audience" | "contact";
  score: number | null;
  wording: "as written" | "in other words" | null;
  message_revision_id: string | null;
  version: Generated<number>;
};

type OutcomeObjectionTable = {
  id: string;
  outcome_id: string;
  objection_id: string | null;
  audience_id: string | null;
  contact_id: string | null;
  text: Generated<string>;
  is_answered: Generated<0 | 1>;
  version: Generated<number>;
};

type FollowUpTable = {
  id: string;
  campaign_id: string;
  outreach_event_id: string | null;
  outcome_id: string | null;
  text: string;
  promised_by: "us" | "them";
  owner_account_id: string | null;
  contact_id: string | null;
  due_on: string;
  done_at: string | null;
  done_by: string | null;
  version: Generated<number>;
};
