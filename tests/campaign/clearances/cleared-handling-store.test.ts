import { beforeEach, expect, test } from "vitest";
import { listStandings } from "#app/campaign/clearances/paper-standings.server.ts";
import { editHead, restoreVersion } from "#app/campaign/talking-points/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Handling } from "#app/text/handling.ts";
import { by } from "../../support/builders/started-paper.ts";
import {
  act,
  agree,
  database,
  editFirst,
  hashNow,
  paper,
  paperNow,
  release,
  round,
  sendToAll,
  setScene,
  status,
  target,
} from "../../support/clearance-scene.ts";

beforeEach(setScene);

/** Says how the paper may travel, and leaves its words as they are. */
async function travelAs(handling: Handling) {
  const { text, version } = await paperNow();
  const { title, ask, speaker, objective } = text;
  const head = { title, ask, speaker, objective, handling };
  return act("jana", (change) => editHead(change, target(), head, version));
}

async function clearAsAmber() {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  await agree("tomas", "Ministry desk");
  await agree("lenka", "Mission to NATO");
}

const inLists = async () => (await listStandings(database.read, [paper.id])).get(paper.id)?.status;

test("a cleared paper that is bound as strictly or more stays cleared, one that may travel further does not", async () => {
  await clearAsAmber();
  expect(await status()).toMatchObject({ status: "cleared", clearance: { handling: "TLP:AMBER" } });
  for (const handling of ["TLP:AMBER+STRICT", "TLP:RED"] as const) {
    await travelAs(handling);
    expect([(await status()).status, await inLists()]).toEqual(["cleared", "cleared"]);
  }
  for (const handling of ["TLP:GREEN", "TLP:CLEAR"] as const) {
    await travelAs(handling);
    expect(await status()).toMatchObject({
      status: "changed since clearance",
      changes: [],
      widened: { from: "TLP:AMBER" as const, to: handling },
    });
    expect(await inLists()).toBe("changed since clearance");
  }
});

test("undoing the wider handling clears the paper again, undoing the stricter one of a wider paper does not", async () => {
  await clearAsAmber();
  const widened = await travelAs("TLP:CLEAR");
  const undone = await undoChange(database, by("jana"), widened.ok ? widened.changeId : "");
  expect(undone).toMatchObject({ ok: true });
  expect((await status()).status).toBe("cleared");
  const again = await undoChange(database, by("jana"), undone.ok ? undone.changeId : "");
  expect(again).toMatchObject({ ok: true });
  expect(await status()).toMatchObject({
    status: "changed since clearance",
    widened: { to: "TLP:CLEAR" as const },
  });
});

test("the cleared version that is restored under a wider handling is changed since clearance", async () => {
  await clearAsAmber();
  await editFirst("Altered again.");
  await travelAs("TLP:GREEN");
  const shownHash = await hashNow();
  const restored = await act("jana", (change) => restoreVersion(change, target(), { number: 1, shownHash }));
  expect(restored).toMatchObject({ ok: true });
  expect(await status()).toMatchObject({
    changes: [],
    widened: { from: "TLP:AMBER" as const, to: "TLP:GREEN" as const },
  });
  await travelAs("TLP:AMBER");
  expect((await status()).status).toBe("cleared");
});

test("what may travel further than it was sent is not agreed to, and is sent again", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await agree("petr");
  await travelAs("TLP:CLEAR");
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "handling-is-wider" });
  expect(await release("ambassador", "ambassador")).toEqual({ ok: false, reason: "handling-is-wider" });
  expect(await sendToAll()).toMatchObject({ ok: true });
  expect((await round()).map(({ answer, handling }) => [answer, handling])).toEqual([
    [null, "TLP:CLEAR"],
    [null, "TLP:CLEAR"],
    [null, "TLP:CLEAR"],
  ]);
  expect(await agree("petr", null, { handling: "TLP:RED" as const })).toEqual({
    ok: false,
    reason: "text-is-another",
  });
});

test("what a desk has agreed to under a stricter handling is not cleared under the one that was sent", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await travelAs("TLP:RED");
  await agree("petr");
  await travelAs("TLP:AMBER");
  expect(await agree("tomas", "Ministry desk")).toEqual({ ok: false, reason: "handling-is-wider" });
  expect((await status()).status).toBe("draft");
});

test("a release covers the handling under which it was given", async () => {
  await editFirst("Altered.");
  await sendToAll();
  await release("ambassador", "ambassador");
  expect((await status()).status).toBe("cleared");
  await travelAs("TLP:CLEAR");
  expect(await status()).toMatchObject({
    status: "changed since clearance",
    clearance: { manner: "released by the head of mission", handling: "TLP:AMBER" as const },
  });
});
