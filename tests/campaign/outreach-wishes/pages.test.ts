import { beforeAll, expect, test } from "vitest";
import { findWish, listWishes } from "#app/campaign/outreach-wishes/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { conflictOf } from "../../support/conflict-of.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
let database: Database;
let address: string;
let officer: string;
let reader: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer", cyber: "officer" });
  await addAccount(database, "Alena", { esa: "reader" });
  await addPeopleAndMessages(database, "esa", { audiences: ["press"], messages: ["m1"] });
  await addPeopleAndMessages(database, "cyber", { audiences: ["nsa"] });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
  reader = await cookieOf(database, address, "alena", NOW);
});

const CALL = {
  title: "Call on background, defence reporters",
  kind: "phone call",
  length: "30 min",
  bestBy: "19 Nov",
  note: "",
  owner: "jana",
  audiences: "press",
  messages: "m1",
};

const send = (path: string, fields: Record<string, string>, cookie = officer) =>
  sendForm(address, `/c/esa/wishes/${path}`, cookie, fields);
const open = (path: string, cookie = officer) => openPage(address, `/c/esa/${path}`, cookie);
const idIn = (location: unknown) => /wishes\/([a-z0-9]+)/.exec(String(location))?.[1] ?? "";
const keep = async (change: Record<string, string> = {}) =>
  idIn((await send("new", { ...CALL, ...change })).headers.location);

test("an event without a day is kept, shown with what it is about, and edited", async () => {
  const id = await keep();
  const page = await open(`wishes/${id}`);
  expect(page.text).toContain("ideally by Thu 19 Nov");
  expect(page.text).toContain("30 min");
  expect(page.text).toContain("Audience press");
  const edited = await send(`${id}/edit`, { ...CALL, version: "1", length: "1h30", bestBy: "" });
  expect(edited.status).toBe(303);
  expect(await findWish(database.read, "esa", id)).toMatchObject({ minutes: 90, bestBy: null });
  const stale = await send(`${id}/edit`, {
    ...CALL,
    version: "1",
    title: "Mine",
    kind: "briefing",
    owner: "",
  });
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    Title: [CALL.title, "Mine"],
    Kind: ["Phone call", "Briefing"],
    Length: ["1 h 30 min", "30 min"],
    "Ideally by": ["Empty", "19 Nov"],
    Owner: ["Jana", "No one yet"],
  });
  expect((await open(`wishes/${id}`)).text).toContain("<dt>Ideally by</dt>");
});

test.for([
  ["an empty title", { title: " " }, "Enter a title"],
  ["a kind that there is not", { kind: "party" }, "Choose what kind of event it is"],
  ["a length of nonsense", { length: "soon" }, "Enter a length from 5 minutes to 24 hours"],
  ["a day with slashes", { bestBy: "11/12/2026" }, "Write the month as a word"],
  ["30 February", { bestBy: "30 Feb" }, "That day is not in the calendar"],
  ["another campaign's audience", { audiences: "nsa" }, "Choose from this campaign’s list"],
  ["an owner of nonsense", { owner: "../../etc" }, "Choose one from the list"],
] as const)("%s is refused in words, and what was typed is kept", async ([, change, words]) => {
  const before = (await listWishes(database.read, "esa")).length;
  const answer = await send("new", { ...CALL, note: "Kept note", ...change });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain("Kept note");
  expect(await listWishes(database.read, "esa")).toHaveLength(before);
});

test("a wish is dropped with its reason and put back", async () => {
  const id = await keep({ title: "To be dropped" });
  const unsaid = await send(id, { act: "drop", reason: " " });
  expect(unsaid.status).toBe(400);
  expect(unsaid.text).toContain("Say why you are discarding it");
  expect((await send(id, { act: "drop", reason: "They publish without us" })).status).toBe(303);
  expect((await open(`wishes/${id}`)).text).toContain("Discarded: They publish without us");
  const again = await send(id, { act: "drop", reason: "again" });
  expect(again.status).toBe(409);
  expect(again.text).toContain("It has been discarded. Reinstate it first");
  expect((await send(id, { act: "put-back" })).status).toBe(303);
  expect((await findWish(database.read, "esa", id))?.state).toBe("to place");
});

