import { milestoneLines } from "#app/campaign/objectives/milestone-lines.ts";
import { MEETINGS_READ } from "#app/campaign/objectives/reading-source.ts";
import { insertObjectiveReadingRows, insertObjectiveRows } from "#app/campaign/objectives/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { SampleObjective } from "../objectives.ts";
import type { Sample } from "../sample-campaign.ts";
import type { Known } from "./known-records.server.ts";
import { accountId, atNoon, sampleId, writeEntry } from "./scribe.server.ts";

/** What each campaign must change, with its dated readings. */
export async function writeObjectives(database: Database, sample: Sample, known: Known): Promise<void> {
  for (const objective of sample.objectives) await writeObjective(database, sample, objective, known);
}

async function writeObjective(
  database: Database,
  sample: Sample,
  objective: SampleObjective,
  known: Known,
): Promise<void> {
  const id = sampleId("objective", objective.key);
  const { campaign, statement } = objective;
  const entry = {
    by: accountId("officer"),
    at: atNoon(sample.days.campaignStarts),
    campaign,
    kind: "objective",
    id,
    action: "set",
    summary: `Set: ${statement}`,
    location: `/c/${campaign}`,
  } as const;
  await writeEntry(database, entry, async (change) => {
    await insertObjectiveRows(change, [objectiveRow(id, sample, objective, known)]);
    await insertObjectiveReadingRows(change, readingRows(id, sample, objective));
  });
}

function objectiveRow(
  id: string,
  { days, objectives }: Sample,
  objective: SampleObjective,
  known: Known,
): NewRow<"objective"> {
  const { campaign, audience, statement, level, indicator, unit, measuredHow, baseline, target } = objective;
  const milestones = objective.milestones.map(({ daysAgo, value }) => ({
    on: addDays(days.today, -daysAgo),
    value,
  }));
  return {
    ...{ id, level, indicator, unit, baseline, target },
    campaign_id: campaign,
    audience_id: sampleId("audience", audience),
    sentence: statement,
    measured_how: measuredHow,
    due_on: days.campaignEnds,
    baseline_on: days.campaignStarts,
    milestones: milestoneLines(milestones),
    position: objectives.indexOf(objective),
    retired_at: null,
    ...sourceColumns(objective, known),
  };
}

function readingRows(
  objectiveId: string,
  { days }: Sample,
  { key, readings }: SampleObjective,
): NewRow<"objective_reading">[] {
  return readings.map(({ daysAgo, value, note }) => ({
    id: sampleId("objective reading", `${key} ${daysAgo}`),
    objective_id: objectiveId,
    read_on: addDays(days.today, -daysAgo),
    value,
    n: null,
    note,
    author_account_id: accountId("eva"),
  }));
}

function sourceColumns({ campaign, source }: SampleObjective, known: Known): Partial<NewRow<"objective">> {
  if (source === null) return {};
  if (source === "stance") return { source_kind: "stance" };
  if ("message" in source)
    return { source_kind: "reception", source_message_id: known.messageId(campaign, source.message) };
  const objection = known.objectionId(campaign, source.objection);
  return { source_kind: "objection", source_objection_id: objection, source_meetings: MEETINGS_READ.usual };
}
