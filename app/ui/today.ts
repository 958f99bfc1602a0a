import { createContext, useContext } from "react";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** The day in Washington on which a page is drawn; where nobody says it, every day is shown with its year. */
export const Today = createContext<CalendarDate>("");

/** The day in Washington on which the page is drawn: days of another year are shown with it. */
export function useToday(): CalendarDate {
  return useContext(Today);
}
