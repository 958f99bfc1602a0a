import { AUTONOMY } from "./colleagues.ts";
import type { Habit } from "./habit.ts";

/** How the other audiences of the first campaign are usually met, and how their reception of each message moved. */
export const HABITS_ELSEWHERE: readonly Habit[] = [
  {
    audience: "state-europe",
    campaign: AUTONOMY,
    calledInTitles: "State, European bureau",
    meetings: 18,
    lastDaysAgo: 40,
    owner: "clearer",
    kinds: ["office call", "phone call"],
    groundRule: "background",
    place: "State Department",
    leads: [1, 2, 2, 1, 3],
    objections: ["O2", "O3", "O4"],
    answered: 0.7,
    levels: { 1: [0.6, 0.9, 1.0], 2: [-0.4, 0.0, 0.2], 3: [0.3, 0.5, 0.5] },
  },
  {
    audience: "pentagon-nato",
    campaign: AUTONOMY,
    calledInTitles: "Pentagon, NATO policy",
    meetings: 17,
    lastDaysAgo: 34,
    owner: "clearer",
    kinds: ["office call", "briefing"],
    groundRule: "background",
    place: "Pentagon",
    leads: [2, 2, 3, 1],
    objections: ["O1", "O7", "O7", "O1"],
    answered: 0.7,
    levels: { 1: [0.5, 0.8, 0.8], 2: [-1.2, -0.5, -0.7], 3: [1.0, 1.4, 1.5] },
  },
  {
    audience: "restraint-school",
    campaign: AUTONOMY,
    calledInTitles: "Restraint school",
    meetings: 13,
    lastDaysAgo: 90,
    owner: "eva",
    kinds: ["roundtable", "office call", "panel"],
    groundRule: "background",
    place: "Stimson Center",
    leads: [3, 3, 1, 2],
    objections: ["O10", "O10", "O8"],
    answered: 0.7,
    levels: { 1: [1.2, 1.3, 1.2], 2: [0.0, 0.1, 0.2], 3: [0.8, 0.8, 0.9] },
  },
  {
    audience: "defence-reporters",
    campaign: AUTONOMY,
    calledInTitles: "Defence reporters",
    meetings: 27,
    lastDaysAgo: 15,
    owner: "eva",
    kinds: ["phone call", "media interview", "briefing"],
    groundRule: "background",
    place: "By telephone",
    leads: [3, 3, 3, 2],
    objections: ["O9", "O9", "O4"],
    answered: 0.7,
    // The drop of the sample: well received until about seven months ago, doubted since, within sixteen days.
    levels: { 2: [0.2, 0.0, -0.1], 3: [...steadily(0.9, 20), ...steadily(-0.9, 13)] },
  },
];

/** One level at so many of the even distances. */
function steadily(level: number, times: number): number[] {
  return Array.from({ length: times }, () => level);
}
