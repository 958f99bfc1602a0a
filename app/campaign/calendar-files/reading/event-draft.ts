import { OWN_ID_PROPERTY, ownIdOf } from "../uid.ts";
import type { Remarks } from "./calendar-reading.ts";
import type { ContentLine, FileComponent } from "./content-lines.ts";
import { type FileProperty, readProperty, textOf, writtenValue } from "./file-property.ts";
import { periodsOf, type Span, spanOf, type TimeValue, timesOf } from "./time-values.ts";

/** What a VEVENT says, before its times are worked out. */
export type EventDraft = {
  uid: string;
  ownId: string | null;
  line: number;
  sequence: number;
  isPrivate: boolean;
  title: string;
  place: string;
  link: string;
  schedule: "tentative" | "confirmed" | "cancelled";
  start: TimeValue | null;
  end: TimeValue | Span | null;
  /** Set where the end cannot be read. */
  badEnd: string | null;
  recurrenceId: TimeValue | null;
  /** Written, and not to be read: the event is then not known from the others of its series. */
  hasBadRecurrenceId: boolean;
  rules: readonly { text: string; line: number }[];
  exceptionRules: readonly { text: string; line: number }[];
  extra: readonly { start: TimeValue; end: TimeValue | Span | null }[];
  exceptions: readonly TimeValue[];
};

const LONGEST_LINE = 200;
const LONGEST_LINK = 500;
const LONGEST_UID = 255;
const UNTITLED = "Untitled";
const MOST_RULES = 20;

/** Reads one VEVENT; what is wrong with single properties is remarked on. */
export function draftOf(component: FileComponent, isCancelled: boolean, remarks: Remarks): EventDraft {
  const properties = propertiesOf(component, remarks);
  const first = (name: string) => properties.get(name)?.[0] ?? null;
  const all = (name: string) => properties.get(name) ?? [];
  const rules = writtenIn(component, "RRULE");
  const ownId = textOf(first(OWN_ID_PROPERTY)) || null;
  return {
    uid: textOf(first("UID")).slice(0, LONGEST_UID),
    ownId,
    line: component.line,
    sequence: sequenceIn(component),
    isPrivate: isPrivate(first("CLASS"), remarks),
    title: titleOf(first("SUMMARY"), component.line, remarks),
    place: shortened(textOf(first("LOCATION")), "The place", first("LOCATION")?.line ?? null, remarks),
    link: linkOf(properties, (ownId ?? ownIdOf(textOf(first("UID")))) !== null, remarks),
    schedule: scheduleOf(first("STATUS"), isCancelled, component.line, remarks),
    start: oneTime(first("DTSTART")),
    ...endOf(first("DTEND"), component.lines.find(({ name }) => name === "DURATION") ?? null),
    recurrenceId: recurrenceIdOf(first("RECURRENCE-ID"), remarks),
    hasBadRecurrenceId: first("RECURRENCE-ID") !== null && oneTime(first("RECURRENCE-ID")) === null,
    rules,
    exceptionRules: writtenIn(component, "EXRULE"),
    extra: all("RDATE").flatMap((property) => extraOf(property, remarks)),
    exceptions: all("EXDATE").flatMap((property) => exceptionsOf(property, remarks)),
  };
}

const READ_AS_WRITTEN = new Set(["RRULE", "EXRULE", "DURATION", "SEQUENCE"]);
const ONLY_ONCE = new Set([
  "UID",
  "DTSTART",
  "DTEND",
  "SUMMARY",
  "LOCATION",
  "STATUS",
  "CLASS",
  "RECURRENCE-ID",
]);

function propertiesOf(component: FileComponent, remarks: Remarks): Map<string, FileProperty[]> {
  const properties = new Map<string, FileProperty[]>();
  for (const line of component.lines) {
    if (READ_AS_WRITTEN.has(line.name)) continue;
    const property = readProperty(line);
    if (property === null) {
      remarks.add(`${line.name} cannot be read`, line.line);
      continue;
    }
    const known = properties.get(line.name);
    if (known === undefined) properties.set(line.name, [property]);
    else if (ONLY_ONCE.has(line.name))
      remarks.add(`${line.name} appears more than once in one event; the first will be used`, line.line);
    else known.push(property);
  }
  return properties;
}

function writtenIn({ lines }: FileComponent, wanted: string): { text: string; line: number }[] {
  return lines
    .filter(({ name }) => name === wanted)
    .slice(0, MOST_RULES)
    .map((line) => ({ text: writtenValue(line), line: line.line }))
    .filter(({ text }) => text !== "");
}

