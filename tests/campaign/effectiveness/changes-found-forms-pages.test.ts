import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { changeKey } from "#app/campaign/effectiveness/changes/change-in-words.ts";
import type { FoundChange } from "#app/campaign/effectiveness/changes/changes-found.ts";
import { ChangesFound, formOfChange } from "#app/campaign/effectiveness/changes/pages/changes-found.tsx";
import type { EffectivenessView } from "#app/campaign/effectiveness/pages/effectiveness-view.server.ts";

const drop: FoundChange = {
  ...{ messageId: "m1", audienceId: null, direction: "drop", word: "alarm", probability: 0.97 },
  ...{ after: "2026-10-01", before: "2026-10-20", meanBefore: 0.8, meanAfter: -0.4, notes: 12 },
};
const rise: FoundChange = { ...drop, messageId: "m2", direction: "rise" };

/** The section with two changes, the reason for the second refused. */
function section(): string {
  const view = {
    campaignId: "esa",
    mayWrite: true,
    day: "2026-11-10",
    changes: [drop, rise],
    lookedAt: [],
    messages: [
      { id: "m1", number: 1 },
      { id: "m2", number: 2 },
    ],
    rows: [],
  } as unknown as EffectivenessView;
  const refused = { values: { change: [changeKey(rise)], reason: [""] }, errors: { reason: "Write it" } };
  return renderToStaticMarkup(createElement(ChangesFound, { view, ...refused }));
}

test("with two changes found no id stands twice, each label has its field, and the refusal its own form", () => {
  const html = section();
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = ""]) => found);
  const ids = all(/ id="([^"]+)"/g);
  expect(ids.length).toBeGreaterThan(4);
  expect(ids).toEqual([...new Set(ids)]);
  for (const id of all(/ for="([^"]+)"/g)) expect(ids).toContain(id);
  for (const described of all(/ aria-describedby="([^"]+)"/g)) {
    for (const id of described.split(" ")) expect(ids).toContain(id);
  }
  const [first, second] = html.split(`id="${formOfChange(1)}"`);
  expect(first).not.toContain("Write it");
  expect(second).toContain("Write it");
});
