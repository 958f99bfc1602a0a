import { expect, test } from "vitest";
import {
  addCampaign,
  changeCampaign,
  findCampaign,
  findCampaignByName,
  listCampaigns,
} from "#app/campaign/campaigns/store.server.ts";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { system, unsent } from "../../support/author.ts";
import { freshDatabase } from "../../support/database.ts";

const days = { starts_on: "2026-02-02", ends_on: "2027-06-30" };

test("campaigns stand in the order in which they were added, each with an address of its own and its first desks", async () => {
  const database = await freshDatabase();
  const add = (written: Parameters<typeof addCampaign>[1]) =>
    database.change(system, unsent, (change) => addCampaign(change, written));
  const first = await add({ name: "Strategic autonomy", ...days, sentence: "Carry more." });
  await add({ name: "Arctic", ...days, status: "in progress" });
  await add({ name: "Strategic autonomy", ...days });
  const listed = await listCampaigns(database.read);
  expect(listed.map(({ name, status }) => [name, status])).toEqual([
    ["Strategic autonomy", "planned"],
    ["Arctic", "in progress"],
    ["Strategic autonomy", "planned"],
  ]);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(3);
  expect(listed[0]).toMatchObject({ sentence: "Carry more.", startsOn: "2026-02-02", endsOn: "2027-06-30" });
  for (const { id } of listed) expect((await listDesks(database.read, id)).length).toBeGreaterThan(0);
  const row = await database.read
    .selectFrom("change")
    .select(["action", "summary", "location"])
    .where("id", "=", first.changeId)
    .executeTakeFirst();
  expect(row).toEqual({
    action: "added",
    summary: "Added the campaign Strategic autonomy",
    location: "/admin/campaigns",
  });
});

test("a campaign is saved as it was seen, and not over what somebody else has saved", async () => {
  const database = await freshDatabase();
  await database.change(system, unsent, (change) => addCampaign(change, { name: "Arctic", ...days }));
  const before = await findCampaignByName(database.read, "Arctic");
  if (before === null) throw new Error("There is no such campaign.");
  const save = (patch: Parameters<typeof changeCampaign>[1]["patch"]) =>
    database.change(system, unsent, (change) =>
      changeCampaign(change, { id: before.id, patch, expectedVersion: before.version, location: "/" }),
    );
  expect((await save({ name: "High North", own_draft_may_be_cleared: 1 })).ok).toBe(true);
  expect(await save({ name: "Far North" })).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  const after = await findCampaign(database.read, before.id);
  expect(after).toEqual({
    ...before,
    name: "High North",
    ownDraftMayBeCleared: true,
    version: before.version + 1,
  });
});
