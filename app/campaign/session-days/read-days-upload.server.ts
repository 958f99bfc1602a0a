import type { Unread } from "#app/http/files/kinds.ts";
import { fromPackedField, packedField } from "#app/http/files/packed-field.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type DaysReading, readDaysFile } from "./days-file.ts";
import { LARGEST_DAYS_FILE } from "./file-fault.ts";

/** A file of session days as it came, or the field in which it waited to be confirmed. */
type DaysAsked = { file: Uint8Array | string; today: CalendarDate };

/** What a file says, and the same file packed as a field of the form that waits to be confirmed. */
type DaysRead = { ok: true; reading: DaysReading; packed: string };

declare module "#app/http/files/kinds.ts" {
  interface Kinds {
    "session days": { asked: DaysAsked; read: DaysRead | Unread };
  }
}

/** Reads a file of session days, as it came or as it waited to be confirmed. */
export function readDaysUpload({ file, today }: DaysAsked): DaysRead | Unread {
  const bytes = typeof file === "string" ? fromPackedField(file, LARGEST_DAYS_FILE) : file;
  if (bytes === null)
    return { ok: false, sentence: "What was shown is no longer complete. Choose the file again" };
  return { ok: true, reading: readDaysFile(bytes, today), packed: packedField(bytes) };
}
