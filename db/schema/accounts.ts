import type { Generated } from "kysely";

export type AccountsTables = {
  installation: InstallationTable;
  account: AccountTable;
  session: SessionTable;
  known_device: KnownDeviceTable;
  kept_form: KeptFormTable;
  campaign: CampaignTable;
  campaign_role: CampaignRoleTable;
};

type InstallationTable = {
  id: "installation";
  home_city: string;
  home_zone: string;
  home_country: string;
  language: string;
  sample_made_on: string | null;
  set_up_link_hash: string | null;
  set_up_at: string | null;
  mail_shows_titles: Generated<0 | 1>;
  version: Generated<number>;
};

type AccountTable = {
  id: string;
  email: string;
  name: string;
  position: Generated<string>;
  zone: string;
  password_hash: string | null;
  is_administrator: Generated<0 | 1>;
  closed_at: string | null;
  wants_digest: Generated<0 | 1>;
  wants_mail_at_once: Generated<0 | 1>;
  version: Generated<number>;
};

type SessionTable = {
  id_hash: string;
  account_id: string;
  created_at: string;
  last_seen_at: string;
  revoked_at: string | null;
};

type KnownDeviceTable = {
  id_hash: string;
  account_id: string;
  signed_in_at: string;
};

type KeptFormTable = {
  id: string;
  account_id: string;
  path: string;
  body_json: string;
  kept_at: string;
};

type CampaignTable = {
  id: string;
  name: string;
  sentence: Generated<string>;
  status: "planned" | "in progress" | "completed" | "cancelled";
  starts_on: string;
  ends_on: string;
  handling: Generated<string>;
  clash_days: Generated<number>;
  travel_minutes: Generated<number>;
  is_person_stance_allowed: Generated<0 | 1>;
  embassy_clears_alone: Generated<0 | 1>;
  own_draft_may_be_cleared: Generated<0 | 1>;
  silence_is_agreement: Generated<0 | 1>;
  head_of_mission_account_id: string | null;
  position: Generated<number>;
  version: Generated<number>;
};

type CampaignRoleTable = {
  id: string;
  campaign_id: string;
  account_id: string;
  role: "reader" | "officer" | "embassy clearer" | "ministry clearer";
  version: Generated<number>;
};
