import { calendarLink } from "#app/campaign/outreach-events/moving/calendar-search.ts";
import type { CalendarPage } from "./calendar-page.server.ts";

/** Before and after the part of a long view that is shown; `next` is how many come before the next part. */
export function MoreOfView({
  page: { campaignId, search },
  of,
  all,
  part,
}: {
  page: Pick<CalendarPage, "campaignId" | "search">;
  of: "events" | "to place";
  all: string;
  part: { shown: number; next: number | null };
}) {
  const { skip } = search;
  if (part.next === null && skip === 0) return null;
  const to = (before: number) => calendarLink(campaignId, search, { skip: before, eventId: null });
  return (
    <nav className="noprint small" aria-label={`More of ${all}`}>
      {of === "events" ? "Events" : "To place"} {skip + 1} to {skip + part.shown}.{" "}
      {skip === 0 ? null : <a href={to(0)}>From the first</a>}{" "}
      {part.next === null ? null : <a href={to(part.next)}>Show the next</a>}
    </nav>
  );
}
