import { beforeEach, expect, test } from "vitest";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { by } from "../../support/builders/started-paper.ts";
import { cleared, database, lineNow, send, setLineScene, write } from "../../support/holding-line-scene.ts";

beforeEach(setLineScene);

test("Undo takes no version away that desks were asked about since", async () => {
  await write("Version one.", null);
  await send();
  const reworded = await write("Version two.", 1);
  if (!reworded.ok) throw new Error(reworded.reason);
  await send();
  const undone = await undoChange(database, by("jana"), reworded.changeId);
  expect(undone).toEqual({ ok: false, reason: "something-depends-on-it" });
  expect((await lineNow()).line?.versions.map(({ number }) => number)).toEqual([2, 1]);
});

test("Undo takes a new version away that no desk has seen", async () => {
  await cleared("Version one.");
  const reworded = await write("Version two.", 1);
  if (!reworded.ok) throw new Error(reworded.reason);
  expect((await undoChange(database, by("jana"), reworded.changeId)).ok).toBe(true);
  expect((await lineNow()).standing).toEqual({ standing: "cleared" });
});
