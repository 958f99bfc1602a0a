import { z } from "zod";
import { identifier, line, optionalLine, optionalParagraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import type { Occurrence } from "#app/time/wall-time.ts";
import { explainUnknownZone, readZone } from "#app/time/zone-choice.ts";
import { GROUND_RULES } from "./ground-rule.ts";
import { EVENT_KINDS, isEventKind, usualMinutes } from "./kind.ts";
import { explainTimeOfEvent, type PlannedTime, readPlannedTime, type TypedTime } from "./planned-time.ts";
import type { EventDetails } from "./store.server.ts";

const chosen = z
  .union([identifier.transform((id) => [id]), z.array(identifier).max(60, "Choose 60 at most")])
  .default([]);
const ticked = z.literal("on").optional();
/** A list whose first choice is nobody or nothing. */
const notBlank = z
  .literal("")
  .transform(() => undefined)
  .or(identifier)
  .optional();

const clock = z
  .string()
  .max(60, "Use 60 characters at most")
  .superRefine((typed, context) => {
    const read = readZone(typed);
    if (!read.ok) context.addIssue({ code: "custom", message: explainUnknownZone(read.near) });
  })
  .optional();

const webAddress = optionalLine(500).refine(
  (address) => address === "" || /^https:\/\/[^\s/]+/i.test(address),
  "Enter the whole address, beginning with https://",
);

const schema = z.object({
  title: line(200, "Enter a title"),
  kind: z.enum(EVENT_KINDS, { error: "Choose what kind of event it is" }),
  zone: clock,
  schedule: z.enum(["tentative", "confirmed"], { error: "Say whether it is confirmed" }),
  place: optionalLine(200),
  placeConfirmed: ticked,
  link: webAddress,
  groundRule: z.enum(GROUND_RULES, { error: "Choose a ground rule" }),
  handling: z.enum(HANDLINGS, { error: "Choose how it may travel" }),
  ask: optionalParagraphs(500),
  goingAheadReason: optionalLine(300),
  objective: notBlank,
  owner: notBlank,
  audiences: chosen,
  messages: chosen,
  officers: chosen,
  contacts: chosen,
});

type ReadEvent =
  | { ok: true; details: EventDetails; contactIds: readonly string[] }
  | { ok: false; errors: FieldErrors };

/** What the form of an event says; everything that is wrong with it at once. `zone` is the clock unless chosen. */
export function readEventForm(form: FormData, zone: string, today: string): ReadEvent {
  const read = readForm(form, schema);
  const kind = text(form, "kind");
  const minutes = lengthIn(form) ?? (isEventKind(kind) ? usualMinutes(kind) : 30);
  const chosenZone = readZone(text(form, "zone"));
  const time = readTime(form, chosenZone.ok ? chosenZone.zone : zone, minutes, today);
  if (!read.ok || !time.ok) {
    return { ok: false, errors: { ...(read.ok ? {} : read.errors), ...(time.ok ? {} : time.errors) } };
  }
  const {
    objective,
    owner,
    placeConfirmed,
    audiences,
    messages,
    officers,
    contacts,
    zone: _,
    ...rest
  } = read.value;
  const details = {
    ...rest,
    time: time.time,
    isPlaceConfirmed: placeConfirmed === "on",
    objectiveId: objective ?? null,
    ownerAccountId: owner ?? null,
    audienceIds: audiences,
    messageIds: messages,
    officerIds: officers,
  };
  return { ok: true, details, contactIds: contacts };
}

/** Minutes that the line said it takes, where no end was typed since. */
function lengthIn(form: FormData): number | null {
  const minutes = Number(text(form, "length"));
  return Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440 ? minutes : null;
}

/** When the form says that the event is; on refusal the sentence stands at the field. */
export function readTime(
  form: FormData,
  zone: string,
  minutes: number,
  today: string,
): { ok: true; time: PlannedTime } | { ok: false; errors: FieldErrors } {
  const time = readPlannedTime(typedTime(form), zone, minutes, today);
  return time.ok ? time : { ok: false, errors: { [time.field]: explainTimeOfEvent(time) } };
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
export function strangerError(field: string): FieldErrors {
  return { [field]: "Choose from the list of this campaign" };
}
