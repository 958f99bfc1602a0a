import { dayOf, type WallTime } from "#app/time/wall-time.ts";

const OURS = "@demarche";

/** What an event or a series is known by: its own id, and the UID it came with where it was imported. */
export type Identified = { id: string; importedUid: string | null };

/**
 * The UID of an event in every calendar file: the one it was imported with, or its id at "demarche". It stays the same
 * for good, whatever is edited, so that a reader replaces its copy. Source: RFC 5545, section 3.8.4.7.
 */
export function uidOfEvent(event: Identified): string {
  return event.importedUid ?? event.id + OURS;
}

/** The UID that all times of a series share; RECURRENCE-ID tells them apart. Source: RFC 5545, section 3.8.4.4. */
export function uidOfSeries(series: Identified): string {
  return series.importedUid ?? series.id + OURS;
}

/**
 * The id of the event or series that gave this UID, or null where the UID is somebody else's. Another Demarche makes
 * UIDs of the same form: whether the record is here is for the database to say.
 */
export function ownIdOf(uid: string): string | null {
  const id = uid.endsWith(OURS) ? uid.slice(0, -OURS.length) : "";
  return /^[A-Za-z0-9:._-]{1,128}$/.test(id) ? id : null;
}

/** The property that names the record here of what keeps a UID made elsewhere, so that our own file is known again. */
export const OWN_ID_PROPERTY = "X-DEMARCHE-ID";

/** Whether a file names this very record as one that we gave away, whatever UID it has there. */
export function isGivenByUs(
  { uid, ownId }: { uid: string; ownId: string | null },
  { id }: { id: string },
): boolean {
  return uid === id + OURS || ownId === id;
}

/**
 * SEQUENCE: how often the record has changed here, on from what it counted where it was imported; 0 as it was first written
 * here. It never goes down, or others would take our changes for old ones. Source: RFC 5545, section 3.8.7.4.
 */
export function sequenceOf({ version, lead }: { version: number; lead: number }): number {
  return Math.max(0, version - 1) + lead;
}

/**
 * The lead of a record of which a file with this SEQUENCE is taken over, which makes its next version. `lead` is the one it
 * has: what was given away under it is not overtaken from behind.
 */
export function leadAfterImport(
  { version, lead }: { version: number; lead: number },
  sequence: number,
): number {
  return Math.max(lead, sequence - version);
}

/**
 * The value of RECURRENCE-ID for the wall time that the rule gave: "20261110T140000" on the clock of the series (its
 * TZID is written beside it), "20261110" for whole days. Source: RFC 5545, section 3.8.4.4.
 */
export function recurrenceIdOf(slot: WallTime, isAllDay: boolean): string {
  const day = dayOf(slot).replaceAll("-", "");
  return isAllDay ? day : `${day}T${slot.slice(11, 16).replace(":", "")}00`;
}

/** The UID of a time of a series that stands alone here. Its slot is in UTC, so that it is one on whatever clock it was told. */
export function uidOfTime(uid: string, slotInUtc: WallTime, isAllDay: boolean): string {
  return `${uid}#${recurrenceIdOf(slotInUtc, isAllDay)}${isAllDay ? "" : "Z"}`;
}
