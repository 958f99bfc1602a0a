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

/** An item as deadlines see it: whether it takes place, when it ends, and what is ready for it. */
export type PreparedItem = {
  title: string;
  takesPlace: boolean;
  endsAt: Date;
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
  state: "done" | "past" | "overdue" | "next" | "waiting";
  words: string | null;
};

/**
 * The deadlines of a visit in the order in which they fall due. What is not done by its hour is overdue, and past once
 * nothing can be done about it: its meetings are over, or the visit that it prepares. The first that is still to come is
 * the next. "Programme" is done once every item has a plan B (or says that none is needed), and "briefs" once the papers
 * of all items that need one are cleared: both are counted, never ticked.
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
  const open = due.map((one) => ({ one, progress: progressOf(one, prepared, around) }));
  const next = open.find(({ one, progress }) => !progress.isDone && one.dueAt > around.now)?.one.id;
  return open.map(({ one, progress: { isDone, isPast, words } }) => {
    const ahead = one.id === next ? ("next" as const) : ("waiting" as const);
    const late = isPast ? ("past" as const) : ("overdue" as const);
    const state = isDone ? "done" : one.dueAt <= around.now ? late : ahead;
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

type Progress = { isDone: boolean; isPast: boolean; words: string | null };

function progressOf(
  { kind, done, days: offset }: Deadline,
  { items, programmeNumber }: Prepared,
  { days, now }: { days: VisitDays; now: Date },
): Progress {
  const held = items.filter(({ takesPlace }) => takesPlace);
  const today = dateIn(now, WASHINGTON);
  const isOver = today > days.last;
  switch (kind) {
    case "programme": {
      const isReady = ({ hasPlanB }: PreparedItem) => hasPlanB;
      const words = {
        open: "with a plan B",
        past: "without a plan B",
        done: `Done, version ${programmeNumber}`,
        none: "No items yet",
      };
      return counted(held, isReady, words, { isOver, now });
    }
    case "briefs": {
      const needed = held.filter(({ isPaperCleared }) => isPaperCleared !== null);
      const isReady = ({ isPaperCleared }: PreparedItem) => isPaperCleared === true;
      const none = held.length === 0 ? "No items yet" : "No item needs a paper yet";
      const words = { open: "cleared", past: "not cleared in time", done: "All cleared", none };
      return counted(needed, isReady, words, { isOver, now });
    }
    case "plan B":
    case "readout":
    case "thanks":
    case "own": {
      const isPast = isOver && offset < 0;
      if (done !== null) return { isDone: true, isPast, words: doneWords(done, today) };
      if (isPast) return { isDone: false, isPast, words: "Not marked as done" };
      return { isDone: false, isPast, words: kind === "plan B" ? atRisk(held) : null };
    }
  }
}

function counted(
  items: readonly PreparedItem[],
  isReady: (item: PreparedItem) => boolean,
  words: { open: string; past: string; done: string; none: string },
  { isOver, now }: { isOver: boolean; now: Date },
): Progress {
  if (items.length === 0) return { isDone: false, isPast: isOver, words: words.none };
  const open = items.filter((item) => !isReady(item));
  if (open.length === 0) return { isDone: true, isPast: false, words: words.done };
  const isPast = open.every(({ endsAt }) => endsAt <= now);
  const count = isPast ? open.length : items.length - open.length;
  return {
    isDone: false,
    isPast,
    words: `${count} of ${items.length} ${isPast ? words.past : words.open}`,
  };
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
