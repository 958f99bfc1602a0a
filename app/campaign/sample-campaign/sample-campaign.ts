import type { Library } from "#app/campaign/messages/library/library.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { AGREEMENT_LIBRARY } from "./agreement-library.ts";
import { AUDIENCES } from "./audiences.ts";
import { type SampleCampaign, sampleCampaigns } from "./campaigns.ts";
import { AGREEMENT, COLLEAGUES, type Colleague, CYBER } from "./colleagues.ts";
import { eventsOfComingWeeks } from "./coming-weeks.ts";
import { CONTACTS } from "./contacts.ts";
import { CYBER_LIBRARY } from "./cyber-library.ts";
import { HABITS_ELSEWHERE } from "./habits-elsewhere.ts";
import { HABITS_IN_CONGRESS } from "./habits-in-congress.ts";
import { SIBLING_HABITS } from "./habits-of-the-siblings.ts";
import { eventsOfLastWeeks } from "./last-weeks.ts";
import { notesFromElsewhere } from "./notes-from-elsewhere.ts";
import { notesFromTheHill } from "./notes-from-the-hill.ts";
import { notesOfTheSiblings } from "./notes-of-the-siblings.ts";
import { OBJECTIVES } from "./objectives.ts";
import { ORGANISATIONS, type SampleOrganisation } from "./organisations.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { PAPERS, type SamplePaper } from "./papers.ts";
import { pastEvents } from "./past-events.ts";
import { repeatedCoffee, type SampleSeries, timesOfCoffee } from "./repeated-coffee.ts";
import type { SampleAudience } from "./sample-audience.ts";
import type { SampleContact } from "./sample-contact.ts";
import { type SampleDays, sampleDays } from "./sample-days.ts";
import type { SampleEvent } from "./sample-event.ts";
import type { SampleObjective } from "./sample-objective.ts";
import { eventsOfThisWeek } from "./this-week.ts";
import { eventsOfVisit } from "./visit.ts";

export type Sample = {
  days: SampleDays;
  colleagues: readonly Colleague[];
  campaigns: readonly SampleCampaign[];
  organisations: readonly SampleOrganisation[];
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

/**
 * The sample campaigns as they stand on `today` (a day in Washington): the same for the same day.
 *
 * Every person is invented, the institutions are real; events lie on working days of the place where they are.
 * Source: SAMPLE.md.
 */
export function makeSample(today: CalendarDate): Sample {
  const days = sampleDays(today);
  const written = [
    ...notesFromTheHill(today),
    ...notesFromElsewhere(today),
    ...notesOfTheSiblings(today),
    ...eventsOfLastWeeks(days),
    ...eventsOfThisWeek(days),
    ...eventsOfVisit(days),
  ];
  const series = repeatedCoffee(days);
  const coffee = timesOfCoffee(series);
  const past = [...HABITS_IN_CONGRESS, ...HABITS_ELSEWHERE, ...SIBLING_HABITS].flatMap((habit) =>
    pastEvents(habit, today),
  );
  return {
    days,
    colleagues: COLLEAGUES,
    campaigns: sampleCampaigns(days),
    organisations: ORGANISATIONS,
    audiences: AUDIENCES,
    contacts: CONTACTS,
    objectives: OBJECTIVES,
    libraries: [
      { campaign: AGREEMENT, library: AGREEMENT_LIBRARY },
      { campaign: CYBER, library: CYBER_LIBRARY },
    ],
    events: withoutOverlaps([...written, ...coffee], [...eventsOfComingWeeks(days), ...past]).filter(
      (event) => !coffee.includes(event),
    ),
    series,
    papers: PAPERS,
  };
}
