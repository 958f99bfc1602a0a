import { expect, test } from "vitest";
import { usesByEvent } from "#app/campaign/messages/pages/uses-by-event.ts";
import type { MessageEvent, WordingInPaper } from "#app/campaign/messages/uses.server.ts";

const event = (id: string, startsAt: string): MessageEvent => ({
  ...{ id, title: id, startsAt, wholeDay: null, schedule: "confirmed", result: "held" },
});
const paper = (id: string, of: MessageEvent | null): WordingInPaper => ({
  ...{ id, title: id, stage: "used", changedAt: "2026-11-01T00:00:00.000Z" },
  ...{ revisionId: "r1", framedFor: null, number: 1, event: of },
});

test("an event stands once, with all its papers and whether the words were said; the latest first, papers of none last", () => {
  const [early, late] = [
    event("early", "2026-10-01T12:00:00.000Z"),
    event("late", "2026-11-01T12:00:00.000Z"),
  ];
  const papers = [paper("alone", null), paper("a", early), paper("b", early), paper("c", late)];
  const groups = usesByEvent(papers, [early]);
  expect(groups.map((group) => [group.event?.id, group.isSaid, group.papers.map(({ id }) => id)])).toEqual([
    ["late", false, ["c"]],
    ["early", true, ["a", "b"]],
    [undefined, false, ["alone"]],
  ]);
});
