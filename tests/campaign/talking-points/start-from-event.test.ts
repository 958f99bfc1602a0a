import { expect, test } from "vitest";
import {
  type PlannedEvent,
  type PlannedMessage,
  type PlannedObjection,
  startFromEvent,
} from "#app/campaign/talking-points/from-event/start-from-event.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { footnote } from "../../support/builders/paper.ts";

function objection(id: string, raisedOn: CalendarDate | null): PlannedObjection {
  return { id, name: `Objection ${id}`, wordsToSay: `Reply to ${id}.`, raisedOn, footnotes: [] };
}

function message(number: number, given: Partial<PlannedMessage> = {}): PlannedMessage {
  return {
    id: `message-${number}`,
    number,
    cleared: {
      revisionId: `revision-${number}`,
      talkingPoint: `Point ${number}.`,
      avoid: `Avoid ${number}.`,
    },
    framings: [],
    footnotes: [footnote(`P${number}`)],
    ...given,
  };
}

function start(messages: readonly PlannedMessage[], given: Partial<PlannedEvent> = {}) {
  let last = 0;
  const head = { title: "State", ask: "One sentence.", speaker: "Petr Dvořák", objective: "" };
  const event = { id: "event-1", ...head, messages, objections: [], facts: [], ...given };
  return startFromEvent(event, () => `block-${++last}`);
}

/** The objections that stand under if raised, by id. */
function expected(objections: readonly PlannedObjection[]) {
  const { paper } = start([message(1)], { objections });
  return paper.blocks.flatMap(({ origin }) => (origin.kind === "objection" ? [origin.id] : []));
}

test("each planned message gives its cleared talking point with its proof points, in the plan's order", () => {
  const { paper } = start([message(2), message(1)]);
  const points = paper.blocks.filter((block) => block.section === "points to make");
  expect(points.map((block) => [block.text, block.footnotes.map((one) => one.code)])).toEqual([
    ["Point 2.", ["P2"]],
    ["Point 1.", ["P1"]],
  ]);
  expect(points[0]?.origin).toEqual({
    kind: "key message",
    id: "message-2",
    revisionId: "revision-2",
    text: "Point 2.",
  });
});

test("what this audience has raised stands under if raised, the most recent first, and nothing else", () => {
  const old = objection("O2", "2026-03-02");
  const recent = objection("O3", "2026-10-07");
  expect(expected([objection("O1", null), old, recent, objection("O4", null)])).toEqual(["O3", "O2"]);
});

test("where an audience has raised nothing yet, the objections to the planned messages are expected", () => {
  expect(expected([objection("O1", null), objection("O2", null)])).toEqual(["O1", "O2"]);
});

test("an objection without words to say is left out", () => {
  expect(expected([{ ...objection("O1", "2026-10-07"), wordsToSay: "" }, objection("O2", null)])).toEqual([
    "O2",
  ]);
});

test("a message is said in the framing for the audience in the room, unless two audiences have one each", () => {
  const framing = (number: number) => ({
    framingId: `f${number}`,
    revisionId: `fr${number}`,
    text: `Framed ${number}.`,
  });
  const { paper } = start([
    message(1, { framings: [framing(1)] }),
    message(2, { framings: [framing(2), framing(3)] }),
  ]);
  expect(paper.blocks[0]).toMatchObject({
    text: "Framed 1.",
    origin: { kind: "framing", id: "f1", messageId: "message-1", revisionId: "fr1", text: "Framed 1." },
  });
  expect(paper.blocks[1]).toMatchObject({ text: "Point 2.", origin: { kind: "key message" } });
});

test("the background opens with the facts of the event's record", () => {
  const { paper } = start([], { facts: [{ heading: "Who takes part", text: "Ellen Voss" }] });
  expect(paper.blocks).toMatchObject([
    {
      section: "background",
      heading: "Who takes part",
      origin: { kind: "event record", id: "event-1", text: "Ellen Voss" },
    },
  ]);
});

test("avoid lines come from each message that has one", () => {
  const silent = message(2, { cleared: { revisionId: "revision-2", talkingPoint: "Point 2.", avoid: "" } });
  const { paper } = start([message(1), silent]);
  const avoid = paper.blocks.filter((block) => block.section === "avoid");
  expect(avoid.map((block) => block.text)).toEqual(["Avoid 1."]);
});

test("a message without a cleared revision gives no text and is named", () => {
  const { paper, withoutClearedWording } = start([message(1, { cleared: null })]);
  expect(paper.blocks).toEqual([]);
  expect(withoutClearedWording.map((one) => one.number)).toEqual([1]);
});
