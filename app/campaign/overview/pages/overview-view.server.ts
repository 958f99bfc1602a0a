import { listCalendarEvents } from "#app/campaign/calendar/calendar.server.ts";
import type { EventView } from "#app/campaign/calendar/calendar-event-view.ts";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { holidaysOfBoth } from "#app/campaign/calendar/holiday-lines.ts";
import { viewsOf } from "#app/campaign/calendar/shown-events.server.ts";
import { withMessagesShown } from "#app/campaign/effectiveness/beside-matrix.ts";
import { leadWithin, sentencesOfCampaign } from "#app/campaign/effectiveness/campaign-sentence.ts";
import { cellsOfSentence } from "#app/campaign/effectiveness/campaign-sentence-cells.ts";
import { type Reported, readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { noGapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import { readGapsWorthClosing } from "#app/campaign/gaps/store.server.ts";
import { readNextOutreach } from "#app/campaign/next-outreach/store.server.ts";
import { listJudgedObjectives } from "#app/campaign/objectives/judged-objectives.server.ts";
import type { SeenEngagement } from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import type { Campaign } from "#app/http/campaigns-of-account.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { addDays, daysBetween, mondayToOpen } from "#app/time/calendar-date.ts";
import { formatDay } from "#app/time/format.ts";
import { type CalendarDate, dayOf } from "#app/time/wall-time.ts";
import { keptAnswer } from "#db/kept-answer.server.ts";
import { readBegun } from "../first-steps.server.ts";
import { listEngagementsOfWeek, listNeeds } from "../needs-you.server.ts";

export type Overview = Awaited<ReturnType<typeof readOverview>>;

/** Everything that the overview shows. Its cost follows audiences, messages and this week, not what is stored. */
export async function readOverview(arrival: CampaignArrival) {
  const { campaign, account, role, database, home, now, today, may } = arrival;
  const { read } = database;
  const engagements = await listEngagementsOfWeek(read, account.id, now);
  const whose = { campaignId: campaign.id, accountId: account.id, role, now };
  const isNew = may("write") && !campaign.hidesFirstSteps && isOpen(campaign);
  const [{ gapsAt, ...figures }, week, needs, { meetings, steps }] = await Promise.all([
    figuresOf(read, campaign, today),
    readWeekAhead(arrival, engagements),
    listNeeds(read, whose, engagements),
    readBegun(read, campaign, isNew, now),
  ]);
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    handling: campaign.handling,
    reader: account.name,
    homeZone: home.homeZone,
    now,
    today,
    ...figures,
    gaps: gapsAt(now),
    meetings,
    daysLeft: daysBetween(today, campaign.endsOn),
    needs,
    week,
    firstSteps: steps.every(({ isDone }) => isDone) ? [] : steps,
    isAdministrator: account.isAdministrator,
    mayWrite: may("write"),
  };
}

/** What the figures of a day come to: the same for everybody who reads the campaign. */
const figuresOf = keptAnswer(async (read, campaign: Reported, today: CalendarDate) => {
  const report = await readReceptionReport(read, campaign, today);
  const [objectives, gapsAt, nextOutreach] = await Promise.all([
    listJudgedObjectives(read, campaign, report, today),
    readGapsWorthClosing(read, campaign, report, today),
    readNextOutreach(read, campaign, report, today),
  ]);
  return {
    matrix: withMessagesShown({ messages: report.messages, rows: report.rows, byMessage: [] }),
    ratings: report.ratings,
    summary: summaryOf(report),
    workedOutFrom: cellsOfSentence(report),
    objectives,
    gapsAt,
    noGap: noGapInWords(report),
    nextOutreach,
  };
});

/** In characters: three lines beside what needs the reader, on a screen of 1440 pixels. */
const MOST_SHOWN = 170;

/** The worst sentence, cut where it alone is too long, as many of the next ones as three lines hold, and the rest, which is one click away. */
function summaryOf(report: Parameters<typeof sentencesOfCampaign>[0]) {
  const [whole = "", ...others] = sentencesOfCampaign(report);
  const lead = leadWithin(MOST_SHOWN, report);
  const lengthUntil = (at: number) => [lead, ...others.slice(0, at + 1)].join(" ").length;
  const tooLong = others.findIndex((_, at) => lengthUntil(at) > MOST_SHOWN);
  const end = tooLong < 0 ? others.length : tooLong;
  const more = [...(lead === whole ? [] : [whole]), ...others.slice(end)];
  return { lead, shown: others.slice(0, end).join(" "), more: more.join(" ") };
}

function isOpen({ status }: Campaign): boolean {
  return status === "planned" || status === "in progress";
}

const MOST_EVENTS = 12;

export type WeekEvent = EventView & { dayName: string };
export type WeekAhead = Awaited<ReturnType<typeof readWeekAhead>>;

/** What is still to come in the week that matters, from today to its Sunday, with the state of each event among all engagements of the week. */
async function readWeekAhead(arrival: CampaignArrival, engagements: readonly SeenEngagement[]) {
  const { campaign, database, home, now, today } = arrival;
  const monday = mondayToOpen(today);
  const sunday = addDays(monday, 6);
  const asked = { campaignIds: [campaign.id], first: today, last: sunday, now };
  const events = await listCalendarEvents(database.read, asked, EVERYTHING, { limit: MOST_EVENTS + 1 });
  const shown = events.filter((event) => event.schedule !== "cancelled").slice(0, MOST_EVENTS);
  const views = await viewsOf(arrival, shown, { today, engagements, campaigns: new Map() });
  return {
    /** From Saturday on it is the week to come. */
    isNext: monday > today,
    events: views.map((view) => ({ ...view, dayName: dayName(dayOf(view.wallStart), today) })),
    isCut: events.length > MOST_EVENTS,
    holidays: holidaysOfBoth(today, addDays(sunday, 7), { homeCountry: home.homeCountry }).map(
      ({ date, name, country }) => `${formatDay(date, today)} is ${name} (${country})`,
    ),
  };
}

function dayName(date: CalendarDate, today: CalendarDate): string {
  return date === today ? "Today" : formatDay(date, today);
}
