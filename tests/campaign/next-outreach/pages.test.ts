import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import {
  addOutreachCampaign,
  addPerson,
  addReading,
  record,
} from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

const now = new Date("2026-11-12T20:00:00.000Z");
const PAGE = "/c/esa/reports/next-outreach";
let database: Database;
let address: string;
let jana: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addOutreachCampaign(database);
  await addAccount(database, "Reader", { esa: "reader" });
  await addAccount(database, "Stranger", {});
  await addCampaign(database, "bare");
  await addAccount(database, "Bara", { bare: "officer" });
  await record(database, async (change) => {
    await addPerson(change, "staffer", { is_elected_or_appointed: 0 });
    await addReading(change, "of-staffer", { stance: 1, contact_id: "staffer" });
    await addReading(change, "of-audience", { stance: 4 });
    await change.update("campaign", "esa", { is_person_stance_allowed: 1 }, null);
  });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

async function open(path: string, cookie = jana) {
  const { status, text } = await openPage(address, path, cookie);
  const words = text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
  return { status, text, words };
}

test("the page names who comes first, with the message and one reason; the figures are folded", async () => {
  const { status, text, words } = await open(PAGE);
  expect(status).toBe(200);
  expect(words).toContain("3 people, 2 audiences, 2 messages");
  expect(words).toContain("staffer");
  expect(words).toContain("No contact yet");
  const figures = text.slice(text.indexOf('<details class="why-next">'));
  expect(figures).toMatch(/Good meeting<\/dt><dd>\d+/);
  expect(text.slice(0, text.indexOf('<details class="why-next">'))).not.toContain("Good meeting");
  expect(words).toContain("Priority of the audience 1 of 3, where 1 is highest 100 %");
  expect(words).toContain("Judgements, not estimates , made on Tue 24 Nov");
  expect(words).toContain("nor a promise that a meeting will have an effect");
});

test("“Plan it” opens the form with the audience, the person and the message chosen", async () => {
  const { text } = await open(PAGE);
  const path =
    /href="([^"]*\/events\/new\?[^"]*contact=staffer[^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const message = new URLSearchParams(path.split("?")[1]).get("message");
  const form = (await open(path)).text;
  const isChosen = (name: string, value: string | null) =>
    [...form.matchAll(/<input[^>]*>/g)].some(
      ([input]) =>
        input.includes(`name="${name}"`) && input.includes(`value="${value}"`) && /\bchecked\b/.test(input),
    );
  expect(isChosen("audiences", "minority")).toBe(true);
  expect(isChosen("audiences", "majority")).toBe(false);
  expect(isChosen("messages", message)).toBe(true);
  expect(isChosen("contacts", "staffer")).toBe(true);
});

test("nothing of a staffer's stance is told, on the page or in the file", async () => {
  for (const path of [PAGE, `${PAGE}?show=everybody`, `${PAGE}.csv`]) {
    const { words } = await open(path);
    expect(words).toContain("staffer");
    expect(words).not.toContain("the person’s own");
  }
  const line = (await open(`${PAGE}.csv`)).text.split("\r\n").find((row) => row.includes("staffer"));
  // Openness at stance 4, the audience's, and not at 1.
  expect(line?.split(",")).toContain("0.7");
});

test("everybody is listed in pages, and what is asked beyond them is the last", async () => {
  expect((await open(`${PAGE}?show=everybody`)).words).toContain("Everyone (3)");
  const beyond = (await open(`${PAGE}?show=everybody&page=9`)).words;
  expect(beyond).toContain("Everyone (3)");
  expect(beyond).toContain("Plan it : claire");
  expect((await open(`${PAGE}?show=other&page=x`)).status).toBe(200);
});

test("who may only read plans nothing; another campaign's reader finds no page", async () => {
  const reader = await open(PAGE, await cookieOf(database, address, "reader", now));
  expect(reader.words).toContain("staffer");
  expect(reader.words).not.toContain("Plan it");
  const stranger = await cookieOf(database, address, "stranger", now);
  expect((await open(PAGE, stranger)).status).toBe(404);
  expect((await open(`${PAGE}.csv`, stranger)).status).toBe(404);
});

test("a campaign without people or messages says what is missing", async () => {
  const bara = await cookieOf(database, address, "bara", now);
  const { status, words } = await open("/c/bare/reports/next-outreach", bara);
  expect(status).toBe(200);
  expect(words).toContain("No message is in use on this day");
  expect(words).toContain("Add people to the campaign’s audiences.");
});
