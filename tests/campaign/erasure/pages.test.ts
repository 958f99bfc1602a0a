import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addOutreachCampaign, addReading, record } from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-12T20:00:00.000Z");
const own = "/c/esa/contacts/claire";
const cookies = new Map<string, string>();
let database: Database;
let address: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addOutreachCampaign(database);
  await addCampaign(database, "cyber");
  await addAccount(database, "Ada", { esa: "officer", cyber: "officer" });
  await addAccount(database, "Rea", { esa: "reader" });
  await record(database, async (change) => {
    await change.update("account", "ada", { is_administrator: 1 }, null);
    const facts = { title: "Counsel", email: "claire@house.example", phone: "+1 202 555 0101" };
    await change.update(
      "contact",
      "claire",
      { name: "Claire Hadley-Novák", sort_name: "hadley", ...facts },
      null,
    );
    await change.update("campaign_contact", "esa-claire", { note: "Prefers mornings" }, null);
    await change.update("outreach_event_participant", "meeting-claire", { attendance: "attended" }, null);
    await change.update("outcome", "noted", { said: "Claire Hadley-Novák asked for text." }, null);
    await change.update("objection", "o1", { says: "Claire Hadley-Novák says so." }, null);
    await change.insert("instruction", {
      ...{
        id: "told",
        campaign_id: "esa",
        issuer: "Ministry",
        reference: "12/26",
        text: "See Claire Hadley-Novák.",
      },
      ...{
        handling: "TLP:AMBER",
        received_on: "2026-11-01",
        expires_on: null,
        answered_at: null,
        answered_by: null,
      },
    });
    await addReading(change, "read", { stance: 4, contact_id: "claire", audience_id: "majority" });
    await change.insert("follow_up", {
      ...{
        id: "promise",
        campaign_id: "esa",
        promised_by: "us",
        due_on: "2026-12-01",
        text: "Send the text",
      },
      ...{ contact_id: "claire", outreach_event_id: "meeting" },
    });
  });
  ({ address } = await startedServer(database, { now: () => now }));
  for (const name of ["jana", "ada", "rea"]) cookies.set(name, await cookieOf(database, address, name, now));
});

const words = (text: string) => text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const open = async (path: string, who = "jana") => {
  const answer = await openPage(address, path, cookies.get(who) ?? null);
  return { ...answer, said: words(answer.text) };
};

async function erase(who = "jana", given: Record<string, string> = {}) {
  const { text } = await open(`${own}/erase`, who);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? "1";
  return sendForm(address, `${own}/erase`, cookies.get(who) ?? null, {
    submission: crypto.randomUUID(),
    version,
    ...given,
  });
}

test("the page says what goes, what stays and that there is no Undo, and names the texts that keep the name", async () => {
  expect((await open(own)).text).toContain(`href="${own}/erase"`);
  const { said, text } = await open(`${own}/erase`);
  expect(said).toContain("Erase Claire Hadley-Novák for good");
  expect(said).toMatch(
    /There is no Undo\. .*in no other campaign|in no other campaign\. .*There is no Undo\./,
  );
  expect(said).toContain("1 event, note or follow-up names this person");
  expect(said).toContain("1 meeting with this person");
  expect(said).toMatch(/The name also appears in .*objection/);
  expect(text).toContain('href="/c/esa/objections/O1"');
  expect(text).toContain('href="/c/esa/instructions/told"');
});

