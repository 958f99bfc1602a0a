import type { Generated } from "kysely";

export type MessagesTables = {
  key_message: KeyMessageTable;
  message_revision: MessageRevisionTable;
  source: SourceTable;
  proof_point: ProofPointTable;
  proof_point_source: ProofPointSourceTable;
  objection: ObjectionTable;
  objection_source: ObjectionSourceTable;
  objection_proof_point: ObjectionProofPointTable;
  message_proof_point: MessageProofPointTable;
  message_objection: MessageObjectionTable;
  library_entry: LibraryEntryTable;
};

type KeyMessageTable = {
  id: string;
  campaign_id: string;
  number: number;
  effective_from: string | null;
  effective_until: string | null;
  sent_for_review_at: string | null;
  retired_at: string | null;
  version: Generated<number>;
};

type MessageRevisionTable = {
  id: string;
  key_message_id: string;
  number: number;
  title: string;
  statement: string;
  talking_point: string;
  avoid: string;
  note: Generated<string>;
  text_hash: string;
  reason: string;
  made_by: string;
  made_at: string;
  version: Generated<number>;
};

type SourceTable = {
  id: string;
  campaign_id: string;
  code: string;
  title: string;
  publisher: Generated<string>;
  published_on: string | null;
  address: string | null;
  kind: string;
  version: Generated<number>;
};

type ProofPointTable = {
  id: string;
  campaign_id: string;
  code: string;
  claim: string;
  as_of: string;
  edition: string | null;
  checked_on: string | null;
  review_by: string | null;
  caveat: Generated<string>;
  disclosure: "free to use" | "internal";
  confidence: Generated<string>;
  figures_json: Generated<string>;
  owner_account_id: string | null;
  retired_at: string | null;
  version: Generated<number>;
};

type ProofPointSourceTable = {
  id: string;
  proof_point_id: string;
  source_id: string;
  position: number;
  version: Generated<number>;
};

type ObjectionTable = {
  id: string;
  campaign_id: string;
  code: string;
  name: string;
  says: string;
  who: Generated<string>;
  words_to_say: Generated<string>;
  note_to_speaker: string;
  is_difficult_question: Generated<0 | 1>;
  retired_at: string | null;
  version: Generated<number>;
};

type ObjectionSourceTable = {
  id: string;
  objection_id: string;
  source_id: string;
  position: number;
  version: Generated<number>;
};

type ObjectionProofPointTable = {
  id: string;
  objection_id: string;
  proof_point_id: string;
  position: number;
  version: Generated<number>;
};

type MessageProofPointTable = {
  id: string;
  key_message_id: string;
  proof_point_id: string;
  position: number;
  version: Generated<number>;
};

type MessageObjectionTable = {
  id: string;
  key_message_id: string;
  objection_id: string;
  position: number;
  version: Generated<number>;
};

type LibraryEntryTable = {
  id: string;
  campaign_id: string;
  kind: "key message" | "framing" | "objection" | "proof point" | "source";
  code: string;
  canonical_text: string;
  version: Generated<number>;
};
