// Made by `npm run schema` from migrations/, and not edited by hand.
import type { Generated, Kysely } from "kysely";
import type { Handling, HandlingIfAny } from "#app/text/handling.ts";
import type { CalendarDate, TimeOfDay, WallTime, Zone } from "#app/time/wall-time.ts";

/** The tables as they are stored. Times are UTC ISO text, days are `2026-11-10`, truth is 0 or 1. */
export type Schema = {
  installation: InstallationTable;
  account: AccountTable;
  session: SessionTable;
  known_device: KnownDeviceTable;
  kept_form: KeptFormTable;
  campaign: CampaignTable;
  campaign_role: CampaignRoleTable;
  organisation: OrganisationTable;
  contact: ContactTable;
  campaign_contact: CampaignContactTable;
  seat: SeatTable;
  audience: AudienceTable;
  campaign_audience: CampaignAudienceTable;
  audience_contact: AudienceContactTable;
  stance_reading: StanceReadingTable;
  key_message: KeyMessageTable;
  message_revision: MessageRevisionTable;
  framing: FramingTable;
  framing_revision: FramingRevisionTable;
  objection: ObjectionTable;
  source: SourceTable;
  proof_point: ProofPointTable;
  proof_point_source: ProofPointSourceTable;
  proof_point_check: ProofPointCheckTable;
  objection_source: ObjectionSourceTable;
  objection_proof_point: ObjectionProofPointTable;
  message_proof_point: MessageProofPointTable;
  message_objection: MessageObjectionTable;
  library_entry: LibraryEntryTable;
  event_series: EventSeriesTable;
  event_series_exception: EventSeriesExceptionTable;
  outreach_event: OutreachEventTable;
  outreach_event_audience: OutreachEventAudienceTable;
  outreach_event_message: OutreachEventMessageTable;
  outreach_event_participant: OutreachEventParticipantTable;
  outreach_event_officer: OutreachEventOfficerTable;
  outreach_wish: OutreachWishTable;
  outreach_wish_audience: OutreachWishAudienceTable;
  outreach_wish_message: OutreachWishMessageTable;
  visit_member: VisitMemberTable;
  visit_item: VisitItemTable;
  visit_part: VisitPartTable;
  visit_programme_copy: VisitProgrammeCopyTable;
  session_day: SessionDayTable;
  calendar_feed: CalendarFeedTable;
  talking_points: TalkingPointsTable;
  talking_points_block: TalkingPointsBlockTable;
  talking_points_footnote: TalkingPointsFootnoteTable;
  talking_points_version: TalkingPointsVersionTable;
  paper_copy: PaperCopyTable;
  paper_copy_message: PaperCopyMessageTable;
  clearance_desk: ClearanceDeskTable;
  clearance_reading: ClearanceReadingTable;
  clearance_report: ClearanceReportTable;
  clearance_comment: ClearanceCommentTable;
  message_hold: MessageHoldTable;
  holding_line: HoldingLineTable;
  holding_line_version: HoldingLineVersionTable;
  new_line_notice: NewLineNoticeTable;
  stopped_post: StoppedPostTable;
  hold_sighting: HoldSightingTable;
  instruction: InstructionTable;
  instruction_target: InstructionTargetTable;
  outcome: OutcomeTable;
  reception: ReceptionTable;
  outcome_objection: OutcomeObjectionTable;
  follow_up: FollowUpTable;
  feedback: FeedbackTable;
  change_acknowledgement: ChangeAcknowledgementTable;
  effectiveness_fit: EffectivenessFitTable;
  objective: ObjectiveTable;
  objective_reading: ObjectiveReadingTable;
  review: ReviewTable;
  review_person: ReviewPersonTable;
  mail: MailTable;
  change: ChangeTable;
  change_row: ChangeRowTable;
  audience_meeting: AudienceMeetingTable;
  contact_meeting: ContactMeetingTable;
  audience_met: AudienceMetTable;
  meeting_to_log: MeetingToLogTable;
  logged_meetings: LoggedMeetingsTable;
  observation: ObservationTable;
  observation_clock: ObservationClockTable;
  observation_cell: ObservationCellTable;
  message_heard: MessageHeardTable;
  message_heard_cell: MessageHeardCellTable;
  message_use: MessageUseTable;
  objection_heard: ObjectionHeardTable;
  objection_last_heard: ObjectionLastHeardTable;
  figure_edition: FigureEditionTable;
  calendar_stamp: CalendarStampTable;
  search_entry: SearchEntryTable;
  correspondence: CorrespondenceTable;
  correspondence_version: CorrespondenceVersionTable;
  clearance: ClearanceTable;
  clearance_request: ClearanceRequestTable;
  body_meant_whole: BodyMeantWholeTable;
  observation_packed: ObservationPackedTable;
  wording_said: WordingSaidTable;
  person_to_see: PersonToSeeTable;
  visit_deadline: VisitDeadlineTable;
  people_alike: PeopleAlikeTable;
};

