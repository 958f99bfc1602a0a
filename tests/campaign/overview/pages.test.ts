import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addMeeting, addressBothAudiences } from "../../support/builders/meeting.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { conflictOf } from "../../support/conflict-of.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
let clock = now;
let database: Database;
let address: string;
let jana: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addressBothAudiences(database);
  ({ address } = await startedServer(database, { now: () => clock }));
  jana = await cookieOf(database, address, "jana", now);
});

/** The words of the page without its markup. */
async function words(path = "/c/esa"): Promise<string> {
  const { text } = await openPage(address, path, jana);
  return text
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
}

test("before anything is logged the overview says so, and asks for the log", async () => {
  const page = await words();
  expect(page).toContain("No message has been rated yet.");
  expect(page).toContain("1 meeting not logged");
  expect(page).toContain("Not yet heard");
  expect(page).toContain("There are no objectives yet");
});

test("logging an outcome changes the overview at once", async () => {
  const logged = await sendForm(address, "/c/esa/events/meeting/log", jana, [
    ["attended", "claire"],
    ["received-m3", "1"],
    ["wording-m3", "as written"],
    ["received-m2", "not raised"],
    ["groundRule", "background"],
    ["said", "Finally, numbers."],
  ]);
  expect(logged.status).toBe(303);
  const page = await words();
  expect(page).not.toContain("meeting not logged");
  expect(page).toContain("No one has yet heard message 2, Message 2");
  expect(page).toContain("1 meeting logged, 2 ratings");
});

test("a cell that was not heard leads to planning an event about it", async () => {
  const { text } = await openPage(address, "/c/esa", jana);
  const [, link = ""] = /href="([^"]*events\/new\?[^"]*)"/.exec(text) ?? [];
  expect((await openPage(address, link.replaceAll("&amp;", "&"), jana)).status).toBe(200);
});

test("the matrix and the effectiveness page say the same of each pair", async () => {
  const overview = await words();
  const [cell = ""] =
    /\+\d\.\d (?:Not enough evidence|Mixed|Well received) \S+ to \S+ \d+ rating/.exec(overview) ?? [];
  expect(cell).not.toBe("");
  expect(await words("/c/esa/reports/effectiveness")).toContain(cell);
});

test("how the summary is worked out names the figures that it rests on", async () => {
  const page = await words();
  expect(page).toContain("How this summary is worked out");
  expect(page).toMatch(/Message 3 across all audiences: [a-z ]+, \+\d\.\d \(\S+ to \S+\), 2 ratings/);
});

const OBJECTIVE = {
  sentence: "State: one sentence in a joint readout",
  level: "outcome",
  indicator: "Sentences in readouts",
  source: "entered",
  baseline: "0",
  baselineOn: "2 Feb 2026",
  target: "2,5",
  due: "30 Jun 2027",
};

const set = (fields: Record<string, string>) =>
  sendForm(address, "/c/esa/objectives/new", jana, { ...OBJECTIVE, ...fields });

test("what cannot be an objective is refused with its reason and keeps what was typed", async () => {
  const bad = await set({ due: "30 Feb 2027", milestones: "next spring: 2" });
  expect(bad.status).toBe(400);
  expect(bad.text).toContain('value="30 Feb 2027"');
  expect(bad.text).toContain("next spring: 2</textarea>");
  expect((await set({ source: "something" })).status).toBe(400);
  const strange = await set({ source: "reception:stranger", level: "out-take" });
  expect(strange.status).toBe(400);
  for (const [fields, reason] of [
    [{ target: "0" }, "The target is the same as the baseline"],
    [{ due: "9 Nov 2026" }, "The due date has passed"],
    [{ milestones: "1 Mar 2027: 1\n31 Jan 2027: 2" }, "out of order"],
    [{ milestones: "1 Mar 2027: 3" }, "away from the target or beyond it"],
    [{ source: "stance" }, "Choose the audience"],
    [{ source: "reception:m3" }, "belongs to another level"],
  ] as const) {
    const refused = await set(fields);
    expect([refused.status, refused.text.includes(reason)], reason).toEqual([409, true]);
    expect(refused.text).toContain('value="State: one sentence in a joint readout"');
  }
});

