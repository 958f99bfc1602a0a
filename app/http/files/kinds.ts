import type { ReadCalendar, ReadingOptions } from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import type { CongressFiles, CongressReading } from "#app/campaign/contacts/congress/congress.ts";
import type { Library } from "#app/campaign/messages/library/library.ts";
import type { LibraryFault } from "#app/campaign/messages/library/library-fault.ts";
import type { LibraryFile } from "#app/campaign/messages/library/library-file.ts";
import type { DaysReading } from "#app/campaign/session-days/days-file.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** A file that could not be read at all, and why: a sentence without its full stop. */
export type Unread = { ok: false; sentence: string };

/** `isPacked`: the bytes are a field of our own form, deflated, that waited to be confirmed. */
export type CalendarAsked = { bytes: Uint8Array; isPacked: boolean; options: ReadingOptions };

/** The files as they came, a zip among them; or the field in which a library waited to be confirmed. */
export type LibraryAsked = { uploads: readonly LibraryFile[] } | { packed: string };

/** A library, and the same packed as a field of the form that waits to be confirmed. */
export type LibraryRead =
  | { ok: true; faults: readonly LibraryFault[] }
  | { ok: true; faults: null; library: Library; packed: string };

/** A file of session days as it came, or the field in which it waited to be confirmed. */
export type DaysAsked = { file: Uint8Array | string; today: CalendarDate };

/** What a file says, and the same file packed as a field of the form that waits to be confirmed. */
export type DaysRead = { ok: true; reading: DaysReading; packed: string };

/** Every kind of file from outside: what is asked of the worker, what it answers, and how much it may be given, in bytes. */
export type Kinds = {
  calendar: { asked: CalendarAsked; read: ReadCalendar };
  library: { asked: LibraryAsked; read: LibraryRead | Unread };
  "session days": { asked: DaysAsked; read: DaysRead | Unread };
  congress: { asked: CongressFiles; read: { ok: true; reading: CongressReading } | Unread };
};

export type Kind = keyof Kinds;

/** What the reader sends to a worker, which reads one at a time. */
export type ToRead = { [Each in Kind]: { kind: Each; asked: Kinds[Each]["asked"] } }[Kind];
