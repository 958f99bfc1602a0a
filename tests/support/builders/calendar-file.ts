/** A calendar file around lines of events. */
export function calendarFile(...events: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//tests//EN", ...events, "END:VCALENDAR", ""].join(
    "\r\n",
  );
}

/** A VEVENT: an hour on 3 December 2026 on Washington's clock, unless lines say otherwise. */
export function eventLines(uid: string, ...lines: readonly string[]): string {
  const says = (name: string) => lines.some((line) => line.startsWith(name));
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    ...(says("SUMMARY") ? [] : [`SUMMARY:Meeting ${uid}`]),
    ...(says("STATUS") ? [] : ["STATUS:CONFIRMED"]),
    ...(says("DTSTART") ? [] : ["DTSTART;TZID=America/New_York:20261203T100000"]),
    ...(says("DTEND") || says("DURATION") || says("DTSTART") ? [] : ["DURATION:PT1H"]),
    ...lines,
    "END:VEVENT",
  ].join("\r\n");
}
