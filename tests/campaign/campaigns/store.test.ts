import { expect, test } from "vitest";
import type { RuledCampaign } from "#app/campaign/campaigns/record.ts";
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

const ARCTIC: RuledCampaign = {
  name: "Arctic",
  sentence: "",
  status: "planned",
  startsOn: "2026-02-02",
  endsOn: "2027-06-30",
  handling: "TLP:AMBER",
  paperSize: "A4",
  clashDays: 14,
  travelMinutes: 30,
  embassyClearsAlone: true,
  ownDraftMayBeCleared: false,
  silenceIsAgreement: false,
  cablesAreCleared: false,
  headOfMission: null,
  isPersonStanceAllowed: false,
};

test("campaigns stand in the order in which they were added, each with an address of its own and its first desks", async () => {
  const database = await freshDatabase();
  const add = (written: Partial<RuledCampaign>) =>
    database.change(system, unsent, (change) => addCampaign(change, { ...ARCTIC, ...written }));
  const first = await add({ name: "Strategic autonomy", sentence: "Carry more." });
  await add({ status: "in progress" });
  await add({ name: "Strategic autonomy" });
  const listed = await listCampaigns(database.read);
  expect(listed.map(({ name, status }) => [name, status])).toEqual([
    ["Strategic autonomy", "planned"],
    ["Arctic", "in progress"],
    ["Strategic autonomy", "planned"],
  ]);
  expect(new Set(listed.map(({ id }) => id)).size).toBe(3);
  expect(listed[0]).toMatchObject({ sentence: "Carry more.", startsOn: "2026-02-02", endsOn: "2027-06-30" });
  for (const { id } of listed) expect((await listDesks(database.read, id)).length).toBeGreaterThan(0);
  if (!first.ok) throw new Error(first.reason);
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
  await database.change(system, unsent, (change) => addCampaign(change, ARCTIC));
  const before = await findCampaignByName(database.read, "Arctic");
  if (before === null) throw new Error("There is no such campaign.");
  const save = (written: Partial<RuledCampaign>) =>
    database.change(system, unsent, (change) =>
      changeCampaign(change, { id: before.id, location: "/" }, { ...ARCTIC, ...written }, before.version),
    );
  expect(await save({ endsOn: "2026-02-01" })).toEqual({ ok: false, reason: "ends-before-it-starts" });
  expect((await save({ name: "High North", ownDraftMayBeCleared: true })).ok).toBe(true);
  expect(await save({ name: "Far North" })).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  const after = await findCampaign(database.read, before.id);
  expect(after).toEqual({
    ...before,
    name: "High North",
    ownDraftMayBeCleared: true,
    version: before.version + 1,
  });
});