test("an objective is added, read, and stands on the overview with figure, target, word and reason", async () => {
  const added = await set({ milestones: "31 Oct 2026: 1.5\n31 Jan 2027: 2" });
  expect(added.status).toBe(303);
  const page = String(added.headers.location).split("?")[0] ?? "";
  expect(await words()).toContain("of 2.5, outcome No reading yet 1.5 expected by today");
  const future = await sendForm(address, page, jana, { value: "1", read: "12 Nov 2026" });
  expect(future.status).toBe(409);
  expect((await sendForm(address, page, jana, { value: "1", n: "6", read: "today" })).status).toBe(303);
  expect(await words()).toContain("1 of 2.5, outcome Behind 1.5 expected by today. n 6. Last: Tue 10 Nov");
  expect((await sendForm(address, page, jana, { value: "1.5", read: "today" })).status).toBe(303);
  expect(await words()).toContain("On course");
});

test("an objective that was edited twice is shown to the later one in the words of both, and the history says the fields", async () => {
  const added = await set({ sentence: "House: a letter" });
  const page = String(added.headers.location).split("?")[0] ?? "";
  const edit = (change: Record<string, string>) =>
    sendForm(address, page, jana, { ...OBJECTIVE, sentence: "House: a letter", version: "1", ...change });
  expect((await edit({ baselineOn: "1 Feb 2026", meetings: "6", audience: "majority" })).status).toBe(303);
  const stale = await edit({
    audience: "",
    level: "out-take",
    source: "reception:m3",
    meetings: "6",
    milestones: "1 Mar 2027: 1",
  });
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    Audience: ["Committee, majority", "No single audience"],
    Level: ["outcome", "out-take"],
    "Source of readings": ["Readings are entered by hand", "Reception of message 3, Message 3"],
    "Date of reading": ["1 Feb 2026", "2 Feb 2026"],
    Target: ["2.5", "2,5"],
    Milestones: ["Empty", "1 Mar 2027: 1"],
  });
  expect((await openPage(address, page, jana)).text).toMatch(/<dt>Date of reading<\/dt>.*<del>2<\/del>/);
});

test("a computed objective follows the records, and its readings cannot be told from nowhere", async () => {
  const added = await set({
    sentence: "Majority: message 3 well received",
    level: "out-take",
    audience: "majority",
    source: "reception:m3",
    baseline: "-1",
    target: "1",
  });
  const page = String(added.headers.location).split("?")[0] ?? "";
  const text = await words(page);
  expect(text).toContain("baseline −1.0, target +1.0, out-take");
  expect(text).toMatch(/Likely range \S+ to \S+, n 1/);
  expect(text).toContain("computed from the records");
});

test("a share of meetings is told with its likely range", async () => {
  const added = await set({
    sentence: "Majority: no longer raises duplication",
    level: "out-take",
    audience: "majority",
    source: "objection:o1",
    meetings: "6",
    baseline: "100",
    target: "0",
  });
  expect(await words(String(added.headers.location))).toContain("0 of 1 meetings, target 0 %");
});

test("a retired objective leaves the overview and comes back", async () => {
  const page = String((await set({ sentence: "To be retired" })).headers.location).split("?")[0] ?? "";
  const retired = await sendForm(address, page, jana, { retire: "yes", version: "1" });
  expect(retired.status).toBe(303);
  expect(await words(String(retired.headers.location))).toContain("Retired: To be retired");
  expect((await openPage(address, page, jana)).status).toBe(404);
  const id = page.split("/").at(-1) ?? "";
  const back = await sendForm(address, "/c/esa/objectives", jana, { takeUp: id });
  expect(back.status).toBe(303);
  expect((await openPage(address, page, jana)).status).toBe(200);
  expect((await sendForm(address, "/c/esa/objectives", jana, { takeUp: "nobody" })).status).toBe(404);
});

test("from Saturday the overview shows the week to come, as the calendar does", async () => {
  const id = await addEvent(database, "esa", {
    ...{ title: "Breakfast", time: timeOf("18 Nov 2026", "8:00", "9:00"), officerIds: ["jana"] },
  });
  for (const [day, heading, isThere] of [
    ["13", "This week", false],
    ["14", "Next week", true],
    ["15", "Next week", true],
  ] as const) {
    clock = new Date(`2026-11-${day}T20:00:00.000Z`);
    const cookie = await cookieOf(database, address, "jana", clock);
    const { text } = await openPage(address, "/c/esa", cookie);
    const block = text.slice(
      text.indexOf('id="this-week"'),
      text.indexOf("</section>", text.indexOf('id="this-week"')),
    );
    expect(block).toContain(heading);
    expect(block.includes(`/events/${id}`)).toBe(isThere);
    const calendar = (await openPage(address, "/c/esa/calendar", cookie)).text;
    expect(calendar.includes(id)).toBe(isThere);
  }
  clock = now;
});
