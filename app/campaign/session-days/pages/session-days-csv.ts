import { type ExportedKind, exportedCsv } from "#app/documents/export-csv.ts";
import { textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { FIRST_DAY, LAST_DAY } from "#app/time/calendar-date.ts";
import type { SessionDay } from "../session-day.ts";
import { listSessionDays } from "../store.server.ts";

/** Everything that is known of Congress's calendar, in the form in which it is imported. */
export const loader = campaignPage("read", async ({ database, today }) => {
  const days = await listSessionDays(database.read, FIRST_DAY, LAST_DAY);
  return textAnswer(`session-days-${today}`, "csv", exportedCsv(daysTable(days)));
});

/** Session days as a table that `readDaysFile` reads again without any change: one row a day. */
export function daysTable(days: readonly SessionDay[]): ExportedKind {
  return {
    kind: "session days of Congress",
    headers: ["chamber", "day", "standing", "source", "as_of"],
    rows: days.map(({ chamber, day, standing, source, asOf }) => [chamber, day, standing, source, asOf]),
  };
}
