import { AUTONOMY } from "./colleagues.ts";
import type { EventKind, GroundRule } from "./sample-event.ts";

export type Habit = {
  audience: string;
  campaign: string;
  /** How the audience is called in the title of an event. */
  calledInTitles: string;
  /** How many meetings there were before the ones that are written out, and when the last of them was. */
  meetings: number;
  lastDaysAgo: number;
  owner: string;
  kinds: readonly EventKind[];
  place: string;
  groundRule: GroundRule;
  /** Messages by how often they lead: 2 twice and 3 once leads with 2 in two meetings of three. */
  leads: readonly number[];
  objections: readonly string[];
  /** By message: its true reception level at even distances from the first day to today, −2 to +2. */
  levels: Readonly<Record<number, readonly number[]>>;
};

const HILL = { kinds: ["office call", "briefing", "phone call"], groundRule: "background" } as const;

/** How each audience of the first campaign is usually met, and how its reception of each message moved. */
export const AUTONOMY_HABITS: readonly Habit[] = [
  {
    audience: "sfrc-majority",
    campaign: AUTONOMY,
    calledInTitles: "Senate Foreign Relations, majority",
    meetings: 15,
    lastDaysAgo: 34,
    owner: "officer",
    ...HILL,
    place: "Dirksen Building",
    leads: [3, 3, 1, 2, 3],
    objections: ["O9", "O5", "O1", "O4"],
    levels: { 1: [0.1, 0.5, 0.9], 2: [-0.9, -0.6, -0.2], 3: [0.0, 0.6, 1.0] },
  },
  {
    audience: "sfrc-minority",
    campaign: AUTONOMY,
    calledInTitles: "Senate Foreign Relations, minority",
    meetings: 14,
    lastDaysAgo: 34,
    owner: "officer",
    ...HILL,
    place: "Dirksen Building",
    leads: [2, 2, 1, 3],
    objections: ["O2", "O8", "O4"],
    levels: { 1: [0.4, 0.5, 0.6], 2: [0.0, 0.4, 0.4], 3: [0.6, 0.8, 0.9] },
  },
  {
    audience: "hasc-majority",
    campaign: AUTONOMY,
    calledInTitles: "House Armed Services, majority",
    meetings: 16,
    lastDaysAgo: 61,
    owner: "clearer",
    ...HILL,
    place: "Rayburn Building",
    leads: [2, 2, 3, 1],
    objections: ["O1", "O1", "O7", "O6"],
    levels: { 1: [-0.2, -0.2, 0.1], 2: [-0.6, -1.3, -1.4], 3: [0.3, 0.8, 1.1] },
  },
  {
    audience: "sasc-minority",
    campaign: AUTONOMY,
    calledInTitles: "Senate Armed Services, minority",
    meetings: 12,
    lastDaysAgo: 48,
    owner: "clearer",
    ...HILL,
    place: "Russell Building",
    leads: [1, 1, 2, 3],
    objections: ["O7", "O6"],
    levels: { 1: [0.5, 1.2, 1.7], 2: [0.1, 0.4, 0.5], 3: [0.5, 0.7, 0.7] },
  },
  {
    audience: "nato-observers",
    campaign: AUTONOMY,
    calledInTitles: "Senate NATO Observer Group",
    meetings: 9,
    lastDaysAgo: 96,
    owner: "officer",
    kinds: ["briefing", "office call", "reception"],
    groundRule: "background",
    place: "Capitol, Senate side",
    leads: [1, 3, 2],
    objections: ["O3", "O10"],
    levels: { 1: [0.9, 1.0, 1.0], 2: [0.4, 0.6, 0.5], 3: [0.9, 1.0, 0.9] },
  },
  {
    audience: "nato-assembly",
    campaign: AUTONOMY,
    calledInTitles: "House delegation, NATO Assembly",
    meetings: 5,
    lastDaysAgo: 140,
    owner: "officer",
    kinds: ["office call", "phone call"],
    groundRule: "background",
    place: "Longworth Building",
    leads: [3, 1],
    objections: ["O5"],
    levels: { 1: [0.4, 0.6], 3: [0.7, 0.9] },
  },
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
    // The drop of the sample: well received until about seven months ago, doubted since.
    levels: { 2: [0.2, 0.0, -0.1], 3: [0.9, 0.9, 1.0, 0.9, 0.8, -0.8, -1.0, -0.9, -0.9] },
  },
];
