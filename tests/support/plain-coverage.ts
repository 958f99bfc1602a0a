import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, endOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";

/** Counts coverage by walking over every row: what the queries must agree with. */
export async function plainCoverage({ read }: Database, campaign: string, day: CalendarDate) {
  const events = await read
    .selectFrom("outreach_event")
    .selectAll()
    .where("campaign_id", "=", campaign)
    .execute();
  const outcomes = await read.selectFrom("outcome").selectAll().execute();
  const receptions = await read.selectFrom("reception").selectAll().execute();
  const feedback = await read
    .selectFrom("feedback")
    .selectAll()
    .where("campaign_id", "=", campaign)
    .execute();
  const whom = await read.selectFrom("outreach_event_audience").selectAll().execute();
  const what = await read.selectFrom("outreach_event_message").selectAll().execute();
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const heard = receptions.flatMap(({ outcome_id, key_message_id, audience_id, score }) => {
    const outcome = outcomes.find(({ id }) => id === outcome_id);
    const event = eventOf.get(outcome?.outreach_event_id ?? "");
    return event === undefined || score === null || event.day > day
      ? []
      : [
          {
            outcome: outcome_id,
            event: event.id,
            day: event.day,
            message: key_message_id,
            audience: audience_id,
          },
        ];
  });
  const ahead = events
    .filter(
      ({ schedule, result, kind }) =>
        schedule !== "cancelled" && result !== "not held" && kind !== "internal",
    )
    .filter((event) => event.day > day || (event.day === day && event.result === "planned"))
    .filter(({ planned_at }) => planned_at <= endOfDay(day, WASHINGTON).toISOString())
    .toSorted((one, other) => (one.starts_at + one.id < other.starts_at + other.id ? -1 : 1));
  const isWith = (event: string, audience: string) =>
    whom.some((link) => link.outreach_event_id === event && link.audience_id === audience);
  const isAbout = (event: string, message: string) =>
    what.some((link) => link.outreach_event_id === event && link.key_message_id === message);
  const met = (audience: string) =>
    events.filter(
      ({ id, result, kind, day: on }) =>
        result === "held" && kind !== "internal" && on <= day && isWith(id, audience),
    );
  return {
    message(message: string) {
      const those = heard.filter((one) => one.message === message);
      return {
        meetings: distinct(those.map(({ event }) => event)),
        lastHeardOn: latest(those.map((one) => one.day)),
        next: ahead.find((event) => isAbout(event.id, message))?.id ?? null,
      };
    },
    audience(audience: string) {
      const meetings = met(audience);
      return {
        meetings: meetings.length,
        meetingsWithinReach: meetings.filter((event) => event.day > addDays(day, -90)).length,
        lastMetOn: latest(meetings.map((event) => event.day)),
        next: ahead.find((event) => isWith(event.id, audience))?.id ?? null,
      };
    },
    cell(message: string, audience: string) {
      const those = heard.filter((one) => one.message === message && one.audience === audience);
      return {
        meetings: distinct(those.map(({ event }) => event)),
        lastHeardOn: latest(those.map((one) => one.day)),
        notes: distinct(those.map(({ outcome }) => outcome)),
        reactions: feedback.filter(
          (one) => one.key_message_id === message && one.audience_id === audience && one.day <= day,
        ).length,
        next: ahead.find((event) => isWith(event.id, audience) && isAbout(event.id, message))?.id ?? null,
      };
    },
  };
}

function distinct(ids: readonly string[]): number {
  return new Set(ids).size;
}

function latest(days: readonly string[]): string | null {
  return days.toSorted().at(-1) ?? null;
}
