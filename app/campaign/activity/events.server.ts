import { sql } from "kysely";
import { endOfThoseDue } from "#app/campaign/outreach-events/stages.ts";
import { isOutreach, takesPlace } from "#app/campaign/outreach-events/standing-in-sql.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Period } from "./activity-report.ts";
import type { EventStanding } from "./event-counts.ts";
import { loggedInTime, standingAt, tookToLog } from "./store.server.ts";

/** How a meeting stands that has to be logged: "late" is past its 48 hours, logged after them or not at all. */
export const LOG_STANDINGS = ["in time", "late", "logged", "not logged"] as const;

export type LogStanding = (typeof LOG_STANDINGS)[number];

/** Which events stand behind a figure of the activity report; null does not narrow. Internal ones are none of them. */
export type BehindFigure = Period & {
  kind: string | null;
  standing: EventStanding | null;
  logged: LogStanding | null;
};

export type EventBehind = {
  id: string;
  title: string;
  kind: string;
  day: CalendarDate;
  standing: string;
  endsAt: string;
  loggedAt: string | null;
};

const onePage = 50;

/** The events behind a figure, the latest first, 50 on a page (the first is 1), and whether there are older ones. */
export async function listEventsBehind(
  read: Queries,
  campaignId: string,
  { from, to, kind, standing, logged }: BehindFigure,
  { now, page }: { now: Date; page: number },
): Promise<{ events: EventBehind[]; hasOlder: boolean }> {
  const rows = await eventsBehind(read, {
    campaign: campaignId,
    from,
    to,
    now: now.toISOString(),
    due: endOfThoseDue(now).toISOString(),
    kind,
    standing,
    logged,
    limit: onePage + 1,
    offset: (page - 1) * onePage,
  });
  return { events: rows.slice(0, onePage), hasOlder: rows.length > onePage };
}

type Asked = "campaign" | "now" | "due" | "kind" | "standing" | "logged" | "limit" | "offset";

const eventsBehind = keptQuery((read, place: Place<Asked, "from" | "to">) =>
  read
    .selectFrom(
      read
        .selectFrom("outreach_event as event")
        .select(["id", "title", "kind", "day", "starts_at", "ends_at as endsAt"])
        .select([
          standingAt(place("now")).as("standing"),
          sql<string | null>`(select min(logged_at) from outcome where outreach_event_id = event.id)`.as(
            "loggedAt",
          ),
          tookToLog.as("took"),
          takesPlace.as("isToLog"),
        ])
        .where("campaign_id", "=", place("campaign"))
        .where("day", ">=", place("from"))
        .where("day", "<=", place("to"))
        .where(isOutreach)
        .as("event"),
    )
    .select(["id", "title", "kind", "day", "standing", "endsAt", "loggedAt"])
    .where(sql<boolean>`(${place("kind")} is null or kind = ${place("kind")})`)
    .where(sql<boolean>`(${place("standing")} is null or standing = ${place("standing")})`)
    .where(
      sql<boolean>`(${place("logged")} is null or (isToLog and case ${place("logged")}
        when 'logged' then loggedAt is not null
        when 'not logged' then loggedAt is null and endsAt <= ${place("now")}
        when 'in time' then endsAt <= ${place("due")} and ${loggedInTime}
        else endsAt <= ${place("due")} and (${loggedInTime}) is not true end))`,
    )
    .orderBy("starts_at", "desc")
    .orderBy("id")
    .limit(sql<number>`${place("limit")}`)
    .offset(sql<number>`${place("offset")}`),
);
