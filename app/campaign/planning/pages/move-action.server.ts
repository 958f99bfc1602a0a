import { z } from "zod";
import { calendarLink, readCalendarSearch } from "#app/campaign/calendar/calendar-search.ts";
import { eventHere } from "#app/campaign/outreach-events/event-page.server.ts";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { explainTimeOfEvent, type PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { explainMovedRuleRefusal } from "#app/campaign/outreach-events/series/moved-rule.ts";
import { moveInSeries } from "#app/campaign/outreach-events/series/scope.server.ts";
import { SCOPES } from "#app/campaign/outreach-events/series/scope.ts";
import { explainStandingRefusal } from "#app/campaign/outreach-events/standing.ts";
import { handOver, type Target } from "#app/campaign/outreach-events/store.server.ts";
import { clashWordsAt, whatMovesWith } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { moveVisit } from "#app/campaign/visits/moving.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { identifier, optionalLine, version } from "#app/http/fields.ts";
import { afterChange, refuseByRule, refuseForm, refuseStale } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { staleRecord } from "#app/http/save-form.server.ts";
import { formatDate } from "#app/time/format.ts";
import { type CalendarDate, dateIn, dayOf, timeOf, WASHINGTON } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { movedSentence, readMovedTime } from "../moved-time.ts";

type Arrival = CampaignArrival & Sent;

const schema = z.object({
  version,
  from: z.enum(["calendar", "event"]).default("event"),
  /** What the calendar showed, as in its address, so that it shows the same after the move. */
  shown: optionalLine(600),
  scope: z.enum(SCOPES, "Say which dates move").default("this"),
  clock: z.enum(["own", "washington"]).default("own"),
  occurrence: z.enum(["first", "second"]).optional(),
  date: optionalLine(60),
  start: optionalLine(60),
  handTo: identifier.optional(),
});

type MoveForm = z.infer<typeof schema>;

/** Moves an event, or hands it to a colleague who is free: both from the panel, from the page, and from the week itself. */
export async function moveAction(arrival: Arrival) {
  const event = await eventHere(arrival);
  const read = readForm(arrival.form, schema);
  if (!read.ok) return refuseForm(arrival.form, read.errors);
  return read.value.handTo === undefined
    ? moveIt(arrival, event, read.value)
    : handIt(arrival, event, read.value, read.value.handTo);
}

async function moveIt(arrival: Arrival, event: EventRecord, sent: MoveForm) {
  const { form, database, author, submission, now } = arrival;
  const typed = { ...sent, occurrence: sent.occurrence ?? null };
  const read = readMovedTime(event, typed, dateIn(now, WASHINGTON));
  if (!read.ok) return refuseForm(form, { [read.field]: explainTimeOfEvent(read) });
  const { time } = read;
  const target = targetOf(arrival, event, sent, dateIn(time.startsAt, WASHINGTON));
  const summary = await sentenceOf(arrival, event, time, sent);
  const moved = await database.change(author, submission, (change) =>
    moveAsItIs(change, target, event, { time, version: sent.version, summary, scope: sent.scope }),
  );
  if (moved.ok) return afterChange(moved);
  switch (moved.reason) {
    case "not-found":
      return notFound();
    case "changed-by-somebody-else":
      return isStale(arrival, time);
    case "day-comes-from-the-rule":
    case "moved-to-another-month":
    case "rule-cannot-follow":
      return refuseForm(form, { scope: explainMovedRuleRefusal(moved.reason) });
    default:
      return refuseByRule(form, explainStandingRefusal(moved.reason));
  }
}

type Move = { time: PlannedTime; version: number; summary: string; scope: MoveForm["scope"] };

/** A visit takes its programme along, a time of a series the others that are meant. */
function moveAsItIs(change: Change, target: Target, event: EventRecord, { scope, ...move }: Move) {
  if (event.kind === "delegation visit") return moveVisit(change, target, move);
  return moveInSeries(change, target, move, scope);
}

/** The calendar as it was shown, on the week of the day that was moved to; or the event's own page. */
function targetOf(
  { campaign, now }: Arrival,
  event: EventRecord,
  { from, shown }: MoveForm,
  day: CalendarDate,
): Target {
  const target = { campaignId: campaign.id, eventId: event.id };
  if (from === "event") return { ...target, location: addressOf.event(campaign.id, event.id) };
  const search = readCalendarSearch(new URLSearchParams(shown), dateIn(now, WASHINGTON));
  const location = `${calendarLink(campaign.id, search, { date: day, eventId: event.id })}#selected`;
  return { ...target, location };
}

/** "Moved to Thursday 12 November, 14:00 Washington, 20:00 Prague. No clash", and what moves with it. */
async function sentenceOf(arrival: Arrival, event: EventRecord, time: PlannedTime, { scope }: MoveForm) {
  const [clash, hanging] = await Promise.all([
    clashWordsAt(arrival, event, time),
    whatMovesWith(arrival, event, time),
  ]);
  return [
    movedSentence(time, arrival.home.homeZone),
    clash ?? "No clash",
    event.series !== null && scope === "this" ? "Only this date of its series" : "",
    hanging.replace(/\.$/, ""),
  ]
    .filter(Boolean)
    .join(". ");
}

/** Both times side by side; the form below holds mine, on the event's own clock. */
async function isStale(arrival: Arrival, mine: PlannedTime) {
  const { form, database } = arrival;
  const theirs = await eventHere(arrival);
  for (const [name, value] of Object.entries(dateAndStart(mine))) form.set(name, value);
  form.delete("clock");
  const record = { kind: "outreach event", id: theirs.id, version: theirs.version } as const;
  return refuseStale(form, await staleRecord(database, record, dateAndStart(theirs)));
}

function dateAndStart({ wallStart, isAllDay }: Pick<PlannedTime, "wallStart" | "isAllDay">) {
  return { date: formatDate(dayOf(wallStart)), start: isAllDay ? "" : timeOf(wallStart) };
}

async function handIt(arrival: Arrival, event: EventRecord, sent: MoveForm, accountId: string) {
  const { form, database, author, submission } = arrival;
  const target = targetOf(arrival, event, sent, event.day);
  const handed = await database.change(author, submission, (change) =>
    handOver(change, target, { accountId, version: sent.version }),
  );
  if (handed.ok) return afterChange(handed);
  if (handed.reason === "not-found") return notFound();
  if (handed.reason === "not-of-this-campaign")
    return refuseByRule(form, "Choose someone who works on this campaign.");
  return isStale(arrival, event);
}
