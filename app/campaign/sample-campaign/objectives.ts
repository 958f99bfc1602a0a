import { z } from "zod";
import { LEVELS } from "#app/campaign/objectives/reading-source.ts";
import { number, sampleTable, words } from "./read-sample-data.ts";

const VALUES = sampleTable(
  "objective-values.csv",
  z.strictObject({
    objective: words,
    what: z.enum(["read", "expected"]),
    // Before today counts back: −60 lies sixty days ahead.
    daysAgo: number,
    value: number,
    note: words,
  }),
);

/** What each campaign must change in Washington; the first objective of an audience is what it is met for. Due when the campaign ends. */
export const OBJECTIVES = sampleTable(
  "objectives.csv",
  z.strictObject({
    key: words,
    campaign: words,
    audience: words,
    statement: words,
    level: z.enum(LEVELS),
    indicator: words,
    unit: words,
    measuredHow: words,
    baseline: number,
    target: number,
    // What reads it beside people: "stance", "objection O1" or "message 2".
    source: words,
  }),
).map(({ source, ...objective }) => {
  const values = VALUES.filter((value) => value.objective === objective.key);
  return {
    ...objective,
    goal: objective.statement.slice(objective.statement.indexOf(": ") + 2),
    source: sourceOf(source),
    readings: values
      .filter(({ what }) => what === "read")
      .map(({ daysAgo, value, note }) => ({ daysAgo, value, note })),
    milestones: values
      .filter(({ what }) => what === "expected")
      .map(({ daysAgo, value }) => ({ daysAgo, value })),
  };
});
export type SampleObjective = (typeof OBJECTIVES)[number];

type SampleSource = "stance" | { objection: string } | { message: number } | null;

function sourceOf(written: string): SampleSource {
  if (written === "") return null;
  const [what = "", which = ""] = written.split(" ");
  if (what === "message") return { message: Number(which) };
  return what === "objection" ? { objection: which } : "stance";
}
