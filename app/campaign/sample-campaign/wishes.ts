import type { EventKind } from "#app/campaign/outreach-events/kind.ts";

/** An event that the first campaign wants and has no day for. */
export type SampleWish = {
  by: string;
  daysAgo: number;
  title: string;
  kind: EventKind;
  minutes: number;
  /** Calendar days from today to the day by which it is best held; null where there is no hurry. */
  bestByDaysAhead: number | null;
  audience: string;
  message: number;
};

/** What waits to be placed in the first campaign. */
export const WISHES: readonly SampleWish[] = [
  {
    by: "officer",
    daysAgo: 3,
    title: "Call on background, defence reporters",
    kind: "phone call",
    minutes: 30,
    bestByDaysAhead: null,
    audience: "defence-reporters",
    message: 1,
  },
  {
    by: "officer",
    daysAgo: 6,
    title: "Briefing, House delegation, NATO PA",
    kind: "briefing",
    minutes: 45,
    bestByDaysAhead: 9,
    audience: "nato-assembly",
    message: 2,
  },
];
