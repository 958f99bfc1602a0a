import { MEETINGS_READ, type ReadingSource } from "#app/campaign/objectives/reading-source.ts";
import { addObjective, readObjective } from "#app/campaign/objectives/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { SampleObjective } from "../objectives.ts";
import { act, atNoon, type Scribe } from "./scribe.server.ts";

/** What each campaign must change, with its dated readings. */
export async function writeObjectives(scribe: Scribe): Promise<void> {
  for (const objective of scribe.sample.objectives) await writeObjective(scribe, objective);
}

async function writeObjective(scribe: Scribe, objective: SampleObjective): Promise<void> {
  const { campaign, key, statement, level, indicator, unit, measuredHow, baseline, target } = objective;
  const { campaignStarts, campaignEnds, today } = scribe.sample.days;
  const start = atNoon(campaignStarts);
  const dayAgo = (daysAgo: number) => addDays(today, -daysAgo);
  const milestones = objective.milestones.map(({ daysAgo, value }) => ({ on: dayAgo(daysAgo), value }));
  const written = {
    level,
    indicator,
    unit,
    measuredHow,
    baseline,
    target,
    milestones,
    sentence: statement,
    baselineOn: campaignStarts,
    dueOn: campaignEnds,
    expectedFrom: null,
    audienceId: scribe.idOf("audience", objective.audience),
    source: sourceOf(scribe, objective),
  };
  const id = await act(scribe, { by: "officer", at: start, campaign }, (change) =>
    addObjective(change, campaign, written),
  );
  scribe.keep("objective", key, id);
  for (const { daysAgo, value, note } of objective.readings) {
    const readOn = dayAgo(daysAgo);
    // What was read before the campaign began was entered when it began.
    const at = atNoon(readOn < campaignStarts ? campaignStarts : readOn);
    await act(scribe, { by: "eva", at, campaign }, (change) =>
      readObjective(change, { campaignId: campaign, objectiveId: id }, { readOn, value, n: null, note }),
    );
  }
}

function sourceOf(scribe: Scribe, { campaign, source }: SampleObjective): ReadingSource {
  if (source === null) return { kind: "entered" };
  if (source === "stance") return { kind: "stance" };
  if ("message" in source)
    return { kind: "reception", messageId: scribe.idOf("message", `${campaign} ${source.message}`) };
  const objectionId = scribe.idOf("objection", `${campaign} ${source.objection}`);
  return { kind: "objection", objectionId, meetings: MEETINGS_READ.usual };
}
