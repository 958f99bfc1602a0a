import { beforeAll, expect, test } from "vitest";
import { type Begun, firstSteps } from "#app/campaign/overview/first-steps.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOTHING: Begun = {
  people: 1,
  messages: 0,
  committees: 0,
  members: 0,
  sessionDaysUntil: null,
  desksWithoutPeople: ["Embassy", "Ministry desk"],
  clearedWordings: 0,
  audiences: 0,
  events: 0,
};

const done = (begun: Partial<Begun>) =>
  firstSteps({ ...NOTHING, ...begun }, "2026-11-10")
    .filter(({ isDone }) => isDone)
    .map(({ title, words }) => `${title}: ${words}`);

test("each first step is done by what the records hold, and by nothing else", () => {
  expect(done({})).toEqual([]);
  expect(done({ people: 2 })).toEqual(["Colleagues: 2 people have a role in this campaign."]);
  expect(done({ messages: 1 })).toEqual(["Message library: 1 message."]);
  expect(done({ committees: 232, members: 537 })).toEqual([
    "Congress: 537 members, with committees and seats.",
  ]);
  expect(done({ committees: 3 })).toEqual(["Congress: 3 chambers and committees, no members yet."]);
  expect(done({ sessionDaysUntil: "2026-12-18" })).toEqual(["Session days: Known until Fri 18 Dec."]);
  expect(done({ desksWithoutPeople: ["Ministry desk"] })).toEqual([]);
  expect(done({ desksWithoutPeople: [] })).toHaveLength(1);
  expect(done({ clearedWordings: 1 })).toEqual(["Cleared wording: 1 wording cleared by the ministry."]);
  expect(done({ audiences: 1 })).toEqual(["Audiences: 1 audience."]);
  expect(done({ events: 2 })).toEqual(["First event: 2 events in the calendar."]);
});

const now = new Date("2026-11-10T20:00:00.000Z");
let database: Database;
let address: string;
let jana: string;
let rea: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Rea", { esa: "reader" });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
  rea = await cookieOf(database, address, "rea", now);
});

async function words(path: string, cookie: string): Promise<string> {
  const { text } = await openPage(address, path, cookie);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("an empty campaign shows its first steps to who can do them, and says of nothing that all is well", async () => {
  const page = await words("/c/esa", jana);
  expect(page).toContain("First steps 1 of 8 done");
  expect(page).toContain("Colleagues. 2 people have a role in this campaign.");
  expect(page).toContain("Desks for which no one can answer yet: Embassy, Ministry desk.");
  expect(page).not.toContain("No gaps worth closing");
  expect(page).not.toContain("No one stands out yet");
  expect(await words("/c/esa", rea)).not.toContain("First steps");
});

test("the steps that the browser can do are done there, and tick themselves", async () => {
  const days = await sendForm(address, "/c/esa/session-days/import", jana, { from: "shipped" });
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(days.text)?.[1] ?? "";
  const taken = await sendForm(address, "/c/esa/session-days/import", jana, {
    table: field("table"),
    name: field("name"),
    shown: field("shown"),
  });
  expect(taken.status).toBe(303);
  const library = await sendForm(address, "/c/esa/messages/files", jana, { from: "shipped" });
  const [, shown = ""] = /name="shown" value="([^"]*)"/.exec(library.text) ?? [];
  const [, packed = ""] = /name="library" value="([^"]*)"/.exec(library.text) ?? [];
  expect((await sendForm(address, "/c/esa/messages/files", jana, { library: packed, shown })).status).toBe(
    303,
  );
  const page = await words("/c/esa/first-steps", jana);
  expect(page).toContain("Done Session days. Known until Thu 31 Dec.");
  expect(page).toContain("Done Message library. 3 messages.");
});

test("the list is hidden for the campaign, with Undo, and shown again", async () => {
  expect((await sendForm(address, "/c/esa/first-steps", rea, { hidden: "yes" })).status).toBe(403);
  const hidden = await sendForm(address, "/c/esa/first-steps", jana, { hidden: "yes" });
  expect(hidden.status).toBe(303);
  expect(await words("/c/esa", jana)).not.toContain("of 8 done");
  const change = new URL(String(hidden.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", jana, { change })).status).toBe(303);
  expect(await words("/c/esa", jana)).toContain("of 8 done");
  await sendForm(address, "/c/esa/first-steps", jana, { hidden: "yes" });
  expect(await words("/c/esa/first-steps", jana)).toContain("Show on the overview");
  await sendForm(address, "/c/esa/first-steps", jana, { hidden: "no" });
  expect(await words("/c/esa", jana)).toContain("of 8 done");
});
