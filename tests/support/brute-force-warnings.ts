import type { CalendarDate } from "#app/time/wall-time.ts";
import type { NewRow } from "#db/change.server.ts";
import {
  areWithin,
  bruteForceDue,
  dayAt,
  daysOf,
  daysOn,
  hourAt,
  isHoliday,
  isWorkingDay,
  noonInWashington,
} from "./brute-force-days.ts";
import { audiencesOf, expected, nameOf, officersOf, officesInCommon } from "./brute-force-offices.ts";
import type { RandomCalendar } from "./random-calendar.ts";

const MINUTE = 60_000;
const PRAGUE = "Europe/Prague";

type Event = NewRow<"outreach_event">;

export type Reader = { accountId: string; now: Date };
export type StandingOf = (chamber: "House" | "Senate", day: CalendarDate) => string;

/**
 * What speaks against an event, found the slow and plain way over every row of a calendar: minute by minute, day by day,
 * with its own list of holidays and its own weekdays. Each finding is one line that `inBrief` makes of a warning as well.
 */
export function bruteForceWarnings(
  all: RandomCalendar,
  event: Event,
  { accountId, now }: Reader,
  standing: StandingOf,
): string[] {
  if (
    event.schedule === "cancelled" ||
    event.result === "not held" ||
    Date.parse(event.ends_at) <= now.getTime()
  )
    return [];
  const campaign = all.campaign.find(({ id }) => id === event.campaign_id);
  if (campaign === undefined) throw new Error("An event without a campaign.");
  const found: string[] = [];
  for (const other of all.outreach_event) {
    if (other.id === event.id || other.schedule === "cancelled" || other.result === "not held") continue;
    const isMine = all.campaign_role.some(
      (role) => role.account_id === accountId && role.campaign_id === other.campaign_id,
    );
    const shown = isMine ? other.id : "another campaign";
    if (!isOneUndertaking(all, event, other)) {
      if (isTooClose(event, other, campaign.travel_minutes ?? 30)) {
        const ours = officersOf(all, event).filter((id) => officersOf(all, other).includes(id));
        if (ours.length > 0) found.push(`officer busy | ${shown} | ${ours.toSorted()}`);
        const theirs = expected(all, event).filter((id) => expected(all, other).includes(id));
        if (theirs.length > 0)
          found.push(`participant busy | ${shown} | ${theirs.map((id) => nameOf(all, id)).toSorted()}`);
      }
      if (
        !isOneSeries(event, other) &&
        takesTime(event) &&
        takesTime(other) &&
        areWithin(daysOf(event), daysOf(other), campaign.clash_days ?? 14)
      ) {
        const offices = officesInCommon(all, event, other);
        if (offices.length > 0) found.push(`office visited | ${shown} | ${offices.toSorted()}`);
      }
    }
    if (
      other.campaign_id === event.campaign_id &&
      !isOneSeries(event, other) &&
      areWithin(daysOf(event), daysOf(other), 90)
    ) {
      for (const message of all.key_message) {
        if (!isPlanned(all, event, message.id) || !isSaid(all, other, message.id)) continue;
        const both = expected(all, event).filter((id) => expected(all, other).includes(id));
        if (both.length > 0)
          found.push(
            `message repeated | ${other.id} | ${message.number} ${both.map((id) => nameOf(all, id)).toSorted()}`,
          );
      }
    }
  }
  return [
    ...found,
    ...ofTheDay(all, event, standing),
    ...ofTheMinistry(event),
    ...ofThePapers(event, now),
  ].toSorted();
}

function ofTheDay(all: RandomCalendar, event: Event, standing: StandingOf): string[] {
  const days = daysOf(event);
  const found: string[] = [];
  for (const chamber of ["House", "Senate"] as const) {
    if (!takesTime(event) || !isOf(all, event, chamber)) continue;
    if (days.some((day) => standing(chamber, day) === "away")) found.push(`chamber | ${chamber} away`);
    if (days.some((day) => standing(chamber, day) === "not known"))
      found.push(`chamber | ${chamber} not known`);
  }
  for (const day of days) if (isHoliday(day, "US")) found.push(`holiday | ${day} US`);
  const home = event.is_all_day === 1 ? days : [...new Set([...days, ...daysOn(event, PRAGUE)])];
  for (const day of home) if (isHoliday(day, "CZ")) found.push(`holiday | ${day} CZ`);
  return found;
}

