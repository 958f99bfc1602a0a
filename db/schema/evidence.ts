import type { Generated } from "kysely";

export type EvidenceTables = {
  framing: FramingTable;
  framing_revision: FramingRevisionTable;
  proof_point_check: ProofPointCheckTable;
};

type FramingTable = {
  id: string;
  key_message_id: string;
  audience_id: string;
  sent_for_review_at: string | null;
  retired_at: string | null;
  version: Generated<number>;
};

type FramingRevisionTable = {
  id: string;
  framing_id: string;
  number: number;
  text: string;
  text_hash: string;
  reason: string;
  made_by: string;
  made_at: string;
  version: Generated<number>;
};

type ProofPointCheckTable = {
  id: string;
  proof_point_id: string;
  source_id: string | null;
  checked_on: string;
  review_by: string | null;
  note: Generated<string>;
  checked_by: string;
  version: Generated<number>;
};
