import { z } from "zod";
import { severalChosen } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { readForm } from "#app/http/read-form.ts";
import type { CalendarDate, Occurrence, Zone } from "#app/time/wall-time.ts";
import { readZone } from "#app/time/zone-choice.ts";
import { isEventKind, usualMinutes } from "./kind.ts";
import { explainTimes, type PlannedTime, readPlannedTime, type TypedTime } from "./planned-time.ts";
import { eventLinks, eventRecord, eventTimes } from "./record.ts";
import type { EventDetails } from "./store.server.ts";

type ReadEvent =
  | { ok: true; details: EventDetails; contactIds: readonly string[] }
  | { ok: false; errors: FieldErrors };

/** Whom a plan invites, and how long it takes: asked beside the fields of an event. */
const beside = z.object({ contacts: severalChosen(60) });

/** What the form of an event says; everything that is wrong with it at once. `zone` is the clock unless chosen. */
export function readEventForm(form: FormData, zone: Zone, today: CalendarDate): ReadEvent {
  const kind = text(form, "kind");
  const minutes = lengthIn(form) ?? (isEventKind(kind) ? usualMinutes(kind) : 30);
  const chosenZone = readZone(text(form, "zone"));
  const said = eventRecord.read(form, today);
  const typed = eventTimes.read(form, today);
  const links = eventLinks.read(form, today);
  const invited = readForm(form, beside);
  // On a clock that nobody knows no hour is skipped, and none occurs twice.
  const clock = text(form, "zone") === "" ? zone : "UTC";
  const time = readTime(form, chosenZone.ok ? chosenZone.zone : clock, minutes, today);
  if (!said.ok || !typed.ok || !links.ok || !invited.ok || !time.ok) {
    return { ok: false, errors: errorsIn(said, typed, links, invited, time) };
  }
  const { objective, owner, audiences, messages, officers } = links.value;
  const details = {
    ...said.value,
    time: time.time,
    objectiveId: objective,
    ownerAccountId: owner,
    audienceIds: audiences,
    messageIds: messages,
    officerIds: officers,
  };
  return { ok: true, details, contactIds: invited.value.contacts };
}

/** Everything that is wrong in several readings of a form. */
export function errorsIn(
  ...read: readonly ({ ok: true } | { ok: false; errors: FieldErrors })[]
): FieldErrors {
  return Object.assign({}, ...read.map((one) => (one.ok ? {} : one.errors)));
}

/** Minutes that the line said it takes, where no end was typed since. */
function lengthIn(form: FormData): number | null {
  const minutes = Number(text(form, "length"));
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440 ? minutes : null;
}

/** When the form says that the event is; on refusal the sentence stands at the field. */
export function readTime(
  form: FormData,
  zone: Zone,
  minutes: number,
  today: CalendarDate,
): { ok: true; time: PlannedTime } | { ok: false; errors: FieldErrors } {
  const time = readPlannedTime(typedTime(form), zone, minutes, today);
  return time.ok ? time : { ok: false, errors: explainTimes(time.faults) };
}

function typedTime(form: FormData): TypedTime {
  const part = (name: string) => text(form, name).slice(0, 60);
  return {
    date: part("date"),
    start: part("start"),
    end: part("end"),
    lastDate: part("lastDate"),
    occurrence: occurrenceIn(text(form, "occurrence")),
    isAllDay: text(form, "allDay") === "on",
  };
}

function occurrenceIn(value: string): Occurrence | null {
  return value === "first" || value === "second" ? value : null;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Where the choice that is not of this campaign stands, in words. */
export function linkOutsideError(field: string): FieldErrors {
  return { [field]: "Choose from this campaign’s list" };
}