function sequenceIn({ lines }: FileComponent): number {
  const line = lines.find(({ name }) => name === "SEQUENCE");
  const text = line === undefined ? "0" : writtenValue(line);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function titleOf(property: FileProperty | null, line: number, remarks: Remarks): string {
  const title = shortened(textOf(property), "The title", property?.line ?? null, remarks);
  if (title !== "") return title;
  remarks.add(`An event has no title; it will be imported as “${UNTITLED}”`, line);
  return UNTITLED;
}

function shortened(text: string, what: string, line: number | null, remarks: Remarks): string {
  if (text.length <= LONGEST_LINE) return text;
  remarks.add(
    `${what} is longer than ${LONGEST_LINE} characters; only the first ${LONGEST_LINE} will be imported`,
    line,
  );
  return text
    .slice(0, LONGEST_LINE)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trim();
}

const LINKS = ["CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "URL"];

/** The URL of an event of ours is its own page, and no link of the event. */
function linkOf(properties: ReadonlyMap<string, FileProperty[]>, isOurs: boolean, remarks: Remarks): string {
  const found = LINKS.filter((name) => !isOurs || name !== "URL").flatMap(
    (name) => properties.get(name) ?? [],
  );
  const links = found.filter((property) => isWebAddress(textOf(property)));
  for (const property of found.filter((property) => !links.includes(property)))
    remarks.add(
      `A link that does not begin with https://, or is longer than ${LONGEST_LINK} characters, will not be imported`,
      property.line,
    );
  const [first, ...others] = links;
  for (const property of others)
    remarks.add("Only the first of several links will be imported", property.line);
  return textOf(first ?? null);
}

function isWebAddress(address: string): boolean {
  return address.length <= LONGEST_LINK && /^https:\/\/[^\s/"<>]+\S*$/i.test(address);
}

function isPrivate(property: FileProperty | null, remarks: Remarks): boolean {
  const said = textOf(property).toUpperCase();
  if (said !== "PRIVATE" && said !== "CONFIDENTIAL") return false;
  remarks.add(
    "The file marks an event as private or confidential; if the event is new, it will be marked TLP:RED",
    property?.line ?? null,
  );
  return true;
}

function scheduleOf(
  property: FileProperty | null,
  isCancelled: boolean,
  line: number,
  remarks: Remarks,
): EventDraft["schedule"] {
  const status = textOf(property).toUpperCase();
  if (isCancelled || status === "CANCELLED") return "cancelled";
  if (status === "CONFIRMED") return "confirmed";
  if (status !== "TENTATIVE")
    remarks.add(
      "The file does not say whether an event is confirmed; it will be imported as tentative",
      line,
    );
  return "tentative";
}

function oneTime(property: FileProperty | null): TimeValue | null {
  return property === null ? null : (timesOf(property)[0] ?? null);
}

function endOf(
  property: FileProperty | null,
  duration: ContentLine | null,
): Pick<EventDraft, "end" | "badEnd"> {
  if (property !== null) {
    const end = oneTime(property);
    const badEnd = end === null ? `its end (DTEND, line ${property.line}) is not a valid time` : null;
    return { end, badEnd };
  }
  if (duration === null) return { end: null, badEnd: null };
  const span = spanOf(writtenValue(duration));
  const badEnd =
    span === null ? `its length (DURATION, line ${duration.line}) is negative or cannot be read` : null;
  return { end: span, badEnd };
}

function recurrenceIdOf(property: FileProperty | null, remarks: Remarks): TimeValue | null {
  if (property === null) return null;
  if (property.parameters.range !== undefined)
    remarks.add(
      "A change is for one date and all later ones (RANGE=THISANDFUTURE); it will be imported for the first date only",
      property.line,
    );
  return oneTime(property);
}

function extraOf(property: FileProperty, remarks: Remarks): EventDraft["extra"] {
  const periods = property.type === "period" ? periodsOf(property) : [];
  const times = property.type === "period" ? [] : timesOf(property).filter((time) => time !== null);
  const read = periods.length + times.length;
  if (read < property.values.length || read === 0)
    remarks.add("An extra date (RDATE) is not valid and will not be imported", property.line);
  return [...periods, ...times.map((start) => ({ start, end: null }))];
}

function exceptionsOf(property: FileProperty, remarks: Remarks): TimeValue[] {
  const times = timesOf(property).filter((time) => time !== null);
  if (times.length < property.values.length)
    remarks.add("An excluded date (EXDATE) is not valid and will be ignored", property.line);
  return times;
}
