import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type Course, expectedOn } from "./course.ts";

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
    ...{ first, last, lowest, highest },
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