function isOf(all: RandomCalendar, event: Event, chamber: "House" | "Senate"): boolean {
  const organisation = (id: string | null | undefined) => all.organisation.find((one) => one.id === id);
  const audiences = all.audience.filter(({ id }) => audiencesOf(all, event).includes(id));
  const people = all.contact.filter(({ id }) => expected(all, event).includes(id));
  return (
    audiences.some(({ kind, organisation_id }) => {
      const recorded = organisation(organisation_id)?.chamber ?? "which";
      return (
        ["congressional committee", "member office"].includes(kind) &&
        (recorded === "which" || recorded === chamber.toLowerCase())
      );
    }) ||
    people.some(({ organisation_id }) => organisation(organisation_id)?.chamber === chamber.toLowerCase())
  );
}

function ofTheMinistry(event: Event): string[] {
  if (event.kind === "internal" || event.is_all_day === 1) return [];
  const day = dayAt(Date.parse(event.starts_at), PRAGUE);
  const hour = hourAt(Date.parse(event.starts_at), PRAGUE);
  return isWorkingDay(day, "CZ") && hour >= 9 && hour < 17 ? [] : ["ministry closed"];
}

function ofThePapers(event: Event, now: Date): string[] {
  if (event.kind === "internal") return [];
  const [day] = daysOf(event);
  if (day === undefined) return [];
  const { brief, clearanceCzech, clearanceEmbassy } = bruteForceDue(day);
  const isPast = (date: string) => noonInWashington(date) <= now.getTime();
  const late = [
    ...(isPast(clearanceEmbassy) ? [{ desk: "Embassy", date: clearanceEmbassy }] : []),
    ...(isPast(clearanceCzech) ? [{ desk: "Ministry desk", date: clearanceCzech }] : []),
  ];
  const dates = [...new Set(late.map(({ date }) => date))];
  return [
    ...(isPast(brief) ? [`due in the past | brief ${brief}`] : []),
    ...dates.map(
      (date) =>
        `due in the past | ${late.filter((one) => one.date === date).map(({ desk }) => desk)} ${date}`,
    ),
  ];
}

function isTooClose(event: Event, other: Event, travel: number): boolean {
  const [a, b] = [event, other].map((one) => ({
    from: Date.parse(one.starts_at),
    until: Date.parse(one.ends_at),
  }));
  if (a === undefined || b === undefined) return false;
  for (let at = a.from; at < a.until; at += MINUTE) if (at >= b.from && at < b.until) return true;
  const [here, there] = [placeOf(event), placeOf(other)];
  if (here === "" || there === "" || here === there) return false;
  const [earlier, later] = a.from < b.from ? [a, b] : [b, a];
  let between = 0;
  for (let at = earlier.until; at < later.from && between < travel; at += MINUTE) between += 1;
  return between < travel;
}

function placeOf({ kind, place }: Event): string {
  if (["phone call", "letter or e-mail", "op-ed", "social post"].includes(kind) || place === "Zoom")
    return "";
  return (place ?? "").toLowerCase().replace(",", "");
}

function takesTime({ kind }: Event): boolean {
  return !["internal", "op-ed", "social post"].includes(kind);
}

function isOneUndertaking(all: RandomCalendar, a: Event, b: Event): boolean {
  return all.visit_item.some(
    ({ visit_event_id: visit, outreach_event_id: item }) =>
      (visit === a.id && item === b.id) || (visit === b.id && item === a.id),
  );
}

function isOneSeries(a: Event, b: Event): boolean {
  return typeof a.event_series_id === "string" && a.event_series_id === b.event_series_id;
}

function isPlanned(all: RandomCalendar, event: Event, message: string): boolean {
  return all.outreach_event_message.some(
    (link) => link.outreach_event_id === event.id && link.key_message_id === message,
  );
}

function isSaid(all: RandomCalendar, event: Event, message: string): boolean {
  const log = all.outcome.find(({ outreach_event_id }) => outreach_event_id === event.id);
  if (log === undefined) return isPlanned(all, event, message);
  return all.reception.some(
    (one) => one.outcome_id === log.id && one.key_message_id === message && one.score !== null,
  );
}
