import ICAL from "ical.js";
import rrule from "rrule";
import type { WallTime } from "#app/time/wall-time.ts";

/** The first times of each series of a file as ical.js works them out, by UID; a series that it cannot read is left out. */
export function timesByIcal(text: string, most: number): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const calendar of calendarsIn(text)) {
    for (const zone of calendar.getAllSubcomponents("vtimezone")) registerZone(zone);
    for (const component of calendar.getAllSubcomponents("vevent")) {
      const uid = String(component.getFirstPropertyValue("uid") ?? "");
      if (component.getFirstProperty("recurrence-id") !== null) continue;
      const times = timesOf(component, most);
      if (times !== null) found.set(uid, times);
      // Of two with one UID nobody says which is meant.
      if (seen.has(uid)) found.delete(uid);
      seen.add(uid);
    }
    ICAL.TimezoneService.reset();
  }
  return found;
}

/** When each single event of a file begins as ical.js shows it, by UID; of two with one UID none, nor where no clock is said. */
export function startsByIcal(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const calendar of calendarsIn(text)) {
    for (const zone of calendar.getAllSubcomponents("vtimezone")) registerZone(zone);
    for (const component of calendar.getAllSubcomponents("vevent")) {
      const uid = String(component.getFirstPropertyValue("uid") ?? "");
      const start = startOf(component);
      if (found.has(uid)) twice.add(uid);
      if (start !== null) found.set(uid, start);
    }
    ICAL.TimezoneService.reset();
  }
  for (const uid of twice) found.delete(uid);
  return found;
}

function startOf(component: ICAL.Component): string | null {
  try {
    const { startDate } = new ICAL.Event(component);
    if (startDate.isDate) return startDate.toString();
    const tzid = String(component.getFirstProperty("dtstart")?.getParameter("tzid") ?? "");
    const isOnClock = startDate.zone === ICAL.Timezone.utcTimezone || startDate.zone?.tzid === tzid;
    // Before the first change of a zone ical.js shows the hour as if it were in UTC.
    const isBefore = tzid !== "" && startDate.utcOffset() === 0;
    return isOnClock && tzid !== "floating" && !isBefore
      ? startDate.toJSDate().toISOString().slice(0, 16)
      : null;
  } catch {
    return null;
  }
}

function registerZone(zone: ICAL.Component): void {
  try {
    ICAL.TimezoneService.register(zone);
  } catch {
    // A zone without a name: nothing can refer to it.
  }
}

function calendarsIn(text: string): ICAL.Component[] {
  try {
    const parsed: unknown = ICAL.parse(text);
    const all = Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed];
    return all.map((one) => new ICAL.Component(one));
  } catch {
    return [];
  }
}

function timesOf(component: ICAL.Component, most: number): string[] | null {
  try {
    const event = new ICAL.Event(component);
    // ical.js gives a period in UTC as if it were on the clock of the event.
    if (component.getAllProperties("rdate").some(({ type }) => type === "period")) return null;
    if (!event.isRecurring()) return null;
    const iterator = event.iterator();
    const times: string[] = [];
    for (let time = iterator.next(); time && times.length < most; time = iterator.next())
      times.push(onClockOf(event, time).toString().slice(0, 16));
    return times;
  } catch {
    return null;
  }
}

/** A further time may be given in UTC. */
function onClockOf({ startDate }: ICAL.Event, time: ICAL.Time): ICAL.Time {
  const isOther = time.zone?.tzid === "UTC" && startDate.zone?.tzid !== "UTC";
  return isOther ? time.convertToZone(startDate.zone) : time;
}

/** The first times of a rule as the package rrule works them out; null where it refuses the rule. */
export function timesByRrule(rule: string, wallStart: WallTime, most: number): string[] | null {
  try {
    const options = rrule.RRule.parseString(rule);
    const made = new rrule.RRule({ ...options, dtstart: new Date(`${wallStart}:00Z`) });
    return made.all((_, index) => index < most).map((time) => time.toISOString().slice(0, 16));
  } catch {
    return null;
  }
}
