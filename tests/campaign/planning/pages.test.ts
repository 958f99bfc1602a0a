import { beforeAll, expect, test } from "vitest";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
let database: Database;
let address: string;
let officer: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addCampaign(database, "bare");
  await addAccount(database, "Jana", { esa: "officer", bare: "officer" });
  await addAccount(database, "Petr", { esa: "officer" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["press"],
    messages: ["m1"],
    contacts: ["hadley"],
  });
  await addPeopleAndMessages(database, "cyber", { audiences: ["nsa"], contacts: ["spook"] });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
});

const open = async (search: Record<string, string>) =>
  (await openPage(address, `/c/esa/events/new?${new URLSearchParams(search)}`, officer)).text;
const fieldIn = (page: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ??
  new RegExp(`value="([^"]*)"[^>]*name="${name}"`).exec(page)?.[1];

const FORM = {
  title: "Briefing",
  kind: "briefing",
  date: "1 Dec 2026",
  start: "10:00",
  zone: "Washington",
  schedule: "tentative",
  groundRule: "background",
  handling: "TLP:AMBER",
  owner: "jana",
  officers: "jana",
};
const plan = (change: Record<string, string>) =>
  sendForm(address, "/c/esa/events/new", officer, { ...FORM, ...change });
const idIn = (location: unknown) => /events\/([a-z0-9]+)/.exec(String(location))?.[1] ?? "";

test("the line fills the fields, on both clocks, and says what it does not understand", async () => {
  const page = await open({ line: "Lunch, 1 dec 14:00, 45 min, msg 1, @petr, xyz" });
  expect(fieldIn(page, "title")).toBe("Lunch");
  expect(fieldIn(page, "date")).toBe("1 Dec 2026");
  expect(fieldIn(page, "end")).toBe("14:45");
  expect(page).toContain("Tuesday 1 December, 14:00 to 14:45 in Washington, 20:00 to 20:45 in Prague");
  expect(page).toContain("“xyz”");
  expect(page).toContain('data-in-doubt="yes"');
});

test("a question in the sentence for whoever listens ends as a question", async () => {
  const page = await open({ line: "Coffee, Tue 10:00, Wed 10:00, xyz" });
  expect(page).toContain("Which day do you mean? Not understood: xyz");
});

test("a campaign without audiences is led from the form to its first", async () => {
  const { text } = await openPage(address, "/c/bare/events/new", officer);
  const shown = text.replaceAll("<!-- -->", "");
  expect(shown).toContain('None yet. <a href="/c/bare/audiences/new">Add an audience</a>');
});

test("a line that was never read fills in the form when the plan is sent, and nothing is planned yet", async () => {
  const unread = { line: "Lunch, 1 dec 14:00, 45 min", lineBefore: "", "start-from": "", title: "" };
  const sent = await plan({ ...unread, date: "", start: "", end: "" });
  expect(sent.status).toBe(303);
  const { text } = await openPage(address, String(sent.headers.location), officer);
  expect([fieldIn(text, "title"), fieldIn(text, "date"), fieldIn(text, "start")]).toEqual([
    "Lunch",
    "1 Dec 2026",
    "14:00",
  ]);
  expect(text).not.toContain("There is a problem");
  const asked = { ...unread, lineBefore: unread.line, ask: "x".repeat(9_000) };
  expect((await plan({ ...asked, date: "" })).text).toContain("Enter a date");
});

test("what was changed by hand stays when the line is read again, and the page says so", async () => {
  const before = "Lunch, 1 dec 14:00, 45 min";
  const byHand = { ...FORM, title: "Lunch", start: "15:00", end: "14:45", length: "45" };
  const page = await open({
    ...byHand,
    lineBefore: before,
    line: "Lunch, 2 dec 16:00, 45 min",
    "start-from": "",
  });
  expect(fieldIn(page, "date")).toBe("2 Dec 2026");
  expect(fieldIn(page, "start")).toBe("15:00");
  expect(page).toContain("Kept as you set it");
  expect(page).toContain("15:00 to 15:45 in Washington");
});

test("a line that is too long, or of anything at all, is answered in words and kept", async () => {
  const long = await open({ line: "x ".repeat(400) });
  expect(long).toContain("Use 500 characters at most");
  expect(long).toContain("The line is longer than 500 characters. Shorten it, or fill in the form");
  expect(long).toContain('data-in-doubt="yes"');
  const pasted = "Briefing with the whole delegation ".repeat(60).slice(0, 2_000);
  for (const lineBefore of ["", pasted]) {
    const kept = await open({ line: pasted, lineBefore });
    expect(fieldIn(kept, "line")).toBe(pasted);
    expect(kept).toContain("Use 500 characters at most");
    expect(kept).not.toMatch(/name="line"[^>]*maxLength/);
  }
  const sent = await plan({ line: pasted, title: "" });
  expect(sent.status).toBe(400);
  expect(fieldIn(sent.text, "line")).toBe(pasted);
  const odd = await open({ line: "<script>alert(1)</script> @nobody ‮ 14:00-" });
  expect(odd).not.toContain("<script>alert");
  expect(odd).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test.for([
  ["8 mar 2026 2:30", "does not exist"],
  ["1 nov 2026 1:30", "Which of the two times?"],
] as const)("“%s” is refused or asked about as soon as it is read", async ([line, words]) => {
  expect(await open({ line })).toContain(words);
});

test("five hours between the clocks, and a day that has passed, are said", async () => {
  expect(await open({ line: "Talk, 16 mar 2027 10:00" })).toContain(
    "5 hours apart that day, not the usual 6",
  );
  expect(await open({ line: "Talk, 2 nov 2026 10:00" })).toContain("That day has passed");
  expect(await open({ line: "Talk, 10 nov 2026 9:00" })).toContain("That time has passed");
});

test("what speaks against an event comes back once; sent again, or with a reason, it is planned", async () => {
  await plan({ goingAheadReason: "first" });
  const first = await plan({ place: "Kept place", line: "Staff briefing, 45 min" });
  expect(first.status).toBe(409);
  expect(first.text).toMatch(/Understood<\/span>[^<]*(<!-- -->)?[^<]*45 min/);
  expect(first.text).toContain("Before it is planned");
  expect(first.text).toContain("Kept place");
  const seen = fieldIn(first.text, "seen") ?? "";
  expect((await plan({ seen: "something else" })).status).toBe(409);
  expect((await plan({ seen })).status).toBe(303);
  const reasoned = await plan({ goingAheadReason: "They asked for it" });
  const event = await findEvent(database.read, "esa", idIn(reasoned.headers.location));
  expect(event?.goingAheadReason).toBe("They asked for it");
});

test("an edit comes back once with what it adds, and not for what stood before", async () => {
  const on = async (date: string, start: string, given: Parameters<typeof addEvent>[2] = {}) =>
    addEvent(database, "esa", {
      ...{ kind: "internal", ownerAccountId: "jana", officerIds: ["jana"], goingAheadReason: "Known" },
      ...given,
      time: timeOf(date, start, ""),
    });
  await on("14 Dec 2026", "10:00", { title: "Already there" });
  const id = await on("15 Dec 2026", "10:00");
  const edit = (version: string, change: Record<string, string>) =>
    sendForm(address, `/c/esa/events/${id}/edit`, officer, {
      ...FORM,
      ...{ kind: "internal", date: "14 Dec 2026", end: "10:45", goingAheadReason: "Known", version },
      ...change,
    });
  const first = await edit("1", {});
  expect(first.status).toBe(409);
  expect(first.text).toContain("Before it is saved");
  expect(first.text).toContain("Jana is at Already there");
  expect((await findEvent(database.read, "esa", id))?.version).toBe(1);
  expect((await edit("1", { seen: "something else" })).status).toBe(409);
  expect((await edit("1", { seen: fieldIn(first.text, "seen") ?? "" })).status).toBe(303);
  expect((await edit("2", { title: "Another title" })).status).toBe(303);
  expect((await edit("3", { date: "15 Dec 2026" })).status).toBe(303);
  expect((await edit("4", { goingAheadReason: "Two can do it" })).status).toBe(303);
  expect((await findEvent(database.read, "esa", id))?.goingAheadReason).toBe("Two can do it");
});

test("an edit of a cancelled event, and one that somebody was quicker with, is not asked about", async () => {
  const own = { kind: "internal", ownerAccountId: "jana" } as const;
  await addEvent(database, "esa", { ...own, time: timeOf("17 Dec 2026", "10:00", "") });
  const id = await addEvent(database, "esa", { ...own, time: timeOf("18 Dec 2026", "10:00", "") });
  const edit = (version: string) =>
    sendForm(address, `/c/esa/events/${id}/edit`, officer, { ...FORM, date: "17 Dec 2026", version });
  expect((await edit("7")).text).not.toContain("Before it is saved");
  expect((await edit("1")).text).toContain("Before it is saved");
  const cancel = { act: "cancel", reason: "They asked for another day", version: "1" };
  expect((await sendForm(address, `/c/esa/events/${id}/standing`, officer, cancel)).status).toBe(303);
  expect((await edit("2")).status).toBe(303);
});

test("an event is on the clock of any city, and a city that has none is refused", async () => {
  const answer = await plan({ date: "8 Dec 2026", zone: "Brussels", goingAheadReason: "x" });
  const event = await findEvent(database.read, "esa", idIn(answer.headers.location));
  expect(event?.zone).toBe("Europe/Brussels");
  expect(event?.startsAt.toISOString()).toBe("2026-12-08T09:00:00.000Z");
  const refused = await plan({ zone: "Atlantis" });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("There is no time zone with that name");
  expect(refused.text).toContain("Atlantis");
});

test("everything that is wrong with a form is said at once, each at its field", async () => {
  const wrong = { start: "15:00", end: "14:00", zone: "Atlantis", repeat: "weekly", repeatUntil: "soonish" };
  const id = await addEvent(database, "esa", { ownerAccountId: "jana" });
  const edit = { ...FORM, ...wrong, version: "1", date: "30 February" };
  for (const answer of [
    await plan({ ...wrong, date: "30 February" }),
    await sendForm(address, `/c/esa/events/${id}/edit`, officer, edit),
  ]) {
    expect(answer.status).toBe(400);
    for (const name of ["date", "end", "zone", "repeatUntil"])
      expect(answer.text, name).toMatch(new RegExp(`<a href="#[^"]*\\b${name}"`));
  }
});

test("participants are planned with what they have replied, and none of another campaign", async () => {
  const answer = await plan({
    date: "9 Dec 2026",
    contacts: "hadley",
    replies: "hadley accepted",
    goingAheadReason: "x",
  });
  const event = await findEvent(database.read, "esa", idIn(answer.headers.location));
  expect(event?.participants).toMatchObject([{ contactId: "hadley", reply: "accepted" }]);
  expect((await plan({ contacts: "spook" })).status).toBe(400);
  expect(await open({ line: "Contact spook, tue 14:00" })).not.toContain("Contact spook takes part");
});

test("a copy has everything but the day, the replies and the outcome; of another campaign nothing", async () => {
  const id = await addEvent(
    database,
    "esa",
    {
      title: "Coffee",
      kind: "office call",
      audienceIds: ["press"],
      time: timeOf("12 Nov 2026", "9:00", "9:20"),
    },
    ["hadley"],
  );
  const page = await open({ copy: id });
  expect(fieldIn(page, "title")).toBe("Coffee");
  expect(fieldIn(page, "date")).toBe("");
  expect(fieldIn(page, "start")).toBe("09:00");
  expect(page).toContain("Contact hadley");
  expect(page).toContain("Choose its day");
  const strange = await addEvent(database, "cyber", { title: "Not for you" });
  expect(await open({ copy: strange })).not.toContain("Not for you");
});

test("a gap pre-fills audience and message, and the line adds to them", async () => {
  const page = await open({ audience: "press", message: "m1", line: "Talk" });
  expect(page).toMatch(/name="audiences"[^>]*checked=""[^>]*value="press"|value="press"[^>]*checked=""/);
  const again = await open({
    ...FORM,
    title: "Talk",
    audiences: "press",
    messages: "m1",
    lineBefore: "Talk",
    line: "Talk, @petr",
    "start-from": "audience=press&message=m1",
  });
  expect(again).toMatch(/name="audiences"[^>]*checked=""[^>]*value="press"|value="press"[^>]*checked=""/);
  expect(again).toMatch(/<option value="petr" selected=""/);
});

test("a form that was opened over a page leads back there; anything but a page of the campaign leads to the event", async () => {
  const backTo = async (back: string) =>
    String((await plan({ back, goingAheadReason: "It was asked for" })).headers.location);
  expect(await backTo("/c/esa/calendar?view=week&done=earlier")).toMatch(
    /^\/c\/esa\/calendar\?view=week&done=(?!earlier)[a-z0-9]+$/,
  );
  for (const elsewhere of [
    "//evil.example/c/esa",
    "https://evil.example",
    "/c/cyber/calendar",
    "/c/esa/../cyber",
    "",
  ])
    expect(await backTo(elsewhere)).toMatch(/^\/c\/esa\/events\/[a-z0-9]+\?done=/);
  const there = await openPage(address, await backTo("/c/esa/calendar"), officer);
  expect(there.text).toMatch(
    /Planned for Tue 1 Dec 2026, 10:00 in Washington: Briefing\.<\/span><a href="\/c\/esa\/events\/[a-z0-9]+">Open it/,
  );
});
