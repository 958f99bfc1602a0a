import { beforeAll, expect, test } from "vitest";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { startPaper } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
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
let officer: string;
let reader: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Alena", { esa: "reader" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["sfrc"],
    messages: ["m1"],
    contacts: ["hadley"],
  });
  await addPeopleAndMessages(database, "cyber", { audiences: ["nsa"] });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
  reader = await cookieOf(database, address, "alena", NOW);
});

const FORM = {
  submission: "",
  title: "Staff briefing, Senate Foreign Relations",
  kind: "briefing",
  date: "12 Nov 2026",
  start: "14:00",
  end: "14:45",
  lastDate: "",
  zone: "America/New_York",
  schedule: "confirmed",
  place: "Dirksen Building",
  groundRule: "background",
  handling: "TLP:AMBER",
  ask: "",
  objective: "",
  owner: "jana",
  audiences: "sfrc",
  messages: "m1",
  officers: "jana",
  goingAheadReason: "It was asked for",
};

const plan = (change: Partial<typeof FORM> | Record<string, string>, cookie = officer) =>
  sendForm(address, "/c/esa/events/new", cookie, { ...FORM, ...change });
const open = (path: string, cookie = officer) => openPage(address, `/c/esa${path}`, cookie);
const idIn = (location: unknown) => /events\/([a-z0-9]+)/.exec(String(location))?.[1] ?? "";
const found = async (id: string) => {
  const event = await findEvent(database.read, "esa", id);
  if (event === null) throw new Error("There is no such event.");
  return event;
};
const countEvents = async () =>
  (await database.read.selectFrom("outreach_event").select("id").execute()).length;

test("an event that is planned appears in the week, on its page and on its brief, on both clocks", async () => {
  const answer = await plan({});
  expect(answer.status).toBe(303);
  const id = idIn(answer.headers.location);
  const week = await open("/calendar?view=week&date=2026-11-12");
  expect(week.text).toContain("Staff briefing, Senate Foreign Relations");
  expect(week.text).toContain("20:00 PRG");
  const page = await open(`/events/${id}`);
  expect(page.text).toContain("20:00 to 20:45 in Prague");
  expect(page.text).toContain("Audience sfrc");
  const brief = await open(`/events/${id}/brief`);
  expect(brief.text).toContain("NO TALKING POINTS");
  expect(brief.text).toContain("NOT CLEARED");
});

test("a form sent twice plans one event", async () => {
  const before = await countEvents();
  const first = await plan({ submission: "the same form" });
  const second = await plan({ submission: "the same form" });
  expect(second.headers.location).toBe(first.headers.location);
  expect(await countEvents()).toBe(before + 1);
});

const REFUSED: [string, Record<string, string>, string][] = [
  ["30 February", { date: "30 February 2026" }, "That day is not in the calendar"],
  ["an hour that does not exist", { date: "8 March 2026", start: "02:30", end: "" }, "does not exist"],
  ["an hour that occurs twice", { date: "1 Nov 2026", start: "01:30", end: "" }, "occurs twice"],
  ["an end before the start", { start: "14:00", end: "13:00" }, "Enter an end after the start"],
  ["a date with slashes", { date: "11/12/2026" }, "Write the month as a word"],
  ["an empty title", { title: "  " }, "Enter a title"],
  ["a long title", { title: "x".repeat(200_000) }, "Use 200 characters at most"],
  ["a kind that there is not", { kind: "party" }, "Choose what kind of event it is"],
  ["another campaign's audience", { audiences: "nsa" }, "Choose from this campaign’s list"],
  ["an id of nonsense", { owner: "../../etc" }, "Choose one from the list"],
];

test.for(REFUSED)("%s is refused in words, and what was typed is kept", async ([, change, words]) => {
  const before = await countEvents();
  const answer = await plan({ place: "Kept place", ...change });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("There is a problem");
  expect(answer.text).toContain(words);
  expect(answer.text).toContain("Kept place");
  expect(await countEvents()).toBe(before);
});

test("the hour that occurs twice is taken once it is said which is meant", async () => {
  const asked = await plan({ date: "1 Nov 2026", start: "01:30", end: "" });
  expect(asked.text).toContain('name="occurrence"');
  const answer = await plan({ date: "1 Nov 2026", start: "01:30", end: "", occurrence: "second" });
  expect((await found(idIn(answer.headers.location))).startsAt).toEqual(new Date("2026-11-01T06:30:00Z"));
});

test("emoji, right-to-left text, tags and formulas are only text", async () => {
  for (const title of ["Meeting 🎉", "שלום לכולם", "<script>alert(1)</script>", "=cmd()"]) {
    const answer = await plan({ title });
    const page = await open(`/events/${idIn(answer.headers.location)}`);
    expect([answer.status, page.status]).toEqual([303, 200]);
    expect(page.text).not.toContain("<script>alert");
    expect((await found(idIn(answer.headers.location))).title).toBe(title);
  }
});

