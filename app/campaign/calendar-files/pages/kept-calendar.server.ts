import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";

const pack = promisify(deflateRaw);

/** The lines of a calendar that were read, as a field of the form that waits to be confirmed. */
export async function packCalendar(kept: string): Promise<string> {
  return (await pack(Buffer.from(kept))).toString("base64url");
}
