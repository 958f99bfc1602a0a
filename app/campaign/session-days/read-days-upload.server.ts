import { readFileSync } from "node:fs";
import type { Unread } from "#app/http/files/kinds.ts";
import { fromPackedField, packedField } from "#app/http/files/packed-field.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type DaysReading, readDaysFile } from "./days-file.ts";
import { LARGEST_DAYS_FILE } from "./table-file.ts";

/** A file of session days as it came, the field in which it waited to be confirmed, or the one that ships. */
type DaysAsked = { file: Uint8Array | string | { shipped: true }; today: CalendarDate };

/** What a file says, and the same file packed as a field of the form that waits to be confirmed. */
type DaysRead = { ok: true; reading: DaysReading; packed: string };

declare module "#app/http/files/kinds.ts" {
  interface Kinds {
    "session days": { asked: DaysAsked; read: DaysRead | Unread };
  }
}

const SHIPPED = new URL("./shipped/session-days.csv", import.meta.url);

/** The file of session days that ships in the folder `congress`. */
export function shippedDays(): Uint8Array {
  return readFileSync(SHIPPED);
}

/** Reads a file of session days, as it came or as it waited to be confirmed. */
export function readDaysUpload({ file, today }: DaysAsked): DaysRead | Unread {
  const bytes =
    typeof file === "string"
      ? fromPackedField(file, LARGEST_DAYS_FILE)
      : "shipped" in file
        ? shippedDays()
        : file;
  if (bytes === null)
    return { ok: false, sentence: "Part of the preview has been lost. Choose the file again" };
  return { ok: true, reading: readDaysFile(bytes, today), packed: packedField(bytes) };
}
