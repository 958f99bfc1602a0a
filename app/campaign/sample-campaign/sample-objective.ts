export type ObjectiveReading = { daysAgo: number; value: number; note: string };

/** What is expected by a day; before today counts back, −60 lies sixty days ahead. */
export type ObjectiveMilestone = { daysAgo: number; value: number };

/** What reads it beside people: the stance, the share of meetings with an objection, a message's reception; null for nothing. */
export type SampleSource = "stance" | { objection: string } | { message: number } | null;

export type SampleObjective = {
  key: string;
  campaign: string;
  audience: string;
  statement: string;
  /** What we want from the audience, as it stands beside its name: the statement without the audience. */
  goal: string;
  level: "output" | "out-take" | "outcome" | "impact";
  indicator: string;
  unit: string;
  measuredHow: string;
  baseline: number;
  target: number;
  /** Oldest first; the first stands for the start of the campaign. */
  readings: readonly ObjectiveReading[];
  milestones: readonly ObjectiveMilestone[];
  source: SampleSource;
};

/** An objective as it is written down: for whom, what, and how it is read. */
export type ObjectiveSketch = [
  audience: string,
  statement: string,
  level: SampleObjective["level"],
  indicator: string,
  unit: string,
  measuredHow: string,
  values: {
    baseline: number;
    target: number;
    readings: ObjectiveReading[];
    milestones?: ObjectiveMilestone[];
    source?: SampleSource;
  },
];

/** The objective of a campaign for one of its audiences; `which` sets a further one apart. */
export function objective(
  campaign: string,
  [audience, statement, level, indicator, unit, measuredHow, values]: ObjectiveSketch,
  which = "",
): SampleObjective {
  const key = `${campaign}/${audience}${which}`;
  const goal = statement.slice(statement.indexOf(": ") + 2);
  const { milestones = [], source = null, ...rest } = values;
  const read = { milestones, source, ...rest };
  return { key, campaign, audience, statement, goal, level, indicator, unit, measuredHow, ...read };
}
