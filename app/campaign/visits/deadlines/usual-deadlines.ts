/** What is counted for a deadline from the programme itself; `own` is ticked by hand. */
export const DEADLINE_KINDS = ["own", "programme", "briefs", "plan B"] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** A deadline of a visit as it is agreed: days from the visit, and the time on the clocks of Washington. */
export type UsualDeadline = { days: number; title: string; time: string; kind: DeadlineKind };

/**
 * What every visit starts with. The days come from SAMPLE.md (a minister in ten days), the decision on plan B and the
 * hours from the mock-up `visit-programme`.
 */
export const USUAL_DEADLINES: readonly UsualDeadline[] = [
  { days: -10, title: "Programme and plan B", time: "12:00", kind: "programme" },
  { days: -7, title: "Access data to the hosts", time: "12:00", kind: "own" },
  { days: -5, title: "Briefs", time: "12:00", kind: "briefs" },
  { days: -3, title: "Decide on plan B", time: "12:00", kind: "plan B" },
  { days: -2, title: "Seating", time: "12:00", kind: "own" },
  { days: 1, title: "Readout to the ministry", time: "11:00", kind: "own" },
  { days: 3, title: "Thanks", time: "17:00", kind: "own" },
];
