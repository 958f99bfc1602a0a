import type { DaysAsked, DaysRead, Unread } from "#app/http/files/kinds.ts";
import { fromPackedField, packedField } from "#app/http/files/packed-field.ts";
import { readDaysFile } from "./days-file.ts";
import { LARGEST_DAYS_FILE } from "./file-fault.ts";

/** Reads a file of session days, as it came or as it waited to be confirmed. */
export function readDaysUpload({ file, today }: DaysAsked): DaysRead | Unread {
  const bytes = typeof file === "string" ? fromPackedField(file, LARGEST_DAYS_FILE) : file;
  if (bytes === null)
    return { ok: false, sentence: "What was shown is no longer whole. Choose the file again" };
  return { ok: true, reading: readDaysFile(bytes, today), packed: packedField(bytes) };
}
