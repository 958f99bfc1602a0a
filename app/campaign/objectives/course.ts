import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What is expected by a day on the way. */
export type Milestone = { on: CalendarDate; value: number };

/**
 * The course of an indicator: from its baseline, read on a day, to its target, due on a later one. In between the
 * milestones say what is expected by when; without them it is a straight line, which begins on `expectedFrom` where
 * nothing is expected before that day.
 */
export type Course = {
  baseline: number;
  baselineOn: CalendarDate;
  target: number;
  dueOn: CalendarDate;
  expectedFrom: CalendarDate | null;
  milestones: readonly Milestone[];
};

export type CourseRefusal =
  | "begins-when-due"
  | "expected-outside"
  | "milestones-and-first-day"
  | "milestones-out-of-order"
  | "milestones-outside"
  | "milestones-go-back";

/**
 * Whether a course holds together: the baseline is read before the target is due; the first day and the milestones lie
 * between the two, in order, and no milestone steps back or past the target.
 */
export function checkCourse(course: Course): { ok: true } | { ok: false; reason: CourseRefusal } {
  const reason = courseRefusal(course);
  return reason === null ? { ok: true } : { ok: false, reason };
}

function courseRefusal({
  baseline,
  baselineOn,
  target,
  dueOn,
  expectedFrom,
  milestones,
}: Course): CourseRefusal | null {
  const isBetween = (day: CalendarDate) => day > baselineOn && day < dueOn;
  if (baselineOn >= dueOn) return "begins-when-due";
  if (expectedFrom !== null && milestones.length > 0) return "milestones-and-first-day";
  if (expectedFrom !== null && !isBetween(expectedFrom)) return "expected-outside";
  const days = milestones.map(({ on }) => on);
  if (days.some((day, at) => at > 0 && day <= (days[at - 1] ?? ""))) return "milestones-out-of-order";
  if (!days.every(isBetween)) return "milestones-outside";
  const way = [baseline, ...milestones.map(({ value }) => value), target];
  const goesBack = way.some(
    (value, at) => at > 0 && (value - (way[at - 1] ?? value)) * (target - baseline) < 0,
  );
  return goesBack ? "milestones-go-back" : null;
}

/**
 * The value that is expected by `day`: the last milestone that has passed (before the first, the baseline), or the
 * point of the straight line; the target from the due date on. Of what `comesWhole` (letters, visits) the line expects
 * whole ones only, rounded towards the baseline: nobody can be asked for half a letter.
 */
export function expectedOn(course: Course, day: CalendarDate, comesWhole: boolean): number {
  const { baseline, target, dueOn, milestones } = course;
  if (day >= dueOn) return target;
  if (milestones.length > 0) return milestones.findLast(({ on }) => on <= day)?.value ?? baseline;
  const from = course.expectedFrom ?? course.baselineOn;
  if (day <= from) return baseline;
  const way = ((target - baseline) * daysBetween(from, day)) / daysBetween(from, dueOn);
  return baseline + (comesWhole ? Math.trunc(way) : way);
}

/** The first day on which more than the baseline is expected; null where it is the due date or the line gives no day. */
export function nothingExpectedBefore({ expectedFrom, milestones, baseline }: Course): CalendarDate | null {
  return expectedFrom ?? milestones.find(({ value }) => value !== baseline)?.on ?? null;
}

/** A point of a drawing: from the left and from the top, each 0 to 100. */
export type Point = { x: number; y: number };

/** Where expectation and readings of an indicator lie over time, between its first day and the last. */
export type DrawnCourse = {
  first: CalendarDate;
  last: CalendarDate;
  lowest: number;
  highest: number;
  today: number;
  expected: readonly Point[];
  readings: readonly Point[];
};

type Dated = { readOn: CalendarDate; value: number };

/**
 * Places an indicator's expected course and its readings in a square of 100 by 100, time from left to right and higher
 * values higher. The expectation is drawn as it is, steps as steps; readings stand where they were made.
 */
export function drawCourse(course: Course, readings: readonly Dated[], today: CalendarDate): DrawnCourse {
  const days = [course.baselineOn, course.dueOn, today, ...readings.map(({ readOn }) => readOn)].toSorted();
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const values = [course.baseline, course.target, ...readings.map(({ value }) => value)];
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const x = (day: CalendarDate) => (100 * daysBetween(first, day)) / Math.max(1, daysBetween(first, last));
  const y = (value: number) => 100 - (100 * (value - lowest)) / (highest - lowest || 1);
  const expected = turnsOf(course).map(({ on, value }) => ({ x: x(on), y: y(value) }));
  return {
    first,
    last,
    lowest,
    highest,
    today: x(today),
    expected,
    readings: readings.map(({ readOn, value }) => ({ x: x(readOn), y: y(value) })),
  };
}

/** The days on which the expectation turns, with its value; a step has two points. */
function turnsOf(course: Course): { on: CalendarDate; value: number }[] {
  const { baseline, baselineOn, dueOn, target, expectedFrom, milestones } = course;
  const steps = milestones.flatMap(({ on, value }) => [
    { on, value: expectedOn(course, addDays(on, -1), false) },
    { on, value },
  ]);
  const beforeDue =
    milestones.length === 0 ? [] : [{ on: dueOn, value: milestones.at(-1)?.value ?? baseline }];
  return [
    { on: baselineOn, value: baseline },
    ...(expectedFrom === null ? [] : [{ on: expectedFrom, value: baseline }]),
    ...steps,
    ...beforeDue,
    { on: dueOn, value: target },
  ];
}
