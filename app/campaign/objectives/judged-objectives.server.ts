import { sql } from "kysely";
import { listStanceReadings } from "#app/campaign/audiences/stances/stance-readings.server.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { FeedbackKind } from "#app/campaign/feedback/feedback.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { readingOfCount, readingOfReception, readingOfShare, readingOfStance } from "./computed-reading.ts";
import { type JudgedObjective, type JudgedReading, judgeObjective } from "./judged-objective.ts";
import { type ListedObjective, listObjectives } from "./lists.server.ts";

type Report = Pick<ReceptionReport, "messages" | "rows" | "byMessage">;

/**
 * The objectives of a campaign in their order, each judged on a day: by its latest entered reading, or by what is
 * computed from the records up to that day; receptions come from `report`, which is that day's.
 */
export async function listJudgedObjectives(
  read: Queries,
  campaign: { id: string },
  report: Report,
  day: CalendarDate,
): Promise<JudgedObjective[]> {
  const listed = await listObjectives(read, campaign.id, day);
  return Promise.all(listed.map((objective) => judgeListed(read, campaign.id, objective, report, day)));
}

/** One listed objective, judged on a day. */
export async function judgeListed(
  read: Queries,
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
  read: Queries,
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

/** From which day to which something is counted; both belong to it. */
export type Span = { campaignId: string; from: CalendarDate; to: CalendarDate };

/** How often a kind of feedback came, with an audience or from anybody (null), and when last. */
export async function countFeedback(
  read: Queries,
  { campaignId, from, to }: Span,
  { kind, audienceId }: { kind: FeedbackKind; audienceId: string | null },
): Promise<{ count: number; lastOn: CalendarDate | null }> {
  const asked = { campaign: campaignId, from, to, kind };
  const [row] =
    audienceId === null
      ? await feedbackOfAnybody(read, asked)
      : await feedbackOfAudience(read, { ...asked, audience: audienceId });
  return { count: Number(row?.count ?? 0), lastOn: row?.lastOn ?? null };
}

type Days = "from" | "to";

function feedbackOf(read: Queries, place: Place<"campaign" | "kind", Days>) {
  return read
    .selectFrom("feedback")
    .select([sql<number>`count(*)`.as("count"), sql<CalendarDate | null>`max(day)`.as("lastOn")])
    .where("campaign_id", "=", place("campaign"))
    .where("kind", "=", sql<FeedbackKind>`${place("kind")}`)
    .where("day", ">=", place("from"))
    .where("day", "<=", place("to"));
}

const feedbackOfAnybody = keptQuery((read, place: Place<"campaign" | "kind", Days>) =>
  feedbackOf(read, place),
);
const feedbackOfAudience = keptQuery((read, place: Place<"campaign" | "kind" | "audience", Days>) =>
  feedbackOf(read, place).where("audience_id", "=", place("audience")),
);

/** In how many of an audience's last logged meetings (`meetings` at most) an objection was raised. */
export async function countObjectionRaised(
  read: Queries,
  { campaignId, from, to }: Span,
  { objectionId, audienceId, meetings }: { objectionId: string; audienceId: string; meetings: number },
): Promise<{ times: number; meetings: number; lastOn: CalendarDate | null }> {
  const asked = { campaign: campaignId, from, to, objection: objectionId, audience: audienceId, meetings };
  const rows = await lastMeetings(read, asked);
  return {
    times: rows.filter(({ isRaised }) => isRaised === 1).length,
    meetings: rows.length,
    lastOn: rows[0]?.day ?? null,
  };
}

const lastMeetings = keptQuery(
  (read, place: Place<"campaign" | "objection" | "audience" | "meetings", Days>) =>
    read
      .selectFrom("audience_meeting as met")
      .select(["met.day"])
      .select(
        sql<
          0 | 1
        >`exists (select 1 from outcome join outcome_objection raised on raised.outcome_id = outcome.id
        where outcome.outreach_event_id = met.outreach_event_id and raised.objection_id = ${place("objection")}
        and (raised.audience_id is null or raised.audience_id = met.audience_id))`.as("isRaised"),
      )
      .where("met.audience_id", "=", place("audience"))
      .where("met.campaign_id", "=", place("campaign"))
      .where("met.day", ">=", place("from"))
      .where("met.day", "<=", place("to"))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom("outcome")
            .select("outcome.id")
            .whereRef("outcome.outreach_event_id", "=", "met.outreach_event_id"),
        ),
      )
      .orderBy("met.day", "desc")
      .orderBy("met.outreach_event_id", "desc")
      .limit(sql<number>`${place("meetings")}`),
);
