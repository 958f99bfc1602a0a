import type { EventHoldState } from "#app/domain/holds/marking.ts";
import {
  type CalendarLook,
  type CalendarState,
  calendarLook,
  calendarState,
  firstName,
} from "#app/domain/outreach-events/calendar-state.ts";
import { clashesInTime } from "#app/domain/outreach-events/clash.ts";
import type { PaperStanding } from "#app/domain/talking-points/clearance-status.ts";
import { formatLongDay } from "#app/domain/time/format.ts";
import { cityCode } from "#app/domain/time/two-clocks.ts";
import { type CalendarDate, timeIn } from "#app/domain/time/wall-time.ts";
import type { CalendarEvent } from "#db/queries/outreach-event-calendar.server.ts";
import type { SeenEngagement } from "#db/queries/outreach-event-engagements.server.ts";

/** An event as the calendar draws it, in words. */
export type EventView = {
  id: string;
  title: string;
  wallStart: string;
  wallEnd: string;
  /** "Thursday 12 November 2026", which a listener hears first. */
  day: string;
  time: string;
  homeTime: string;
  look: CalendarLook;
  state: CalendarState | null;
  messages: number[];
  owner: string | null;
};

type Around = {
  now: Date;
  today: CalendarDate;
  homeZone: string;
  engagements: readonly SeenEngagement[];
  names: ReadonlyMap<string, string>;
  papers: ReadonlyMap<string, PaperStanding>;
  holds: ReadonlyMap<string, EventHoldState>;
};

export function eventView(event: CalendarEvent, around: Around): EventView {
  const { homeZone, now } = around;
  const date = event.wallStart.slice(0, 10);
  const facts = {
    ...event,
    isInternal: event.kind === "internal",
    clash: clashName(event.id, around),
    paper: paperFacts(event.paperId, around.papers),
    hold: around.holds.get(event.id) ?? null,
  };
  return {
    id: event.id,
    title: event.title,
    wallStart: event.wallStart,
    wallEnd: event.wallEnd,
    day: formatLongDay(date) + (date === around.today ? ", today" : ""),
    time: event.wallStart.slice(11),
    homeTime: `${timeIn(event.startsAt, homeZone)} ${cityCode(homeZone)}`,
    look: calendarLook(facts, now),
    state: calendarState(facts, now),
    messages: event.messages,
    owner: event.owner === null ? null : firstName(event.owner),
  };
}

function clashName(eventId: string, { engagements, names }: Around): string | null {
  const self = engagements.find((one) => one.id === eventId);
  if (self === undefined) return null;
  for (const other of engagements) {
    const [clash] = clashesInTime(self, other);
    if (clash !== undefined) return firstName(names.get(clash.who) ?? "somebody");
  }
  return null;
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
