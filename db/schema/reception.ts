import type { Generated } from "kysely";

export type ReceptionTables = {
  change_acknowledgement: ChangeAcknowledgementTable;
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
