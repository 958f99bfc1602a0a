import {
  insertOutreachEventAudienceRows,
  insertOutreachEventMessageRows,
  insertOutreachEventOfficerRows,
} from "#app/campaign/outreach-events/links.server.ts";
import { insertOutreachEventParticipantRows } from "#app/campaign/outreach-events/participants/store.server.ts";
import {
  insertOutreachEventRows,
  updateOutreachEventRow,
} from "#app/campaign/outreach-events/store.server.ts";
import { formatDayAndTimeWithYear } from "#app/time/format.ts";
import { dateIn, instantOf, WASHINGTON, wallTimeIn } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { SampleEvent } from "../sample-event.ts";
import { SAMPLE_HANDLING } from "../who-is-who.ts";
import type { Known } from "./known-records.server.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";

export type PlacedEvent = { event: SampleEvent; id: string; startsAt: Date; endsAt: Date };

/** An event with its instants. Its times are working hours, which no clock skips or repeats. */
export function placed(event: SampleEvent): PlacedEvent {
  const start = instantOf(event.wallStart, event.zone);
  if (!start.ok) throw new Error(`${event.wallStart} is no time in ${event.zone}`);
  const endsAt = new Date(start.instant.getTime() + event.minutes * 60_000);
  return { event, id: sampleId("outreach event", event.key), startsAt: start.instant, endsAt };
}

/** Plans an event as its owner would have, and says what became of it where it was not logged. */
export async function writeEvent(database: Database, one: PlacedEvent, known: Known): Promise<void> {
  const { event, id, startsAt } = one;
  const entry = {
    by: accountId(event.owner),
    campaign: event.campaign,
    kind: "outreach event",
    id,
    location: `/c/${event.campaign}/events/${id}`,
  } as const;
  const planned = {
    at: atNoon(event.plannedOn),
    action: "planned",
    summary: `Planned for ${formatDayAndTimeWithYear(startsAt)}: ${event.title}`,
  };
  await writeEntry(database, { ...entry, ...planned }, (change) => insertEvent(change, one, known));
  if (event.reason === "") return;
  const isCancelled = event.schedule === "cancelled";
  const patch = isCancelled
    ? ({ schedule: "cancelled", schedule_reason: event.reason } as const)
    : ({ result: "not held", result_reason: event.reason } as const);
  const became = {
    at: new Date(startsAt.getTime() + (isCancelled ? -24 : 2) * 3_600_000),
    action: isCancelled ? "cancelled" : "not held",
    summary: isCancelled ? `Cancelled: ${event.title}` : `Marked not held: ${event.title}`,
  };
  await writeEntry(database, { ...entry, ...became }, async (change) => {
    await updateOutreachEventRow(change, id, patch);
  });
}

async function insertEvent(change: Change, one: PlacedEvent, known: Known): Promise<void> {
  const { event, id } = one;
  await insertOutreachEventRows(change, [eventRow(one, known)]);
  await insertOutreachEventAudienceRows(
    change,
    event.audiences.map((key) => ({
      id: sampleId("audience of event", `${id} ${key}`),
      outreach_event_id: id,
      audience_id: sampleId("audience", key),
    })),
  );
  await insertOutreachEventMessageRows(
    change,
    event.messages.map((number, position) => ({
      id: sampleId("message of event", `${id} ${number}`),
      outreach_event_id: id,
      key_message_id: known.messageId(event.campaign, number),
      position,
    })),
  );
  await insertOutreachEventParticipantRows(
    change,
    event.participants.map(({ contact, reply }) => ({
      id: participantId(id, contact),
      outreach_event_id: id,
      contact_id: sampleId("contact", contact),
      reply,
      attendance: "not recorded" as const,
    })),
  );
  await insertOutreachEventOfficerRows(
    change,
    event.officers.map((officer) => ({
      id: sampleId("officer of event", `${id} ${officer}`),
      outreach_event_id: id,
      account_id: accountId(officer),
    })),
  );
}

/** The row of a participant, by event and the contact's key. */
export function participantId(eventId: string, contact: string): string {
  return sampleId("participant", `${eventId} ${contact}`);
}

function eventRow({ event, id, startsAt, endsAt }: PlacedEvent, known: Known) {
  return {
    id,
    campaign_id: event.campaign,
    title: event.title,
    kind: event.kind,
    wall_start: event.wallStart,
    wall_end: wallTimeIn(endsAt, event.zone),
    zone: event.zone,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    day: dateIn(startsAt, WASHINGTON),
    is_all_day: event.isAllDay ? 1 : 0,
    schedule: event.schedule === "cancelled" ? "confirmed" : event.schedule,
    result: "planned",
    place: event.place,
    is_place_confirmed: event.isPlaceConfirmed ? 1 : 0,
    ground_rule: event.groundRule,
    handling: SAMPLE_HANDLING,
    ask: event.ask,
    objective_id: event.ask === "" ? null : known.objectiveId(event.campaign, event.audiences[0] ?? ""),
    owner_account_id: accountId(event.owner),
    planned_at: atNoon(event.plannedOn).toISOString(),
  } as const;
}
