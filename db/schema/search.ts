import type { Generated } from "kysely";

export type SearchTables = {
  search_entry: SearchEntryTable;
};

type SearchEntryTable = {
  id: Generated<number>;
  kind: string;
  record_id: string;
  campaign_id: string | null;
  title: string;
  body: string;
};
