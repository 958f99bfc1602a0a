import type { Generated } from "kysely";

export type ChangesTables = {
  change: ChangeTable;
  change_row: ChangeRowTable;
};

type ChangeTable = {
  id: string;
  made_at: string;
  account_id: string;
  channel: "web" | "command line";
  campaign_id: string | null;
  record_kind: string;
  record_id: string;
  action: string;
  summary: string;
  location: string;
  submission: string | null;
  undoes: string | null;
};

type ChangeRowTable = {
  id: Generated<number>;
  change_id: string;
  position: number;
  table_name: string;
  row_id: string;
  before_json: string | null;
  after_json: string | null;
};
