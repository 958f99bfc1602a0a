import type { CalendarReading } from "#app/campaign/calendar-files/reading/calendar-reading.ts";

/** The lines on which the VEVENTs of a file begin, found without our reader: by unfolding the text and counting. */
export function linesOfEvents(text: string): number[] {
  const lines: { text: string; line: number }[] = [];
  for (const [index, written] of text.replace(/\r\n?/g, "\n").split("\n").entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(written) && last !== undefined) last.text += written.slice(1);
    else if (written !== "") lines.push({ text: written, line: index + 1 });
  }
  return lines.filter(({ text }) => /^\uFEFF?BEGIN:VEVENT\s*$/i.test(text)).map(({ line }) => line);
}

/** The lines of the events that a reading takes over, or says why not; more that are not listed. */
export function linesAccountedFor(reading: CalendarReading): { lines: Set<number>; more: number } {
  const { events, series, notTaken, notTakenMore } = reading;
  const lines = [
    ...events.map(({ line }) => line),
    ...series.flatMap(({ line, rule, times }) => [
      ...(rule === null ? [] : [line]),
      ...times.map((time) => time.line),
    ]),
    ...notTaken.map(({ line }) => line),
  ];
  return { lines: new Set(lines), more: notTakenMore };
}

/** The lines of events that are neither taken over nor refused. */
export function unaccounted(text: string, reading: CalendarReading): number[] {
  const { lines, more } = linesAccountedFor(reading);
  const missing = linesOfEvents(text).filter((line) => !lines.has(line));
  return missing.length <= more ? [] : missing;
}
