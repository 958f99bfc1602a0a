import type { Generated } from "kysely";

export type TalkingPointsTables = {
  talking_points: TalkingPointsTable;
  talking_points_block: TalkingPointsBlockTable;
  talking_points_footnote: TalkingPointsFootnoteTable;
  talking_points_version: TalkingPointsVersionTable;
};

type TalkingPointsTable = {
  id: string;
  campaign_id: string;
  outreach_event_id: string | null;
  title: string;
  ask: Generated<string>;
  speaker: Generated<string>;
  objective: Generated<string>;
  handling: string;
  stage: "drafting" | "sent for clearance" | "returned" | "used";
  stage_reason: Generated<string>;
  drafted_by: string;
  started_at: string;
  changed_at: string;
  retired_at: string | null;
  version: Generated<number>;
};

type TalkingPointsBlockTable = {
  id: string;
  talking_points_id: string;
  section: "points to make" | "if raised" | "avoid" | "background";
  position: number;
  heading: Generated<string>;
  text: string;
  origin_kind: "key message" | "objection" | "proof point" | "event record" | "own words";
  origin_id: string | null;
  origin_revision_id: string | null;
  origin_text: Generated<string>;
  origin_framing_id: string | null;
  origin_is_words_to_say: Generated<0 | 1>;
  is_judgement: Generated<0 | 1>;
  version: Generated<number>;
};

type TalkingPointsFootnoteTable = {
  id: string;
  talking_points_block_id: string;
  proof_point_id: string;
  position: number;
  is_by_mark: Generated<0 | 1>;
  version: Generated<number>;
};

type TalkingPointsVersionTable = {
  id: string;
  talking_points_id: string;
  number: number;
  content_json: string;
  text_hash: string;
  reason: string;
  made_by: string;
  made_at: string;
  version: Generated<number>;
};
