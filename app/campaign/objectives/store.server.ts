import { sql } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Change, Done } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { findObjective, listRetiredObjectives, type ObjectiveTarget } from "./lists.server.ts";
import { milestoneLines } from "./milestone-lines.ts";
import {
  addReading,
  type Objective,
  type ObjectiveRefusal,
  type Reading,
  type ReadingRefusal,
  setObjective,
} from "./objective.ts";

type Refused<Reason> = { ok: false; reason: Reason };

/** Puts an objective into the database at the end of the campaign's list; whoever calls describes the change. */
export async function insertObjective(
  change: Change,
  given: { id: string; campaignId: string; objective: Objective },
): Promise<void> {
  const last = await change.read
    .selectFrom("objective")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("campaign_id", "=", given.campaignId)
    .executeTakeFirst();
  await change.insert("objective", {
    id: given.id,
    campaign_id: given.campaignId,
    ...columnsOf(given.objective),
    position: Number(last?.position ?? -1) + 1,
    retired_at: null,
  });
}

/** Puts a reading into the database in its author's name; whoever calls describes the change. */
export async function insertReading(
  change: Change,
  given: { id: string; objectiveId: string; reading: Reading; authorId: string },
): Promise<void> {
  const { readOn, value, n, note } = given.reading;
  await change.insert("objective_reading", {
    id: given.id,
    objective_id: given.objectiveId,
    read_on: readOn,
    value,
    n,
    note,
    author_account_id: given.authorId,
  });
}

/** Sets a new objective of a campaign. Refuses an audience that is not the campaign's. */
export async function addObjective(
  change: Change,
  campaignId: string,
  objective: Objective,
): Promise<Done | Refused<ObjectiveRefusal | "not-of-this-campaign">> {
  const allowed = setObjective(objective, today(change));
  if (!allowed.ok) return allowed;
  if (!(await isOfCampaign(change, campaignId, objective))) {
    return { ok: false, reason: "not-of-this-campaign" };
  }
  const id = newId();
  await insertObjective(change, { id, campaignId, objective });
  return describe(change, { campaignId, objectiveId: id }, "set", `Set the objective: ${objective.sentence}`);
}

/** Saves an objective as it was edited. */
export async function editObjective(
  change: Change,
  target: ObjectiveTarget,
  objective: Objective,
  version: number,
): Promise<
  Done | Refused<ObjectiveRefusal | "not-of-this-campaign" | "not-found" | "changed-by-somebody-else">
> {
  const before = await findObjective(change.read, target);
  if (before === null) return { ok: false, reason: "not-found" };
  const allowed = setObjective(objective, today(change));
  if (!allowed.ok && !(allowed.reason === "due-already" && objective.dueOn === before.dueOn)) return allowed;
  if (!(await isOfCampaign(change, target.campaignId, objective))) {
    return { ok: false, reason: "not-of-this-campaign" };
  }
  const updated = await change.update("objective", target.objectiveId, columnsOf(objective), version);
  if (!updated.ok) return updated;
  return describe(change, target, "edited", `Saved: ${objective.sentence}`);
}

/** Gives an objective up: it leaves the list and the overview, with its readings kept, and can be taken up again. */
export async function retireObjective(
  change: Change,
  target: ObjectiveTarget,
  version: number,
): Promise<Done | Refused<"not-found" | "changed-by-somebody-else">> {
  const objective = await findObjective(change.read, target);
  if (objective === null) return { ok: false, reason: "not-found" };
  const at = change.author.now.toISOString();
  const updated = await change.update("objective", target.objectiveId, { retired_at: at }, version);
  if (!updated.ok) return updated;
  return describe(change, target, "retired", `Retired: ${objective.sentence}`);
}

/** Takes an objective up again that was given up. */
export async function takeUpObjective(
  change: Change,
  target: ObjectiveTarget,
): Promise<Done | Refused<"not-found" | "changed-by-somebody-else">> {
  const retired = await listRetiredObjectives(change.read, target.campaignId);
  const objective = retired.find(({ id }) => id === target.objectiveId);
  if (objective === undefined) return { ok: false, reason: "not-found" };
  const updated = await change.update("objective", objective.id, { retired_at: null }, objective.version);
  if (!updated.ok) return updated;
  return describe(change, target, "taken up again", `Reinstated: ${objective.sentence}`);
}

/** Adds a reading to an objective. */
export async function readObjective(
  change: Change,
  target: ObjectiveTarget,
  reading: Reading,
): Promise<Done | Refused<ReadingRefusal | "not-found">> {
  const objective = await findObjective(change.read, target);
  if (objective === null) return { ok: false, reason: "not-found" };
  const allowed = addReading(reading, today(change));
  if (!allowed.ok) return allowed;
  const { objectiveId } = target;
  await insertReading(change, { id: newId(), objectiveId, reading, authorId: change.author.accountId });
  return describe(change, target, "read", `Added a reading of ${reading.value}: ${objective.sentence}`);
}

/** Whether the audience, the message and the objection that an objective names are the campaign's. */
async function isOfCampaign(
  change: Change,
  campaignId: string,
  { audienceId, source }: Objective,
): Promise<boolean> {
  const named = [
    ...(audienceId === null ? [] : [inCampaign(change, "campaign_audience", "audience_id", audienceId)]),
    ...(source.kind === "reception" ? [inCampaign(change, "key_message", "id", source.messageId)] : []),
    ...(source.kind === "objection" ? [inCampaign(change, "objection", "id", source.objectionId)] : []),
  ];
  const campaigns = await Promise.all(named);
  return campaigns.every((ids) => ids.includes(campaignId));
}

/** The campaigns that have such a row. */
async function inCampaign(
  change: Change,
  table: "campaign_audience" | "key_message" | "objection",
  column: "audience_id" | "id",
  value: string,
): Promise<string[]> {
  const { rows } = await sql<{ campaign_id: string }>`select campaign_id from ${sql.table(table)}
    where ${sql.ref(column)} = ${value}`.execute(change.read);
  return rows.map(({ campaign_id }) => campaign_id);
}

function columnsOf(objective: Objective) {
  const { sentence, level, indicator, unit, baseline, target, source } = objective;
  return {
    sentence,
    level,
    indicator,
    unit,
    measured_how: objective.measuredHow,
    baseline,
    baseline_on: objective.baselineOn,
    target,
    due_on: objective.dueOn,
    expected_from: objective.expectedFrom,
    milestones: milestoneLines(objective.milestones),
    audience_id: objective.audienceId,
    source_kind: source.kind,
    source_message_id: source.kind === "reception" ? source.messageId : null,
    source_objection_id: source.kind === "objection" ? source.objectionId : null,
    source_feedback: source.kind === "feedback" ? source.feedback : null,
    source_meetings: source.kind === "objection" ? source.meetings : null,
  };
}

function today(change: Change): CalendarDate {
  return dateIn(change.author.now, WASHINGTON);
}

function describe(
  change: Change,
  { campaignId, objectiveId }: ObjectiveTarget,
  action: string,
  summary: string,
): Done {
  const page = addressOf.objectives(campaignId);
  const location = action === "retired" ? page : `${page}/${objectiveId}`;
  return change.describe({ recordKind: "objective", recordId: objectiveId, action, summary, location });
}
