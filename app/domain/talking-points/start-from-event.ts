import type { Block, Footnote, TalkingPoints } from "./talking-points.ts";

/** An objection to a planned message, with the reply in the library. */
export type PlannedObjection = {
  id: string;
  name: string;
  reply: string;
  timesRaisedByAudience: number;
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
  objections: readonly PlannedObjection[];
};

export type PlannedEvent = {
  title: string;
  ask: string;
  speaker: string;
  objective: string;
  messages: readonly PlannedMessage[];
};

export type StartedPaper = { paper: TalkingPoints; withoutClearedWording: readonly PlannedMessage[] };

/**
 * The paper as it opens for an event: under points to make, the cleared talking point of each planned message in
 * the plan's order, in the framing for the audience in the room where there is one, with its proof points; under if raised, the replies to their objections, those that this
 * audience has raised most often first; under avoid, each message's line. A message without a cleared revision
 * gives no point and is named instead, so that no uncleared wording slips in (DESIGN.md, job 2). `newId` makes
 * block ids.
 */
export function startFromEvent(event: PlannedEvent, newId: () => string): StartedPaper {
  const { title, ask, speaker, objective, messages } = event;
  const blocks = [
    ...messages.flatMap((message) => pointToMake(message, newId)),
    ...objectionsOf(messages).map((objection) => ifRaised(objection, newId)),
    ...messages.flatMap((message) => avoidLine(message, newId)),
  ];
  return {
    paper: { title, ask, speaker, objective, blocks },
    withoutClearedWording: messages.filter((message) => wordingFor(message) === null),
  };
}

function pointToMake(message: PlannedMessage, newId: () => string): readonly Block[] {
  const origin = wordingFor(message);
  if (origin === null) return [];
  const { footnotes } = message;
  return [{ id: newId(), section: "points to make", heading: "", text: origin.text, origin, footnotes }];
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

/** An objection to two planned messages stands once; one that has no reply yet has nothing to be said. */
function objectionsOf(messages: readonly PlannedMessage[]): readonly PlannedObjection[] {
  const all = messages.flatMap((message) => message.objections).filter((objection) => objection.reply !== "");
  const once = new Map(all.map((objection) => [objection.id, objection]));
  return [...once.values()].toSorted((one, other) => other.timesRaisedByAudience - one.timesRaisedByAudience);
}

function ifRaised(objection: PlannedObjection, newId: () => string): Block {
  const { id, name: heading, reply: text, footnotes } = objection;
  const origin = { kind: "objection", id, text } as const;
  return { id: newId(), section: "if raised", heading, text, origin, footnotes };
}

function avoidLine(message: PlannedMessage, newId: () => string): readonly Block[] {
  if (message.cleared === null || message.cleared.avoid === "") return [];
  const { revisionId, avoid: text } = message.cleared;
  const origin = { kind: "key message", id: message.id, revisionId, text } as const;
  return [{ id: newId(), section: "avoid", heading: "", text, origin, footnotes: [] }];
}
