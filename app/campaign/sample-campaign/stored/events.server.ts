import { eventRecord } from "#app/campaign/outreach-events/record.ts";
import { planSeries } from "#app/campaign/outreach-events/series/store.server.ts";
import {
  changeStanding,
  type EventDetails,
  moveEventTo,
} from "#app/campaign/outreach-events/store.server.ts";
import { planWithDeadlines } from "#app/campaign/visits/deadlines/store.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDayAndTimeWithYear } from "#app/time/format.ts";
import { type CalendarDate, dayOf, instantOf, wallTimeIn } from "#app/time/wall-time.ts";
import { workingDayAgo } from "../sample-days.ts";
import type { SampleEvent } from "../sample-event.ts";
import { AUTONOMY, SAMPLE_HANDLING } from "../who-is-who.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

const HOUR = 3_600_000;

export type PlacedEvent = { event: SampleEvent; startsAt: Date; endsAt: Date };

/** An event with its instants. Its times are working hours, which no clock skips or repeats. */
export function placed(event: SampleEvent): PlacedEvent {
  const start = instantOf(event.wallStart, event.zone);
  if (!start.ok) throw new Error(`${event.wallStart} is no time in ${event.zone}`);
  return {
    event,
    startsAt: start.instant,
    endsAt: new Date(start.instant.getTime() + event.minutes * 60_000),
  };
}

/** Plans an event as its owner would have, and says what became of it where it was not logged. */
export async function writeEvent(scribe: Scribe, one: PlacedEvent): Promise<void> {
  const { key, campaign, owner, plannedOn, participants, schedule, reason } = one.event;
  const replies = new Map(participants.map(({ contact, reply }) => [scribe.idOf("contact", contact), reply]));
  const id = await act(scribe, { by: owner, at: atNoon(plannedOn), campaign }, (change) =>
    planWithDeadlines(change, campaign, detailsOf(scribe, one), [...replies.keys()], replies),
  );
  scribe.keep("event", key, id);
  if (reason === "") return;
  const [what, hoursLater] = schedule === "cancelled" ? (["cancel", -24] as const) : (["miss", 2] as const);
  const at = new Date(one.startsAt.getTime() + hoursLater * HOUR);
  const target = { campaignId: campaign, eventId: id, location: addressOf.event(campaign, id) };
  await act(scribe, { by: owner, at, campaign }, (change) => changeStanding(change, target, what, reason));
}

function detailsOf(scribe: Scribe, { event, startsAt, endsAt }: PlacedEvent): EventDetails {
  const { title, kind, schedule, place, isPlaceConfirmed, ask, groundRule, wallStart, zone, isAllDay } =
    event;
  return {
    ...eventRecord.leftEmpty,
    title,
    kind,
    place,
    isPlaceConfirmed,
    ask,
    groundRule,
    schedule: schedule === "cancelled" ? "confirmed" : schedule,
    handling: SAMPLE_HANDLING,
    time: { wallStart, wallEnd: wallTimeIn(endsAt, zone), zone, startsAt, endsAt, isAllDay },
    objectiveId: ask === "" ? null : objectiveOf(scribe, event),
    ownerAccountId: scribe.idOf("account", event.owner),
    audienceIds: event.audiences.map((key) => scribe.idOf("audience", key)),
    messageIds: event.messages.map((number) => scribe.idOf("message", `${event.campaign} ${number}`)),
    officerIds: event.officers.map((key) => scribe.idOf("account", key)),
  };
}

/** What the campaign wants of the audience for which the event is held. */
function objectiveOf(scribe: Scribe, { campaign, audiences }: SampleEvent): string | null {
  const { objectives } = scribe.sample;
  const found = objectives.find((one) => one.campaign === campaign && one.audience === audiences[0]);
  return found === undefined ? null : scribe.idOf("objective", found.key);
}

const DAYS_PLANNED_BEFORE = 10;
const DAYS_SINCE_MOVED = 3;

/** What repeats in the first campaign, planned at once by its owner, and the one time of it that was moved since. */
export async function writeCoffee(scribe: Scribe): Promise<void> {
  const { series, days } = scribe.sample;
  const { rule, first, times, leftOut, moved, owner } = series;
  const by = (day: CalendarDate) => ({ by: owner, at: atNoon(day), campaign: AUTONOMY });
  const ownerId = scribe.idOf("account", owner);
  const details: EventDetails = {
    ...eventRecord.leftEmpty,
    title: series.title,
    place: series.place,
    kind: "internal",
    time: first,
    schedule: "confirmed",
    isPlaceConfirmed: true,
    groundRule: "off the record",
    handling: SAMPLE_HANDLING,
    objectiveId: null,
    ownerAccountId: ownerId,
    officerIds: [ownerId],
    audienceIds: [],
    messageIds: [],
  };
  await act(scribe, by(addDays(dayOf(first.wallStart), -DAYS_PLANNED_BEFORE)), (change) =>
    planSeries(change, AUTONOMY, details, { rule, first, times, leftOut, imported: null }, []),
  );
  const { id, version } = await scribe.database.read
    .selectFrom("outreach_event")
    .select(["id", "version"])
    .where("campaign_id", "=", AUTONOMY)
    .where("series_slot", "=", moved.slot)
    .executeTakeFirstOrThrow();
  const target = { campaignId: AUTONOMY, eventId: id, location: addressOf.event(AUTONOMY, id) };
  const summary = `Moved to ${formatDayAndTimeWithYear(moved.time.startsAt)}`;
  await act(scribe, by(workingDayAgo(days.today, DAYS_SINCE_MOVED)), (change) =>
    moveEventTo(change, target, { time: moved.time, version, summary }),
  );
}
