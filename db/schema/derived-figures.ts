export type DerivedFiguresTables = {
  audience_meeting: AudienceMeetingTable;
  contact_meeting: ContactMeetingTable;
  audience_met: AudienceMetTable;
  meeting_to_log: MeetingToLogTable;
  logged_meetings: LoggedMeetingsTable;
  message_heard: MessageHeardTable;
  message_heard_cell: MessageHeardCellTable;
  message_use: MessageUseTable;
  observation: ObservationTable;
  observation_cell: ObservationCellTable;
  observation_clock: ObservationClockTable;
  objection_heard: ObjectionHeardTable;
  objection_last_heard: ObjectionLastHeardTable;
  figure_edition: FigureEditionTable;
};

type AudienceMeetingTable = {
  audience_id: string;
  day: string;
  outreach_event_id: string;
  campaign_id: string;
};

type ContactMeetingTable = {
  contact_id: string;
  day: string;
  outreach_event_id: string;
  campaign_id: string;
};

type AudienceMetTable = { campaign_id: string; audience_id: string; meetings: number };

type MessageHeardTable = {
  source_id: string;
  key_message_id: string;
  audience_id: string;
  campaign_id: string;
  outreach_event_id: string;
  day: string;
};

type MessageHeardCellTable = {
  campaign_id: string;
  key_message_id: string;
  audience_id: string;
  meetings: number;
  reactions: number;
};

type MessageUseTable = { campaign_id: string; key_message_id: string; meetings: number };

type MeetingToLogTable = {
  outreach_event_id: string;
  campaign_id: string;
  ends_at: string;
};

type LoggedMeetingsTable = { campaign_id: string; meetings: number };

type ObservationTable = {
  source_id: string;
  key_message_id: string;
  audience_id: string;
  campaign_id: string;
  day: string;
  kind: string;
  score: number;
  ratings: number;
  rater_account_id: string;
};

type ObservationCellTable = {
  campaign_id: string;
  key_message_id: string;
  audience_id: string;
  n: number;
  total: number;
  last_on: string;
  stamp: number;
};

type ObservationClockTable = { id: number; stamp: number };

type ObjectionHeardTable = {
  objection_id: string;
  heard: number;
  answered: number;
};

type ObjectionLastHeardTable = {
  objection_id: string;
  audience_id: string;
  day: string;
  is_answered: number;
};

type FigureEditionTable = {
  campaign_id: string;
  figure: string;
  proof_point_id: string;
  position: number;
  what: string;
  value: string;
  edition: string;
};
