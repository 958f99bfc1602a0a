import { beforeAll, expect, test } from "vitest";
import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import { placeInAudience } from "#app/campaign/contacts/memberships.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { congressFiles, member, smallCongress } from "../../support/builders/congress.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { takeCongress } from "../../support/builders/take-congress.ts";
import { addAudienceIn, addWhoIsWho } from "../../support/builders/who-is-who.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2027-01-06T20:00:00.000Z");
const path = "/c/esa/new-congress";

let database: Database;
let address: string;
let jana: string;
let rea: string;
let petr: string;

async function idOf(key: string): Promise<string> {
  const { id } = await database.read
    .selectFrom("contact")
    .select("id")
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return id;
}

beforeAll(async () => {
  database = await freshDatabase();
  await addWhoIsWho(database);
  await addAudienceIn(database, "committee");
  const target = { campaignId: "esa", contactId: await idOf("N000001") };
  await database.change(system, unsent, (change) =>
    placeInAudience(change, target, { id: "committee", isIn: true }),
  );
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
  rea = await cookieOf(database, address, "rea", now);
  petr = await cookieOf(database, address, "petr", now);
});

function words(text: string): string {
  return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

async function people(): Promise<string[]> {
  const rows = await database.read
    .selectFrom("audience_contact")
    .innerJoin("contact", "contact.id", "audience_contact.contact_id")
    .select("contact.name")
    .execute();
  return rows.map(({ name }) => name);
}

test("before a second reading the page says what may change, and guesses nobody", async () => {
  const { status, text } = await openPage(address, path, jana);
  expect(status).toBe(200);
  expect(words(text)).toContain("The list of Congress has not changed since it was first imported");
});

test("where nobody of ours sits in an audience in Congress, nothing is said to depend on seats", async () => {
  const other = await freshDatabase();
  await addWhoIsWho(other);
  const committee = { id: "committee", kind: "congressional committee", name: "A committee" };
  await record(other, (change) => change.insert("audience", committee).then(() => undefined));
  await addAudienceIn(other, "committee");
  const { address: there } = await startedServer(other, { now: () => now });
  const { text } = await openPage(there, path, await cookieOf(other, there, "jana", now));
  expect(words(text)).toContain("Nothing in this campaign depends on seats that may change.");
});

test("a seat that changed is handed on to who the list names, seen before, and undone", async () => {
  const congress = smallCongress();
  const [, early, west, ordway] = congress.legislators;
  const fresh = member("F000009", "Ida", "Fresh", { type: "sen", party: "Tory", state: "ME" });
  congress.legislators = [fresh, early, west, ordway].flatMap((one) => (one === undefined ? [] : [one]));
  const reading = readCongress(congressFiles(congress));
  if (!reading.ok) throw new Error(reading.fault);
  await takeCongress(
    database,
    { ...system, now: new Date(now.getTime() - 3_600_000) },
    reading.records,
    "2027-01-06",
  );

  const { text } = await openPage(address, path, jana);
  expect(words(text)).toContain("1 left, 1 joined");
  expect(words(text)).toMatch(/Jana Nováková No longer Senator from Maine/);
  expect(words(text)).toContain("The list of Congress names Ida Fresh as Senator from Maine");
  const sent = { act: "hand on", from: await idOf("N000001"), to: await idOf("F000009") };
  const nothing = await sendForm(address, path, jana, sent);
  expect(nothing.status).toBe(409);
  expect(words(nothing.text)).toContain("Tick what to hand over");
  const done = await sendForm(address, path, jana, { ...sent, matter: "audience:committee" });
  expect(done.status).toBe(303);
  expect(await people()).toEqual(["Ida Fresh"]);
  const again = await sendForm(address, path, jana, { ...sent, matter: "audience:committee" });
  expect(again.status).toBe(409);
  expect(words(again.text)).toContain("Someone else has handed this over");
  const change = new URL(String(done.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", jana, { change })).status).toBe(303);
  expect(await people()).toEqual(["Jana Nováková"]);
});

test("a day that is not understood is said, and a reader and another campaign hand nothing on", async () => {
  const odd = await openPage(address, `${path}?since=1/3/2027`, jana);
  expect(words(odd.text)).toContain("Dates with slashes are read differently");
  const sent = { act: "hand on", from: await idOf("N000001"), to: "nobody", matter: "audience:committee" };
  expect((await openPage(address, path, rea)).text).not.toContain("Hand over ticked items");
  expect((await sendForm(address, path, rea, sent)).status).toBe(403);
  expect((await sendForm(address, "/c/cyber/new-congress", petr, sent)).status).toBe(409);
  expect(await people()).toEqual(["Jana Nováková"]);
});