test("planning a wish fills the form, places it once, and warns of a day that is too late", async () => {
  const id = await keep({ title: "To be placed" });
  const page = await open(`events/new?wish=${id}&line=1+dec+14:00`);
  expect(page.text).toContain('value="To be placed"');
  expect(page.text).toContain("Wanted by Thu 19 Nov: this is 12 days later");
  const form = { title: "To be placed", kind: "phone call", date: "1 Dec 2026", start: "14:00", wish: id };
  const fields = { ...form, schedule: "tentative", groundRule: "background", handling: "TLP:AMBER" };
  const plan = () =>
    sendForm(address, "/c/esa/events/new", officer, { ...fields, goingAheadReason: "It was asked for" });
  expect((await plan()).status).toBe(303);
  expect((await findWish(database.read, "esa", id))?.state).toBe("placed");
  const twice = await plan();
  expect(twice.status).toBe(400);
  expect(twice.text).toContain("since been given a date or discarded");
  expect((await open(`wishes/${id}`)).text).toContain("Scheduled: ");
  expect((await open(`wishes/${id}`)).text).not.toContain("Reinstate");
  expect((await send(id, { act: "put-back" })).status).toBe(409);
  const event = (await findWish(database.read, "esa", id))?.placedIn?.id;
  const cancel = { act: "cancel", reason: "They are away" };
  await sendForm(address, `/c/esa/events/${event}/standing`, officer, cancel);
  expect((await open(`wishes/${id}`)).text).toContain("The event did not take place: ");
  expect((await send(id, { act: "put-back" })).status).toBe(303);
  expect((await findWish(database.read, "esa", id))?.state).toBe("to place");
});

test("a wish is neither opened nor changed from another campaign or by a reader", async () => {
  const id = await keep();
  expect((await openPage(address, `/c/cyber/wishes/${id}`, officer)).status).toBe(404);
  expect(
    (await sendForm(address, `/c/cyber/wishes/${id}`, officer, { act: "drop", reason: "x" })).status,
  ).toBe(404);
  expect((await openPage(address, `/c/cyber/events/new?wish=${id}`, officer)).text).not.toContain(CALL.title);
  expect((await open(`wishes/${id}`, reader)).status).toBe(200);
  expect((await open("wishes/new", reader)).status).toBe(403);
  expect((await send(id, { act: "drop", reason: "x" }, reader)).status).toBe(403);
});

test("a slot is offered with its reasons and taken in one click; one that is taken meanwhile is refused; Undo takes both back", async () => {
  const id = await keep({ title: "Call by slot" });
  const page = await open(`wishes/${id}/slot`);
  expect(page.text.match(/class="move-choice"/g)).toHaveLength(3);
  expect(page.text).toContain("Thu 12 Nov, 09:00");
  expect(page.text).toContain("15:00 in Prague; within working hours in both cities");
  const first = { date: "12 Nov 2026", start: "09:00" };
  await addEvent(database, "esa", { ownerAccountId: "jana", time: timeOf("12 Nov 2026", "09:00", "09:30") });
  const taken = await send(`${id}/slot`, first);
  expect(taken.status).toBe(409);
  expect(taken.text).toContain(
    "That slot is no longer free. Jana is at Staff briefing, 09:00 to 09:30 in Washington.",
  );
  expect(taken.text).toContain("Thu 12 Nov, 09:30");
  const placed = await send(`${id}/slot`, { ...first, start: "09:30" });
  expect(placed.status).toBe(303);
  expect(await findWish(database.read, "esa", id)).toMatchObject({
    state: "placed",
    placedIn: { title: "Call by slot" },
  });
  const again = await send(`${id}/slot`, { date: "13 Nov 2026", start: "09:00" });
  expect(again.status).toBe(409);
  expect(again.text).toContain("It is already in the calendar.");
  const change = new URL(String(placed.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", officer, { change })).status).toBe(303);
  expect((await findWish(database.read, "esa", id))?.state).toBe("to place");
  expect((await send(`${id}/slot`, { date: "soon", start: "" })).status).toBe(400);
  expect((await send(`${id}/slot`, first, reader)).status).toBe(403);
});
