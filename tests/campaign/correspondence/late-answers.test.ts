import { expect, test } from "vitest";
import { listAsks } from "#app/campaign/correspondence/cable/asks.server.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import * as scene from "../../support/clearance-scene.ts";

test("a desk’s late answer is asked for until the meeting is over, for which nothing is cleared any more", async () => {
  await scene.setScene();
  const settings = { ...SETTINGS, embassyClearsAlone: false };
  await scene.sendToAll(settings, new Date("2026-11-12T16:00:00.000Z"));
  expect(await scene.agree("petr", "Embassy", { settings })).toMatchObject({ ok: true });
  const asksAt = (at: string) => {
    const day = "2026-11-12" as const;
    const about = { campaignId: "esa", handling: "TLP:RED", day, today: day, meetings: [] } as const;
    return listAsks(scene.database.read, { ...about, now: new Date(at) });
  };
  expect(await asksAt("2026-11-12T19:30:00.000Z")).toHaveLength(2);
  expect(await asksAt("2026-11-12T19:45:00.000Z")).toEqual([]);
});
