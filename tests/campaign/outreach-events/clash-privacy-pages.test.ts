import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
let database: Database;
let address: string;
let jana: string;
let petr: string;
let ours: string;
/** Everything of the other campaign that may not be seen by who is not in it. */
let secrets: readonly string[];

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber", { name: "Hidden campaign" });
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "officer", cyber: "officer" });
  await addAccount(database, "Otakar", { cyber: "officer" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["sfrc"],
    messages: ["m1"],
    contacts: ["hadley"],
  });
  await addPeopleAndMessages(database, "cyber", {
    audiences: ["nsa"],
    messages: ["m9"],
    contacts: ["tajny"],
  });
  await shareAnOffice();
  const theirs = await addEvent(
    database,
    "cyber",
    {
      title: "Radar talks",
      place: "Safe house",
      ownerAccountId: "otakar",
      officerIds: ["petr"],
      messageIds: ["m9"],
    },
    ["tajny", "hadley"],
  );
  const later = { time: timeOf("16 Nov 2026", "10:00", "11:00"), audienceIds: ["sfrc"] };
  const nearby = await addEvent(database, "cyber", { title: "Quiet dinner", ...later });
  ours = await addEvent(
    database,
    "esa",
    {
      title: "Our briefing",
      time: timeOf("12 Nov 2026", "14:15", "15:00"),
      ownerAccountId: "jana",
      officerIds: ["petr"],
      audienceIds: ["sfrc"],
      messageIds: ["m1"],
    },
    ["hadley"],
    { ...system, accountId: "jana" },
  );
  secrets = [
    theirs,
    nearby,
    "Radar talks",
    "Quiet dinner",
    "Safe house",
    "tajny",
    "Otakar",
    "Hidden campaign",
    "/c/cyber",
  ];
  address = (await startedServer(database, { now: () => NOW })).address;
  jana = await cookieOf(database, address, "jana", NOW);
  petr = await cookieOf(database, address, "petr", NOW);
});

/** Hadley and the audience are of one office, and both campaigns have them. */
async function shareAnOffice(): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await change.insert("organisation", {
      id: "office",
      kind: "executive agency",
      name: "Office of Radar Policy",
    });
    await change.update("contact", "hadley", { organisation_id: "office" }, null);
    await change.insert("campaign_contact", {
      id: "cyber-hadley",
      campaign_id: "cyber",
      contact_id: "hadley",
    });
    const link = { priority: 1, influence: 3, interest: 3 };
    await change.insert("campaign_audience", {
      id: "cyber-sfrc",
      campaign_id: "cyber",
      audience_id: "sfrc",
      ...link,
    });
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "added to",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
}

function expectNoSecret(text: string, where: string): void {
  for (const secret of secrets) expect(text, `${secret} in ${where}`).not.toContain(secret);
}

const PAGES = () => [
  `/c/esa/events/${ours}`,
  `/c/esa/events/${ours}/move`,
  `/c/esa/events/${ours}/edit`,
  `/c/esa/events/${ours}/brief`,
  `/c/esa/calendar?view=week&date=2026-11-12&event=${ours}`,
  "/c/esa/calendar?view=agenda&date=2026-11-12",
  "/c/esa",
];

test("who is not in the other campaign sees the clash and no title, person, link or id of it, on any page", async () => {
  for (const path of PAGES()) {
    const page = await openPage(address, path, jana);
    expect(page.status, path).toBe(200);
    expectNoSecret(page.text, path);
  }
  const page = await openPage(address, `/c/esa/events/${ours}`, jana);
  expect(page.text).toContain("Petr is at an event of another campaign, 14:00 to 14:45 in Washington.");
  expect(page.text).toContain(
    "Contact hadley is at an event of another campaign, 14:00 to 14:45 in Washington.",
  );
  expect(page.text).toContain("Office of Radar Policy: also visited on Thu 12 Nov by another campaign.");
  expect(page.text).toContain("Audience sfrc: also visited on Mon 16 Nov by another campaign.");
});

test("who is in both reads the title and can open it", async () => {
  const page = await openPage(address, `/c/esa/events/${ours}`, petr);
  expect(page.text).toContain("Petr is at Radar talks, 14:00 to 14:45 in Washington.");
  expect(page.text).toContain(`/c/cyber/events/${secrets[0]}`);
});

test("the form of a new event that comes back with what speaks against it keeps the other campaign to itself", async () => {
  const form: [string, string][] = [
    ["title", "Second briefing"],
    ["kind", "briefing"],
    ["date", "12 Nov 2026"],
    ["start", "14:20"],
    ["end", "14:40"],
    ["zone", "America/New_York"],
    ["schedule", "tentative"],
    ["place", "Rayburn"],
    ["groundRule", "background"],
    ["handling", "TLP:AMBER"],
    ["owner", "petr"],
    ["audiences", "sfrc"],
    ["contacts", "hadley"],
  ];
  const back = await sendForm(address, "/c/esa/events/new", jana, form);
  expect(back.text).toContain("another campaign");
  expectNoSecret(back.text, "the form");
});

test("the summary of a move, which stays in the history, names nobody and nothing of the other campaign, whoever moves", async () => {
  const { version } = await database.read
    .selectFrom("outreach_event")
    .select("version")
    .where("id", "=", ours)
    .executeTakeFirstOrThrow();
  const moved = await sendForm(address, `/c/esa/events/${ours}/move`, petr, {
    date: "12 Nov 2026",
    start: "14:30",
    version: String(version),
  });
  expect(moved.status).toBe(303);
  const changes = await database.read
    .selectFrom("change")
    .select("summary")
    .where("campaign_id", "=", "esa")
    .execute();
  const summaries = changes.map(({ summary }) => summary).join("\n");
  expect(summaries).toContain("Petr");
  expectNoSecret(summaries, "the history");
  expectNoSecret((await openPage(address, `/c/esa/events/${ours}`, jana)).text, "the page after the move");
});

test("a mail about a clash goes to each about the own event, and names none of the other campaign's", async () => {
  const letters = await database.read
    .selectFrom("mail")
    .select(["account_id", "path", "subject_title"])
    .where("kind", "=", "clash")
    .execute();
  expect(letters.length).toBeGreaterThan(0);
  const toOthers = letters.filter(({ account_id }) => account_id === "jana");
  expectNoSecret(JSON.stringify(toOthers), "the mail of who is not in it");
  for (const { account_id, path } of letters) {
    const isOf = path.startsWith("/c/cyber") ? ["petr", "otakar"] : ["petr", "jana"];
    expect(isOf).toContain(account_id);
  }
});