test("once erased, every page where the person stood answers and says so; a memorandum and a note can be drafted", async () => {
  const done = await erase();
  expect(done.status).toBe(303);
  const after = await open(String(done.headers.location));
  expect(after.said).toContain("Everything kept only about this person has been erased.");
  expect(after.said).toMatch(/The name also appears in .*objection .*Ministry, 12\/26 instruction/);
  for (const path of [
    own,
    `${own}/edit`,
    `${own}/erase`,
    "/c/esa/contacts",
    "/c/esa/events/meeting",
    "/c/esa/events/meeting/participants",
    "/c/esa/audiences/majority",
    "/c/esa/outcomes/noted",
    "/c/esa/follow-ups",
    "/c/esa/events/meeting/follow-ups",
    "/c/esa/reports/effectiveness",
    "/c/esa/events/meeting/brief",
  ]) {
    const { status, said } = await open(path);
    expect([path, status]).toEqual([path, 200]);
    expect(said).not.toMatch(/Hadley|claire@house|555 0101/);
  }
  expect((await open("/c/esa/find?q=hadley")).said).toContain("1 result for");
  expect((await open(own)).said).toContain("A person no longer recorded");
  expect((await open("/c/esa/events/meeting")).said).toContain("A person no longer recorded");
  for (const kind of ["memorandum of conversation", "thank-you note"]) {
    const fields = { submission: crypto.randomUUID(), write: kind, event: "meeting", contact: "claire" };
    const drafted = await sendForm(address, "/c/esa/correspondence", cookies.get("jana") ?? null, fields);
    expect([kind, drafted.status]).toEqual([kind, 303]);
    const letter = await open(String(drafted.headers.location));
    expect([kind, letter.status]).toEqual([kind, 200]);
    expect(letter.said).not.toContain("Hadley");
  }
});

test("a reader may not erase, and an officer not where another campaign keeps the person; an administrator may", async () => {
  expect((await open(own, "rea")).text).not.toContain(`href="${own}/erase"`);
  expect((await open(`${own}/erase`, "rea")).status).toBe(403);
  expect((await erase("rea")).status).toBe(403);
  await record(database, (change) =>
    change.insert("campaign_contact", {
      id: "cyber-claire",
      campaign_id: "cyber",
      contact_id: "claire",
      note: "",
    }),
  );
  const { said, text } = await open(`${own}/erase`);
  expect(said).toContain("This person also appears in 1 other campaign");
  expect(said).not.toContain("Campaign cyber");
  const who = "Only an administrator who may write in this campaign can erase the contact";
  expect(said).toContain(`${who}. Ask Ada.`);
  const isNow = (role: "reader" | "officer") =>
    record(database, (change) =>
      change.update("campaign_role", "ada-esa", { role }, null).then(() => undefined),
    );
  await isNow("reader");
  const { said: nobody } = await open(`${own}/erase`);
  await isNow("officer");
  expect(nobody).toContain(
    `${who}, and there is none yet. Ask Ada to take a role that allows writing in this campaign, under Administration.`,
  );
  expect(text).not.toContain("button danger");
  const version = await database.read
    .selectFrom("contact")
    .select("version")
    .where("id", "=", "claire")
    .executeTakeFirstOrThrow();
  const refused = await erase("jana", { version: String(version.version + 2) });
  expect(refused.status).toBe(409);
  expect((await erase("ada")).status).toBe(303);
});

test("what is kept of a person leaves as one file, without our opinion, for readers too; of somebody erased none", async () => {
  const { status, text, headers } = await open(`${own}/export.json`, "rea");
  expect(status).toBe(200);
  expect(String(headers["content-disposition"])).toContain("contact-Claire Hadley-Novak-2026-11-12.json");
  const kept = JSON.parse(text);
  expect(kept.person).toMatchObject({
    name: "Claire Hadley-Novák",
    position: "Counsel",
    email: "claire@house.example",
  });
  expect(kept).toMatchObject({
    note: "Prefers mornings",
    audiences: ["Committee, majority"],
    stanceReadings: [{ stance: 4 }],
    meetings: [{ day: "2026-11-10", attendance: "attended" }],
    followUps: [{ text: "Send the text", promisedBy: "us" }],
  });
  await record(database, (change) =>
    change
      .update("outreach_event", "meeting", { handling: "TLP:RED", title: "Secret call" }, null)
      .then(() => undefined),
  );
  const red = (await open(`${own}/export.json`)).text;
  expect(red).toContain("For named people only");
  expect(red).not.toMatch(/Secret call|Send the text/);
  await erase();
  expect((await open(`${own}/export.json`)).status).toBe(404);
});

test("a person of a public list is not erased, and the page says why", async () => {
  await record(database, (change) =>
    change.update("contact", "claire", { key: "N000001" }, null).then(() => undefined),
  );
  expect((await open(own)).text).not.toContain(`href="${own}/erase"`);
  const { said, text } = await open(`${own}/erase`);
  expect(said).toContain("This record comes from a public list");
  expect(text).not.toContain("button danger");
});
