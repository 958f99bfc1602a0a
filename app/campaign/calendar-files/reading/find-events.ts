import { textHash } from "#app/text/text-hash.ts";
import { collectRemarks, type Remarks } from "./calendar-reading.ts";
import type { FileComponent } from "./content-lines.ts";
import { draftOf, type EventDraft } from "./event-draft.ts";
import { writtenValue } from "./file-property.ts";
import { NO_START } from "./one-time.ts";

/** A VEVENT; `refusal` says why nothing of it is taken over, where that is known before its times are. */
export type FoundEvent = { draft: EventDraft; refusal: string | null };

type Found =
  | { ok: true; events: readonly FoundEvent[]; zones: readonly FileComponent[] }
  | { ok: false; sentence: string };

/** The events and zones of a file, with remarks on everything else that is in it. */
export function findEvents(roots: readonly FileComponent[], remarks: Remarks): Found {
  const cards = roots.filter(({ name }) => name === "VCARD");
  if (cards.length === roots.length)
    return { ok: false, sentence: "This file contains contact cards (vCard), not a calendar" };
  if (!roots.some(({ name }) => isOfCalendar(name)))
    return { ok: false, sentence: "This is not a calendar file: no line in it begins with BEGIN:VCALENDAR" };
  const calendars = roots.filter(({ name }) => name === "VCALENDAR");
  const bare = roots.filter(({ name }) => name !== "VCALENDAR");
  if (calendars.length > 1)
    remarks.add(
      `The file contains ${calendars.length} calendars; each of them was read`,
      calendars[1]?.line ?? null,
    );
  for (const component of bare)
    remarks.add(`${named(component.name)} is outside any VCALENDAR`, component.line);
  const events = [...calendars, ...bare].flatMap((component) => eventsIn(component, "", remarks));
  for (const component of bare) if (component.name !== "VEVENT") noteComponent(component, remarks);
  return { ok: true, events, zones: [...calendars, ...bare].flatMap(zonesIn) };
}

/** At whatever depth: where an END is missing, one calendar lies within another. */
function zonesIn(component: FileComponent): FileComponent[] {
  return component.name === "VTIMEZONE" ? [component] : component.inner.flatMap(zonesIn);
}

function isOfCalendar(name: string): boolean {
  return /^(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VALARM|VAVAILABILITY)$/.test(name);
}

/** Answers to invitations, which are no calendar. */
const ANSWERS = new Set(["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"]);

/** Every VEVENT, at whatever depth; `method` is that of the calendar around it. */
function eventsIn(component: FileComponent, method: string, remarks: Remarks): FoundEvent[] {
  const ownMethod = component.name === "VCALENDAR" ? methodOf(component, remarks) : method;
  const own = component.name === "VEVENT" ? [read(component, ownMethod, remarks)] : [];
  return [...own, ...component.inner.flatMap((inner) => eventsIn(inner, ownMethod, remarks))];
}

function methodOf(calendar: FileComponent, remarks: Remarks): string {
  const line = calendar.lines.find(({ name }) => name === "METHOD");
  const method = line === undefined ? "" : writtenValue(line).toUpperCase();
  if (line !== undefined && ANSWERS.has(method))
    remarks.add(
      `METHOD:${method} marks messages about an invitation, so no event under it will be imported`,
      line.line,
    );
  if (line !== undefined && method === "REQUEST")
    remarks.add(
      "The file is an invitation (METHOD:REQUEST); it will be imported, and no reply will be sent",
      line.line,
    );
  if (line !== undefined && method === "CANCEL")
    remarks.add("The file is a cancellation (METHOD:CANCEL); its events will be cancelled", line.line);
  for (const component of calendar.inner)
    if (component.name !== "VEVENT" && component.name !== "VCALENDAR") noteComponent(component, remarks);
  return method;
}

function read(event: FileComponent, method: string, remarks: Remarks): FoundEvent {
  if (ANSWERS.has(method) || !event.isWhole) {
    const refusal = event.isWhole
      ? `it is a message about an invitation (METHOD:${method}), not an event`
      : "the file ends in the middle of this event";
    return { draft: draftOf(event, false, collectRemarks()), refusal };
  }
  noteOthers(event, remarks);
  const draft = draftOf(event, method === "CANCEL", remarks);
  const isChange = draft.recurrenceId !== null || draft.hasBadRecurrenceId;
  const refusal = draft.start === null && !isChange ? NO_START : null;
  if (draft.uid !== "") return { draft, refusal };
  remarks.add("An event has no UID, so it will be matched only by its title and start", event.line);
  const start = event.lines.find(({ name }) => name === "DTSTART")?.text ?? "";
  const uid = `no-uid-${textHash(`${draft.title}\n${start}`).slice(0, 32)}`;
  return { draft: { ...draft, uid }, refusal };
}

/** What stands in nearly every file and says nothing about the event. */
const BOOKKEEPING = new Set(["DTSTAMP", "CREATED", "LAST-MODIFIED"]);

const IN_WORDS: ReadonlyMap<string, string> = new Map([
  ["DESCRIPTION", "Descriptions (DESCRIPTION) are not imported: events here have none"],
  ["ATTENDEE", "The people invited (ATTENDEE) are not imported: participants must be contacts here"],
  ["ORGANIZER", "The organiser (ORGANIZER) is not imported: the owner of an event must be a colleague here"],
  ["ATTACH", "Attachments (ATTACH) are not imported"],
  ["CATEGORIES", "Categories (CATEGORIES) are not imported: the kind of event is chosen for the import"],
]);

function noteOthers(event: FileComponent, remarks: Remarks): void {
  for (const [name, { line }] of event.others) {
    if (BOOKKEEPING.has(name)) continue;
    const words = IN_WORDS.get(name);
    if (words !== undefined) remarks.add(words, line);
    else if (name.startsWith("X-")) remarks.add("Other programs’ own entries (X-…) are not imported", line);
    else remarks.add(`${name} is not imported`, line);
  }
  for (const component of event.inner.filter(({ name }) => name !== "VEVENT"))
    remarks.add(
      component.name === "VALARM"
        ? "Reminders (VALARM) are not imported"
        : `${named(component.name)} within an event is not imported`,
      component.line,
    );
}

const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ["VTODO", "Tasks (VTODO) are not imported: only events are"],
  ["VJOURNAL", "Journal entries (VJOURNAL) are not imported: only events are"],
  ["VFREEBUSY", "Busy times (VFREEBUSY) are not imported: only events are"],
]);

function noteComponent({ name, line }: FileComponent, remarks: Remarks): void {
  if (name === "VTIMEZONE") return;
  remarks.add(COMPONENTS.get(name) ?? `${named(name)} is not imported: only events are`, line);
}

function named(name: string): string {
  const plain = name.replace(/[^A-Z0-9-]/g, "?").slice(0, 40);
  return plain === "" ? "A component without a name" : plain;
}
