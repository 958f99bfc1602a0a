import { attachmentHeader } from "#app/documents/attachment.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { mayLeaveInCalendar } from "../calendar-entry.ts";
import { findCalendarEvent } from "../files.server.ts";
import { calendarFile } from "../writing/calendar-file.ts";

/** One event for a calendar program, under the UID that it has in a feed: a time of a series under that of its series. */
export const loader = campaignPage("read", async ({ params, campaign, database, context }) => {
  const found = await findCalendarEvent(database.read, campaign.id, params.event ?? "");
  if (found === null) notFound();
  const { entry, entries, series } = found;
  if (!mayLeaveInCalendar(entry.handling)) return refusedRed();
  const telling = { titles: "shown", origin: context.origin } as const;
  const file = {
    name: campaign.name,
    isFeed: false,
    telling,
    entries,
    series,
    only: entry.id,
  };
  return new Response([...calendarFile(file)].join(""), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": attachmentHeader(entry.title, ".ics"),
    },
  });
});

/** In words of its own: a route without a page has nothing that would show a refusal. */
function refusedRed(): Response {
  return new Response(
    "This event is marked TLP:RED, for the people named only: it leaves in no calendar file.\n",
    {
      status: 403,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    },
  );
}
