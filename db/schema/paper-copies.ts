import type { Generated } from "kysely";

export type PaperCopiesTables = {
  paper_copy: PaperCopyTable;
  paper_copy_message: PaperCopyMessageTable;
};

type PaperCopyTable = {
  id: string;
  campaign_id: string;
  talking_points_id: string;
  outreach_event_id: string | null;
  manner: "printed brief" | "printed paper" | "Word" | "PDF" | "Markdown" | "copied for e-mail";
  is_for_outsiders: Generated<0 | 1>;
  text_hash: string;
  version_number: number | null;
  leaving_line: string;
  taken_by: string;
  taken_at: string;
  version: Generated<number>;
};

type PaperCopyMessageTable = {
  id: string;
  paper_copy_id: string;
  key_message_id: string;
  message_revision_id: string | null;
  version: Generated<number>;
};