/** Typed statements over them; those of `database.read` only read. */
export type Queries = Kysely<Schema>;

/** One row: what holds for the whole installation. */
type InstallationTable = {
  id: "installation";
  home_city: string;
  home_zone: Zone;
  home_country: string;
  language: string;
  /** The day for which the sample was made; NULL in a real database. */
  sample_made_on: CalendarDate | null;
  set_up_link_hash: string | null;
  set_up_at: string | null;
  version: Generated<number>;
  mail_shows_titles: Generated<0 | 1>;
};

/** Who signs in; and "system", by whom the product makes its own changes. */
type AccountTable = {
  id: string;
  email: string;
  name: string;
  position: Generated<string>;
  zone: Zone;
  password_hash: string | null;
  is_administrator: Generated<0 | 1>;
  closed_at: string | null;
  version: Generated<number>;
  wants_digest: Generated<0 | 1>;
  wants_mail_at_once: Generated<0 | 1>;
  sort_name: Generated<string>;
};

/** Somebody is signed in. Of the cookie only the hash is kept. */
type SessionTable = {
  id_hash: string;
  account_id: string;
  created_at: string;
  last_seen_at: string;
  revoked_at: string | null;
};

/** A browser in which an account has signed in: it has a count of wrong passwords of its own. */
type KnownDeviceTable = {
  id_hash: string;
  account_id: string;
  signed_in_at: string;
};

/** What somebody had typed when the session ended, for the next sign-in. */
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
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  handling: Generated<Handling>;
  clash_days: Generated<number>;
  is_person_stance_allowed: Generated<0 | 1>;
  embassy_clears_alone: Generated<0 | 1>;
  own_draft_may_be_cleared: Generated<0 | 1>;
  position: Generated<number>;
  version: Generated<number>;
  silence_is_agreement: Generated<0 | 1>;
  head_of_mission_account_id: string | null;
  travel_minutes: Generated<number>;
  cables_are_cleared: Generated<0 | 1>;
  hides_first_steps: Generated<0 | 1>;
  paper_size: Generated<"A4" | "US Letter">;
};

type CampaignRoleTable = {
  id: string;
  campaign_id: string;
  account_id: string;
  role: "reader" | "officer" | "embassy clearer" | "ministry clearer";
  version: Generated<number>;
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
  as_of: CalendarDate | null;
  ended_on: CalendarDate | null;
  version: Generated<number>;
  sort_name: Generated<string>;
};

type ContactTable = {
  id: string;
  /** Of a public reference record: the list's own name for it. */
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
  as_of: CalendarDate | null;
  informed_on: CalendarDate | null;
  retain_until: CalendarDate | null;
  owner_account_id: string | null;
  ended_on: CalendarDate | null;
  version: Generated<number>;
};

/**
 * A contact without a key is seen only in the campaigns that it belongs to; a public reference record, which has
 * a key, in all.
 */
type CampaignContactTable = {
  id: string;
  campaign_id: string;
  contact_id: string;
  note: Generated<string>;
  version: Generated<number>;
};

/** An office and who holds it from when until when; one at a time. */
type SeatTable = {
  id: string;
  key: string;
  contact_id: string;
  organisation_id: string;
  title: Generated<string>;
  rank: number | null;
  side: "majority" | "minority" | null;
  started_on: CalendarDate;
  ended_on: CalendarDate | null;
  source: string;
  version: Generated<number>;
  /** As the public list says: on 3 January for the House and a third of the Senate. */
  term_ends_on: CalendarDate | null;
};

type AudienceTable = {
  id: string;
  kind: string;
  name: string;
  organisation_id: string | null;
  side: "majority" | "minority" | null;
  version: Generated<number>;
  sort_name: Generated<string>;
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
  ended_on: CalendarDate | null;
  version: Generated<number>;
};

type AudienceContactTable = {
  id: string;
  audience_id: string;
  contact_id: string;
  version: Generated<number>;
};

