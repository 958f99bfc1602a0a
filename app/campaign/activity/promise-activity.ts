import type { PromisedBy } from "#app/campaign/follow-ups/follow-up.ts";
import { type Share, shareOf } from "#app/text/in-words.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";

/** Promises of one side that fell due on one day: the instants of those kept, and how many are open. */
export type PromiseRecord = {
  promisedBy: PromisedBy;
  dueOn: CalendarDate;
  doneAt: readonly string[];
  open: number;
};

/** Promises that fall due in the period, of one side. */
export type PromiseCounts = {
  promised: number;
  keptInTime: number;
  keptLate: number;
  overdue: number;
  /** Open, and due today or later. */
  notYetDue: number;
  /** Kept by the day that was promised, of those kept or overdue. */
  inTime: Share;
};

export type PromiseActivity = { ours: PromiseCounts; theirs: PromiseCounts };

/**
 * Promises by whose they are. Kept on time is done by the end of the due day in Washington; overdue from the day after.
 * Source: DOMAIN.md, rule 6.
 */
export function promiseActivity(records: readonly PromiseRecord[], now: Date): PromiseActivity {
  const today = dateIn(now, WASHINGTON);
  const of = (side: PromisedBy) =>
    promiseCounts(
      records.filter(({ promisedBy }) => promisedBy === side),
      today,
    );
  return { ours: of("us"), theirs: of("them") };
}

function promiseCounts(records: readonly PromiseRecord[], today: CalendarDate): PromiseCounts {
  let [keptInTime, keptLate, overdue, notYetDue] = [0, 0, 0, 0];
  for (const { dueOn, doneAt, open } of records) {
    const inTime = doneAt.filter((at) => dateIn(new Date(at), WASHINGTON) <= dueOn).length;
    keptInTime += inTime;
    keptLate += doneAt.length - inTime;
    if (dueOn < today) overdue += open;
    else notYetDue += open;
  }
  const settled = keptInTime + keptLate + overdue;
  return {
    promised: settled + notYetDue,
    keptInTime,
    keptLate,
    overdue,
    notYetDue,
    inTime: shareOf(keptInTime, settled),
  };
}
