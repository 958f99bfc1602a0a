export type ObjectiveReading = { daysAgo: number; value: number; note: string };

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
};

/** An objective as it is written down: for whom, what, and how it is read. */
export type ObjectiveSketch = [
  audience: string,
  statement: string,
  level: SampleObjective["level"],
  indicator: string,
  unit: string,
  measuredHow: string,
  values: { baseline: number; target: number; readings: ObjectiveReading[] },
];

/** The objective of a campaign for one of its audiences. */
export function objective(
  campaign: string,
  [audience, statement, level, indicator, unit, measuredHow, values]: ObjectiveSketch,
): SampleObjective {
  const key = `${campaign}/${audience}`;
  const goal = statement.slice(statement.indexOf(": ") + 2);
  return { key, campaign, audience, statement, goal, level, indicator, unit, measuredHow, ...values };
}
