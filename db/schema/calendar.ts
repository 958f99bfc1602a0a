import type { Generated } from "kysely";

export type CalendarTables = {
  event_series: EventSeriesTable;
  event_series_exception: EventSeriesExceptionTable;
  outreach_wish: OutreachWishTable;
  outreach_wish_audience: OutreachWishAudienceTable;
  outreach_wish_message: OutreachWishMessageTable;
  session_day: SessionDayTable;
  calendar_feed: CalendarFeedTable;
  calendar_stamp: CalendarStampTable;
};

type EventSeriesTable = {
  id: string;
  campaign_id: string;
  title: string;
  place: Generated<string>;
  rule: string;
  wall_start: string;
  wall_end: string;
  zone: string;
  is_all_day: Generated<0 | 1>;
  imported_uid: string | null;
  imported_hash: string | null;
  sequence_lead: Generated<number>;
  version: Generated<number>;
};

type EventSeriesExceptionTable = {
  id: string;
  event_series_id: string;
  slot: string;
  reason: Generated<string>;
  version: Generated<number>;
};

type OutreachWishTable = {
  id: string;
  campaign_id: string;
  title: string;
  kind: string;
  minutes: number | null;
  best_by: string | null;
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

type SessionDayTable = {
  id: string;
  chamber: "House" | "Senate";
  day: string;
  standing: "in session" | "away";
  source: string;
  as_of: string;
  version: Generated<number>;
};

type CalendarFeedTable = {
  id: string;
  account_id: string;
  campaign_id: string | null;
  token_hash: string;
  titles: "shown" | "busy only";
  made_at: string;
  revoked_at: string | null;
  version: Generated<number>;
};

/** Kept by triggers: counts on with every change of what a calendar file of the campaign shows. */
type CalendarStampTable = {
  campaign_id: string;
  stamp: number;
};
