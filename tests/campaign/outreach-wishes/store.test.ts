import { beforeEach, expect, test } from "vitest";
import type { WishDetails } from "#app/campaign/outreach-wishes/record.ts";
import {
  abandonWish,
  addWish,
  editWish,
  findWish,
  listWishes,
  takeUpWish,
} from "#app/campaign/outreach-wishes/store.server.ts";
import { planAndPlace } from "#app/campaign/planning/plan.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addPeopleAndMessages, eventDetails } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-10T15:40:00.000Z") };
const inCampaign = { submission: null, campaignId: "esa" };
let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["press"],
    messages: ["m1"],
    contacts: ["hadley"],
  });
  await addPeopleAndMessages(database, "cyber", { audiences: ["nsa"] });
});

const CALL: WishDetails = {
  title: "Call on background, defence reporters",
  kind: "phone call",
  length: 30,
  bestBy: "2026-11-19",
  note: "",
  owner: "jana",
  audiences: ["press"],
  messages: ["m1"],
};

async function wish(change: Partial<WishDetails> = {}): Promise<string> {
  const added = await database.change(jana, inCampaign, (c) => addWish(c, "esa", { ...CALL, ...change }));
  if (!added.ok) throw new Error(added.reason);
  return added.location.split("/").at(-1) ?? "";
}
const target = (wishId: string, campaignId = "esa") => ({ campaignId, wishId, location: "/c/esa/calendar" });
const titles = async () => (await listWishes(database.read, "esa")).map(({ title }) => title);
const plan = (wishId: string) =>
  database.change(jana, inCampaign, (change) =>
    planAndPlace(change, "esa", {
      details: eventDetails({ title: CALL.title }),
      series: null,
      contactIds: ["hadley"],
      replies: new Map([["hadley", "accepted"]]),
      wishId,
      make: [],
      meantWhole: [],
    }),
  );

test("a wish is listed with what it is about, the most pressing first", async () => {
  await wish({ title: "Some day", bestBy: null });
  await wish({ title: "In December", bestBy: "2026-12-04" });
  await wish();
  expect(await titles()).toEqual([CALL.title, "In December", "Some day"]);
  const [first] = await listWishes(database.read, "esa");
  expect(first).toMatchObject({
    kind: "phone call",
    minutes: 30,
    bestBy: "2026-11-19",
    owner: { id: "jana", name: "Jana" },
    audiences: [{ id: "press", name: "Audience press" }],
    messages: [{ id: "m1", number: 1, title: "Title of m1" }],
  });
  expect(await listWishes(database.read, "cyber")).toEqual([]);
});

test("planning its event places a wish in the same change, and Undo takes back both", async () => {
  const id = await wish();
  const planned = await plan(id);
  if (!planned.ok) throw new Error("refused");
  expect(await titles()).toEqual([]);
  expect(await findWish(database.read, "esa", id)).toMatchObject({
    state: "placed",
    placedIn: { title: CALL.title },
  });
  const [participant] = await database.read.selectFrom("outreach_event_participant").selectAll().execute();
  expect(participant?.reply).toBe("accepted");
  expect(await undoChange(database, jana, planned.changeId)).toMatchObject({ ok: true });
  expect(await titles()).toEqual([CALL.title]);
  expect(await database.read.selectFrom("outreach_event").selectAll().execute()).toEqual([]);
});

test("a wish is placed once: the second event is not planned", async () => {
  const id = await wish();
  await plan(id);
  expect(await plan(id)).toEqual({ ok: false, reason: "not-of-this-campaign", field: "wish" });
  expect(await database.read.selectFrom("outreach_event").select("id").execute()).toHaveLength(1);
});

test("a wish is dropped with its reason, never without, and can be put back", async () => {
  const id = await wish();
  const drop = (reason: string) =>
    database.change(jana, inCampaign, (change) => abandonWish(change, target(id), reason));
  expect(await drop("  ")).toEqual({ ok: false, reason: "no-reason-given" });
  const dropped = await drop("They publish without us");
  expect(dropped.ok).toBe(true);
  expect(await titles()).toEqual([]);
  expect(await findWish(database.read, "esa", id)).toMatchObject({
    state: "dropped",
    droppedReason: "They publish without us",
  });
  expect(await drop("again")).toEqual({ ok: false, reason: "dropped-already" });
  const taken = await database.change(jana, inCampaign, (change) => takeUpWish(change, target(id)));
  expect(taken.ok).toBe(true);
  expect(await titles()).toEqual([CALL.title]);
  if (taken.ok) await undoChange(database, jana, taken.changeId);
  expect(await titles()).toEqual([]);
});

test("an edit of a wish changes what it is about; a stale one is refused", async () => {
  const id = await wish();
  const edit = (details: Partial<WishDetails>, version: number) =>
    database.change(jana, inCampaign, (change) =>
      editWish(change, target(id), { ...CALL, ...details }, version),
    );
  expect((await edit({ title: "Call, the wires", audiences: [], bestBy: null }, 1)).ok).toBe(true);
  expect(await findWish(database.read, "esa", id)).toMatchObject({
    title: "Call, the wires",
    audiences: [],
    bestBy: null,
    messages: [{ id: "m1" }],
  });
  expect(await edit({ title: "Mine" }, 1)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
});

test("another campaign's records are neither found nor tied to a wish", async () => {
  const id = await wish();
  const stranger = await database.change(jana, inCampaign, (change) =>
    addWish(change, "esa", { ...CALL, audiences: ["nsa"] }),
  );
  expect(stranger).toEqual({ ok: false, reason: "not-of-this-campaign", field: "audiences" });
  expect(await findWish(database.read, "cyber", id)).toBeNull();
  const dropped = await database.change(jana, { submission: null, campaignId: "cyber" }, (change) =>
    abandonWish(change, target(id, "cyber"), "not ours"),
  );
  expect(dropped).toEqual({ ok: false, reason: "not-found" });
});
