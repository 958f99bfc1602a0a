import { addDays } from "#app/time/calendar-date.ts";
import { isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { workingDayAgo } from "./sample-days.ts";

/** A morning on which the news stopped a message of the first campaign; times are Washington's clock. */
export const PAST_HOLD = {
  daysAgo: 45,
  /** Where the desk is that says nothing: its silence counts only in its working time. */
  silentIn: "BE",
  message: 3,
  placed: {
    by: "clearer",
    at: "08:35",
    reason:
      "A remark on television this morning doubts that allies who spend more are defended more. Nothing on burden-sharing goes out before Prague has spoken.",
  },
  line: {
    by: "eva",
    at: "08:50",
    text: "The commitment of Article 5 has no price list. Europeans spend more because their security asks for it, and that is what Washington has long wanted.",
    expires: "23:00",
    sentAt: "08:55",
    dueAt: "11:00",
  },
  /** Who answers at once; the others are counted by their silence at the due time. */
  answers: [
    { by: "ministry", at: "09:11" },
    { by: "clearer", at: "09:18" },
    { by: "ivana", at: "09:25" },
    { by: "lenka", at: "09:32" },
  ],
  lifted: {
    by: "ambassador",
    at: "16:40",
    reason: "The Department repeated the commitment in the afternoon. Our message stands as it is.",
  },
} as const;

const MOST_DAYS_BACK = 14;

/** The morning of the hold: a day on which Washington works, and the desk that says nothing. */
export function dayOfPastHold(today: CalendarDate): CalendarDate {
  const latest = workingDayAgo(today, PAST_HOLD.daysAgo);
  const days = Array.from({ length: MOST_DAYS_BACK }, (_, back) => addDays(latest, -back));
  const countries = [UNITED_STATES, PAST_HOLD.silentIn];
  return days.find((day) => countries.every((country) => isWorkingDay(day, country))) ?? latest;
}
