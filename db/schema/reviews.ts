import type { Generated } from "kysely";

export type ReviewsTables = {
  effectiveness_fit: EffectivenessFitTable;
  change_acknowledgement: ChangeAcknowledgementTable;
  review: ReviewTable;
  review_person: ReviewPersonTable;
};

type EffectivenessFitTable = {
  id: string;
  campaign_id: string;
  fitted_at: string;
  as_of: string;
  notes: number;
  sigma: number;
  tau: number;
  half_life_days: number;
  sd_message: number;
  sd_audience: number;
  sd_rater: number;
  version: Generated<number>;
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

type ReviewTable = {
  id: string;
  campaign_id: string;
  title: string;
  as_of: string;
  content: string;
  content_hash: string;
  handling: string;
  saved_by: string;
  saved_at: string;
  version: Generated<number>;
};

type ReviewPersonTable = {
  id: string;
  review_id: string;
  number: number;
  contact_id: string | null;
  name: string;
  version: Generated<number>;
};
