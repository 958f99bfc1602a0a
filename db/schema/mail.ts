import type { Generated } from "kysely";

export type MailTables = {
  mail: MailTable;
};

type MailTable = {
  id: string;
  change_id: string | null;
  account_id: string;
  campaign_id: string | null;
  kind: string;
  once_key: string | null;
  subject_title: Generated<string>;
  handling: Generated<string>;
  path: string;
  content_json: Generated<string>;
  queued_at: string;
  next_try_at: string;
  claimed_until: string | null;
  handed_over_at: string | null;
  attempts: Generated<number>;
  last_fault: Generated<string>;
  sent_at: string | null;
  given_up_at: string | null;
  dropped_at: string | null;
  taken_back_by: string | null;
  version: Generated<number>;
};