test("a stale form is refused with both texts, and sending it again keeps mine", async () => {
  const id = await addEvent(database, "esa");
  const edit = (version: string, title: string) =>
    sendForm(address, `/c/esa/events/${id}/edit`, officer, { ...FORM, version, title });
  expect((await edit("1", "Theirs")).status).toBe(303);
  const stale = await edit("1", "Mine");
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("Theirs");
  expect(stale.text).toContain("Mine");
  expect(/name="version" value="(\d+)"/.exec(stale.text)?.[1]).toBe("2");
  expect((await edit("2", "Mine")).status).toBe(303);
  expect((await found(id)).title).toBe("Mine");
});

test("a move goes back to where it came from, and is refused for a time that does not exist", async () => {
  const id = await addEvent(database, "esa");
  const move = (fields: Record<string, string>) =>
    sendForm(address, `/c/esa/events/${id}/move`, officer, { version: "1", from: "calendar", ...fields });
  const refused = await move({ date: "8 March 2026", start: "02:30" });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain("8 March 2026");
  const moved = await move({ date: "13 Nov", start: "11:00" });
  expect(moved.headers.location).toMatch(/^\/c\/esa\/calendar\?view=week&date=2026-11-13&event=/);
  expect(await found(id)).toMatchObject({ wallStart: "2026-11-13T11:00", wallEnd: "2026-11-13T11:45" });
  expect((await move({ date: "13 Nov", start: "12:00" })).status).toBe(409);
});

test("the move page suggests times with their reasons", async () => {
  const id = await addEvent(database, "esa", { ownerAccountId: "jana" });
  const page = await open(`/events/${id}/move`);
  expect(page.text.replaceAll("<!-- -->", "")).toContain(
    "Choosing a time moves the event at once. You can undo it.",
  );
  expect(page.text).toContain("another time that day, within working hours in both cities");
  expect(page.text).toContain("same time next week");
});

test("an event that lies ahead is not marked held, and a cancellation needs a reason", async () => {
  const id = await addEvent(database, "esa");
  const stand = (fields: Record<string, string>) =>
    sendForm(address, `/c/esa/events/${id}/standing`, officer, fields);
  const early = await stand({ act: "hold" });
  expect(early.status).toBe(409);
  expect(early.text).toContain("The event has not begun yet");
  expect((await stand({ act: "cancel", reason: " " })).status).toBe(400);
  expect((await stand({ act: "cancel", reason: "Away" })).status).toBe(303);
  expect((await found(id)).schedule).toBe("cancelled");
});

test("a participant whose name was erased reads as a person no longer recorded on the event and its brief, and is in no list", async () => {
  await addPeopleAndMessages(database, "esa", { audiences: [], messages: [], contacts: ["gone"] });
  const id = await addEvent(database, "esa", {}, ["gone"]);
  const erased = { name: "", sort_name: "", role_in_decision: "advises" as const };
  await database.change(system, unsent, async (change) => {
    change.describe({
      recordKind: "contact",
      recordId: "gone",
      action: "erased",
      summary: "Erased",
      location: "/",
    });
    return change.update("contact", "gone", erased, null);
  });
  for (const path of [`/events/${id}`, `/events/${id}/brief`, `/events/${id}/participants`]) {
    const { text } = await open(path);
    expect(text, path).toContain("A person no longer recorded");
    expect(text, path).not.toMatch(/advises/i);
  }
  expect((await open("/contacts")).text).not.toContain("/contacts/gone");
});

test("participants are found by name without its accents, added, and taken off again", async () => {
  const id = await addEvent(database, "esa");
  const page = await open(`/events/${id}/participants?who=${encodeURIComponent("HÁDLEY")}`);
  expect(page.text).toContain("Contact hadley");
  const send = (fields: Record<string, string>) =>
    sendForm(address, `/c/esa/events/${id}/participants`, officer, { contact: "hadley", ...fields });
  expect((await send({ act: "add" })).status).toBe(303);
  expect((await send({ act: "record", version: "1", reply: "perhaps", attendance: "attended" })).status).toBe(
    400,
  );
  expect(
    (await send({ act: "record", version: "1", reply: "accepted", attendance: "attended" })).status,
  ).toBe(303);
  expect((await found(id)).participants).toMatchObject([{ reply: "accepted" }]);
  expect((await send({ act: "remove" })).status).toBe(303);
  expect((await found(id)).participants).toEqual([]);
});

