import { addDays } from "#app/domain/time/calendar-date.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { EventRecord } from "#db/queries/outreach-event-record.server.ts";

/** What stands in the form of an event when it opens. */
export function valuesOfEvent(event: EventRecord): FormValues {
  const startDate = event.wallStart.slice(0, 10);
  const endDate = event.isAllDay ? addDays(event.wallEnd.slice(0, 10), -1) : event.wallEnd.slice(0, 10);
  return {
    title: [event.title],
    kind: [event.kind],
    date: [formatDate(startDate)],
    start: [event.isAllDay ? "" : event.wallStart.slice(11)],
    end: [event.isAllDay ? "" : event.wallEnd.slice(11)],
    lastDate: [endDate === startDate ? "" : formatDate(endDate)],
    allDay: event.isAllDay ? ["on"] : [],
    zone: [event.zone],
    schedule: [event.schedule === "confirmed" ? "confirmed" : "tentative"],
    place: [event.place],
    placeConfirmed: event.isPlaceConfirmed ? ["on"] : [],
    groundRule: [event.groundRule],
    handling: [event.handling],
    link: [event.link],
    ask: [event.ask],
    goingAheadReason: [event.goingAheadReason],
    objective: [event.objective?.id ?? ""],
    owner: [event.owner?.id ?? ""],
    audiences: event.audiences.map(({ id }) => id),
    messages: event.messages.map(({ id }) => id),
    officers: event.officers.map(({ id }) => id),
  };
}

/** What stands in the form of a new event: what the address says, else the usual. */
export function valuesOfNewEvent(search: URLSearchParams, accountId: string, handling: string): FormValues {
  return {
    title: [search.get("title") ?? ""],
    kind: [search.get("kind") ?? "briefing"],
    date: [search.get("date") ?? ""],
    start: [search.get("start") ?? ""],
    end: [search.get("end") ?? ""],
    zone: [WASHINGTON],
    schedule: ["tentative"],
    groundRule: ["background"],
    handling: [handling],
    owner: [accountId],
    audiences: search.getAll("audience"),
    messages: search.getAll("message"),
    officers: [accountId],
    contacts: search.getAll("contact"),
  };
}
