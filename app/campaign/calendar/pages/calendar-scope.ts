import type { CampaignArrival } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { CalendarSearch } from "../calendar-search.ts";

/** What every view of the calendar is asked for: whose events, when, and narrowed to what. */
export type CalendarScope = {
  arrival: CampaignArrival;
  /** The campaigns whose events are shown: each one in which the reader has a role. */
  campaignIds: readonly string[];
  campaignNames: ReadonlyMap<string, string>;
  search: CalendarSearch;
  today: CalendarDate;
};
