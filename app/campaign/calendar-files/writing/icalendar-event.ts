import type { Titles } from "#app/campaign/feeds/feed.ts";
import { takesPlace } from "#app/campaign/outreach-events/standing.ts";
import type { Handling } from "#app/text/handling.ts";
import type { WallTime, Zone } from "#app/time/wall-time.ts";
import type { CalendarEntry } from "../calendar-entry.ts";
import { isGivenByUs, OWN_ID_PROPERTY, uidOfEvent } from "../uid.ts";
import { contentLine, textValue, timeLine, utcValue, wallLine } from "./icalendar-line.ts";

/** How a file tells of its events. `origin` is where the product is reached, for the links to its pages; null where none is known. */
export type Detail = { titles: Titles; origin: string | null };

/** One time of a series: what it is known by, and the state that its series has reached. */
export type InSeries = { uid: string; slot: WallTime; zone: Zone; isAllDay: boolean; sequence: number };

/** A VEVENT of its own, or one time of a series by the RECURRENCE-ID that tells it from the others. */
export function eventComponent(
  entry: CalendarEntry,
  detail: Detail,
  inSeries: InSeries | null = null,
): string {
  // A reader may take a time that counts less than its series for an older one.
  const sequence = Math.max(entry.sequence, inSeries?.sequence ?? 0);
  const uid = inSeries?.uid ?? uidOfEvent(entry);
  const id = inSeries === null ? entry.id : (entry.series?.id ?? entry.id);
  return vevent([
    identityLines(uid, { id, sequence, changedAt: entry.changedAt }),
    inSeries === null ? "" : wallLine("RECURRENCE-ID", inSeries.slot, inSeries.zone, inSeries.isAllDay),
    startAndEnd(entry),
    contentOf(entry, detail),
    pageLine(entry, detail),
  ]);
}

/** The lines of a VEVENT within its frame. */
export function vevent(lines: readonly string[]): string {
  return `BEGIN:VEVENT\r\n${lines.join("")}END:VEVENT\r\n`;
}

/**
 * Who it is and which state of it: DTSTAMP and LAST-MODIFIED both tell when it was last changed, so that a file of the same
 * events is the same to the last octet. Source: RFC 5545, sections 3.8.4.7, 3.8.7.2 and 3.8.7.4.
 */
export function identityLines(
  uid: string,
  { id, sequence, changedAt }: { id: string; sequence: number; changedAt: Date },
): string {
  const changed = utcValue(changedAt);
  return [
    contentLine("UID", textValue(uid)),
    isGivenByUs({ uid, ownId: null }, { id }) ? "" : contentLine(OWN_ID_PROPERTY, textValue(id)),
    contentLine("DTSTAMP", changed),
    contentLine("LAST-MODIFIED", changed),
    contentLine("SEQUENCE", String(sequence)),
  ].join("");
}

/** Whole days end with the day after the last; what takes no time has no end. Source: RFC 5545, sections 3.8.2.2 and 3.8.2.4. */
export function startAndEnd(entry: CalendarEntry): string {
  const { wallStart, wallEnd, zone, startsAt, endsAt, isAllDay } = entry;
  const start = timeLine("DTSTART", { wall: wallStart, zone, instant: startsAt, isAllDay });
  if (endsAt <= startsAt) return start;
  return start + timeLine("DTEND", { wall: wallEnd, zone, instant: endsAt, isAllDay });
}

/** What it says beyond when it is. Busy only has the word and nothing of the event. */
export function contentOf(entry: CalendarEntry, { titles }: Detail): string {
  const { schedule } = entry;
  const standing = [
    contentLine("STATUS", schedule.toUpperCase()),
    contentLine("TRANSP", takesPlace(entry) ? "OPAQUE" : "TRANSPARENT"),
    contentLine("X-MICROSOFT-CDO-BUSYSTATUS", busyStatus(entry)),
  ];
  if (titles === "busy only") return [contentLine("SUMMARY", "Busy"), ...standing].join("");
  const { title, place, link, handling } = entry;
  return [
    contentLine("SUMMARY", textValue(title)),
    place === "" ? "" : contentLine("LOCATION", textValue(place)),
    contentLine("DESCRIPTION", textValue(descriptionOf(entry))),
    isWebAddress(link) ? contentLine("CONFERENCE;VALUE=URI", link) : "",
    contentLine("CLASS", classOf(handling)),
    ...standing,
  ].join("");
}

/** The event's page in the product, which asks who is there. */
export function pageLine(
  { id, campaignId }: Pick<CalendarEntry, "id" | "campaignId">,
  detail: Detail,
): string {
  const { titles, origin } = detail;
  if (titles === "busy only" || origin === null) return "";
  return contentLine("URL", `${origin}/c/${campaignId}/events/${id}`);
}

function descriptionOf({ handling, campaignName, messages, link, result }: CalendarEntry): string {
  return [
    `Handling: ${handling}`,
    `Campaign: ${campaignName}`,
    messages.length === 0 ? "" : `${messages.length === 1 ? "Message" : "Messages"} ${messages.join(", ")}`,
    link === "" ? "" : `Link: ${link}`,
    result === "not held" ? "Not held" : "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** How a shared calendar shows it to others: only what may be public is. Source: RFC 5545, section 3.8.1.3; FIRST TLP 2.0. */
function classOf(handling: Handling): "PUBLIC" | "PRIVATE" | "CONFIDENTIAL" {
  if (handling === "TLP:CLEAR") return "PUBLIC";
  return handling === "TLP:AMBER+STRICT" ? "CONFIDENTIAL" : "PRIVATE";
}

/** What Outlook goes by. Source: [MS-STANOICAL], X-MICROSOFT-CDO-BUSYSTATUS. */
function busyStatus(entry: CalendarEntry): "FREE" | "TENTATIVE" | "BUSY" {
  if (!takesPlace(entry)) return "FREE";
  return entry.schedule === "tentative" ? "TENTATIVE" : "BUSY";
}

/** An address that stands in the file as it is: only signs that an address has. */
function isWebAddress(link: string): boolean {
  return /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/.test(link);
}
