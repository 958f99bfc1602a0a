/** What the reading of one file may cost: steps of rules, times worked out, changes of clocks. */
export type WorkDone = {
  spend(steps: number): void;
  /** Steps that may still be taken. */
  left(): number;
};

/** About a second of a processor at most. */
const MOST_STEPS = 1_000_000;

/** A time put on its clock costs about as much as so many steps of a rule. */
export const STEPS_OF_A_TIME = 20;

/** Counts work done instead of time passed: the same file gets the same answer on an idle and on a busy machine. */
export function countWork(most = MOST_STEPS): WorkDone {
  let left = most;
  return {
    spend(steps) {
      left -= steps;
    },
    left: () => Math.max(0, left),
  };
}
