import { gunzipSync, gzipSync } from "node:zlib";
import { LARGEST_DAYS_FILE } from "#app/domain/session-days/file-fault.ts";

/** A file as it is carried by a form that waits to be confirmed. */
export function carried(bytes: Uint8Array): string {
  return gzipSync(bytes).toString("base64url");
}

/** The file of such a field; empty where it is not one of ours, or unfolds into more than a file may have. */
export function uncarried(field: string): Uint8Array {
  try {
    return gunzipSync(Buffer.from(field, "base64url"), { maxOutputLength: LARGEST_DAYS_FILE });
  } catch {
    return new Uint8Array();
  }
}

/** The name of a file as a fault says it. */
export function nameOfFile(name: string): string {
  return name.split(/[\\/]/).at(-1)?.slice(0, 120) || "the file";
}
