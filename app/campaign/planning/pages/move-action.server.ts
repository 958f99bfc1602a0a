import { z } from "zod";
import { calendarLink, readCalendarSearch } from "#app/campaign/calendar/calendar-search.ts";
import { eventHere } from "#app/campaign/outreach-events/event-page.server.ts";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { explainTimes, type PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { explainMovedRuleRefusal } from "#app/campaign/outreach-events/series/moved-rule.ts";
import { SCOPES } from "#app/campaign/outreach-events/series/scope.ts";
import { explainStandingRefusal } from "#app/campaign/outreach-events/standing.ts";
import { handOver, type Target } from "#app/campaign/outreach-events/store.server.ts";
import { clashWordsAt, whatMovesWith } from "#app/campaign/outreach-events/warnings/event-warnings.server.ts";
import { moveWithProgramme } from "#app/campaign/visits/moving.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { identifier, optionalLine, version } from "#app/http/fields.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { type Present, refuseForm, save } from "#app/http/save-form.server.ts";
import { formatDate } from "#app/time/format.ts";
import { type CalendarDate, dateIn, dayOf, timeOf, WASHINGTON } from "#app/time/wall-time.ts";
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
  const typed = { ...sent, occurrence: sent.occurrence ?? null };
  const read = readMovedTime(event, typed, arrival.today);
  if (!read.ok) return refuseForm(arrival.form, explainTimes(read.faults));
  const { time } = read;
  const { scope } = sent;
  const target = targetOf(arrival, event, sent, dateIn(time.startsAt, WASHINGTON));
  const summary = await sentenceOf(arrival, event, time, sent);
  return save(
    arrival,
    { ok: true, value: { time, summary } },
    (change, moved, version) => moveWithProgramme(change, target, { ...moved, version }, scope),
    ({ reason }) => {
      switch (reason) {
        case "day-comes-from-the-rule":
        case "moved-to-another-month":
        case "rule-cannot-follow":
          return { scope: explainMovedRuleRefusal(reason) };
        default:
          return explainStandingRefusal(reason);
      }
    },
    () => timeNow(arrival, time),
  );
}

/** The calendar as it was shown, on the week of the day that was moved to; or the event's own page. */
function targetOf(
  { campaign, today }: Arrival,
  event: EventRecord,
  { from, shown }: MoveForm,
  day: CalendarDate,
): Target {
  const target = { campaignId: campaign.id, eventId: event.id };
  if (from === "event") return { ...target, location: addressOf.event(campaign.id, event.id) };
  const search = readCalendarSearch(new URLSearchParams(shown), today);
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
    event.series !== null && scope === "this" ? "Only this date in the series" : "",
    hanging.replace(/\.$/, ""),
  ]
    .filter(Boolean)
    .join(". ");
}

/** The event's time now, for both to stand side by side; the form holds mine, on the event's own clock. */
async function timeNow(arrival: Arrival, mine: PlannedTime): Promise<Present> {
  const { id, version, ...theirs } = await eventHere(arrival);
  for (const [name, [value = ""]] of Object.entries(dateAndStart(mine))) arrival.form.set(name, value);
  arrival.form.delete("clock");
  return { kind: "outreach event", id, version, values: dateAndStart(theirs) };
}

function dateAndStart({ wallStart, isAllDay }: Pick<PlannedTime, "wallStart" | "isAllDay">) {
  return { date: [formatDate(dayOf(wallStart))], start: [isAllDay ? "" : timeOf(wallStart)] } as const;
}

async function handIt(arrival: Arrival, event: EventRecord, sent: MoveForm, accountId: string) {
  const target = targetOf(arrival, event, sent, event.day);
  return save(
    arrival,
    { ok: true, value: accountId },
    (change, to, version) => handOver(change, target, { accountId: to, version }),
    () => "Choose someone who works on this campaign.",
    () => timeNow(arrival, event),
  );
}
