import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import {
  type EventTexts,
  eventLinks,
  eventRecord,
  eventTimes,
} from "#app/campaign/outreach-events/record.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import type { Wish } from "#app/campaign/outreach-wishes/store.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { Handling } from "#app/text/handling.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import { dayOf, timeOf, WASHINGTON } from "#app/time/wall-time.ts";
import { zoneLabel } from "#app/time/zone-choice.ts";

/** What stands in the form of an event when it opens. */
export function valuesOfEvent(event: EventRecord): FormValues {
  const { objective, owner, audiences, messages, officers, schedule } = event;
  return valuesOf(
    { ...event, schedule: schedule === "confirmed" ? "confirmed" : "tentative" },
    event,
    eventLinks.typed({
      objective: objective?.id,
      owner: owner?.id,
      audiences: idsOf(audiences),
      messages: idsOf(messages),
      officers: idsOf(officers),
    }),
  );
}

/** The same of what was typed in it, in the form's own words. */
export function valuesOfDetails(details: EventDetails): FormValues {
  const links = eventLinks.typed({
    objective: details.objectiveId ?? undefined,
    owner: details.ownerAccountId ?? undefined,
    audiences: details.audienceIds,
    messages: details.messageIds,
    officers: details.officerIds,
  });
  return valuesOf(details, details.time, links);
}

type Times = Pick<PlannedTime, "wallStart" | "wallEnd" | "zone" | "isAllDay">;

function valuesOf(
  texts: EventTexts,
  { wallStart, wallEnd, zone, isAllDay }: Times,
  links: FormValues,
): FormValues {
  const startDate = dayOf(wallStart);
  const endDate = isAllDay ? addDays(dayOf(wallEnd), -1) : dayOf(wallEnd);
  return {
    ...eventRecord.typed(texts),
    ...eventTimes.typed({
      date: formatDate(startDate),
      start: isAllDay ? "" : timeOf(wallStart),
      end: isAllDay ? "" : timeOf(wallEnd),
      lastDate: endDate === startDate ? "" : formatDate(endDate),
      allDay: isAllDay,
      zone: zoneLabel(zone),
    }),
    ...links,
  };
}

function idsOf(records: readonly { id: string }[]): readonly string[] {
  return records.map(({ id }) => id);
}

/** What stands in the form of a new event that is like another: everything but its days, what was sure of them, and the replies. */
export function valuesOfCopy(event: EventRecord): FormValues {
  const known = valuesOfEvent(event);
  const anew = {
    date: [""],
    lastDate: [""],
    schedule: ["tentative"],
    isPlaceConfirmed: [],
    goingAheadReason: [""],
  };
  return { ...known, ...anew, contacts: event.participants.map(({ contactId }) => contactId) };
}

/** What stands in the form of a new event that was wished for. */
export function valuesOfWish(wish: Wish, usual: FormValues): FormValues {
  const owner = wish.owner?.id ?? usual.owner?.[0] ?? "";
  return {
    ...usual,
    title: [wish.title],
    kind: [wish.kind],
    length: [wish.minutes === null ? "" : String(wish.minutes)],
    owner: [owner],
    officers: [owner].filter((id) => id !== ""),
    audiences: wish.audiences.map(({ id }) => id),
    messages: wish.messages.map(({ id }) => id),
    wish: [wish.id],
  };
}

/** What stands in the form of a new event: what the address says, else the usual. */
export function valuesOfNewEvent(search: URLSearchParams, accountId: string, handling: Handling): FormValues {
  return {
    title: [search.get("title") ?? ""],
    kind: [search.get("kind") ?? "briefing"],
    date: [search.get("date") ?? ""],
    start: [search.get("start") ?? ""],
    end: [search.get("end") ?? ""],
    zone: [zoneLabel(WASHINGTON)],
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
