import type { Generated } from "kysely";

export type WhoIsWhoTables = {
  organisation: OrganisationTable;
  contact: ContactTable;
  campaign_contact: CampaignContactTable;
  seat: SeatTable;
  audience: AudienceTable;
  campaign_audience: CampaignAudienceTable;
  audience_contact: AudienceContactTable;
  stance_reading: StanceReadingTable;
};

type OrganisationTable = {
  id: string;
  key: string | null;
  kind: string;
  name: string;
  parent_id: string | null;
  chamber: string | null;
  address: Generated<string>;
  phone: Generated<string>;
  source: Generated<string>;
  as_of: string | null;
  ended_on: string | null;
  version: Generated<number>;
};

type ContactTable = {
  id: string;
  key: string | null;
  name: string;
  sort_name: string;
  title: Generated<string>;
  organisation_id: string | null;
  office: Generated<string>;
  email: Generated<string>;
  phone: Generated<string>;
  role_in_decision: "decides" | "advises" | "drafts" | "opens doors" | null;
  is_elected_or_appointed: Generated<0 | 1>;
  purpose: "mapping" | "engagement plan" | "address book";
  source: string;
  as_of: string | null;
  informed_on: string | null;
  retain_until: string | null;
  owner_account_id: string | null;
  ended_on: string | null;
  version: Generated<number>;
};

type CampaignContactTable = {
  id: string;
  campaign_id: string;
  contact_id: string;
  note: Generated<string>;
  version: Generated<number>;
};

type SeatTable = {
  id: string;
  key: string;
  contact_id: string;
  organisation_id: string;
  title: Generated<string>;
  rank: number | null;
  side: "majority" | "minority" | null;
  started_on: string;
  ended_on: string | null;
  term_ends_on: string | null;
  source: string;
  version: Generated<number>;
};

type AudienceTable = {
  id: string;
  kind: string;
  name: string;
  organisation_id: string | null;
  side: "majority" | "minority" | null;
  version: Generated<number>;
};

type CampaignAudienceTable = {
  id: string;
  campaign_id: string;
  audience_id: string;
  priority: number;
  influence: number;
  interest: number;
  desired_stance: number | null;
  goal: Generated<string>;
  owner_account_id: string | null;
  position: Generated<number>;
  ended_on: string | null;
  version: Generated<number>;
};

type AudienceContactTable = {
  id: string;
  audience_id: string;
  contact_id: string;
  version: Generated<number>;
};

type StanceReadingTable = {
  id: string;
  campaign_id: string;
  audience_id: string;
  contact_id: string | null;
  stance: number | null;
  read_on: string;
  evidence: string;
  outreach_event_id: string | null;
  author_account_id: string;
  version: Generated<number>;
};
