import { type ChangedDay, type DaysPlan, nameOfPlan } from "../plan-days.ts";
import { CHAMBERS, type Chamber, type SessionDay } from "../session-day.ts";
import { inSpans, type Known, type Spanned } from "../spans.ts";

/** Days on end of a chamber, what is known of them and what is to be; null where nothing is. */
export type ShownSpan = Spanned<{ chamber: Chamber; from: Known | null; to: Known | null }>;

/** A plan as a page shows it: in spans, with the name by which it is confirmed. */
export type ShownPlan = {
  name: string;
  added: ShownSpan[];
  changed: ShownSpan[];
  older: ShownSpan[];
  cleared: ShownSpan[];
  left: ShownSpan[];
  same: number;
};

/** The plan in spans of days. */
export function shownPlan(plan: DaysPlan): ShownPlan {
  const coming = (to: SessionDay) => ({ from: null, to });
  const going = (from: SessionDay) => ({ from, to: null });
  return {
    name: nameOfPlan(plan),
    added: spansOfPairs(plan.added.map(coming)),
    changed: spansOfPairs(plan.changed),
    older: spansOfPairs(plan.older),
    cleared: spansOfPairs(plan.cleared.map(going)),
    left: spansOfPairs(plan.left.map(going)),
    same: plan.same,
  };
}

type Pair = ChangedDay | { from: null; to: SessionDay } | { from: SessionDay; to: null };

function spansOfPairs(pairs: readonly Pair[]): ShownSpan[] {
  return CHAMBERS.flatMap((chamber) =>
    inSpans(
      pairs.flatMap(({ from, to }) => {
        const one = to ?? from;
        return one?.chamber === chamber ? [{ day: one.day, said: { chamber, from, to } }] : [];
      }),
      ({ from, to }) => `${words(from)} → ${words(to)}`,
    ),
  );
}

function words(known: Known | null): string {
  return known === null ? "" : `${known.standing} ${known.asOf} ${known.source}`;
}
