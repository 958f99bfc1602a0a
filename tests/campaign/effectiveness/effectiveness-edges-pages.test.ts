import { expect, test } from "vitest";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { addRatedCampaign, reaction } from "../../support/builders/review.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

const now = new Date("2026-11-12T20:00:00.000Z");

/** The effectiveness page's words, after a change of the records. */
async function wordsAfter(
  database: Database,
  work: (change: Change) => Promise<unknown>,
  page = "",
): Promise<string> {
  await database.change(system, unsent, async (change) => {
    await work(change);
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "set",
      summary: "Set",
      location: "/",
    });
    return { ok: true };
  });
  const { address } = await startedServer(database, { now: () => now });
  const cookie = await cookieOf(database, address, "jana", now);
  const { status, text } = await openPage(address, `/c/esa/reports/effectiveness${page}`, cookie);
  expect(status).toBe(200);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("a campaign without an audience says that nothing can be read by audience", async () => {
  const database = await freshDatabase();
  await addMeeting(database);
  const page = await wordsAfter(database, (change) => change.insert("feedback", reaction(1)));
  expect(page).toContain("This campaign has no audiences");
  expect(page).not.toContain("Over time");
});

test("only who may write is offered to log a meeting or to add an audience", async () => {
  const read = { role: "reader" } as const;
  for (const work of [
    (change: Change) => change.update("campaign_role", "jana-esa", read, null),
    async (change: Change) => {
      await change.update("campaign_role", "jana-esa", read, null);
      await change.insert("campaign_audience", {
        ...{ id: "esa-majority", campaign_id: "esa", audience_id: "majority", position: 0 },
        ...{ priority: 1, influence: 3, interest: 3 },
      });
    },
  ]) {
    const database = await freshDatabase();
    await addMeeting(database);
    const page = await wordsAfter(database, work);
    expect(page).toMatch(/This campaign has no audiences|Not enough evidence yet/);
    expect(page).not.toMatch(/Log (a|the first) meeting|Add an audience/);
  }
});

test("where no rating records its wording, nothing is said of bars", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const page = await wordsAfter(database, async () => {}, "?wordings=3");
  expect(page).toContain("No rating records the wording used.");
  expect(page).not.toContain("Bars show");
});

test("a retired message keeps its ratings, and is called retired", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const retired = { retired_at: now.toISOString() };
  const page = await wordsAfter(database, (change) => change.update("key_message", "m3", retired, null));
  expect(page).toContain("12 ratings, 2 audiences, 1 rater");
  expect(page).toContain("(retired)");
});

test("with one rater only the page counts one, and gives figures all the same", async () => {
  const database = await freshDatabase();
  await addRatedCampaign(database);
  const page = await wordsAfter(database, (change) => change.insert("feedback", reaction(1, { id: "r12" })));
  expect(page).toContain("13 ratings, 2 audiences, 1 rater");
  expect(page).toMatch(/\d ratings by 1 rater, raw average/);
});
