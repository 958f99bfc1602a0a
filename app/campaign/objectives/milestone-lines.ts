import { isWrittenDay } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Milestone } from "./course.ts";

/** Milestones as they are stored: a line each, "2026-10-31 2". */
export function milestoneLines(milestones: readonly Milestone[]): string {
  return milestones.map(({ on, value }) => `${on} ${value}`).join("\n");
}

/** The milestones in stored lines; the database holds only ours. */
export function milestonesIn(lines: string): Milestone[] {
  return lines.split("\n").flatMap((line) => {
    const [on = "", value = ""] = line.split(" ");
    return value === "" || !isWrittenDay(on) ? [] : [{ on, value: Number(value) }];
  });
}

/** Milestones as they stand in a form, and may be typed: a line each, "31 Oct 2026: 2". */
export function milestonesAsTyped(milestones: readonly Milestone[]): string {
  return milestones.map(({ on, value }) => `${formatDate(on)}: ${value}`).join("\n");
}

const MOST = 24;

/**
 * Reads typed milestones, a line each: a day, a colon, a figure with a point or a comma. Empty lines are passed over.
 * Refuses a line that is none, with the line in the sentence, and more than 24.
 */
export function readMilestones(
  text: string,
  today: CalendarDate,
): { ok: true; milestones: Milestone[] } | { ok: false; sentence: string } {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > MOST) return { ok: false, sentence: `Enter at most ${MOST} milestones` };
  const milestones: Milestone[] = [];
  for (const line of lines) {
    const match = /^(?<day>.*):\s*(?<figure>[+\-−]?\d+(?:[.,]\d+)?)\s*$/.exec(line);
    if (match?.groups === undefined)
      return { ok: false, sentence: `“${line.trim()}” is not a milestone. Enter a line like 31 Oct 2026: 2` };
    const { day = "", figure = "" } = match.groups;
    const date = parseDate(day, today);
    if (!date.ok) return { ok: false, sentence: `“${day.trim()}”: ${explainDateRefusal(date.reason)}` };
    milestones.push({ on: date.date, value: Number(figure.replace("−", "-").replace(",", ".")) });
  }
  return { ok: true, milestones };
}
