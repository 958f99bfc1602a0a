import { beforeEach, expect, test } from "vitest";
import { countWaiting } from "#app/campaign/frame/waiting.server.ts";
import { listHoldNeeds } from "#app/campaign/holds/hold-needs.server.ts";
import { returnHoldingLine } from "#app/campaign/holds/holding-lines/holding-line-clearance.server.ts";
import { now } from "../../support/author.ts";
import { by, inCampaign } from "../../support/builders/started-paper.ts";
import { database, lineNow, send, setLineScene, target, write } from "../../support/holding-line-scene.ts";

beforeEach(setLineScene);

test("a holding line that came back waits for who wrote it, until it is sent again", async () => {
  const needsOf = (accountId: string) =>
    listHoldNeeds(database.read, { campaignId: "esa", accountId, role: "officer", now });
  const reader = { campaignId: "esa", role: "officer", now, today: "2026-11-10" } as const;
  const beside = async (accountId: string) =>
    (await countWaiting(database.read, { ...reader, accountId })).talkingPoints;
  await write("Version one.", null);
  await send();
  expect(await needsOf("jana")).toEqual([]);
  const { round } = await lineNow();
  const requestId = round.find(({ desk }) => desk.name === "Mission to NATO")?.id ?? "";
  const back = { requestId, reasons: "Say Alliance" };
  await database.change(by("tomas"), inCampaign, (change) => returnHoldingLine(change, target, back));
  const returned = [{ need: "returned", what: "Holding line", title: "Message 1" }];
  expect(await needsOf("jana")).toMatchObject(returned);
  expect(await needsOf("tomas")).toEqual([]);
  expect([await beside("jana"), await beside("tomas")]).toEqual([1, 0]);
  await send();
  expect(await needsOf("jana")).toEqual([]);
  expect(await beside("jana")).toBe(0);
});
