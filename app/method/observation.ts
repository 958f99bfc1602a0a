/** One rating as the method takes it. `day` is a whole number of days since 1970-01-01 in the campaign's zone. */
export type Observation = {
  id: number;
  message: number;
  audience: number;
  /** Who rated; null where nobody is known, and then no strictness is taken off. */
  rater: number | null;
  day: number;
  score: number;
  varianceMultiplier: number;
};

export type ObservationRefused =
  | "score-out-of-range"
  | "score-not-whole"
  | "multiplier-not-positive"
  | "day-not-whole";

/** How much less a note of each kind is trusted, as a factor on its variance. Source: EFFECTIVENESS.md §1. */
export const VARIANCE_MULTIPLIERS = {
  "meeting note": 1,
  "written reply": 1,
  "note by someone who was not there": 2,
  "public statement by the contact": 0.5,
  "vote, co-signature or adopted text": 0.5,
  "media mention coded by a person": 3,
  "survey answer": 1,
} as const;

export type ObservationKind = keyof typeof VARIANCE_MULTIPLIERS;

/** Every kind of note, in an order that packed notes rely on while they are in memory. */
export const OBSERVATION_KINDS = [
  "meeting note",
  "written reply",
  "note by someone who was not there",
  "public statement by the contact",
  "vote, co-signature or adopted text",
  "media mention coded by a person",
  "survey answer",
] as const satisfies readonly ObservationKind[];

/** How far ratings made in one room agree. Source: EFFECTIVENESS.md §1. */
export const ROOM_AGREEMENT = 0.5;

/**
 * Why a rating cannot be taken: a score outside −2..+2, a variance multiplier that is not above 0, a day that is not
 * whole; null where it can. Whether the score is whole is asked at entry, since collapsed means are not.
 * Source: EFFECTIVENESS.md §13.
 */
export function refusalOfObservation(
  observation: Pick<Observation, "score" | "varianceMultiplier" | "day">,
): ObservationRefused | null {
  if (!(observation.score >= -2 && observation.score <= 2)) return "score-out-of-range";
  if (!(observation.varianceMultiplier > 0 && Number.isFinite(observation.varianceMultiplier))) {
    return "multiplier-not-positive";
  }
  return Number.isInteger(observation.day) ? null : "day-not-whole";
}

/**
 * Several ratings of one message in one event for one audience by one rater, as one: the mean score, and the multiplier
 * mean(c)·(1 + (k−1)·rho)/k. `rho` is the agreement in a room, 0..1. Throws on an empty list.
 * Source: EFFECTIVENESS.md §1. Example: four ratings of multiplier 1 count with 0.625, as 1.6 ratings.
 */
export function collapseRatings(
  scores: readonly number[],
  varianceMultipliers: readonly number[],
  rho: number = ROOM_AGREEMENT,
): { score: number; varianceMultiplier: number } {
  const k = scores.length;
  if (k === 0 || varianceMultipliers.length !== k)
    throw new RangeError("Ratings and multipliers come in pairs");
  return { score: mean(scores), varianceMultiplier: (mean(varianceMultipliers) * (1 + (k - 1) * rho)) / k };
}

/**
 * The multiplier of `ratings` ratings of one kind by one rater in one event, as one: c·(1 + (k−1)·rho)/k.
 * Source: EFFECTIVENESS.md §1.
 */
export function collapsedMultiplier(kind: ObservationKind, ratings: number): number {
  return (VARIANCE_MULTIPLIERS[kind] * (1 + (ratings - 1) * ROOM_AGREEMENT)) / ratings;
}

/**
 * The same of a rating as it stands in a case. A score between two whole ones can only be the mean of several ratings,
 * and their multiplier is never that of one note. Source: EFFECTIVENESS.md §1 and §13.
 */
export function refusalOfNote(
  note: Pick<Observation, "score" | "varianceMultiplier" | "day">,
): ObservationRefused | null {
  const isOneNote = Object.values<number>(VARIANCE_MULTIPLIERS).includes(note.varianceMultiplier);
  const refused = refusalOfObservation(note);
  return refused ?? (isOneNote && !Number.isInteger(note.score) ? "score-not-whole" : null);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
