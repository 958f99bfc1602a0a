import { CompiledQuery } from "kysely";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { freezeReview } from "#app/campaign/reviews/freeze-review.ts";
import { listLaterChanges } from "#app/campaign/reviews/history.server.ts";
import { findReview, listReviews } from "#app/campaign/reviews/lists.server.ts";
import { ReportPage } from "#app/campaign/reviews/pages/report-page.tsx";
import { reviewCsv } from "#app/campaign/reviews/review-csv.ts";
import { reviewDocument } from "#app/campaign/reviews/review-document.ts";
import { changedSinceInWords } from "#app/campaign/reviews/review-standing.ts";
import { eraseFromReviews, saveReview, withdrawReview } from "#app/campaign/reviews/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addRatedCampaign, reaction, savedReview } from "../../support/builders/review.ts";
import { freshDatabase } from "../../support/database.ts";
import { EDITS, letters } from "../../support/later-edits.ts";
import { seededRandom } from "../../support/seeded-random.ts";

const savedAt = new Date("2026-11-12T20:00:00.000Z");
const later = new Date("2027-11-12T20:00:00.000Z");
const lately = { accountId: "jana", channel: "web", now: later } as const;

async function open(database: Database, reviewId: string) {
  const found = await findReview(database.read, { campaignId: "esa", reviewId });
  if (found === null) throw new Error("The review is gone");
  return found;
}

/** Page, CSV, Word and PDF of a review, as text of their bytes. */
async function bytesOf(database: Database, reviewId: string) {
  const { content, erasedOn, isAsSaved } = await open(database, reviewId);
  const report = reviewDocument(content, erasedOn);
  const at = new Date(content.savedAt);
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  return {
    isAsSaved,
    page: renderToStaticMarkup(createElement(ReportPage, { report })),
    csv: [...reviewCsv(content, [])].join(""),
    word: hex(new Uint8Array(await writeDocument(report, "docx", { madeAt: at, paper: "A4" }))),
    pdf: hex(await writeDocument(report, "pdf", { madeAt: at, paper: "A4" })),
  };
}

function edit(database: Database, work: (change: Change) => Promise<void>) {
  return database.change(lately, { ...unsent, campaignId: "esa" }, async (change) => {
    await work(change);
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
}

test("after 100 later edits not one byte of a review differs, on the page, in CSV, Word or PDF", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  await edit(database, async (change) => void (await change.insert("objective", letters("letters"))));
  const reviewId = await savedReview(database, savedAt, { remark: "Message 2 needs an answer." });
  const before = await bytesOf(database, reviewId);
  const random = seededRandom(20261112);
  for (let at = 0; at < 100; at += 1) {
    const pick = EDITS[Math.floor(random() * EDITS.length)];
    await edit(database, async (change) => void (await pick?.(change, at)));
  }
  expect(await bytesOf(database, reviewId)).toEqual(before);
  expect(before.isAsSaved).toBe(true);
  expect(before.page).toContain("Message 2 needs an answer.");
  expect(before.page).toContain("complementarity named in three letters");
  const made = await database.read.selectFrom("effectiveness_fit").select("id").execute();
  expect(made.length).toBeGreaterThan(1);
});

test("a review says how the record behind it has changed since, and of which days", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const reviewId = await savedReview(database, savedAt);
  const since = async () => {
    const { historyStamp, day } = await open(database, reviewId);
    return changedSinceInWords(
      await listLaterChanges(database.read, { campaignId: "esa", stamp: historyStamp, day }),
    );
  };
  expect(await since()).toBeNull();
  await edit(database, async (change) => {
    await change.update("feedback", "r1", { score: 2 }, null);
    await change.update("feedback", "r2", { score: 2 }, null);
    await change.insert("feedback", reaction(3, { id: "late" }));
    await change.insert("feedback", reaction(3, { id: "of-after", day: "2026-11-13" }));
    await change.remove("feedback", "r4");
  });
  expect(await since()).toBe(
    "The record up to that day has changed since: 2 reactions corrected, 1 reaction entered later, 1 reaction removed.",
  );
});

test("an outcome corrected after the review is told once, however often and in how many of its receptions", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const outcome = {
    id: "outcome",
    campaign_id: "esa",
    outreach_event_id: "meeting",
    officer_account_id: "jana",
    ground_rule: "background",
    handling: "TLP:AMBER",
    logged_at: "2026-11-10T22:00:00.000Z",
  } as const;
  const reception = {
    id: "reception",
    outcome_id: "outcome",
    key_message_id: "m2",
    audience_id: "majority",
    contact_id: null,
    scope: "audience",
    score: 1,
    wording: "as written",
    message_revision_id: "m2-r1",
  } as const;
  await edit(database, async (change) => {
    await change.insert("outcome", outcome);
    await change.insert("reception", reception);
  });
  const reviewId = await savedReview(database, savedAt);
  await edit(
    database,
    async (change) => void (await change.update("reception", "reception", { score: -1 }, null)),
  );
  await edit(
    database,
    async (change) => void (await change.update("outcome", "outcome", { said: "No." }, null)),
  );
  const { historyStamp, day, content } = await open(database, reviewId);
  const changes = await listLaterChanges(database.read, { campaignId: "esa", stamp: historyStamp, day });
  expect(changedSinceInWords(changes)).toBe(
    "The record up to that day has changed since: 1 outcome corrected.",
  );
  expect(content.counts.meetingsLogged).toBe(1);
});

