import type { Block, Footnote, TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { EventFact } from "./event-facts.ts";

/** An objection with the words to say in the library; `raisedOn` is the day on which this audience last raised it. */
export type PlannedObjection = {
  id: string;
  name: string;
  wordsToSay: string;
  raisedOn: CalendarDate | null;
  footnotes: readonly Footnote[];
};

/** The cleared wording of a message for one audience. */
export type PlannedFraming = { framingId: string; revisionId: string; text: string };

/**
 * A message planned for the event; `cleared` is its cleared revision, null when there is none; `framings` are the
 * cleared framings for the audiences of the event.
 */
export type PlannedMessage = {
  id: string;
  number: number;
  cleared: { revisionId: string; talkingPoint: string; avoid: string } | null;
  framings: readonly PlannedFraming[];
  footnotes: readonly Footnote[];
};

/** `objections` are those that this audience has raised, and those to the planned messages. */
export type PlannedEvent = {
  id: string;
  title: string;
  ask: string;
  speaker: string;
  objective: string;
  messages: readonly PlannedMessage[];
  objections: readonly PlannedObjection[];
  facts: readonly EventFact[];
};

export type StartedPaper = { paper: TalkingPoints; withoutClearedWording: readonly PlannedMessage[] };

type Opening = Omit<Block, "id" | "isJudgement">;

/**
 * The paper as it opens for an event: under points to make, the cleared talking point of each planned message in
 * the plan's order, in the framing for the audience in the room where there is one, with its proof points; under if
 * raised, the words to say to what this audience has raised, the most recent first, or, where it has raised nothing yet,
 * to the objections to the planned messages; under avoid, each message's line; under background, the facts of the
 * event's record. A message without a cleared revision gives no point and is named instead, so that no uncleared
 * wording slips in (DESIGN.md, job 2). `newId` makes block ids.
 */
export function startFromEvent(event: PlannedEvent, newId: () => string): StartedPaper {
  const { title, ask, speaker, objective, messages } = event;
  const blocks = [
    ...messages.flatMap(pointToMake),
    ...objectionsToExpect(event.objections).map(ifRaised),
    ...messages.flatMap(avoidLine),
    ...event.facts.map((fact) => background(fact, event.id)),
  ];
  return {
    paper: {
      title,
      ask,
      speaker,
      objective,
      blocks: blocks.map((block) => ({ ...block, id: newId(), isJudgement: false })),
    },
    withoutClearedWording: messages.filter((message) => wordingFor(message) === null),
  };
}

function pointToMake(message: PlannedMessage): readonly Opening[] {
  const origin = wordingFor(message);
  if (origin === null) return [];
  const { footnotes } = message;
  return [{ section: "points to make", heading: "", text: origin.text, origin, footnotes }];
}

/** Two framings for one room would leave one audience out: then the message is said in its own words. */
function wordingFor({ id, cleared, framings }: PlannedMessage) {
  const [framing, another] = framings;
  if (framing !== undefined && another === undefined) {
    const { framingId, revisionId, text } = framing;
    return { kind: "framing", id: framingId, messageId: id, revisionId, text } as const;
  }
  if (cleared === null) return null;
  const { revisionId, talkingPoint: text } = cleared;
  return { kind: "key message", id, revisionId, text } as const;
}

/** One without words to say yet has nothing to be said. */
function objectionsToExpect(objections: readonly PlannedObjection[]): readonly PlannedObjection[] {
  const answered = objections.filter((objection) => objection.wordsToSay !== "");
  const raised = answered.filter((objection) => objection.raisedOn !== null);
  if (raised.length === 0) return answered;
  return raised.toSorted((one, other) => (other.raisedOn ?? "").localeCompare(one.raisedOn ?? ""));
}

function ifRaised({ id, name: heading, wordsToSay: text, footnotes }: PlannedObjection): Opening {
  const origin = { kind: "objection", id, text, isWordsToSay: true } as const;
  return { section: "if raised", heading, text, origin, footnotes };
}

function avoidLine({ id, cleared }: PlannedMessage): readonly Opening[] {
  if (cleared === null || cleared.avoid === "") return [];
  const { revisionId, avoid: text } = cleared;
  const origin = { kind: "key message", id, revisionId, text } as const;
  return [{ section: "avoid", heading: "", text, origin, footnotes: [] }];
}

function background({ heading, text }: EventFact, eventId: string): Opening {
  const origin = { kind: "event record", id: eventId, text } as const;
  return { section: "background", heading, text, origin, footnotes: [] };
}