/** Where somebody stood on a day: the audience, or one contact in it. */
type StanceReadingTable = {
  id: string;
  campaign_id: string;
  audience_id: string;
  contact_id: string | null;
  stance: number | null;
  read_on: CalendarDate;
  evidence: string;
  outreach_event_id: string | null;
  author_account_id: string;
  version: Generated<number>;
};

type KeyMessageTable = {
  id: string;
  campaign_id: string;
  number: number;
  effective_from: CalendarDate | null;
  effective_until: CalendarDate | null;
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

/** A message in other words for one audience. */
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

type ObjectionTable = {
  id: string;
  campaign_id: string;
  code: string;
  name: string;
  says: string;
  who: Generated<string>;
  note_to_speaker: string;
  is_difficult_question: Generated<0 | 1>;
  retired_at: string | null;
  version: Generated<number>;
  /** What may be said, as against the note to the speaker, which is guidance. */
  words_to_say: Generated<string>;
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
  checked_on: CalendarDate | null;
  review_by: CalendarDate | null;
  caveat: Generated<string>;
  disclosure: "free to use" | "internal";
  confidence: Generated<string>;
  /** What each figure counts, its value and the edition that says so, by number. */
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

/** A proof point was compared with the source on that day. */
type ProofPointCheckTable = {
  id: string;
  proof_point_id: string;
  source_id: string | null;
  checked_on: CalendarDate;
  review_by: CalendarDate | null;
  note: Generated<string>;
  checked_by: string;
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

/**
 * What the library's files said at the last import or export: an edit made in the product since then is a
 * conflict.
 */
type LibraryEntryTable = {
  id: string;
  campaign_id: string;
  kind: "key message" | "framing" | "objection" | "proof point" | "source";
  code: string;
  canonical_text: string;
  version: Generated<number>;
};

/**
 * What repeats: its rule [RFC 5545, RRULE] and what each time starts from. The times themselves are events.
 */
type EventSeriesTable = {
  id: string;
  campaign_id: string;
  title: string;
  place: Generated<string>;
  rule: string;
  wall_start: WallTime;
  wall_end: WallTime;
  zone: Zone;
  is_all_day: Generated<0 | 1>;
  imported_uid: string | null;
  imported_hash: string | null;
  version: Generated<number>;
  /** As of an outreach event. */
  sequence_lead: Generated<number>;
};

/** A time that the rule gives and that does not take place. */
type EventSeriesExceptionTable = {
  id: string;
  event_series_id: string;
  slot: WallTime;
  reason: Generated<string>;
  version: Generated<number>;
};

type OutreachEventTable = {
  id: string;
  campaign_id: string;
  title: string;
  kind: string;
  wall_start: WallTime;
  wall_end: WallTime;
  zone: Zone;
  starts_at: string;
  ends_at: string;
  day: CalendarDate;
  schedule: "tentative" | "confirmed" | "cancelled";
  result: "planned" | "held" | "not held";
  schedule_reason: Generated<string>;
  result_reason: Generated<string>;
  going_ahead_reason: Generated<string>;
  place: Generated<string>;
  is_place_confirmed: Generated<0 | 1>;
  ground_rule: "on the record" | "background" | "deep background" | "off the record";
  handling: Handling;
  ask: Generated<string>;
  objective_id: string | null;
  owner_account_id: string | null;
  planned_at: string;
  version: Generated<number>;
  is_all_day: Generated<0 | 1>;
  link: Generated<string>;
  event_series_id: string | null;
  /** The wall time that the rule gave it, wherever it was moved since [RFC 5545, RECURRENCE-ID]. */
  series_slot: WallTime | null;
  imported_uid: string | null;
  imported_hash: string | null;
  /**
   * How far the SEQUENCE of what was imported is ahead of our own count of its versions, so that it never goes
   * down [RFC 5545, section 3.8.7.4].
   */
  sequence_lead: Generated<number>;
};

type OutreachEventAudienceTable = {
  id: string;
  outreach_event_id: string;
  audience_id: string;
  version: Generated<number>;
};

type OutreachEventMessageTable = {
  id: string;
  outreach_event_id: string;
  key_message_id: string;
  position: number;
  version: Generated<number>;
};

type OutreachEventParticipantTable = {
  id: string;
  outreach_event_id: string;
  contact_id: string;
  reply: "needs-action" | "accepted" | "declined" | "tentative" | "delegated";
  attendance: "attended" | "no-show" | "not recorded";
  version: Generated<number>;
};

type OutreachEventOfficerTable = {
  id: string;
  outreach_event_id: string;
  account_id: string;
  version: Generated<number>;
};

/** Outreach that is wanted and has no date yet. */
type OutreachWishTable = {
  id: string;
  campaign_id: string;
  title: string;
  kind: string;
  minutes: number | null;
  best_by: CalendarDate | null;
  note: Generated<string>;
  owner_account_id: string | null;
  wished_at: string;
  placed_event_id: string | null;
  dropped_at: string | null;
  dropped_reason: Generated<string>;
  version: Generated<number>;
};

type OutreachWishAudienceTable = {
  id: string;
  outreach_wish_id: string;
  audience_id: string;
  version: Generated<number>;
};

type OutreachWishMessageTable = {
  id: string;
  outreach_wish_id: string;
  key_message_id: string;
  version: Generated<number>;
};

/** A visit is an outreach event; its members come with it, and its items are events of their own. */
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
  decide_by: WallTime | null;
  version: Generated<number>;
  note: Generated<string>;
};

type VisitPartTable = {
  id: string;
  visit_item_id: string;
  visit_member_id: string;
  part: "goes" | "leads" | "speaks" | "notes";
  version: Generated<number>;
};

/** Who holds which version of a programme on paper or in a mail. */
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

/** A day without a row is a day of which nobody said anything: not known. */
type SessionDayTable = {
  id: string;
  chamber: "House" | "Senate";
  day: CalendarDate;
  standing: "in session" | "away";
  source: string;
  as_of: CalendarDate;
  version: Generated<number>;
};

/** A private address under which other programs read a calendar; of the address only the hash is kept. */
type CalendarFeedTable = {
  id: string;
  account_id: string;
  /** NULL for every campaign of the account. */
  campaign_id: string | null;
  token_hash: string;
  titles: "shown" | "busy only";
  made_at: string;
  revoked_at: string | null;
  version: Generated<number>;
};

type TalkingPointsTable = {
  id: string;
  campaign_id: string;
  outreach_event_id: string | null;
  title: string;
  ask: Generated<string>;
  speaker: Generated<string>;
  objective: Generated<string>;
  handling: Handling;
  stage: "drafting" | "sent for clearance" | "returned" | "used";
  stage_reason: Generated<string>;
  drafted_by: string;
  started_at: string;
  changed_at: string;
  retired_at: string | null;
  version: Generated<number>;
  started_from_id: string | null;
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
  /**
   * In the words of a framing: origin_id is then the message, and origin_revision_id a revision of that framing.
   */
  origin_framing_id: string | null;
  /** Marked as our judgement, which needs no source. */
  is_judgement: Generated<0 | 1>;
  version: Generated<number>;
  /**
   * Whether what came from an objection was taken from its words to say; else it holds its note to the speaker.
   */
  origin_is_words_to_say: Generated<0 | 1>;
};

type TalkingPointsFootnoteTable = {
  id: string;
  talking_points_block_id: string;
  proof_point_id: string;
  position: number;
  /** It stands there because the text bears its mark. */
  is_by_mark: Generated<0 | 1>;
  version: Generated<number>;
};

/** A paper as it stood, kept whole. */
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

/** Every brief that was printed and every file that was taken, so that a hold finds the paper. */
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

/** Which wording of which message a copy carries. */
type PaperCopyMessageTable = {
  id: string;
  paper_copy_id: string;
  key_message_id: string;
  message_revision_id: string | null;
  version: Generated<number>;
};

type ClearanceDeskTable = {
  id: string;
  campaign_id: string;
  name: string;
  side: "embassy" | "ministry";
  holder_account_id: string | null;
  deputy_account_id: string | null;
  away_from: CalendarDate | null;
  away_until: CalendarDate | null;
  country: string;
  zone: Zone;
  asked_by_default: "clear" | "inform" | "not asked";
  is_asked_for_holding_lines: Generated<0 | 1>;
  position: number;
  retired_at: string | null;
  version: Generated<number>;
};

/**
 * Who of a desk has opened the text first. No part of the history: it names the request without holding on to
 * it, so that a sending can be undone although somebody has begun to read.
 */
type ClearanceReadingTable = {
  id: string;
  clearance_request_id: string;
  account_id: string;
  opened_at: string;
  version: Generated<number>;
};

/** When and to whom a release by the head of mission was reported. */
type ClearanceReportTable = {
  id: string;
  clearance_id: string;
  reported_on: CalendarDate;
  reported_to: string;
  recorded_by: string;
  version: Generated<number>;
};

type ClearanceCommentTable = {
  id: string;
  talking_points_id: string;
  talking_points_block_id: string | null;
  answers_comment_id: string | null;
  quote: Generated<string>;
  text: string;
  made_by: string;
  made_at: string;
  resolved_by: string | null;
  resolved_at: string | null;
  version: Generated<number>;
  /** For which side it was made. */
  side: "embassy" | "ministry";
};

type MessageHoldTable = {
  id: string;
  campaign_id: string;
  key_message_id: string;
  reason: string;
  placed_by: string;
  placed_at: string;
  lifted_by: string | null;
  lifted_at: string | null;
  lift_reason: Generated<string>;
  version: Generated<number>;
};

/** The line that stands in place of a held message. */
type HoldingLineTable = {
  id: string;
  message_hold_id: string;
  version: Generated<number>;
};

/** The words, how they may travel and until when: a clearance counts for all three together. */
type HoldingLineVersionTable = {
  id: string;
  holding_line_id: string;
  number: number;
  text: string;
  handling: Handling;
  wall_expires: WallTime;
  zone: Zone;
  expires_at: string;
  text_hash: string;
  reason: string;
  made_by: string;
  made_at: string;
  expiry_noted_at: string | null;
  version: Generated<number>;
};

/** The new line to one person: kept until the line is cleared, then sent. */
type NewLineNoticeTable = {
  id: string;
  message_hold_id: string;
  account_id: string | null;
  contact_id: string | null;
  asked_by: string;
  asked_at: string;
  sent_at: string | null;
  sent_text_hash: string | null;
  version: Generated<number>;
};

/** A post that a hold stopped: once the hold is lifted it asks for a new time, until somebody settles it. */
type StoppedPostTable = {
  id: string;
  message_hold_id: string;
  outreach_event_id: string;
  starts_at: string;
  settled_at: string | null;
  version: Generated<number>;
};

/** Which of our people have opened a page that showed the hold. */
type HoldSightingTable = {
  id: string;
  message_hold_id: string;
  account_id: string;
  seen_at: string;
  version: Generated<number>;
};

type InstructionTable = {
  id: string;
  campaign_id: string;
  issuer: string;
  reference: string;
  text: string;
  red_lines: Generated<string>;
  handling: Handling;
  received_on: CalendarDate;
  expires_on: CalendarDate | null;
  answered_at: string | null;
  answered_by: string | null;
  answer: Generated<string>;
  version: Generated<number>;
};

/** The event or the paper that an instruction is about. */
type InstructionTargetTable = {
  id: string;
  instruction_id: string;
  outreach_event_id: string | null;
  talking_points_id: string | null;
  version: Generated<number>;
};

/** What one officer noted of a meeting. */
type OutcomeTable = {
  id: string;
  campaign_id: string;
  outreach_event_id: string;
  officer_account_id: string;
  said: Generated<string>;
  impression: Generated<string>;
  assessment: Generated<string>;
  ask_answer: Generated<string>;
  ground_rule: "on the record" | "background" | "deep background" | "off the record";
  handling: Handling;
  logged_at: string;
  version: Generated<number>;
};

/** How a message was received. A reception for the room is one row for each audience in it. */
type ReceptionTable = {
  id: string;
  outcome_id: string;
  key_message_id: string;
  audience_id: string;
  contact_id: string | null;
  scope: "room" | "audience" | "contact";
  /** NULL where the message was not raised. */
  score: number | null;
  wording: "as written" | "in other words" | null;
  message_revision_id: string | null;
  version: Generated<number>;
};

type OutcomeObjectionTable = {
  id: string;
  outcome_id: string;
  /** NULL for something new, which text then names. */
  objection_id: string | null;
  audience_id: string | null;
  contact_id: string | null;
  text: Generated<string>;
  is_answered: Generated<0 | 1>;
  version: Generated<number>;
};

type FollowUpTable = {
  id: string;
  campaign_id: string;
  outreach_event_id: string | null;
  outcome_id: string | null;
  text: string;
  promised_by: "us" | "them";
  owner_account_id: string | null;
  contact_id: string | null;
  due_on: CalendarDate;
  done_at: string | null;
  done_by: string | null;
  version: Generated<number>;
};

/** A reaction outside a meeting. */
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
  day: CalendarDate;
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

/** A change of reception that was found and that a person has looked at. */
type ChangeAcknowledgementTable = {
  id: string;
  campaign_id: string;
  key_message_id: string;
  /** NULL for a message over all audiences. */
  audience_id: string | null;
  direction: "drop" | "rise";
  after_day: CalendarDate;
  before_day: CalendarDate;
  reason: string;
  acknowledged_by: string;
  acknowledged_at: string;
  version: Generated<number>;
};

/**
 * What a campaign's figures were worked out with since when: every estimate of the six parameters, with its date
 * and the number of ratings. One that came to nothing is kept too, with the usual values that hold after it.
 * Rows are never changed.
 */
type EffectivenessFitTable = {
  id: string;
  campaign_id: string;
  fitted_at: string;
  as_of: CalendarDate;
  notes: number;
  outcome: "estimated" | "too few notes" | "not found";
  sigma: number;
  tau: number;
  half_life_days: number;
  sd_message: number;
  sd_audience: number;
  sd_rater: number;
  objective: number | null;
  asked: "nightly" | "on request";
  requested_by: string | null;
  /** Which observations were there. */
  observations_state: string;
  version: Generated<number>;
};

type ObjectiveTable = {
  id: string;
  campaign_id: string;
  audience_id: string | null;
  sentence: string;
  level: "output" | "out-take" | "outcome" | "impact";
  indicator: string;
  unit: Generated<string>;
  measured_how: Generated<string>;
  baseline: number;
  target: number;
  due_on: CalendarDate;
  position: Generated<number>;
  retired_at: string | null;
  version: Generated<number>;
  /** NULL where the campaign's first day stands for it. */
  baseline_on: CalendarDate | null;
  expected_from: CalendarDate | null;
  /** A line each: 2026-10-31 2. */
  milestones: Generated<string>;
  source_kind: Generated<"entered" | "reception" | "stance" | "feedback" | "objection">;
  source_message_id: string | null;
  source_objection_id: string | null;
  source_feedback: string | null;
  source_meetings: number | null;
};

type ObjectiveReadingTable = {
  id: string;
  objective_id: string;
  read_on: CalendarDate;
  value: number;
  n: number | null;
  note: Generated<string>;
  author_account_id: string;
  version: Generated<number>;
};

/**
 * A frozen review. frozen_json refers to people by number; their names stand in review_person alone, so that a
 * name can be taken out of a review that otherwise never changes.
 */
type ReviewTable = {
  id: string;
  campaign_id: string;
  day: CalendarDate;
  saved_at: string;
  saved_by: string;
  format: number;
  /** The newest row of the history when the review was read. */
  history_stamp: number;
  frozen_json: string;
  frozen_hash: string;
  names_hash: string;
  erased_on: CalendarDate | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: Generated<string>;
  version: Generated<number>;
};

type ReviewPersonTable = {
  id: string;
  review_id: string;
  number: number;
  contact_id: string | null;
  account_id: string | null;
  /** Empty once erased. */
  frozen_name: string;
  version: Generated<number>;
};

/**
 * A letter that waits to be sent, or was. It is claimed before it is sent, and handed over when its text goes to
 * the server; claimed no more but handed over, nobody knows whether it arrived. One that had nothing to say to
 * anybody is dropped.
 */
type MailTable = {
  id: string;
  change_id: string | null;
  account_id: string;
  campaign_id: string | null;
  kind: string;
  once_key: string | null;
  subject_title: Generated<string>;
  handling: Generated<HandlingIfAny>;
  path: string;
  content_json: Generated<string>;
  queued_at: string;
  next_try_at: string;
  claimed_until: string | null;
  handed_over_at: string | null;
  attempts: Generated<number>;
  last_fault: Generated<string>;
  sent_at: string | null;
  given_up_at: string | null;
  dropped_at: string | null;
  taken_back_by: string | null;
  version: Generated<number>;
};

/** What somebody did in one transaction, in words. */
type ChangeTable = {
  id: string;
  made_at: string;
  account_id: string;
  channel: "web" | "command line";
  campaign_id: string | null;
  record_kind: string;
  record_id: string;
  action: string;
  summary: string;
  location: string;
  submission: string | null;
  undoes: string | null;
};

/** A row before and after a change: null where it was not there. */
type ChangeRowTable = {
  id: Generated<number>;
  change_id: string;
  position: number;
  table_name: string;
  row_id: string;
  before_json: string | null;
  after_json: string | null;
};

/** Who was met on which day: held events only. */
type AudienceMeetingTable = {
  audience_id: string;
  day: CalendarDate;
  outreach_event_id: string;
  campaign_id: string;
};

/** Who was met on which day: held events only, but for those who did not come. */
type ContactMeetingTable = {
  contact_id: string;
  day: CalendarDate;
  outreach_event_id: string;
  campaign_id: string;
};

/** How often each audience was met. */
type AudienceMetTable = {
  campaign_id: string;
  audience_id: string;
  meetings: number;
};

/**
 * Events that nobody has logged: neither cancelled nor known not to have been held. Due once they have ended.
 */
type MeetingToLogTable = {
  outreach_event_id: string;
  campaign_id: string;
  ends_at: string;
};

/** How many meetings of a campaign somebody has logged, however many officers did. */
type LoggedMeetingsTable = {
  campaign_id: string;
  meetings: number;
};

/**
 * One for each message, officer (outcome) and audience: the mean of the ratings given there. And one for each
 * reaction outside a meeting.
 */
type ObservationTable = {
  source_id: string;
  key_message_id: string;
  audience_id: string;
  campaign_id: string;
  day: CalendarDate;
  kind: string;
  score: number;
  ratings: number;
  rater_account_id: string;
};

/** Counts on with every change of an observation. */
type ObservationClockTable = {
  id: 1;
  stamp: number;
};

/** Sums of observations by message and audience. */
type ObservationCellTable = {
  campaign_id: string;
  key_message_id: string;
  audience_id: string;
  n: number;
  total: number;
  last_on: CalendarDate;
  /** The clock when the cell last changed: what was worked out of it is worked out again only then. */
  stamp: Generated<number>;
};

/** A meeting in which an audience heard a message, once for each officer who noted it. */
type MessageHeardTable = {
  source_id: string;
  key_message_id: string;
  audience_id: string;
  campaign_id: string;
  outreach_event_id: string;
  day: CalendarDate;
};

/**
 * How many meetings heard a message with an audience, however many officers logged them, and how many reactions
 * came in outside meetings.
 */
type MessageHeardCellTable = {
  campaign_id: string;
  key_message_id: string;
  audience_id: string;
  meetings: Generated<number>;
  reactions: Generated<number>;
};

/** In how many meetings a message was heard. */
type MessageUseTable = {
  campaign_id: string;
  key_message_id: string;
  meetings: number;
};

/** How often each objection was heard and answered. */
type ObjectionHeardTable = {
  objection_id: string;
  heard: number;
  answered: number;
};

/**
 * When each audience last raised an objection, and whether it was answered then: raised several times on that
 * day, it counts as answered where each time was.
 */
type ObjectionLastHeardTable = {
  objection_id: string;
  audience_id: string;
  day: CalendarDate;
  is_answered: number;
};

/** Every figure of the proof points in use, to find the editions of one figure. */
type FigureEditionTable = {
  campaign_id: string;
  figure: string;
  proof_point_id: string;
  position: number;
  what: string;
  value: string;
  edition: string;
};

/**
 * Counts on with every change of what a calendar file of the campaign shows: a feed asks it whether what it kept
 * still holds.
 */
type CalendarStampTable = {
  campaign_id: string;
  stamp: number;
};

/** A record in the words by which it is found. */
type SearchEntryTable = {
  id: Generated<number>;
  kind: string;
  record_id: string;
  campaign_id: string | null;
  title: string;
  body: string;
};

/** A cable is of a month, and of the review from which it was drafted; the others are of a meeting. */
type CorrespondenceTable = {
  id: string;
  campaign_id: string;
  kind: "cable" | "memorandum of conversation" | "thank-you note";
  /** The first day of its month. */
  month_from: CalendarDate | null;
  review_id: string | null;
  outreach_event_id: string | null;
  /** To whom a thank-you note is written. */
  contact_id: string | null;
  /** When a name was taken out of it. */
  erased_on: CalendarDate | null;
  version: Generated<number>;
  last_day: CalendarDate | null;
};

/**
 * Every saving is a version. What it says stands in frozen_json alone, which the history leaves out, so that a name
 * can be erased from it.
 */
type CorrespondenceVersionTable = {
  id: string;
  correspondence_id: string;
  number: number;
  frozen_json: string;
  handling: Handling;
  /**
   * Versions with the same words have the same: what a clearance is bound to. It says nothing of the words.
   */
  words_id: string;
  reason: string;
  made_by: string;
  made_at: string;
  version: Generated<number>;
};

/**
 * One clearer's word on one exact text. subject_id is the revision, the objection, the paper, the holding line
 * or the cable.
 */
type ClearanceTable = {
  id: string;
  campaign_id: string;
  subject_kind:
    | "message revision"
    | "framing revision"
    | "objection"
    | "talking points"
    | "holding line"
    | "cable";
  subject_id: string;
  text_hash: string;
  content_json: string;
  authority: "embassy" | "ministry";
  manner: "by a person" | "by silence" | "released by the head of mission";
  answers_json: Generated<string>;
  is_own_draft: Generated<0 | 1>;
  cleared_by: string;
  cleared_at: string;
  version: Generated<number>;
  /** How the cleared text may travel; NULL for wording of the library, which has no handling. */
  handling: HandlingIfAny | null;
};

/**
 * What a desk was asked about one exact text, and what it answered. Every sending of a text to the desks has the
 * next number.
 */
type ClearanceRequestTable = {
  id: string;
  campaign_id: string;
  subject_kind:
    | "message revision"
    | "framing revision"
    | "objection"
    | "talking points"
    | "holding line"
    | "cable";
  subject_id: string;
  text_hash: string;
  authority: "embassy" | "ministry";
  clearance_desk_id: string;
  asks: Generated<"clear" | "inform">;
  since_clearance_id: string | null;
  sending: number;
  sent_by: string;
  sent_at: string;
  /** NULL while it waits for the embassy's word. */
  asked_at: string | null;
  due_at: string | null;
  silence_at: string | null;
  answer: "cleared" | "returned" | "withdrawn" | null;
  answer_manner: "by a person" | "by silence" | null;
  answer_reason: Generated<string>;
  answered_by: string | null;
  answered_for: string | null;
  answered_at: string | null;
  version: Generated<number>;
  /** How the text may travel as it was sent, or as it was answered. */
  handling: HandlingIfAny | null;
};

type BodyMeantWholeTable = {
  id: string;
  campaign_id: string;
  /** As its audiences are called before the comma: "Senate Foreign Relations". */
  body: string;
  version: Generated<number>;
};

/**
 * The observations of a cell, those of a day that are alike as one: what is read in their place after a start. Only large
 * cells have it, and none whose observations have changed since.
 */
type ObservationPackedTable = {
  campaign_id: string;
  key_message_id: string;
  audience_id: string;
  /** By rater and kind, the days counted from 1970: [["rater","kind",[day,ratings,sum,how many, …]], …] */
  notes: string;
};

/**
 * The events at which a revision of a message was said, as it was logged; each once, however many took it in.
 */
type WordingSaidTable = {
  message_revision_id: string;
  starts_at: string;
  outreach_event_id: string;
};

/**
 * Whom a campaign may see next: the people of its audiences that it sees, in post or not, but for those who only open
 * doors; with what decides how long each is kept.
 */
type PersonToSeeTable = {
  campaign_id: string;
  audience_id: string;
  /** Last met in any campaign; empty where never. */
  last_on: CalendarDate;
  contact_id: string;
  ended_on: CalendarDate | null;
  retain_until: CalendarDate | null;
  informed_on: CalendarDate | null;
  is_public: number;
};

/** What is due before and after a visit: its day is counted from the day of the visit, never stored. */
type VisitDeadlineTable = {
  id: string;
  outreach_event_id: string;
  days: number;
  title: string;
  note: Generated<string>;
  owner_account_id: string | null;
  done_at: string | null;
  done_by: string | null;
  version: Generated<number>;
  /**
   * Whether somebody says that it is done, or its state is counted from the programme; and of a readout and thanks, that it
   * tells how much of them is written.
   */
  kind: Generated<"own" | "programme" | "briefs" | "plan B" | "readout" | "thanks">;
  /** On the clocks of Washington. */
  due_time: Generated<TimeOfDay>;
};

/**
 * How many whom a campaign may see next are alike in all that decides who comes first. Days that are not set are empty.
 */
type PeopleAlikeTable = {
  campaign_id: string;
  audience_id: string;
  last_on: CalendarDate;
  ended_on: CalendarDate;
  retain_until: CalendarDate;
  informed_on: CalendarDate;
  is_public: number;
  people: number;
};
