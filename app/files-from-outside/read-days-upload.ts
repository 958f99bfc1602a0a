import { readDaysFile } from "#app/domain/session-days/days-file.ts";
import { LARGEST_DAYS_FILE } from "#app/domain/session-days/file-fault.ts";
import type { DaysAsked, DaysRead, Unread } from "./kinds.ts";
import { fromPackedField, packedField } from "./packed-field.ts";

/** Reads a file of session days, as it came or as it waited to be confirmed. */
export function readDaysUpload({ file, today }: DaysAsked): DaysRead | Unread {
  const bytes = typeof file === "string" ? fromPackedField(file, LARGEST_DAYS_FILE) : file;
  if (bytes === null)
    return { ok: false, sentence: "What was shown is no longer whole. Choose the file again" };
  return { ok: true, reading: readDaysFile(bytes, today), packed: packedField(bytes) };
}
