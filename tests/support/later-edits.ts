import { keepFit } from "#app/campaign/effectiveness/fits/store.server.ts";
import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";
import type { Change } from "#db/change.server.ts";
import { reaction } from "./builders/review.ts";

/** Every sort of edit that could reach what a review shows. */
export const EDITS: ((change: Change, at: number) => Promise<unknown>)[] = [
  (change, at) => change.update("feedback", `r${at % 12}`, { score: (at % 5) - 2 }, null),
  (change, at) => change.insert("feedback", reaction(at % 12, { id: `later-${at}` })),
  (change, at) =>
    change.update("message_revision", "m2-r1", { title: `Title ${at}`, statement: `New ${at}.` }, null),
  (change, at) => change.update("audience", "majority", { name: `Audience ${at}` }, null),
  (change, at) =>
    change.update("campaign_audience", "esa-minority", { priority: (1 + (at % 3)) as 1 | 2 | 3 }, null),
  (change, at) =>
    change.update(
      "campaign_audience",
      "esa-minority",
      { ended_on: at % 2 === 0 ? "2027-01-01" : null },
      null,
    ),
  (change, at) => change.update("contact", "claire", { name: `Claire the ${at}th` }, null),
  (change, at) => change.update("account", "jana", { name: `Jana the ${at}th` }, null),
  (change, at) =>
    change.update(
      "campaign",
      "esa",
      { name: `Campaign ${at}`, handling: at % 2 === 0 ? "TLP:RED" : "TLP:GREEN" },
      null,
    ),
  (change, at) => change.update("outreach_event", "meeting", { title: `Meeting ${at}` }, null),
  (change, at) => change.update("objection", "o1", { name: `Objection ${at}` }, null),
  (change) => change.update("key_message", "m3", { retired_at: "2027-01-01T00:00:00.000Z" }, null),
  (change) => change.update("installation", "installation", { home_zone: "Europe/Warsaw" }, null),
  (change, at) =>
    change.update(
      "objective",
      "letters",
      { sentence: `Letters ${at}`, target: 2 + at, due_on: "2027-06-30" },
      null,
    ),
  (change, at) => change.insert("objective", letters(`later-${at}`)),
  (change, at) =>
    change.insert("objective_reading", {
      id: `read-${at}`,
      objective_id: "letters",
      read_on: "2026-11-10",
      value: at,
      n: null,
      note: `Reading ${at}`,
      author_account_id: "jana",
    }),
  (change, at) => keepFit({ ...change, describe: () => ({ ok: true }) }, "esa", estimateOf(at)),
];

/** An objective that people read. */
export function letters(id: string) {
  return {
    id,
    campaign_id: "esa",
    audience_id: "majority",
    sentence: "Committee, majority: complementarity named in three letters",
    level: "outcome",
    indicator: "Letters that name it",
    unit: "letters",
    baseline: 0,
    target: 3,
    due_on: "2027-03-31",
    baseline_on: "2026-01-01",
    retired_at: null,
    expected_from: null,
    source_message_id: null,
    source_objection_id: null,
    source_feedback: null,
    source_meetings: null,
  } as const;
}

/** What the figures would be worked out with from then on. */
function estimateOf(at: number) {
  const parameters = { ...DEFAULT_PARAMETERS, sigma: 0.5 + at / 200, halfLifeDays: 60 + at };
  const made = { at: "2027-11-12T20:00:00.000Z", asOf: "2026-11-12", requestedBy: "jana" } as const;
  return {
    ...made,
    outcome: "estimated",
    notes: 240,
    parameters,
    objective: -300 - at,
    state: `${at}/240`,
  } as const;
}
