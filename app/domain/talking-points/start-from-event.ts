import type { Block, Footnote, Section, TalkingPoints } from "./talking-points.ts";

/** An objection to a planned message, with the reply that was agreed for it. */
export type PlannedObjection = {
  objectionId: string;
  version: number;
  name: string;
  reply: string;
  timesRaisedByAudience: number;
  footnotes: readonly Footnote[];
};

/** A message planned for the event; `cleared` is its cleared revision, null when there is none. */
export type PlannedMessage = {
  messageId: string;
  number: number;
  avoid: string;
  cleared: { revisionId: string; talkingPoint: string; footnotes: readonly Footnote[] } | null;
  objections: readonly PlannedObjection[];
};

export type PlannedEvent = {
  ask: string;
  speaker: string;
  objective: string;
  messages: readonly PlannedMessage[];
};

export type StartedPaper = { paper: TalkingPoints; messagesWithoutClearedWording: readonly PlannedMessage[] };

/**
 * The paper as it opens for an event: under points to make, the cleared talking point of each planned message in
 * the plan's order, with its proof points; under if raised, the replies to their objections, those that this
 * audience has raised most often first; under avoid, each message's line. A message without a cleared revision
 * gives no point and is named instead, so that no uncleared wording slips in (DESIGN.md, job 2). `newId` makes
 * block ids.
 */
export function startFromEvent(event: PlannedEvent, newId: () => string): StartedPaper {
  const { ask, speaker, objective, messages } = event;
  const blocks = [
    ...messages.flatMap((message) => pointToMake(message, newId)),
    ...objectionsOf(messages).map((objection) => ifRaised(objection, newId)),
    ...messages.flatMap((message) => avoidLine(message, newId)),
  ];
  return {
    paper: { ask, speaker, objective, blocks },
    messagesWithoutClearedWording: messages.filter((message) => message.cleared === null),
  };
}

function pointToMake(message: PlannedMessage, newId: () => string): readonly Block[] {
  if (message.cleared === null) return [];
  const { revisionId, talkingPoint, footnotes } = message.cleared;
  const origin = { kind: "message-revision", messageId: message.messageId, revisionId } as const;
  return [{ id: newId(), section: "points-to-make", heading: "", text: talkingPoint, origin, footnotes }];
}

/** An objection that answers two planned messages stands once. */
function objectionsOf(messages: readonly PlannedMessage[]): readonly PlannedObjection[] {
  const once = new Map(
    messages.flatMap((message) => message.objections).map((objection) => [objection.objectionId, objection]),
  );
  return [...once.values()].toSorted((one, other) => other.timesRaisedByAudience - one.timesRaisedByAudience);
}

function ifRaised(objection: PlannedObjection, newId: () => string): Block {
  const origin = {
    kind: "objection",
    objectionId: objection.objectionId,
    version: objection.version,
  } as const;
  const section: Section = "if-raised";
  return {
    id: newId(),
    section,
    heading: objection.name,
    text: objection.reply,
    origin,
    footnotes: objection.footnotes,
  };
}

function avoidLine(message: PlannedMessage, newId: () => string): readonly Block[] {
  if (message.avoid === "" || message.cleared === null) return [];
  const { revisionId } = message.cleared;
  const origin = { kind: "message-revision", messageId: message.messageId, revisionId } as const;
  return [{ id: newId(), section: "avoid", heading: "", text: message.avoid, origin, footnotes: [] }];
}
