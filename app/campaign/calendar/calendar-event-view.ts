import type { PaperStanding } from "#app/campaign/clearances/clearance-status.ts";
import type { EventHoldState } from "#app/campaign/holds/what-a-hold-marks.ts";
import {
  type CalendarLook,
  type CalendarState,
  calendarLook,
  calendarState,
  firstName,
} from "#app/campaign/outreach-events/calendar-state.ts";
import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import { moveEvent, type Result, type Schedule } from "#app/campaign/outreach-events/standing.ts";
import { cityCode, cityOf, dayInProse } from "#app/time/format.ts";
import {
  type CalendarDate,
  dayOf,
  type Timed,
  timeIn,
  timeOf,
  WASHINGTON,
  type WallTime,
  type Zone,
} from "#app/time/wall-time.ts";

/** An event as the calendar stores it. */
export type CalendarEvent = Timed & {
  id: string;
  version: number;
  campaignId: string;
  title: string;
  kind: EventKind;
  /** On the clocks of Washington; of whole days, as their own zone names them. */
  wallStart: WallTime;
  wallEnd: WallTime;
  seriesId: string | null;
  schedule: Schedule;
  result: Result;
  messages: number[];
  owner: string | null;
  outcomes: number;
  paperId: string | null;
  /** Where it meets online; empty where it does not. */
  link: string;
};

/** An event as the calendar draws it, in words. */
export type EventView = {
  id: string;
  version: number;
  campaignId: string;
  /** The name of its campaign where the page is another's. */
  campaign: string | null;
  title: string;
  wallStart: WallTime;
  wallEnd: WallTime;
  isAllDay: boolean;
  /** "Thursday 12 November 2026", which a listener hears first. */
  day: string;
  time: string;
  /** On the clock at home: "20:00 PRG"; empty for whole days. */
  homeTime: string;
  /** On the clock of an event that is elsewhere: "14:00 in Brussels"; null where one of the two clocks says it. */
  ownTime: string | null;
  look: CalendarLook;
  state: CalendarState | null;
  /** Neither cancelled nor over, so that its time may change. */
  isMovable: boolean;
  messages: number[];
  owner: string | null;
  link: string;
};

type Around = {
  now: Date;
  today: CalendarDate;
  homeZone: Zone;
  /** Who cannot be at an event and at another, by event: a first name. */
  clashes: ReadonlyMap<string, string>;
  papers: ReadonlyMap<string, PaperStanding>;
  holds: ReadonlyMap<string, EventHoldState>;
};

/** What a view of the calendar shows of an event: its state, its times in both clocks and what marks it. */
export function eventView(event: CalendarEvent, around: Around): Omit<EventView, "campaign"> {
  const { homeZone, now, today } = around;
  const { id, version, campaignId, title, wallStart, wallEnd, isAllDay, messages, link } = event;
  const date = dayOf(wallStart);
  const facts = {
    ...event,
    isInternal: event.kind === "internal",
    clash: around.clashes.get(id) ?? null,
    paper: paperFacts(event.paperId, around.papers),
    hold: around.holds.get(id) ?? null,
  };
  return {
    id,
    version,
    campaignId,
    title,
    wallStart,
    wallEnd,
    isAllDay,
    messages,
    link,
    day: dayInProse(date, today) + (date === today ? ", today" : ""),
    time: isAllDay ? "All day" : timeOf(wallStart),
    homeTime: isAllDay ? "" : `${timeIn(event.startsAt, homeZone)} ${cityCode(homeZone)}`,
    ownTime: ownTime(event, homeZone),
    look: calendarLook(facts, now),
    state: calendarState(facts, now),
    isMovable: moveEvent(event).ok,
    owner: event.owner === null ? null : firstName(event.owner),
  };
}

/** What its own clock shows, for an event that is neither in Washington nor at home. Whole days name the place alone. */
function ownTime({ zone, startsAt, isAllDay }: CalendarEvent, homeZone: Zone): string | null {
  if (zone === WASHINGTON || (zone === homeZone && !isAllDay)) return null;
  return isAllDay ? `in ${cityOf(zone)}` : `${timeIn(startsAt, zone)} in ${cityOf(zone)}`;
}

/** The paper of an event whose state speaks of it: one that is still to come. Others need no reading. */
export function paperToJudge(event: CalendarEvent, now: Date): string[] {
  const isToCome = event.endsAt > now && event.schedule === "confirmed";
  return event.paperId !== null && isToCome ? [event.paperId] : [];
}

function paperFacts(paperId: string | null, papers: ReadonlyMap<string, PaperStanding>) {
  const paper = paperId === null ? undefined : papers.get(paperId);
  if (paper === undefined) return null;
  return { clearedBy: paper.status === "cleared" ? paper.clearedBy : null };
}
