import { sql } from "kysely";
import { FEEDBACK_KINDS } from "#app/campaign/feedback/feedback.ts";
import { LAST_DAY } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { milestonesIn } from "./milestone-lines.ts";
import type { Objective, Reading } from "./objective.ts";
import { MEETINGS_READ, type ReadingSource } from "./reading-source.ts";

export type ObjectiveTarget = { campaignId: string; objectiveId: string };

/** An objective with its latest entered reading; null while nobody has read it. */
export type ListedObjective = Objective & {
  id: string;
  version: number;
  audienceName: string | null;
  latest: Reading | null;
};

/** The objectives of a campaign in their order, each with its latest reading that is not later than `day`; of two of one day the one entered last. */
export async function listObjectives(
  read: Queries,
  campaignId: string,
  day: CalendarDate,
): Promise<ListedObjective[]> {
  return (await objectivesOf(read, { campaign: campaignId, day })).map(listedObjective);
}

/** One objective of a campaign, with its latest reading up to today; retired ones are not found. */
export async function findObjective(
  read: Queries,
  { campaignId, objectiveId }: ObjectiveTarget,
): Promise<ListedObjective | null> {
  const listed = await listObjectives(read, campaignId, LAST_DAY);
  return listed.find(({ id }) => id === objectiveId) ?? null;
}

const latestReading = (day: CalendarDate) => sql<string>`(select newest.id from objective_reading newest
  where newest.objective_id = objective.id and newest.read_on <= ${day}
  order by newest.read_on desc, newest.rowid desc limit 1)`;

const objectivesOf = keptQuery((read, place: Place<"campaign", "day">) =>
  read
    .selectFrom("objective")
    .innerJoin("campaign", "campaign.id", "objective.campaign_id")
    .leftJoin("audience", "audience.id", "objective.audience_id")
    .leftJoin("objective_reading as reading", (on) => on.on("reading.id", "=", latestReading(place("day"))))
    .selectAll("objective")
    .select(["audience.name as audience_name", "campaign.starts_on as campaign_starts_on"])
    .select(["reading.read_on", "reading.value", "reading.n", "reading.note"])
    .where("objective.campaign_id", "=", place("campaign"))
    .where("objective.retired_at", "is", null)
    .orderBy("objective.position")
    .orderBy("objective.id"),
);

type ObjectiveRow = Awaited<ReturnType<typeof objectivesOf>>[number];

function listedObjective(row: ObjectiveRow): ListedObjective {
  return {
    id: row.id,
    version: row.version,
    sentence: row.sentence,
    level: row.level,
    indicator: row.indicator,
    unit: row.unit,
    measuredHow: row.measured_how,
    baseline: row.baseline,
    baselineOn: row.baseline_on ?? row.campaign_starts_on,
    target: row.target,
    dueOn: row.due_on,
    expectedFrom: row.expected_from,
    milestones: milestonesIn(row.milestones),
    source: sourceIn(row),
    audienceId: row.audience_id,
    audienceName: row.audience_name,
    latest:
      row.read_on === null || row.value === null
        ? null
        : { readOn: row.read_on, value: row.value, n: row.n, note: row.note ?? "" },
  };
}

function sourceIn(row: ObjectiveRow): ReadingSource {
  const { source_kind, source_message_id, source_objection_id, source_feedback, source_meetings } = row;
  if (source_kind === "reception" && source_message_id !== null)
    return { kind: "reception", messageId: source_message_id };
  if (source_kind === "stance") return { kind: "stance" };
  const feedback = FEEDBACK_KINDS.find((kind) => kind === source_feedback);
  if (source_kind === "feedback" && feedback !== undefined) return { kind: "feedback", feedback };
  if (source_kind === "objection" && source_objection_id !== null) {
    const meetings = source_meetings ?? MEETINGS_READ.usual;
    return { kind: "objection", objectionId: source_objection_id, meetings };
  }
  return { kind: "entered" };
}

/** The entered readings of an objective, the newest first, with who read it. */
export async function listReadings(
  read: Queries,
  objectiveId: string,
): Promise<(Reading & { id: string; author: string })[]> {
  return read
    .selectFrom("objective_reading as reading")
    .innerJoin("account", "account.id", "reading.author_account_id")
    .select(["reading.id", "read_on as readOn", "value", "n", "note", "account.name as author"])
    .where("objective_id", "=", objectiveId)
    .orderBy("read_on", "desc")
    .orderBy(sql`reading.rowid`, "desc")
    .execute();
}

/** The objectives that a campaign has given up, the latest first. */
export function listRetiredObjectives(
  read: Queries,
  campaignId: string,
): Promise<{ id: string; version: number; sentence: string; retiredAt: string | null }[]> {
  return read
    .selectFrom("objective")
    .select(["id", "version", "sentence", "retired_at as retiredAt"])
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is not", null)
    .orderBy("retired_at", "desc")
    .orderBy("id")
    .execute();
}
