import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dateIn, type TimeOfDay, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { signedDay, type VisitDays } from "../visit-days.ts";
import {
  actingCountry,
  type DeadlineKind,
  dueDay,
  dueInstant,
  type Home,
  otherCapitalClosed,
  whyMoved,
} from "./deadline-day.ts";

/** A deadline of a visit as it is kept: days from the visit, and the time on the clocks of Washington. */
export type Deadline = {
  id: string;
  version: number;
  days: number;
  title: string;
  note: string;
  kind: DeadlineKind;
  time: TimeOfDay;
  owner: { id: string; name: string; zone: Zone } | null;
  done: { at: Date; by: string } | null;
};

/** An item as deadlines see it: whether it takes place, and what is ready for it. */
export type PreparedItem = {
  title: string;
  takesPlace: boolean;
  hasPlanB: boolean;
  isAtRisk: boolean;
  /** Null where the item needs no paper: what is internal. */
  isPaperCleared: boolean | null;
};

export type Prepared = { items: readonly PreparedItem[]; programmeNumber: number };

/** When a deadline falls, why on that day, and how it stands; `words` says of what is counted how far it is. */
export type DueDeadline = Deadline & {
  counted: string;
  day: CalendarDate;
  dueAt: Date;
  why: string | null;
  otherCapital: string | null;
  state: "done" | "overdue" | "next" | "waiting";
  words: string | null;
};

/**
 * The deadlines of a visit in the order in which they fall due. What is not done by its hour is overdue; the first that
 * is still to come is the next. "Programme" is done once every item has a plan B (or says that none is needed), and
 * "briefs" once the papers of all items that need one are cleared: both are counted, never ticked.
 * Source: SAMPLE.md (a minister in ten days); mock-up `visit-programme`.
 */
export function dueDeadlines(
  deadlines: readonly Deadline[],
  prepared: Prepared,
  around: { days: VisitDays; home: Home; now: Date },
): DueDeadline[] {
  const due = deadlines
    .map((deadline) => ({ ...deadline, ...whenDue(deadline, around) }))
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime() || one.days - other.days);
  const open = due.map((one) => ({
    one,
    progress: progressOf(one, prepared, dateIn(around.now, WASHINGTON)),
  }));
  const next = open.find(({ one, progress }) => !progress.isDone && one.dueAt > around.now)?.one.id;
  return open.map(({ one, progress: { isDone, words } }) => {
    const ahead = one.id === next ? ("next" as const) : ("waiting" as const);
    const state = isDone ? "done" : one.dueAt <= around.now ? "overdue" : ahead;
    return { ...one, words, state };
  });
}

/** The day and the instant of a deadline, with why it is not the counted day and whether the other capital works. */
export function whenDue(
  { days: offset, time, owner }: Pick<Deadline, "days" | "time" | "owner">,
  { days, home, now }: { days: VisitDays; home: Home; now: Date },
) {
  const country = actingCountry(owner?.zone ?? null, home);
  const day = dueDay(days, offset, country);
  return {
    counted: signedDay(offset),
    day,
    dueAt: dueInstant(day, time),
    why: whyMoved(days, offset, country),
    otherCapital: otherCapitalClosed(day, country, home, dateIn(now, WASHINGTON)),
  };
}

type Progress = { isDone: boolean; words: string | null };

function progressOf(
  { kind, done }: Deadline,
  { items, programmeNumber }: Prepared,
  today: CalendarDate,
): Progress {
  const held = items.filter(({ takesPlace }) => takesPlace);
  switch (kind) {
    case "programme":
      return counted(held, ({ hasPlanB }) => hasPlanB, "with a plan B", `Done, version ${programmeNumber}`);
    case "briefs": {
      const needed = held.filter(({ isPaperCleared }) => isPaperCleared !== null);
      return counted(needed, ({ isPaperCleared }) => isPaperCleared === true, "cleared", "All cleared");
    }
    case "plan B":
      return { isDone: done !== null, words: done === null ? atRisk(held) : doneWords(done, today) };
    case "own":
      return { isDone: done !== null, words: done === null ? null : doneWords(done, today) };
  }
}

function counted(
  items: readonly PreparedItem[],
  isReady: (item: PreparedItem) => boolean,
  word: string,
  whenDone: string,
): Progress {
  if (items.length === 0) return { isDone: false, words: "No item yet" };
  const ready = items.filter(isReady).length;
  if (ready === items.length) return { isDone: true, words: whenDone };
  return { isDone: false, words: `${ready} of ${items.length} ${word}` };
}

function atRisk(items: readonly PreparedItem[]): string {
  const titles = items.filter(({ isAtRisk }) => isAtRisk).map(({ title }) => title);
  return titles.length === 0 ? "Nothing at risk now" : `At risk: ${titles.join(", ")}`;
}

function doneWords({ at, by }: { at: Date; by: string }, today: CalendarDate): string {
  return `Done ${formatDay(dateIn(at, WASHINGTON), today)}, ${by}`;
}

/** Whether the state of a deadline is counted from the programme, so that nobody ticks it. */
export function isCounted(kind: DeadlineKind): boolean {
  return kind === "programme" || kind === "briefs";
}
