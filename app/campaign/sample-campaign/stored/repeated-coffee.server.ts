import { planSeries } from "#app/campaign/outreach-events/series/store.server.ts";
import { type EventDetails, moveEventTo } from "#app/campaign/outreach-events/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDayAndTimeWithYear } from "#app/time/format.ts";
import type { Database } from "#db/database.server.ts";
import type { SampleSeries } from "../repeated-coffee.ts";
import { workingDayAgo } from "../sample-days.ts";
import { AUTONOMY, SAMPLE_HANDLING } from "../who-is-who.ts";
import { accountId, atNoon } from "./scribe.server.ts";

const unsent = { submission: null, campaignId: AUTONOMY };
const DAYS_PLANNED_BEFORE = 10;

/** What repeats in the first campaign, planned at once by its owner, and the one time of it that was moved since. */
export async function writeCoffee(database: Database, series: SampleSeries, today: string): Promise<void> {
  const { rule, first, times, leftOut, moved, owner } = series;
  const plannedOn = addDays(first.wallStart.slice(0, 10), -DAYS_PLANNED_BEFORE);
  const by = (day: string) => ({ accountId: accountId(owner), channel: "web", now: atNoon(day) }) as const;
  const planned = await database.change(by(plannedOn), unsent, (change) =>
    planSeries(change, AUTONOMY, detailsOf(series), { rule, first, times, leftOut, imported: null }, []),
  );
  if (!planned.ok) throw new Error(`The sample's series is refused: ${planned.reason}`);
  const { id, version } = await database.read
    .selectFrom("outreach_event")
    .select(["id", "version"])
    .where("campaign_id", "=", AUTONOMY)
    .where("series_slot", "=", moved.slot)
    .executeTakeFirstOrThrow();
  const target = { campaignId: AUTONOMY, eventId: id, location: `/c/${AUTONOMY}/events/${id}` };
  const summary = `Moved to ${formatDayAndTimeWithYear(moved.time.startsAt)}`;
  const done = await database.change(by(workingDayAgo(today, 3)), unsent, (change) =>
    moveEventTo(change, target, { time: moved.time, version, summary }),
  );
  if (!done.ok) throw new Error(`The sample's series cannot be moved: ${done.reason}`);
}

function detailsOf({ title, owner, place, first }: SampleSeries): EventDetails {
  return {
    ...{ title, place, kind: "internal", time: first, schedule: "confirmed", isPlaceConfirmed: true },
    ...{ link: "", groundRule: "off the record", handling: SAMPLE_HANDLING, ask: "", goingAheadReason: "" },
    ...{ objectiveId: null, ownerAccountId: accountId(owner) },
    ...{ audienceIds: [], messageIds: [], officerIds: [accountId(owner)] },
  };
}
