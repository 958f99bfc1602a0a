import type { Generated } from "kysely";

export type ReviewsTables = {
  review: ReviewTable;
  review_person: ReviewPersonTable;
};

type ReviewTable = {
  id: string;
  campaign_id: string;
  day: string;
  saved_at: string;
  saved_by: string;
  format: number;
  /** The newest row of the history when the review was read. */
  history_stamp: number;
  frozen_json: string;
  frozen_hash: string;
  names_hash: string;
  erased_on: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: Generated<string>;
  version: Generated<number>;
};

type ReviewPersonTable = {
  id: string;
  review_id: string;
  number: number;
  contact_id: string | null;
  account_id: string | null;
  frozen_name: string;
  version: Generated<number>;
};
