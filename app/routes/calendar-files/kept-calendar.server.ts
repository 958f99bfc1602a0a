import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { LARGEST_CALENDAR_FILE } from "#app/domain/calendar-files/decode-file.ts";

const pack = promisify(deflateRaw);
const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** The lines of a calendar that were read, as a field of the form that waits to be confirmed. */
export async function packCalendar(kept: string): Promise<string> {
  return (await pack(Buffer.from(kept))).toString("base64url");
}

/** The bytes of such a field, or null where it is not one of ours; it cannot unfold into more than a calendar may have. */
export async function unpackCalendar(field: string): Promise<Uint8Array | null> {
  return unpack(Buffer.from(field, "base64url"), { maxOutputLength: LARGEST_CALENDAR_FILE }).catch(
    () => null,
  );
}
