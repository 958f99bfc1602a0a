import type { Generated } from "kysely";

export type VisitsTables = {
  visit_member: VisitMemberTable;
  visit_item: VisitItemTable;
  visit_part: VisitPartTable;
  visit_deadline: VisitDeadlineTable;
  visit_programme_copy: VisitProgrammeCopyTable;
};

type VisitMemberTable = {
  id: string;
  outreach_event_id: string;
  name: string;
  title: Generated<string>;
  account_id: string | null;
  position: number;
  version: Generated<number>;
};

type VisitItemTable = {
  id: string;
  visit_event_id: string;
  outreach_event_id: string;
  host: Generated<string>;
  plan_b: Generated<string>;
  plan_b_note: Generated<string>;
  decide_by: string | null;
  note: Generated<string>;
  version: Generated<number>;
};

type VisitPartTable = {
  id: string;
  visit_item_id: string;
  visit_member_id: string;
  part: "goes" | "leads" | "speaks" | "notes";
  version: Generated<number>;
};

type VisitDeadlineTable = {
  id: string;
  outreach_event_id: string;
  days: number;
  title: string;
  note: Generated<string>;
  kind: Generated<"own" | "programme" | "briefs" | "plan B">;
  due_time: Generated<string>;
  owner_account_id: string | null;
  done_at: string | null;
  done_by: string | null;
  version: Generated<number>;
};

type VisitProgrammeCopyTable = {
  id: string;
  outreach_event_id: string;
  number: number;
  programme_hash: string;
  holder: string;
  given_at: string;
  recorded_by: string;
  version: Generated<number>;
};
