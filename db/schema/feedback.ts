import type { Generated } from "kysely";

export type FeedbackTables = {
  feedback: FeedbackTable;
};

type FeedbackTable = {
  id: string;
  campaign_id: string;
  kind:
    | "written reply"
    | "public statement"
    | "vote or co-signature"
    | "adopted text"
    | "media mention"
    | "survey answer";
  day: string;
  key_message_id: string;
  audience_id: string;
  contact_id: string | null;
  score: number;
  words: string;
  link: Generated<string>;
  recorded_by: string;
  recorded_at: string;
  version: Generated<number>;
};
