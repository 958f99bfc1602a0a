import type { Generated } from "kysely";

export type ReceptionTables = {
  change_acknowledgement: ChangeAcknowledgementTable;
  effectiveness_fit: EffectivenessFitTable;
};

type ChangeAcknowledgementTable = {
  id: string;
  campaign_id: string;
  key_message_id: string;
  audience_id: string | null;
  direction: "drop" | "rise";
  after_day: string;
  before_day: string;
  reason: string;
  acknowledged_by: string;
  acknowledged_at: string;
  version: Generated<number>;
};

type EffectivenessFitTable = {
  id: string;
  campaign_id: string;
  fitted_at: string;
  as_of: string;
  notes: number;
  outcome: "estimated" | "too few notes" | "not found";
  sigma: number;
  tau: number;
  half_life_days: number;
  sd_message: number;
  sd_audience: number;
  sd_rater: number;
  objective: number | null;
  asked: "nightly" | "on request";
  requested_by: string | null;
  observations_state: string;
  version: Generated<number>;
};
