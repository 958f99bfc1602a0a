import { fileAnswer } from "#app/documents/file-answer.ts";
import { refusal } from "#app/http/fault.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { mayLeaveInCalendar } from "#app/text/handling.ts";
import { findCalendarEvent } from "../files.server.ts";
import { calendarFile } from "../writing/calendar-file.ts";

/** One event for a calendar program, under the UID that it has in a feed: a time of a series under that of its series. */
export const loader = campaignPage("read", async ({ params, campaign, database, context }) => {
  const found = await findCalendarEvent(database.read, campaign.id, params.event ?? "");
  if (found === null) notFound();
  const { entry, entries, series } = found;
  if (!mayLeaveInCalendar(entry.handling)) throw refusal(RED, 403);
  const detail = { titles: "shown", origin: context.origin } as const;
  const file = {
    name: campaign.name,
    isFeed: false,
    detail,
    entries,
    series,
    only: entry.id,
  };
  return fileAnswer(entry.title, "ics", [...calendarFile(file)].join(""));
});

const RED = "This event is marked TLP:RED, for named people only, and cannot be put in a calendar file.\n";
