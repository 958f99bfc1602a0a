import { findCampaign } from "#app/campaign/campaigns/store.server.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { type CalendarDate, endOfDay, WASHINGTON } from "#app/time/wall-time.ts";
import { openAsKnown } from "#db/as-known.server.ts";
import { inTurns, oneAtATime } from "#db/in-turns.server.ts";
import { keptAnswer } from "#db/kept-answer.server.ts";
import { together } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type CampaignCase, campaignCase } from "./campaign-case.ts";
import { listNotedCells, workOutCells } from "./campaign-levels.server.ts";
import { acknowledgements } from "./changes/change-acknowledgements.server.ts";
import { daysDrawn } from "./course-in-words.ts";
import { findParametersInUse } from "./fits/store.server.ts";
import { listObjectionsHeard, objectionsHeardQueries } from "./objections-heard.server.ts";
import { audiencesReadOver, messageReadOver, messagesReadOver } from "./read-over.server.ts";
import {
  type PooledReception,
  pooledReception,
  type ReceptionInput,
  type ReceptionReport,
  receptionReport,
} from "./reception-report.ts";

/** What a report asks of a campaign. */
export type Reported = { id: string; startsOn: CalendarDate };

/** How the campaign's messages are received on a day, by all that is known now. */
export const readReceptionReport = keptAnswer(async (read, campaign: Reported, day: CalendarDate) => {
  const kept = await readKept(read, campaign, day);
  kept.report ??= inTurns(receptionReport(kept.pooled));
  return kept.report;
});

/** The same before any part of it is worked out: a page of one message asks for no other. */
export async function readPooledReception(
  read: Queries,
  campaign: Reported,
  day: CalendarDate,
): Promise<PooledReception> {
  return (await readKept(read, campaign, day)).pooled;
}

const readKept = keptAnswer(async (read, campaign: Reported, day: CalendarDate) => {
  const asOfDay = dayNumber(day);
  const days = daysDrawn(dayNumber(campaign.startsOn), asOfDay);
  const inUse = await findParametersInUse(read, campaign.id);
  const [worked, found] = await Promise.all([
    workOutCells(read, campaign.id, { asOfDay, days, parameters: inUse.parameters }),
    besideFigures(read, { campaign: campaign.id, day }),
  ]);
  const messages = found.messagesReadOver.map(messageReadOver);
  const objections = await listObjectionsHeard(read, found, campaign.id, day);
  return keptOf(read, campaign.id, {
    from: campaign.startsOn,
    day,
    days,
    worked,
    messages,
    audiences: found.audiencesReadOver,
    lookedAt: found.acknowledgements,
    objections,
    inUse,
  });
});

const besideFigures = together({
  messagesReadOver,
  audiencesReadOver,
  acknowledgements,
  ...objectionsHeardQueries(),
});

type Kept = { made: readonly unknown[]; pooled: PooledReception; report: Promise<ReceptionReport> | null };

/** Reports of any campaign that are kept, one of each day: what came before in its place is not asked for again. */
const MOST_REPORTS = 12;
const reportsOf = new WeakMap<Queries, Map<string, Kept>>();

/** What is kept of this input: the same as before where nothing that it is made of has changed since. */
function keptOf(read: Queries, campaignId: string, input: ReceptionInput): Kept {
  const reports = reportsOf.get(read) ?? new Map<string, Kept>();
  reportsOf.set(read, reports);
  const { worked, ...others } = input;
  const key = `${campaignId} ${input.day}`;
  const made = [JSON.stringify(others), ...worked];
  const known = reports.get(key);
  const isSame = known?.made.length === made.length && made.every((part, at) => part === known.made[at]);
  const kept = known !== undefined && isSame ? known : { made, pooled: pooledReception(input), report: null };
  reports.delete(key);
  reports.set(key, kept);
  const [oldest] = reports.keys();
  if (reports.size > MOST_REPORTS && oldest !== undefined) reports.delete(oldest);
  return kept;
}

/** The same with what was known by the end of that day in Washington: later entries and corrections are left out. */
export function readReceptionReportAsKnown(
  read: Queries,
  campaign: Reported,
  day: CalendarDate,
): Promise<ReceptionReport> {
  return asKnown(read, campaign, day, (then, asThen) => readReceptionReport(then, asThen, day));
}

/** The report as a case of the published method, by all that is known now or by what was known then. */
export function readCampaignCase(
  read: Queries,
  campaign: Reported,
  { day, knowledge }: { day: CalendarDate; knowledge: "now" | "then" },
): Promise<CampaignCase> {
  const readCase = async (from: Queries, as: Reported) =>
    campaignCase(await readReceptionReport(from, as, day), await listNotedCells(from, campaign.id));
  return knowledge === "now" ? readCase(read, campaign) : asKnown(read, campaign, day, readCase);
}

/** A past day as it was known may take seconds on a thread of the database: side by side they would keep all others waiting. */
const inTurn = oneAtATime();

type WorkThen<Answer> = (read: Queries, campaign: Reported) => Promise<Answer>;

function asKnown<Answer>(
  read: Queries,
  campaign: Reported,
  day: CalendarDate,
  work: WorkThen<Answer>,
): Promise<Answer> {
  return inTurn(() => workThen(read, campaign, day, work));
}

async function workThen<Answer>(
  read: Queries,
  campaign: Reported,
  day: CalendarDate,
  work: WorkThen<Answer>,
): Promise<Answer> {
  const known = await openAsKnown(read, endOfDay(day, WASHINGTON));
  try {
    // Its first day may have been another one then.
    return await work(known.read, (await findCampaign(known.read, campaign.id)) ?? campaign);
  } finally {
    await known.close();
  }
}
