import type { CalendarDate } from "#app/time/wall-time.ts";
import { closedDay, type HomeCountry, nextWeek } from "../due-date.ts";
import { DUE_GROUPS, type DueGroup, dueGroup } from "../follow-up.ts";
import type { FollowUp } from "../lists.server.ts";

/** A promise with what is worked out for its row: the day's holiday, and the day that "postpone" leads to. */
export type ListedFollowUp = FollowUp & { closed: string | null; postponedTo: CalendarDate };

export type FollowUpGroup = { group: DueGroup; rows: ListedFollowUp[] };

/** The promises under overdue, this week, later and done; a part without any is left out. */
export function groupFollowUps(
  followUps: readonly FollowUp[],
  today: CalendarDate,
  home: HomeCountry,
): FollowUpGroup[] {
  const groupOf = ({ dueOn, doneAt }: FollowUp) => dueGroup({ dueOn, isDone: doneAt !== null }, today);
  return DUE_GROUPS.map((group) => ({
    group,
    rows: followUps
      .filter((followUp) => groupOf(followUp) === group)
      .map((followUp) => ({
        ...followUp,
        closed: followUp.doneAt === null ? (closedDay(followUp.dueOn, home)?.where ?? null) : null,
        postponedTo: nextWeek(followUp.dueOn, today, home),
      })),
  })).filter(({ rows }) => rows.length > 0);
}
