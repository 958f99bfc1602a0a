import { parentPort } from "node:worker_threads";
import type { ReadingOptions } from "#app/domain/calendar-files/calendar-reading.ts";
import { readCalendarFile } from "./read-calendar-file.ts";

/** What the reader sends; the answer is what readCalendarFile gives. */
export type ToRead = { bytes: Uint8Array; options: ReadingOptions };

parentPort?.on("message", ({ bytes, options }: ToRead) => {
  parentPort?.postMessage({ read: readCalendarFile(bytes, options, () => performance.now()) });
});
parentPort?.postMessage({ read: null });
