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
  /** How often the reply was given when they objected, 0 to 1. */
  answered: number;
  /** By message: its true reception level at even distances from the first day to today, −2 to +2. */
  levels: Readonly<Record<number, readonly number[]>>;
};
