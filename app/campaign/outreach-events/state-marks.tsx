import { Fragment } from "react";
import type { CalendarState } from "./calendar-state.ts";

/** The state of an event in the calendar: each mark with its own shape and words. */
export function StateMarks({ state, className = "" }: { state: CalendarState | null; className?: string }) {
  return state?.marks.map((words) => (
    <Fragment key={words}>
      {" "}
      <span className={`state state-${state.tone} calendar-state${className}`}>{words}</span>
    </Fragment>
  ));
}
