import { expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import * as paperScene from "../../support/clearance-scene.ts";
import * as lineScene from "../../support/holding-line-scene.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

async function pageOf(database: Database, who: string, path: string): Promise<string> {
  const { address } = await startedServer(database, { now: () => now });
  return (await openPage(address, `/c/esa${path}`, await cookieOf(database, address, who, now))).text;
}

function set(database: Database, table: "campaign" | "campaign_role", id: string, values: object) {
  return database.change(by("petr"), inCampaign, async (change) => {
    await change.update(table, id, values, null);
    change.describe({
      ...{ recordKind: "campaign", recordId: "esa", action: "edited", summary: "Set", location: "/" },
    });
    return { ok: true };
  });
}

test("the release of a paper is offered to the head of mission, and not of a text that they wrote", async () => {
  await paperScene.setScene();
  const { database, paper } = paperScene;
  await set(database, "campaign", "esa", { head_of_mission_account_id: "ambassador" });
  await paperScene.sendToAll();
  const open = () => pageOf(database, "ambassador", `/talking-points/${paper.id}`);
  expect(await open()).toContain("Release as head of mission");
  await paperScene.editFirst("A word of the ambassador.", "ambassador");
  await paperScene.sendToAll();
  const own = await open();
  expect(own).toContain("You wrote part of this text");
  expect(own).not.toContain("Release as head of mission");
});

test("the release of a holding line is offered to the head of mission, and not once they clear no more", async () => {
  await lineScene.setLineScene();
  const { database, target } = lineScene;
  await lineScene.write("We talk to our American partners.", null);
  await lineScene.send();
  const open = () => pageOf(database, "petr", `/holds/${target.holdId}`);
  expect(await open()).toContain("Release it now");
  await set(database, "campaign_role", "petr-esa", { role: "officer" });
  expect(await open()).not.toContain("Release it now");
});
