import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { addFeedbacks } from "../../support/builders/feedback.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-12T20:00:00.000Z");
const PAGE = "/c/esa/reports/effectiveness/parameters";
let database: Database;
let address: string;
let jana: string;
let klara: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addAccount(database, "Klara", { esa: "reader" });
  ({ address } = await startedServer(database, { now: () => NOW }));
  jana = await cookieOf(database, address, "jana", NOW);
  klara = await cookieOf(database, address, "klara", NOW);
});

async function words(cookie = jana): Promise<string> {
  const { text } = await openPage(address, PAGE, cookie);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

const askForEstimate = (cookie: string) => sendForm(address, PAGE, cookie, { submission: "one" });

test("with too few ratings the page says why the usual settings hold, and a request is refused in words", async () => {
  await addFeedbacks(database, 99);
  const page = await words();
  expect(page).toContain("99 ratings so far, and an estimate needs 100.");
  expect(page).toContain("A meeting counts half as much after 120 days.");
  expect(page).toContain("No estimate has been made yet.");
  expect(page).not.toContain("Estimate again");
  const refused = await askForEstimate(jana);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("An estimate needs at least 100 ratings; this campaign has 99");
});

test("a reader sees the parameters, and may not ask for an estimate", async () => {
  await addFeedbacks(database, 11);
  expect(await words(klara)).not.toContain("Estimate again");
  expect((await askForEstimate(klara)).status).toBe(403);
});

test("two ask, the page tells how far the one estimate is, and then its values with who asked", async () => {
  expect(await words()).toContain("Estimate again");
  expect(
    (await Promise.all([askForEstimate(jana), askForEstimate(jana)])).map(({ status }) => status),
  ).toEqual([303, 303]);
  const during = await words();
  expect(during).toMatch(
    /(Reading the ratings|Estimating: \d+ of at most 400 steps, 110 ratings)\. Requested at 15:00 in Washington\./,
  );
  expect(during).toContain("Refresh");
  expect(during).not.toContain("Estimate again");
  await expect.poll(() => words()).not.toContain("Refresh");
  const page = await words();
  expect(page).toContain("These settings were estimated from 110 ratings up to Thu 12 Nov.");
  expect(page).toMatch(/Thu 12 Nov, 15:00 \(21:00 in Prague\) Undo Jana 110 Estimated \d+ days/);
  expect(await words(klara)).not.toContain("Undo Jana");
});

test("an estimate is undone by who asked for it, and the usual settings hold again", async () => {
  const { text } = await openPage(address, PAGE, jana);
  const change = /name="change" value="(\w+)"/.exec(text)?.[1] ?? "";
  const undone = await sendForm(address, "/c/esa/undo", jana, { submission: "two", change });
  expect(undone.status).toBe(303);
  expect(await words()).toContain("No estimate has been made from these ratings yet");
});
