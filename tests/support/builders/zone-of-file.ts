import { DateTime } from "luxon";
import type { Zone } from "#app/time/wall-time.ts";

/** A zone as programs describe it: when its clocks change each year, [RFC 5545, section 3.3.10], and to which offsets. */
export type YearlyZone = {
  zone: Zone;
  /** Since which year the zone has kept to these rules. */
  since: number;
  standard: { rule: string; at: string; offset: string };
  summer: { rule: string; at: string; offset: string } | null;
};

export const YEARLY_ZONES: readonly YearlyZone[] = [
  yearly("Europe/Prague", 1996, ["-1SU", 10, "0300", "+0100"], ["-1SU", 3, "0200", "+0200"]),
  yearly("Europe/London", 1996, ["-1SU", 10, "0200", "+0000"], ["-1SU", 3, "0100", "+0100"]),
  yearly("America/New_York", 2007, ["1SU", 11, "0200", "-0500"], ["2SU", 3, "0200", "-0400"]),
  yearly("America/Los_Angeles", 2007, ["1SU", 11, "0200", "-0800"], ["2SU", 3, "0200", "-0700"]),
  yearly("Australia/Sydney", 2008, ["1SU", 4, "0300", "+1000"], ["1SU", 10, "0200", "+1100"]),
  yearly("Australia/Lord_Howe", 2008, ["1SU", 4, "0200", "+1030"], ["1SU", 10, "0200", "+1100"]),
  yearly("Pacific/Auckland", 2008, ["1SU", 4, "0300", "+1200"], ["-1SU", 9, "0200", "+1300"]),
  { zone: "Asia/Kolkata", since: 1950, standard: { rule: "", at: "0000", offset: "+0530" }, summer: null },
  { zone: "America/Phoenix", since: 1970, standard: { rule: "", at: "0000", offset: "-0700" }, summer: null },
];

type Change = [day: string, month: number, at: string, offset: string];

function yearly(zone: Zone, since: number, standard: Change, summer: Change): YearlyZone {
  const part = ([day, month, at, offset]: Change) => ({ rule: `BYDAY=${day};BYMONTH=${month}`, at, offset });
  return { zone, since, standard: part(standard), summer: part(summer) };
}

/** As Exchange and Outlook, Google and Lotus Notes write the same zone: they differ in where the rules begin, and in their order. */
export const WRITERS = ["Exchange", "Google", "Notes"] as const;

/** The VTIMEZONE of a zone that keeps to yearly rules, under a name that nobody knows. */
export function yearlyZoneComponent(
  { standard, summer, since }: YearlyZone,
  tzid: string,
  writer: (typeof WRITERS)[number],
): string {
  const day = { Exchange: "16010101", Google: `${since}0101`, Notes: "19500101" }[writer];
  const ruleOf = (rule: string, at: string) =>
    ({
      Exchange: `RRULE:FREQ=YEARLY;INTERVAL=1;${rule}`,
      Google: `RRULE:FREQ=YEARLY;${rule.split(";").reverse().join(";")}`,
      Notes: `RRULE:FREQ=YEARLY;BYMINUTE=${Number(at.slice(2))};BYHOUR=${Number(at.slice(0, 2))};${rule}`,
    })[writer];
  const part = (name: string, now: YearlyZone["standard"], before: string) => [
    `BEGIN:${name}`,
    `DTSTART:${day}T${now.at}00`,
    `TZOFFSETFROM:${before}`,
    `TZOFFSETTO:${now.offset}`,
    ...(now.rule === "" ? [] : [ruleOf(now.rule, now.at)]),
    `END:${name}`,
  ];
  const parts = [
    part("STANDARD", standard, summer?.offset ?? standard.offset),
    ...(summer === null ? [] : [part("DAYLIGHT", summer, standard.offset)]),
  ];
  const inOrder = writer === "Google" ? parts.reverse() : parts;
  return ["BEGIN:VTIMEZONE", `TZID:${tzid}`, ...inOrder.flat(), "END:VTIMEZONE"].join("\r\n");
}

/** The VTIMEZONE of any zone by the changes that this machine knows of it between two years, each as an RDATE. */
export function datedZoneComponent(zone: Zone, tzid: string, from: number, to: number): string {
  const parts: string[] = [];
  let before = offsetOf(zone, Date.UTC(from, 0, 1));
  parts.push(...observance(`${from}0101T000000`, before, before));
  const hour = 3_600_000;
  for (let at = Date.UTC(from, 0, 1); at < Date.UTC(to + 1, 0, 1); at += 6 * hour) {
    const after = offsetOf(zone, at + 6 * hour);
    if (after === before) continue;
    let change = at;
    while (offsetOf(zone, change) === before) change += hour / 4;
    const wall = new Date(change + before * 60_000).toISOString().replace(/[-:]/g, "").slice(0, 15);
    parts.push(...observance(wall, before, after));
    before = after;
  }
  return ["BEGIN:VTIMEZONE", `TZID:${tzid}`, ...parts, "END:VTIMEZONE"].join("\r\n");
}

function observance(wall: string, before: number, after: number): string[] {
  return [
    "BEGIN:STANDARD",
    `DTSTART:${wall}`,
    `RDATE:${wall}`,
    `TZOFFSETFROM:${written(before)}`,
    `TZOFFSETTO:${written(after)}`,
    "END:STANDARD",
  ];
}

function offsetOf(zone: Zone, at: number): number {
  return DateTime.fromMillis(at, { zone }).offset;
}

function written(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}${String(rest).padStart(2, "0")}`;
}
