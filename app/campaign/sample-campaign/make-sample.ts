import type { Library } from "#app/campaign/messages/library/library.ts";
import { type CalendarDate, dayOf } from "#app/time/wall-time.ts";
import { HABITS } from "./habits.ts";
import { OBJECTIVES, type SampleObjective } from "./objectives.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { PAPERS, type SamplePaper } from "./papers.ts";
import { pastEvents } from "./past-events.ts";
import { readLibrary } from "./read-sample-data.ts";
import { repeatedCoffee, type SampleSeries, timesOfCoffee } from "./repeated-coffee.ts";
import { type SampleDays, sampleDays } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import {
  AUDIENCES,
  CAMPAIGNS,
  COLLEAGUES,
  CONTACTS,
  type Colleague,
  ORGANISATIONS,
  type SampleAudience,
  type SampleContact,
} from "./who-is-who.ts";
import { writtenEvents } from "./written-events.ts";

export type Sample = {
  days: SampleDays;
  colleagues: readonly Colleague[];
  campaigns: typeof CAMPAIGNS;
  organisations: typeof ORGANISATIONS;
  audiences: readonly SampleAudience[];
  contacts: readonly SampleContact[];
  objectives: readonly SampleObjective[];
  /** The libraries of the second and third campaign; the first one's is the folder `messages/`. */
  libraries: readonly { campaign: string; library: Library }[];
  /** In the order of their start. */
  events: readonly SampleEvent[];
  /** What repeats; its times are not among the events. */
  series: SampleSeries;
  papers: readonly SamplePaper[];
};

const LIBRARIES = CAMPAIGNS.slice(1).map(({ key }) => ({ campaign: key, library: readLibrary(key) }));

/**
 * The sample campaigns as they stand on `today` (a day in Washington): the same for the same day. What they hold lies in
 * the files of the folder `data/`; the many meetings of the past are drawn from the habits there.
 *
 * Every person is invented, the institutions are real; events lie on working days of the place where they are.
 * Source: SAMPLE.md.
 */
export function makeSample(today: CalendarDate): Sample {
  const days = sampleDays(today);
  const fixed = writtenEvents(days, { mayMove: false });
  const series = repeatedCoffee(days, dayOfVisit(fixed));
  const past = HABITS.flatMap((habit) => pastEvents(habit, today));
  const movable = [...writtenEvents(days, { mayMove: true }), ...past];
  return {
    days,
    colleagues: COLLEAGUES,
    campaigns: CAMPAIGNS,
    organisations: ORGANISATIONS,
    audiences: AUDIENCES,
    contacts: CONTACTS,
    objectives: OBJECTIVES,
    libraries: LIBRARIES,
    events: withoutOverlaps(fixed, movable, timesOfCoffee(series)),
    series,
    papers: PAPERS,
  };
}

/** The day of the minister's visit. */
export function dayOfVisit(events: readonly SampleEvent[]): CalendarDate {
  const visit = events.find(({ key }) => key === "visit");
  if (visit === undefined) throw new Error("The sample has no visit");
  return dayOf(visit.wallStart);
}
