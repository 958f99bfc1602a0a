import type { CalendarAsked, ReadCalendar } from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import { LARGEST_CALENDAR_FILE } from "#app/campaign/calendar-files/reading/decode-file.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { readCongressUpload } from "#app/campaign/contacts/congress/read-congress-upload.server.ts";
import { readLibraryUpload } from "#app/campaign/messages/library/read-library-upload.server.ts";
import { readDaysUpload } from "#app/campaign/session-days/read-days-upload.server.ts";
import type { Kind, Kinds, ToRead } from "#app/http/files/kinds.ts";
import { inflated } from "#app/http/files/packed-field.ts";
import { answerStarter } from "#app/http/separate-process.ts";

function read(asked: ToRead): Kinds[Kind]["read"] {
  switch (asked.kind) {
    case "calendar":
      return readCalendar(asked.asked);
    case "library":
      return readLibraryUpload(asked.asked);
    case "session days":
      return readDaysUpload(asked.asked);
    case "congress":
      return readCongressUpload(asked.asked);
  }
}

function readCalendar({ bytes, isPacked, options }: CalendarAsked): ReadCalendar {
  const file = isPacked ? inflated(bytes, LARGEST_CALENDAR_FILE) : bytes;
  if (file === null)
    return { ok: false, sentence: "Part of the preview has been lost. Choose the file again" };
  return readCalendarFile(file, options);
}

answerStarter((asked: ToRead, tell) => tell({ read: read(asked) }));
process.send?.({ read: null });
