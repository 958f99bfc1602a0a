import { expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { findReview } from "#app/campaign/reviews/lists.server.ts";
import { eraseFromReviews } from "#app/campaign/reviews/store.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { addRatedCampaign, savedReview } from "../../support/builders/review.ts";
import { freshDatabase } from "../../support/database.ts";

const savedAt = new Date("2026-11-12T20:00:00.000Z");

function edit(database: Database, work: (change: Change) => Promise<unknown>) {
  return database.change(system, { ...unsent, campaignId: "esa" }, async (change) => {
    await work(change);
    const about = { recordKind: "campaign", recordId: "esa", action: "edited" } as const;
    change.describe({ ...about, summary: "Edited", location: "/" });
    return { ok: true };
  });
}

test("what was promised at a meeting for the people named only is counted, and not told", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const promise = { campaign_id: "esa", promised_by: "us", due_on: "2026-11-11" } as const;
  await edit(database, async (change) => {
    await change.update("outreach_event", "meeting", { handling: "TLP:RED" }, null);
    await change.insert("follow_up", {
      ...promise,
      id: "red",
      outreach_event_id: "meeting",
      text: "Send the secret annex",
    });
    await change.insert("follow_up", { ...promise, id: "open", text: "Send the leaflet" });
  });
  const reviewId = await savedReview(database, savedAt);
  const review = await findReview(database.read, { campaignId: "esa", reviewId });
  if (review === null) throw new Error("The review is gone");
  const missed = review.content.misses.find(({ kind }) => kind === "follow-ups overdue");
  expect(missed?.count).toBe(2);
  expect(missed?.oldest.map(({ text }) => text).toSorted()).toEqual([
    "Send the leaflet",
    "a promise (TLP:RED)",
  ]);
  expect(JSON.stringify(review.content)).not.toContain("secret annex");
});

test("the history holds no seal against which a few names could be tried after an erasure", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  await edit(database, (change) => change.update("contact", "claire", { name: "Claire Novak" }, null));
  const reviewId = await savedReview(database, savedAt, { remark: "Claire Novak and Ondřej Malý agree." });
  const seals = async () =>
    database.read
      .selectFrom("review")
      .select(["names_hash", "frozen_hash"])
      .where("id", "=", reviewId)
      .executeTakeFirstOrThrow();
  const before = await seals();
  await edit(database, async (change) => {
    await eraseFromReviews(change, { id: "claire", kind: "contact", name: "Claire Novak" }, "2026-11-20");
    await eraseFromReviews(change, { id: "nobody", kind: "contact", name: "Ondřej Malý" }, "2026-11-20");
  });
  const after = await seals();
  expect(after.names_hash).not.toBe(before.names_hash);
  expect(after.frozen_hash).not.toBe(before.frozen_hash);
  const rows = await database.read
    .selectFrom("change_row")
    .selectAll()
    .where("table_name", "=", "review")
    .execute();
  const history = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThan(1);
  for (const seal of [before.names_hash, before.frozen_hash]) expect(history).not.toContain(seal);
});

test("a review that was frozen in another shape is not read as if it had this one", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const reviewId = await savedReview(database, savedAt);
  await edit(database, (change) => change.update("review", reviewId, { format: 2 }, null));
  expect(await findReview(database.read, { campaignId: "esa", reviewId })).toBeNull();
});

test("a clash with a meeting for the people named only is told without its title, begun already or not", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  await addCampaign(database, "cyber");
  const role = { campaign_id: "cyber", account_id: "jana", role: "officer" } as const;
  await edit(database, (change) => change.insert("campaign_role", { id: "jana-cyber", ...role }));
  const red = { handling: "TLP:RED" as const, officerIds: ["jana"] };
  await addEvent(database, "esa", {
    ...red,
    kind: "delegation visit",
    title: "Secret visit",
    time: wholeDays("2026-11-11", "2026-11-13", WASHINGTON),
  });
  await addEvent(database, "esa", {
    title: "Open briefing",
    officerIds: ["jana"],
    time: timeOf("13 Nov 2026", "10:00", "11:00"),
  });
  await addEvent(database, "esa", {
    ...red,
    title: "Secret call",
    time: timeOf("16 Nov 2026", "10:00", "11:00"),
  });
  await addEvent(database, "cyber", {
    title: "Foreign title",
    officerIds: ["jana"],
    time: timeOf("16 Nov 2026", "10:30", "11:30"),
  });
  const reviewId = await savedReview(database, savedAt);
  const review = await findReview(database.read, { campaignId: "esa", reviewId });
  const clashes = review?.content.misses.find(({ kind }) => kind === "clashes ahead");
  expect(clashes?.oldest.map(({ text }) => text).toSorted()).toEqual([
    "a meeting (TLP:RED), with Open briefing",
    "a meeting (TLP:RED), with an event of another campaign",
  ]);
  expect(JSON.stringify(review?.content)).not.toMatch(/Secret|Foreign/);
});
