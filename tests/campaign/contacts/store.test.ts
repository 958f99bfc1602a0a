import { expect, test } from "vitest";
import { findContact } from "#app/campaign/contacts/contact-page.server.ts";
import { type ContactSearch, countContacts, listContacts } from "#app/campaign/contacts/lists.server.ts";
import { placeInAudience } from "#app/campaign/contacts/memberships.server.ts";
import { type ContactText, contactRecord } from "#app/campaign/contacts/record.ts";
import { addContact, editContact, endContact } from "#app/campaign/contacts/store.server.ts";
import {
  listContactsChosen,
  listContactsNamedIn,
} from "#app/campaign/outreach-events/participants/contacts.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { inCampaign } from "../../support/builders/started-paper.ts";
import { addAudienceIn, addWhoIsWho } from "../../support/builders/who-is-who.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now };
const view = { campaignId: "esa", accountId: "jana" };
const all = { limit: 50, offset: 0 };

const cerny: ContactText = {
  ...contactRecord.leftEmpty,
  name: "Ondřej Černý",
  title: "Fellow",
  source: "business card",
  roleInDecision: "drafts",
  purpose: "engagement plan",
  owner: "jana",
  note: "Asks for numbers",
};

async function known(): Promise<Database> {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  return database;
}

async function addCerny(database: Database, audienceId: string | null = null): Promise<string> {
  await database.change(jana, inCampaign, (change) => addContact(change, "esa", cerny, audienceId));
  const row = await database.read
    .selectFrom("contact")
    .select("id")
    .where("name", "=", cerny.name)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function memberId(database: Database): Promise<string> {
  const row = await database.read
    .selectFrom("contact")
    .select("id")
    .where("key", "=", "N000001")
    .executeTakeFirstOrThrow();
  return row.id;
}

async function namesFound(database: Database, given: Partial<ContactSearch>): Promise<string[]> {
  const search: ContactSearch = { show: "campaign", audienceId: null, text: "", ...given };
  const found = await listContacts(database.read, view, search, all);
  expect(await countContacts(database.read, view, search)).toBe(found.length);
  return found.map(({ name }) => name);
}

test("a contact is found without diacritics, in any order of words, in part", async () => {
  const database = await known();
  await addCerny(database);
  expect(await namesFound(database, { text: "cerny" })).toEqual(["Ondřej Černý"]);
  expect(await namesFound(database, { text: "ondrej ČERN" })).toEqual(["Ondřej Černý"]);
  expect(await namesFound(database, { text: "fellow" })).toEqual(["Ondřej Černý"]);
  expect(await namesFound(database, { text: "100%_'\\" })).toEqual([]);
});

test("a line of text offers whom it names, of those whom the campaign sees", async () => {
  const database = await known();
  const contactId = await addCerny(database);
  const named = async (line: string, campaignId = "esa") =>
    (await listContactsNamedIn(database.read, campaignId, line)).map(({ name }) => name);
  expect(await named("Breakfast with Cerny and Ms Nováková, ca. 8")).toEqual([
    "Ondřej Černý",
    "Jana Nováková",
  ]);
  expect(await named("Breakfast with Cerny", "cyber")).toEqual([]);
  expect(await named("8:30")).toEqual([]);
  const chosen = await listContactsChosen(database.read, "esa", [contactId]);
  expect(chosen).toEqual([{ id: contactId, name: "Ondřej Černý", title: "Fellow" }]);
});

test("members of Congress stand in the public list, by family name", async () => {
  const database = await known();
  expect(await namesFound(database, { show: "public list" })).toEqual([
    "Tom Early",
    "Jana Nováková",
    "Ann Ordway",
    "Lee West",
  ]);
  expect(await namesFound(database, {})).toEqual([]);
});

test("a contact of one campaign is not seen in another, a public record is", async () => {
  const database = await known();
  const theirs = await addCerny(database);
  const elsewhere = { campaignId: "cyber", accountId: "petr" };
  expect(await findContact(database.read, elsewhere, theirs)).toBeNull();
  expect((await findContact(database.read, elsewhere, await memberId(database)))?.name).toBe("Jana Nováková");
  const edited = await database.change(jana, inCampaign, (change) =>
    editContact(change, { campaignId: "cyber", contactId: theirs }, cerny, 2),
  );
  expect(edited).toEqual({ ok: false, reason: "not-found" });
});

test("the note belongs to the campaign, and the office of a public record to its list", async () => {
  const database = await known();
  const contactId = await memberId(database);
  const target = { campaignId: "esa", contactId };
  const edited = await database.change(jana, inCampaign, (change) => editContact(change, target, cerny, 1));
  expect(edited.ok).toBe(true);
  const ours = await findContact(database.read, view, contactId);
  expect(ours).toMatchObject({ name: "Jana Nováková", note: "Asks for numbers", roleInDecision: "drafts" });
  expect(
    (await findContact(database.read, { campaignId: "cyber", accountId: "petr" }, contactId))?.note,
  ).toBe("");
});

test("a version that somebody else's edit has passed is refused", async () => {
  const database = await known();
  const contactId = await addCerny(database);
  const target = { campaignId: "esa", contactId };
  await database.change(jana, inCampaign, (change) =>
    editContact(change, target, { ...cerny, note: "New" }, 2),
  );
  const late = await database.change(jana, inCampaign, (change) => editContact(change, target, cerny, 2));
  expect(late).toEqual({ ok: false, reason: "changed-by-somebody-else" });
});

test("a public record is ended by its list only, one of ours by us", async () => {
  const database = await known();
  const end = (contactId: string, version: number) =>
    database.change(jana, inCampaign, (change) =>
      endContact(change, { campaignId: "esa", contactId }, "2026-11-10", version),
    );
  expect(await end(await memberId(database), 1)).toEqual({ ok: false, reason: "public-record" });
  await end(await addCerny(database), 2);
  expect(await namesFound(database, { show: "ended" })).toEqual(["Ondřej Černý"]);
  expect(await namesFound(database, {})).toEqual([]);
});

test("a member of Congress who is put in an audience becomes one of the campaign's contacts, and Undo takes both back", async () => {
  const database = await known();
  await addAudienceIn(database, "committee");
  const target = { campaignId: "esa", contactId: await memberId(database) };
  const placed = await database.change(jana, inCampaign, (change) =>
    placeInAudience(change, target, { id: "committee", isIn: true }),
  );
  expect(await namesFound(database, { audienceId: "committee" })).toEqual(["Jana Nováková"]);
  if (!placed.ok) throw new Error("placing is never refused here");
  await undoChange(database, jana, placed.changeId);
  expect(await namesFound(database, {})).toEqual([]);
});

test("nobody is put in an audience that the campaign does not have", async () => {
  const database = await known();
  await addAudienceIn(database, "theirs", "cyber");
  const target = { campaignId: "esa", contactId: await memberId(database) };
  const placed = await database.change(jana, inCampaign, (change) =>
    placeInAudience(change, target, { id: "theirs", isIn: true }),
  );
  expect(placed).toEqual({ ok: false, reason: "not-found" });
});
