import { beforeEach, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addAudienceIn, addWhoIsWho } from "../../support/builders/who-is-who.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const list = "/c/esa/contacts";

let database: Database;
let address: string;
let jana: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addWhoIsWho(database);
  await addAudienceIn(database, "press");
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

function sent(given: Record<string, string> = {}): Record<string, string> {
  return {
    submission: crypto.randomUUID(),
    name: "Ondřej Černý",
    title: "Reporter 🗞",
    source: "business card",
    purpose: "address book",
    note: "Asks for =SUM(A1)",
    organisation: "",
    owner: "",
    roleInDecision: "",
    ...given,
  };
}

function words(text: string): string {
  return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

async function memberId(key = "N000001"): Promise<string> {
  const row = await database.read
    .selectFrom("contact")
    .select("id")
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return row.id;
}

test("a contact is added to an audience, with purpose, source and how long it is kept", async () => {
  const added = await sendForm(
    address,
    `${list}/new?audience=press`,
    jana,
    sent({ informedOn: "1 Nov 2026" }),
  );
  expect(added.status).toBe(303);
  const page = words((await openPage(address, String(added.headers.location), jana)).text);
  expect(page).toMatch(
    /Ondřej Černý .*Kept for address book .*Source business card .*Kept until Wed 1 Nov 2028/,
  );
  expect(page).toContain("Audience press");
  expect(page).toContain("For staff and civil servants we record what they said, not a score.");
});

test("a form with faults names each and keeps what was typed", async () => {
  const faulty = sent({
    name: "",
    email: "not an address",
    informedOn: "12/11/2026",
    retainUntil: "30 Feb",
    purpose: "",
  });
  const refused = await sendForm(address, `${list}/new`, jana, faulty);
  expect(refused.status).toBe(400);
  const page = words(refused.text);
  for (const sentence of [
    "Enter a name",
    "Enter an e-mail address",
    "Choose what these details are kept for",
  ])
    expect(page).toContain(sentence);
  expect(refused.text).toContain("Reporter 🗞");
});

test("a member of Congress has source, seats and as-of, and the list alone changes the office", async () => {
  const own = `${list}/${await memberId()}`;
  const page = words((await openPage(address, own, jana)).text);
  expect(page).toMatch(/Senator from Maine, Whig .*congress-legislators.* as of Sun 1 Nov/);
  expect(page).toMatch(/Seats .*Senate Committee on Foreign Relations Chairman, majority, rank 1/);
  const form = words((await openPage(address, `${own}/edit`, jana)).text);
  expect(form).toContain("Leave empty to keep them until they leave the public list");
  const edited = await sendForm(address, `${own}/edit`, jana, sent({ version: "1" }));
  expect(edited.status).toBe(303);
  const after = words((await openPage(address, own, jana)).text);
  expect(after).toMatch(/Jana Nováková .*address book .*Asks for =SUM\(A1\)/);
  expect(after).not.toContain("Ondřej");
});

test("a person's stance is kept where the campaign allows it, and refused in words where not", async () => {
  const own = `${list}/${await memberId()}`;
  await sendForm(address, `${own}/audiences`, jana, { submission: "1", audience: "press", membership: "in" });
  const reading = { stance: "4", readOn: "5 Nov 2026", evidence: "Said so in a hearing", audience: "press" };
  const refused = await sendForm(address, `${own}/stance`, jana, { ...reading, submission: "2" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("This campaign does not record stances of individuals.");
  await database.change(system, unsent, async (change) => {
    await change.update("campaign", "esa", { is_person_stance_allowed: 1 }, null);
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  expect((await sendForm(address, `${own}/stance`, jana, { ...reading, submission: "3" })).status).toBe(303);
  expect(words((await openPage(address, own, jana)).text)).toContain("Said so in a hearing");
  const audience = words((await openPage(address, "/c/esa/audiences/press", jana)).text);
  expect(audience).toContain("Stance: no reading yet");
});

test("the list searches blind to diacritics and pages by 50", async () => {
  for (let number = 1; number <= 51; number += 1) {
    await sendForm(address, `${list}/new`, jana, sent({ name: `Novák ${String(number).padStart(2, "0")}` }));
  }
  const first = (await openPage(address, list, jana)).text;
  expect(words(first)).toContain("51 contacts");
  expect(first).toContain("page=2");
  // An address that was kept while the list was longer leads to its last page.
  for (const page of [2, 9]) {
    expect(words((await openPage(address, `${list}?page=${page}`, jana)).text)).toContain("Novák 51");
  }
  expect(words((await openPage(address, `${list}?q=novak+07`, jana)).text)).toContain("1 contact,");
  expect((await openPage(address, `${list}?page=0&show=nonsense&audience=nobody`, jana)).status).toBe(200);
});

test("the public list says when it was last read", async () => {
  const page = words((await openPage(address, `${list}?show=public+list`, jana)).text);
  expect(page).toContain(
    "4 contacts, by family name. Public record as of Sun 1 Nov, last imported on Tue 10 Nov.",
  );
});

test("somebody of another campaign is not found, nor their audience", async () => {
  await addAudienceIn(database, "theirs", "cyber");
  const petr = await cookieOf(database, address, "petr", now);
  const added = await sendForm(address, "/c/cyber/contacts/new", petr, sent());
  const id = /contacts\/(\w+)/.exec(String(added.headers.location))?.[1] ?? "";
  expect((await openPage(address, `${list}/${id}`, jana)).status).toBe(404);
  expect((await sendForm(address, `${list}/${id}/edit`, jana, sent({ version: "2" }))).status).toBe(404);
  const placed = { submission: "1", audience: "theirs", membership: "in" };
  expect((await sendForm(address, `${list}/${await memberId()}/audiences`, jana, placed)).status).toBe(404);
});

test("a contact is ended, and a public record is not ours to end", async () => {
  const added = await sendForm(address, `${list}/new`, jana, sent());
  const own = String(added.headers.location).split("?")[0] ?? "";
  expect(
    (await sendForm(address, `${own}/end`, jana, { submission: "1", version: "2", standing: "ended" }))
      .status,
  ).toBe(303);
  expect(words((await openPage(address, `${list}?show=ended`, jana)).text)).toContain("ended Tue 10 Nov");
  const member = `${list}/${await memberId()}/end`;
  const refused = await sendForm(address, member, jana, { submission: "2", version: "1", standing: "ended" });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain("This record comes from a public list and changes with it.");
});

test("an organisation shows who sits on which side and leads to its audiences", async () => {
  const found = (await openPage(address, "/c/esa/organisations?q=foreign+relations", jana)).text;
  const path =
    /href="(\/c\/esa\/organisations\/\w+)">Senate Committee on Foreign Relations</.exec(found)?.[1] ?? "";
  const page = (await openPage(address, path, jana)).text;
  expect(words(page)).toMatch(/2 seats held: majority 1, minority 1 .*Jana Nováková .*Tom Early/);
  expect(page).toContain("side=minority");
});

test("an organisation of ours is added and seen in every campaign", async () => {
  const form = { submission: "1", name: "Hudson Institute", kind: "think tank", source: "its web page" };
  const added = await sendForm(address, "/c/esa/organisations/new", jana, form);
  expect(added.status).toBe(303);
  const petr = await cookieOf(database, address, "petr", now);
  expect((await openPage(address, "/c/cyber/organisations?q=hudson", petr)).text).toContain(
    "Hudson Institute",
  );
});

test("who saved first is told beside what was typed, in words; the history names what changed as the form does", async () => {
  const added = await sendForm(address, `${list}/new`, jana, sent({ roleInDecision: "drafts" }));
  const own = String(added.headers.location).split("?")[0] ?? "";
  const first = sent({
    version: "2",
    owner: "jana",
    roleInDecision: "opens doors",
    retainUntil: "1 Feb 2028",
  });
  expect((await sendForm(address, `${own}/edit`, jana, first)).status).toBe(303);
  const late = await sendForm(address, `${own}/edit`, jana, sent({ version: "2", purpose: "mapping" }));
  expect(late.status).toBe(409);
  const conflict = words(late.text);
  expect(conflict).toContain("Role in the decision Theirs Opens doors Yours Not known");
  expect(conflict).toContain("Kept for Theirs Address book Yours Mapping");
  expect(conflict).toContain("Kept until Theirs 1 Feb 2028 Yours Empty");
  expect(conflict).toContain("Relationship owner Theirs Jana Yours No one yet");
  expect(conflict).not.toContain("Position Theirs");
  const history = words((await openPage(address, own, jana)).text);
  expect(history).toMatch(/Saved: Ondřej Černý .*What it was .*Kept until Tue 1 Feb 2028/);
  expect(history).toContain("Kept for address book");
});

test("an organisation or an owner that is not offered is refused, with a day to come", async () => {
  const odd = sent({ organisation: "nobody", owner: "nobody", informedOn: "11 Nov 2026" });
  const refused = await sendForm(address, `${list}/new`, jana, odd);
  expect(refused.status).toBe(400);
  const page = words(refused.text);
  const sentences = [
    "an organisation from the list",
    "a colleague in this campaign",
    "Enter today or an earlier day",
  ];
  for (const sentence of sentences) expect(page).toContain(sentence);
});
