import type { Kysely } from "kysely";
import { listStanceReadings } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Schema } from "#db/schema.ts";
import { readingOfCount, readingOfReception, readingOfShare, readingOfStance } from "./computed-reading.ts";
import { countFeedback, countObjectionRaised } from "./figures.server.ts";
import { type JudgedObjective, judgeObjective } from "./judged-objective.ts";
import type { JudgedReading } from "./judged-reading.ts";
import { type ListedObjective, listObjectives } from "./lists.server.ts";

type Report = Pick<ReceptionReport, "messages" | "rows" | "byMessage">;

/**
 * The objectives of a campaign in their order, each judged on a day: by its latest entered reading, or by what is
 * computed from the records up to that day; receptions come from `report`, which is that day's.
 */
export async function listJudgedObjectives(
  read: Kysely<Schema>,
  campaign: { id: string },
  report: Report,
  day: CalendarDate,
): Promise<JudgedObjective[]> {
  const listed = await listObjectives(read, campaign.id, day);
  return Promise.all(listed.map((objective) => judgeListed(read, campaign.id, objective, report, day)));
}

/** One listed objective, judged on a day. */
export async function judgeListed(
  read: Kysely<Schema>,
  campaignId: string,
  listed: ListedObjective,
  report: Report,
  day: CalendarDate,
): Promise<JudgedObjective> {
  const { version: _, audienceName: audience, latest, ...objective } = listed;
  const entered = latest === null ? null : { ...latest, range: null, times: null, isComputed: false };
  const reading =
    objective.source.kind === "entered"
      ? entered
      : await computedReading(read, campaignId, listed, report, day);
  return judgeObjective({ ...objective, audience }, reading, day);
}

async function computedReading(
  read: Kysely<Schema>,
  campaignId: string,
  { source, audienceId, baseline, baselineOn }: ListedObjective,
  report: Report,
  day: CalendarDate,
): Promise<JudgedReading | null> {
  const span = { campaignId, from: baselineOn, to: day };
  switch (source.kind) {
    case "entered":
      return null;
    case "reception":
      return readingOfReception(report, { messageId: source.messageId, audienceId });
    case "stance":
      if (audienceId === null) return null;
      return readingOfStance(await listStanceReadings(read, { campaignId, audienceId }), day);
    case "feedback":
      return readingOfCount(
        await countFeedback(read, span, { kind: source.feedback, audienceId }),
        baseline,
        day,
      );
    case "objection":
      if (audienceId === null) return null;
      return readingOfShare(await countObjectionRaised(read, span, { ...source, audienceId }));
  }
}
