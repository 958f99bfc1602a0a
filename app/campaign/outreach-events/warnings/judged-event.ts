import type { Authority } from "#app/campaign/clearances/clearance-status.ts";
import type { Office } from "#app/campaign/past-statements/office.ts";
import type { Chamber, SessionDay } from "#app/campaign/session-days/session-day.ts";
import type { Home } from "../ministry-hours.ts";
import type { Engagement } from "./clash.ts";
import type { SaidBefore } from "./repeated-messages.ts";

type Named = { id: string; name: string };

/** Somebody or something of an event by which an office is visited. */
export type Visited = Named & { offices: readonly Office[] };

/** How far the paper of an event has come that its desks must still agree to. */
export type PaperToClear = "none" | "written" | "sent";

/** A desk whose agreement the papers of an event still need; its country (ISO 3166) sets its working days. */
export type Clearer = { desk: string; side: Authority; country: string; paper: PaperToClear };

/** An event as its warnings see it, whether it is saved or only typed. */
export type JudgedEvent = Pick<
  Engagement,
  "startsAt" | "endsAt" | "zone" | "isAllDay" | "where" | "visitsOffices" | "visitId"
> & {
  /** Null while it is not saved. */
  id: string | null;
  /** The series of which it is one time. */
  seriesId: string | null;
  /** When it was planned for its time; null while it is only typed. */
  plannedAt: Date | null;
  /** Neither cancelled nor marked not held. */
  takesPlace: boolean;
  /** Everybody from our side, the owner among them. */
  officers: readonly Named[];
  /** Those who are expected: who declined or sent somebody else is not. */
  participants: readonly Visited[];
  audiences: readonly Visited[];
  messages: readonly { id: string; number: number }[];
  /** The chambers that its audiences and participants belong to; both where it is Congress and not known which. */
  chambers: readonly Chamber[];
  /** Who must still agree to its papers; nobody once they are cleared, or where it needs none. */
  clearers: readonly Clearer[];
};

/** Another event as one reader may see it: of a campaign that is not theirs the title is null. */
export type OtherEvent = Engagement & {
  campaignId: string;
  /** The series of which it is one time. */
  seriesId: string | null;
  seenTitle: string | null;
  audiences: readonly string[];
  offices: readonly Office[];
};

/** Whether two events are times of one series: that these meet the same people again is what it is for. */
export function areOfOneSeries(
  a: Pick<JudgedEvent, "seriesId">,
  b: Pick<OtherEvent | SaidBefore, "seriesId">,
): boolean {
  return a.seriesId !== null && a.seriesId === b.seriesId;
}

/** What stands around an event: everything that its warnings are drawn from. */
export type Surroundings = {
  others: readonly OtherEvent[];
  saidBefore: readonly SaidBefore[];
  sessionDays: readonly SessionDay[];
  home: Home;
  /** Days within which a second visit to one office is pointed out, 0 to 365: the campaign's setting. */
  clashDays: number;
  /** Minutes that the way between two places takes, 0 to 240: the campaign's setting. */
  travelMinutes: number;
};
