import { parentPort } from "node:worker_threads";
import { readCalendarFile } from "#app/calendar-files/read-calendar-file.ts";
import type { ReadCalendar } from "#app/domain/calendar-files/calendar-reading.ts";
import { LARGEST_CALENDAR_FILE } from "#app/domain/calendar-files/decode-file.ts";
import { readCongress } from "#app/domain/contacts/congress.ts";
import type { CalendarAsked, Kind, Kinds, ToRead } from "./kinds.ts";
import { inflated } from "./packed-field.ts";
import { readDaysUpload } from "./read-days-upload.ts";
import { readLibraryUpload } from "./read-library-upload.ts";

function read(asked: ToRead): Kinds[Kind]["read"] {
  switch (asked.kind) {
    case "calendar":
      return readCalendar(asked.asked);
    case "library":
      return readLibraryUpload(asked.asked);
    case "session days":
      return readDaysUpload(asked.asked);
    case "congress":
      return { ok: true, reading: readCongress(asked.asked) };
  }
}

function readCalendar({ bytes, isPacked, options }: CalendarAsked): ReadCalendar {
  const file = isPacked ? inflated(bytes, LARGEST_CALENDAR_FILE) : bytes;
  if (file === null)
    return { ok: false, sentence: "What was shown is no longer whole. Choose the file again" };
  return readCalendarFile(file, options);
}

parentPort?.on("message", (asked: ToRead) => {
  parentPort?.postMessage({ read: read(asked) });
});
parentPort?.postMessage({ read: null });