test("a reader sees the calendar and changes nothing", async () => {
  const id = await addEvent(database, "esa");
  expect((await open("/calendar", reader)).status).toBe(200);
  expect((await open(`/events/${id}`, reader)).text).not.toContain("Mark as held");
  expect((await open("/events/new", reader)).status).toBe(403);
  expect((await plan({}, reader)).status).toBe(403);
});

test("another campaign's event is not there", async () => {
  const id = await addEvent(database, "cyber");
  for (const page of ["", "/edit", "/move", "/standing", "/participants", "/brief"]) {
    expect([page, (await open(`/events/${id}${page}`)).status]).toEqual([page, 404]);
  }
  const hold = await sendForm(address, `/c/esa/events/${id}/standing`, officer, { act: "hold" });
  expect(hold.status).toBe(404);
});

test("an address of nonsense shows the usual week", async () => {
  const page = await open("/calendar?view=sideways&date=tomorrowish&audience=..%2F..&status=lost&event=none");
  expect(page.status).toBe(200);
  expect(page.text).toContain("9 to 13 November");
});

test("after a plan is undone the browser lands on a page that is there", async () => {
  const planned = await plan({ title: "To be undone" });
  const changeId = new URL(String(planned.headers.location), address).searchParams.get("done") ?? "";
  const undone = await sendForm(address, "/c/esa/undo", officer, { change: changeId });
  const list = await openPage(address, String(undone.headers.location), officer);
  expect([303, 302, 200]).toContain(list.status);
  expect(String(list.headers.location)).toContain("/c/esa/calendar?done=");
});

test("why an event goes ahead is kept on its page and in its history, and can be changed or taken back", async () => {
  const id = idIn(
    (await plan({ title: "On Veterans Day", date: "11 Nov 2026", goingAheadReason: "It was asked for" }))
      .headers.location,
  );
  const page = await open(`/events/${id}`);
  expect(page.text).toContain("Veterans Day (US)");
  expect(page.text).toContain("Going ahead because: It was asked for");
  const keep = async (goingAheadReason: string, version: number, cookie = officer) =>
    sendForm(address, `/c/esa/events/${id}`, cookie, {
      act: "reason",
      goingAheadReason,
      version: String(version),
    });
  expect((await keep("They have no other day", (await found(id)).version)).status).toBe(303);
  const changed = await open(`/events/${id}`);
  expect(changed.text).toContain("Going ahead because: They have no other day");
  const stale = await keep("Mine", 1);
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("They have no other day");
  expect((await keep("x".repeat(301), (await found(id)).version)).status).toBe(400);
  expect((await keep("No", (await found(id)).version, reader)).status).toBe(403);
  expect((await keep("", (await found(id)).version)).status).toBe(303);
  expect((await found(id)).goingAheadReason).toBe("");
  expect((await open(`/events/${id}`)).text).toContain("Say why it should go ahead");
});

test("of an event that is cancelled nothing is said of its going ahead, and of one that has begun that it went", async () => {
  const goingAheadReason = "It was asked for";
  const cancelled = await addEvent(database, "esa", { goingAheadReason });
  const because = { act: "cancel", reason: "Away" };
  await sendForm(address, `/c/esa/events/${cancelled}/standing`, officer, because);
  expect((await open(`/events/${cancelled}`)).text).not.toMatch(/ahead because|Change the reason/);
  const time = timeOf("10 Nov 2026", "10:00", "11:00");
  const begun = (await open(`/events/${await addEvent(database, "esa", { goingAheadReason, time })}`)).text;
  expect(begun).toContain("Went ahead because: It was asked for");
  expect(begun).not.toContain("Change the reason");
});

test("the room of a phone call is no open point, and a paper without sources has none current", async () => {
  const call = `/events/${await addEvent(database, "esa", { kind: "phone call", place: "" })}`;
  for (const path of [call, `${call}/brief`]) {
    expect((await open(path)).text, path).toMatch(/Where<\/dt><dd>No place/);
    expect((await open(path)).text, path).not.toMatch(/Not confirmed|to be confirmed/i);
  }
  const id = await addEvent(database, "esa");
  await database.change(system, unsent, (change) => startPaper(change, { campaignId: "esa", eventId: id }));
  const briefing = (await open(`/events/${id}`)).text;
  expect(briefing).toContain("Not confirmed");
  expect(briefing).toMatch(/Sources<\/span>.*?None/);
});

test("people are offered from an audience only where the event has one", async () => {
  const id = await addEvent(database, "esa");
  expect((await open(`/events/${id}/participants`)).text).toContain("The event has no audience yet.");
  const withOne = await addEvent(database, "esa", { audienceIds: ["sfrc"] });
  expect((await open(`/events/${withOne}/participants`)).text).toContain("No one else is known");
});
