import { FEEDBACK_KINDS, type FeedbackKind } from "#app/campaign/feedback/feedback.ts";

/** How far from our own desk the change lies [AMEC], the nearest first. Inputs and activities are counted, never targeted. */
export const LEVELS = ["output", "out-take", "outcome", "impact"] as const;
export type Level = (typeof LEVELS)[number];

/** How many of an audience's last meetings a share of objections is read from. */
export const MEETINGS_READ = { fewest: 2, most: 50, usual: 6 } as const;

/**
 * What reads an indicator beside the people who enter readings: nothing; the reception of a message; the stance of the
 * audience; how often a kind of feedback came since the baseline; in how many of the last meetings an objection was
 * raised, in percent. All but "entered" are worked out anew each time and never stored. The audience is the objective's.
 */
export type ReadingSource =
  | { kind: "entered" }
  | { kind: "reception"; messageId: string }
  | { kind: "stance" }
  | { kind: "feedback"; feedback: FeedbackKind }
  | { kind: "objection"; objectionId: string; meetings: number };

export type SourceRefusal = "source-needs-an-audience" | "level-does-not-fit";

/**
 * The level that a source reads on, null where people judge it. Scores are out-takes; stance, public statements, votes
 * and adopted text outcomes; a media mention is an output. Source: EFFECTIVENESS.md §0 and §9.
 */
export function levelOfSource(source: ReadingSource): Level | null {
  switch (source.kind) {
    case "entered":
      return null;
    case "reception":
    case "objection":
      return "out-take";
    case "stance":
      return "outcome";
    case "feedback":
      return LEVEL_OF_FEEDBACK[source.feedback];
  }
}

const LEVEL_OF_FEEDBACK: Readonly<Record<FeedbackKind, Level>> = {
  "written reply": "out-take",
  "survey answer": "out-take",
  "media mention": "output",
  "public statement": "outcome",
  "vote or co-signature": "outcome",
  "adopted text": "outcome",
};

/** Whether what reads an objective fits its level and has an audience where it needs one. */
export function checkSource({
  source,
  level,
  audienceId,
}: {
  source: ReadingSource;
  level: Level;
  audienceId: string | null;
}): { ok: true } | { ok: false; reason: SourceRefusal } {
  const needsAudience = source.kind === "stance" || source.kind === "objection";
  if (needsAudience && audienceId === null) return { ok: false, reason: "source-needs-an-audience" };
  const fitting = levelOfSource(source);
  return fitting === null || fitting === level ? { ok: true } : { ok: false, reason: "level-does-not-fit" };
}

/** Whether a figure of this source is an estimate with a likely range. */
export function isEstimated({ kind }: ReadingSource): boolean {
  return kind === "reception" || kind === "objection";
}

/** The choice that stands for a source. */
export function choiceOfSource(source: ReadingSource): string {
  switch (source.kind) {
    case "entered":
    case "stance":
      return source.kind;
    case "reception":
      return `reception:${source.messageId}`;
    case "feedback":
      return `feedback:${source.feedback}`;
    case "objection":
      return `objection:${source.objectionId}`;
  }
}

/** The source that a choice stands for; null where it is none of the list. */
export function sourceOfChoice(choice: string): ReadingSource | null {
  const [kind = "", ...rest] = choice.split(":");
  const of = rest.join(":");
  if (kind === "entered" || kind === "stance") return of === "" ? { kind } : null;
  if (kind === "reception" && of !== "") return { kind, messageId: of };
  if (kind === "objection" && of !== "") return { kind, objectionId: of, meetings: MEETINGS_READ.usual };
  const feedback = FEEDBACK_KINDS.find((one) => one === of);
  return kind === "feedback" && feedback !== undefined ? { kind, feedback } : null;
}