test("a byte changed by hand is seen", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const reviewId = await savedReview(database, savedAt);
  await edit(database, async (change) => {
    const row = await change.read.selectFrom("review").select("frozen_json").executeTakeFirstOrThrow();
    await change.update(
      "review",
      reviewId,
      { frozen_json: row.frozen_json.replace('"meetingsLogged":0', '"meetingsLogged":9') },
      null,
    );
  });
  expect((await open(database, reviewId)).isAsSaved).toBe(false);
});

test("an erased name is gone from the review, also where it was typed, and the review says so", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  await edit(
    database,
    async (change) => void (await change.update("contact", "claire", { name: "Claire Novak" }, null)),
  );
  const remark = "Claire Novak will not help; Ondřej Malý might.";
  const reviewId = await savedReview(database, savedAt, { remark });
  expect((await open(database, reviewId)).content.remark).toBe(remark);
  const other = await bytesOf(database, reviewId);
  const erased = await edit(database, async (change) => {
    expect(
      await eraseFromReviews(change, { id: "claire", kind: "contact", name: "Claire Novak" }, "2027-11-12"),
    ).toBe(1);
    expect(
      await eraseFromReviews(change, { id: "nobody", kind: "contact", name: "Ondřej Malý" }, "2027-11-12"),
    ).toBe(1);
  });
  const after = await open(database, reviewId);
  expect(after.content.remark).toBe("erased person will not help; erased person might.");
  expect(after.isAsSaved).toBe(true);
  const page = renderToStaticMarkup(
    createElement(ReportPage, { report: reviewDocument(after.content, after.erasedOn) }),
  );
  expect(page).toContain("A name was erased from this review on Fri 12 Nov 2027");
  expect(other.page).not.toContain("was erased");
  expect(erased.ok).toBe(true);
  const everything = await database.read.executeQuery<{ text: string }>(
    CompiledQuery.raw("select coalesce(group_concat(frozen_json || names_hash), '') as text from review"),
  );
  const history = await database.read
    .selectFrom("change_row")
    .selectAll()
    .where("table_name", "in", ["review", "review_person"])
    .execute();
  expect(everything.rows[0]?.text).not.toMatch(/Novak|Malý/);
  expect(JSON.stringify(history)).not.toMatch(/Novak|Malý/);
});

test("a review is withdrawn once, with a reason, stays listed and stays as it was", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const reviewId = await savedReview(database, savedAt);
  const before = await bytesOf(database, reviewId);
  const target = { campaignId: "esa", reviewId };
  const withdraw = (campaignId: string) =>
    database.change(lately, unsent, (change) =>
      withdrawReview(change, { ...target, campaignId }, "Wrong day."),
    );
  expect(await withdraw("other")).toEqual({ ok: false, reason: "not-found" });
  expect(await withdraw("esa")).toMatchObject({ ok: true });
  expect(await withdraw("esa")).toEqual({ ok: false, reason: "withdrawn-already" });
  const [listed] = await listReviews(database.read, "esa");
  expect(listed?.withdrawn).toMatchObject({ by: "Jana", reason: "Wrong day." });
  expect(await bytesOf(database, reviewId)).toEqual(before);
});

test("saving can be undone at once, and what others write meanwhile makes it be read again", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const reviewId = await savedReview(database, savedAt);
  const { content, historyStamp } = await open(database, reviewId);
  const again = { campaignId: "esa", content, frozen: freezeReview(content, []), stamp: historyStamp };
  expect(await database.change(lately, unsent, (change) => saveReview(change, again))).toEqual({
    ok: false,
    reason: "record-moved",
  });
  const { id } = await database.read
    .selectFrom("change")
    .select("id")
    .where("record_id", "=", reviewId)
    .executeTakeFirstOrThrow();
  expect((await undoChange(database, system, id)).ok).toBe(false);
  const aDayLater = { ...lately, now: new Date("2026-11-13T20:00:00.001Z") };
  expect(await undoChange(database, aDayLater, id)).toEqual({ ok: false, reason: "cannot-be-undone" });
  const undone = await undoChange(database, { ...lately, now: savedAt }, id);
  expect(await listReviews(database.read, "esa")).toEqual([]);
  const undoing = undone.ok ? undone.changeId : "";
  expect(await undoChange(database, { ...lately, now: savedAt }, undoing)).toEqual({
    ok: false,
    reason: "cannot-be-undone",
  });
});
