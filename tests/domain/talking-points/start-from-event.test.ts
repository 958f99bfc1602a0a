import { expect, test } from "vitest";
import {
  type PlannedMessage,
  type PlannedObjection,
  startFromEvent,
} from "#app/domain/talking-points/start-from-event.ts";
import { footnote } from "../../support/builders/paper.ts";

function objection(id: string, timesRaisedByAudience: number): PlannedObjection {
  return { id, name: `Objection ${id}`, reply: `Reply to ${id}.`, timesRaisedByAudience, footnotes: [] };
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
    objections: [],
    ...given,
  };
}

function start(messages: readonly PlannedMessage[]) {
  let last = 0;
  const event = { title: "State", ask: "One sentence.", speaker: "Petr Dvořák", objective: "", messages };
  return startFromEvent(event, () => `block-${++last}`);
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

test("objections that this audience has raised come first, most often raised before all", () => {
  const { paper } = start([
    message(1, { objections: [objection("O1", 0), objection("O2", 1)] }),
    message(2, { objections: [objection("O3", 4), objection("O4", 0)] }),
  ]);
  const raised = paper.blocks.filter((block) => block.section === "if raised");
  expect(raised.map((block) => block.origin.kind === "objection" && block.origin.id)).toEqual([
    "O3",
    "O2",
    "O1",
    "O4",
  ]);
  expect(raised[0]).toMatchObject({ heading: "Objection O3", text: "Reply to O3." });
});

test("an objection to two planned messages stands once", () => {
  const shared = objection("O1", 2);
  const { paper } = start([message(1, { objections: [shared] }), message(2, { objections: [shared] })]);
  expect(paper.blocks.filter((block) => block.section === "if raised")).toHaveLength(1);
});

test("an objection without a reply is left out", () => {
  const { paper } = start([message(1, { objections: [{ ...objection("O1", 2), reply: "" }] })]);
  expect(paper.blocks.filter((block) => block.section === "if raised")).toEqual([]);
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
