import { type Kysely, sql } from "kysely";
import {
  addReading,
  type Objective,
  type ObjectiveRefusal,
  type Reading,
  type ReadingRefusal,
  setObjective,
} from "#app/domain/objectives/objective.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { Change, NewRow } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** An objective with its latest reading; null while nobody has read it. */
export type ListedObjective = Objective & {
  id: string;
  version: number;
  audienceName: string | null;
  latest: Reading | null;
};

type Done = { ok: true };
type Refused<Reason> = { ok: false; reason: Reason };
export type ObjectiveTarget = { campaignId: string; objectiveId: string };

/** The objectives of a campaign in their order, each with its latest reading. */
export async function listObjectives(read: Kysely<Schema>, campaignId: string): Promise<ListedObjective[]> {
  const rows = await objectivesOf(read, { campaign: campaignId });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    sentence: row.sentence,
    level: row.level,
    indicator: row.indicator,
    unit: row.unit,
    measuredHow: row.measured_how,
    baseline: row.baseline,
    target: row.target,
    dueOn: row.due_on,
    audienceId: row.audience_id,
    audienceName: row.audience_name,
    latest:
      row.read_on === null || row.value === null
        ? null
        : { readOn: row.read_on, value: row.value, n: row.n, note: row.note ?? "" },
  }));
}

const latestReading = sql<string>`(select newest.id from objective_reading newest
  where newest.objective_id = objective.id order by newest.read_on desc, newest.id desc limit 1)`;

const objectivesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objective")
    .leftJoin("audience", "audience.id", "objective.audience_id")
    .leftJoin("objective_reading as reading", (on) => on.on("reading.id", "=", latestReading))
    .selectAll("objective")
    .select(["audience.name as audience_name"])
    .select(["reading.read_on", "reading.value", "reading.n", "reading.note"])
    .where("objective.campaign_id", "=", place("campaign"))
    .where("objective.retired_at", "is", null)
    .orderBy("objective.position")
    .orderBy("objective.id"),
);

/** One objective of a campaign. */
export async function findObjective(
  read: Kysely<Schema>,
  { campaignId, objectiveId }: ObjectiveTarget,
): Promise<ListedObjective | null> {
  return (await listObjectives(read, campaignId)).find((one) => one.id === objectiveId) ?? null;
}

/** The readings of an objective, the newest first, with who read it. */
export async function listReadings(
  read: Kysely<Schema>,
  objectiveId: string,
): Promise<(Reading & { id: string; author: string })[]> {
  const rows = await read
    .selectFrom("objective_reading as reading")
    .innerJoin("account", "account.id", "reading.author_account_id")
    .select(["reading.id", "read_on", "value", "n", "note", "account.name"])
    .where("objective_id", "=", objectiveId)
    .orderBy("read_on", "desc")
    .orderBy("reading.id", "desc")
    .execute();
  return rows.map(({ id, read_on, value, n, note, name }) => ({
    id,
    readOn: read_on,
    value,
    n,
    note,
    author: name,
  }));
}

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
  if (!(await isOfCampaign(change, campaignId, objective.audienceId))) {
    return { ok: false, reason: "not-of-this-campaign" };
  }
  const id = newId();
  await insertObjective(change, { id, campaignId, objective });
  describe(change, { campaignId, objectiveId: id }, "set", `Set: ${objective.sentence}`);
  return { ok: true };
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
  if (!(await isOfCampaign(change, target.campaignId, objective.audienceId))) {
    return { ok: false, reason: "not-of-this-campaign" };
  }
  const updated = await change.update("objective", target.objectiveId, columnsOf(objective), version);
  if (!updated.ok) return updated;
  describe(change, target, "edited", `Saved: ${objective.sentence}`);
  return { ok: true };
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
  describe(change, target, "read", `Read ${reading.value}: ${objective.sentence}`);
  return { ok: true };
}

async function isOfCampaign(change: Change, campaignId: string, audienceId: string | null): Promise<boolean> {
  if (audienceId === null) return true;
  const row = await change.read
    .selectFrom("campaign_audience")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("audience_id", "=", audienceId)
    .executeTakeFirst();
  return row !== undefined;
}

function columnsOf(objective: Objective) {
  const { sentence, level, indicator, unit, measuredHow, baseline, target, dueOn, audienceId } = objective;
  return {
    sentence,
    level,
    indicator,
    unit,
    measured_how: measuredHow,
    baseline,
    target,
    due_on: dueOn,
    audience_id: audienceId,
  };
}

function today(change: Change): string {
  return dateIn(change.author.now, WASHINGTON);
}

function describe(
  change: Change,
  { campaignId, objectiveId }: ObjectiveTarget,
  action: string,
  summary: string,
) {
  const location = `/c/${campaignId}/objectives/${objectiveId}`;
  change.describe({ recordKind: "objective", recordId: objectiveId, action, summary, location });
}

/** Puts whole rows in, as the sample does that writes a year and a half at once. */
export function insertObjectiveRows(change: Change, rows: readonly NewRow<"objective">[]): Promise<void> {
  return change.insertMany("objective", rows);
}

/** Puts whole rows in, as the sample does that writes a year and a half at once. */
export function insertObjectiveReadingRows(
  change: Change,
  rows: readonly NewRow<"objective_reading">[],
): Promise<void> {
  return change.insertMany("objective_reading", rows);
}
