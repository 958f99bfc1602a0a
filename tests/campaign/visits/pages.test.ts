import { beforeAll, expect, test } from "vitest";
import { draftCorrespondence } from "#app/campaign/correspondence/store.server.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { by } from "../../support/builders/started-paper.ts";
import { addItem, addVisit, addVisitMember } from "../../support/builders/visit.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
let database: Database;
let address: string;
let officer: string;
let reader: string;
let stranger: string;
let visitId: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Alena", { esa: "reader" });
  await addAccount(database, "Pavel", { cyber: "officer" });
  await addPeopleAndMessages(database, "esa", { audiences: ["sfrc"], messages: ["m1"] });
  visitId = await addVisit(database, "esa", { ownerAccountId: "jana" });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
  reader = await cookieOf(database, address, "alena", NOW);
  stranger = await cookieOf(database, address, "pavel", NOW);
});

const here = (part = "") => `/c/esa/events/${visitId}/programme${part}`;
const open = (part = "", cookie = officer) => openPage(address, here(part), cookie);
const send = (part: string, fields: Record<string, string>, cookie = officer) =>
  sendForm(address, here(part), cookie, { submission: "", ...fields });
const found = async () => {
  const visit = await findVisit(database.read, "esa", visitId);
  if (visit === null) throw new Error("There is no such visit.");
  return visit;
};
const inWords = (text: string) => text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const MEETING = {
  act: "plan",
  title: "Pentagon, NATO policy",
  kind: "office call",
  date: "19 Nov 2026",
  start: "10:00",
  end: "10:45",
  zone: "America/New_York",
  schedule: "confirmed",
  place: "Pentagon",
  groundRule: "background",
  handling: "TLP:AMBER",
  owner: "jana",
  audiences: "sfrc",
  messages: "m1",
  host: "Front office",
  planB: "Call, same hour",
  planBNote: "Agreed",
  decideDate: "16 Nov 2026",
  decideTime: "",
};

test("an item that is added stands in the programme, the calendar and on its own page, with both clocks", async () => {
  const answer = await send("/items/new", MEETING);
  expect(answer.status).toBe(303);
  const page = await open();
  expect(page.text).toContain("10:00–10:45");
  expect(page.text).toContain("16:00 Prague");
  expect(page.text).toContain("Decide by Mon 16 Nov, 12:00 (18:00 Prague)");
  expect(page.text).toContain("Today is D−9");
  expect(page.text).toContain("D−5 is a Saturday, so it is due on the working day before");
  expect(page.text).toContain("Prague is closed: ask by Mon 16 Nov");
  const eventId = (await found()).items[0]?.eventId ?? "";
  const event = await openPage(address, `/c/esa/events/${eventId}`, officer);
  expect(event.text).toContain("Part of a visit");
  const visit = await openPage(address, `/c/esa/events/${visitId}`, officer);
  expect(visit.text).toContain("Visit programme");
});

const REFUSED: [string, Record<string, string>, string][] = [
  ["no title", { title: "" }, "Enter a title"],
  ["a day that is none", { decideDate: "31 Nov 2026" }, "That day is not in the calendar"],
  ["an hour without its day", { decideDate: "", decideTime: "10:00" }, "Enter the day as well as the time"],
  ["an hour that is none", { decideTime: "noonish" }, "24-hour clock"],
  ["a visit within a visit", { kind: "delegation visit" }, "A visit cannot be an item in another visit"],
  ["another campaign's audience", { audiences: "nsa" }, "Choose from this campaign’s list"],
  ["a long host", { host: "x".repeat(5000) }, "Use 200 characters at most"],
];

test.for(REFUSED)("%s is refused in words, and what was typed is kept", async ([, change, words]) => {
  const before = (await found()).items.length;
  const answer = await send("/items/new", { ...MEETING, note: "Kept note", ...change });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain("Kept note");
  expect((await found()).items.length).toBe(before);
});

test("who reads sees and prints the programme, and changes nothing", async () => {
  expect((await open("", reader)).text).not.toContain("Add an item");
  expect((await open("/copies", reader)).text).toContain(
    "Anyone who prints the programme is recorded as holding it.",
  );
  for (const part of ["/items/new", "/members", "/who-goes", "/deadlines/new"])
    expect([part, (await open(part, reader)).status]).toEqual([part, 403]);
  for (const part of ["/items/new", "/members", "/who-goes", "/deadlines", "/copies"])
    expect([part, (await send(part, MEETING, reader)).status]).toEqual([part, 403]);
  const printed = await send("", {}, reader);
  expect([printed.status, printed.headers.location]).toEqual([303, `${here()}?print=yes`]);
  expect((await found()).copies.map(({ holder }) => holder)).toEqual(["Alena"]);
});

test("of a visit with no items and no deadlines it is not said that they will move", async () => {
  const bare = await addVisit(database, "esa");
  const seen = async () => (await openPage(address, `/c/esa/events/${bare}/programme`, officer)).text;
  expect(inWords(await seen())).toMatch(/If the day moves 7 deadlines will move too/);
  await record(database, async (change) => {
    const its = change.read.selectFrom("visit_deadline").select("id").where("outreach_event_id", "=", bare);
    for (const { id } of await its.execute()) await change.remove("visit_deadline", id);
  });
  expect(inWords(await seen())).toContain("If the day moves Move the visit");
});

test("another campaign knows nothing of the visit", async () => {
  for (const part of ["", "/copies", "/schedulers", "/schedulers.txt", "/who-goes"]) {
    expect((await open(part, stranger)).status).toBe(404);
    const theirs = `/c/cyber/events/${visitId}/programme${part}`;
    expect((await openPage(address, theirs, stranger)).status).toBe(404);
  }
  const sent = await sendForm(address, `/c/cyber/events/${visitId}/programme/members`, stranger, {
    name: "X",
  });
  expect(sent.status).toBe(404);
  expect((await open("/items/none")).status).toBe(404);
});

test("an item that is over leads to its log, its memorandum and its thanks, and to what is still to be written", async () => {
  const past = await addVisit(database, "esa", { first: "2026-11-05" });
  const target = { campaignId: "esa", eventId: past };
  const time = timeOf("5 Nov 2026", "10:00", "11:00");
  const { eventId } = await addItem(database, target, { title: "Staff of the committee", time });
  const seen = async (cookie = officer) =>
    (await openPage(address, `/c/esa/events/${past}/programme`, cookie)).text;
  expect(await seen()).toContain(`href="/c/esa/events/${eventId}/log"`);
  expect(await seen()).toContain("0 of 1 meeting logged, 0 memoranda");
  expect(await seen(reader)).not.toContain(`/events/${eventId}/log`);
  await record(database, async (change) => {
    await change.insert("outcome", {
      ...{ id: "logged", campaign_id: "esa", outreach_event_id: eventId, officer_account_id: "jana" },
      ...{ ground_rule: "background", handling: "TLP:AMBER", logged_at: NOW.toISOString() },
    });
  });
  expect(inWords(await seen())).toContain("Write memorandum and thank-you note");
  const nothing = { monthFrom: null, daysTo: null, reviewId: null, contactId: null };
  const drafted = await database.change(by("jana"), { submission: null, campaignId: "esa" }, (change) =>
    draftCorrespondence(
      change,
      { campaignId: "esa", kind: "memorandum of conversation", about: { ...nothing, eventId } },
      { words: { subject: "Staff", to: "", reference: "", text: "Said." }, handling: "TLP:AMBER" },
    ),
  );
  const text = await seen();
  expect(text).toContain('href="/c/esa/outcomes/logged"');
  expect(text).toContain(`href="/c/esa/correspondence/${drafted.ok && !drafted.replayed ? drafted.id : ""}"`);
  expect(inWords(text)).toContain("Write thank-you note");
  expect(text).toContain("1 of 1 meeting logged, 1 memorandum");
  expect(inWords(await seen(reader))).not.toContain("Write thank-you note");
  expect(text).toContain("If the day moves");
  await record(database, (change) =>
    change.update("outreach_event", past, { result: "held" }, null).then(() => undefined),
  );
  expect(await seen()).toContain("Who holds the programme");
  expect(await seen()).not.toMatch(/If the day moves|will move/);
});

test("who goes where is one form; a cell that somebody changed meanwhile shows both", async () => {
  const itemId = (await found()).items[0]?.id ?? "";
  const minister = await addVisitMember(database, { campaignId: "esa", eventId: visitId }, "Minister");
  const cell = `${minister}.${itemId}`;
  const saved = await send("/who-goes", { [`was.${cell}`]: "none", [`part.${cell}`]: "speaks" });
  expect(saved.status).toBe(303);
  expect((await open()).text).toContain("has no note-taker");
  const late = await send("/who-goes", { [`was.${cell}`]: "none", [`part.${cell}`]: "notes" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("Minister: Pentagon, NATO policy");
  expect(inWords(late.text)).toContain("Minister: Pentagon, NATO policy Theirs speaks Yours takes notes");
  expect((await found()).parts).toMatchObject([{ part: "speaks" }]);
  await send("/who-goes", { [`was.${cell}`]: "speaks", [`part.${cell}`]: "notes" });
  expect((await open()).text).toContain(">takes notes<");
  const odd = await send("/who-goes", { [`was.${cell}`]: "none", [`part.${cell}`]: "dances" });
  expect(odd.status).toBe(400);
});

test("a member of ours goes by the name of the account, and somebody else's account is refused", async () => {
  expect((await send("/members", { account: "jana", name: "", title: "counsellor" })).status).toBe(303);
  expect((await found()).members.at(-1)).toMatchObject({ name: "Jana", accountId: "jana" });
  expect((await send("/members", { account: "pavel", name: "" })).status).toBe(400);
  expect((await send("/members", { name: " " })).text).toContain("Enter a name or an office");
});

test("the copy for schedulers is a text and a Markdown file without what is ours", async () => {
  const target = { campaignId: "esa", eventId: visitId };
  await addItem(database, target, {
    title: "Inner circle",
    kind: "internal",
    time: timeOf("19 Nov 2026", "08:30", "09:00"),
  });
  const text = await open("/schedulers.txt");
  expect(text.headers["content-type"]).toBe("text/plain; charset=utf-8");
  expect(String(text.headers["content-disposition"])).toContain("for schedulers.txt");
  for (const { text: words } of [text, await open("/schedulers.md")]) {
    expect(words).toContain("TLP:AMBER");
    expect(words).toContain("Pentagon, NATO policy");
    for (const ours of ["Inner circle", "Call, same hour", "Agreed"]) expect(words).not.toContain(ours);
  }
  expect((await open("/schedulers")).text).toContain("Inner circle");
});

test("who holds the programme is said, and the number counts when it says something else", async () => {
  await send("/copies", { holders: "Scheduler <s@state.example>\nFront office" });
  const first = await found();
  const number = first.copies.at(-1)?.number ?? 0;
  const item = first.items.find(({ title }) => title.startsWith("Pentagon"));
  const { version } = item ?? { version: 0 };
  const edited = { host: "Front office", planB: "Another day", version: String(version) };
  expect((await send(`/items/${item?.id}`, edited)).status).toBe(303);
  const page = await open("/copies");
  expect(page.text).toContain(`version ${number + 1}`);
  expect(page.text).toContain("mailto:s@state.example?subject=");
  const sent = await send("/copies", { holders: "Scheduler <s@state.example>" });
  expect(sent.status).toBe(303);
  expect((await found()).copies.at(-1)?.number).toBe(number + 1);
  expect((await send("/copies", { holders: " " })).status).toBe(400);
  const stale = await send(`/items/${item?.id}`, edited);
  expect(stale.status).toBe(409);
});

test("deadlines are ticked, added with words for bad input, and counted ones are not ticked", async () => {
  const { deadlines } = await found();
  const access = deadlines.find(({ days }) => days === -7)?.id ?? "";
  const briefs = deadlines.find(({ kind }) => kind === "briefs")?.id ?? "";
  expect((await send("/deadlines", { act: "done", deadline: access })).status).toBe(303);
  expect((await open()).text).toContain("Done Tue 10 Nov, Jana");
  expect((await send("/deadlines", { act: "done", deadline: briefs })).status).toBe(409);
  expect((await send("/deadlines", { act: "done", deadline: "none" })).status).toBe(404);
  const own = { title: "Gifts", days: "4", side: "before", time: "", owner: "jana", note: "" };
  expect((await send("/deadlines/new", own)).status).toBe(303);
  expect((await found()).deadlines.some(({ days, title }) => days === -4 && title === "Gifts")).toBe(true);
  for (const wrong of [
    { days: "many" },
    { days: "-4" },
    { days: "400" },
    { time: "02:30" },
    { owner: "pavel" },
  ])
    expect((await send("/deadlines/new", { ...own, ...wrong })).status).toBe(400);
});

test("a member, an item and a deadline that somebody saved first show both texts in words", async () => {
  const { members, items, deadlines } = await found();
  const [member, item, deadline] = [members.at(-1), items[0], deadlines[0]];
  if (!member || !item || !deadline) throw new Error("The visit has nothing to edit.");
  const version = (row: { version: number }) => String(row.version);
  const late = async (part: string, theirs: Record<string, string>, mine: Record<string, string>) => {
    expect((await send(part, theirs)).status).toBe(303);
    const answer = await send(part, mine);
    expect(answer.status).toBe(409);
    return inWords(answer.text);
  };
  const who = { version: version(member), account: "jana", name: "", title: "attaché" };
  expect(await late(`/members/${member.id}`, who, { ...who, account: "", name: "Counsellor" })).toContain(
    "One of our team Theirs Jana Yours No one from the list Name or office Theirs Jana Yours Counsellor",
  );
  const meeting = { version: version(item), host: "", note: "", planB: "Call", planBNote: "" };
  const theirs = { ...meeting, decideDate: "17 Nov 2026", decideTime: "9:30" };
  expect(await late(`/items/${item.id}`, theirs, { ...meeting, decideDate: "", decideTime: "" })).toContain(
    "Decide by Theirs 17 Nov 2026 Yours Empty At Theirs 09:30 Yours Empty",
  );
  const due = { version: version(deadline), title: "Seating", days: "3", time: "9:00", note: "" };
  const after = { ...due, side: "after", owner: "jana" };
  expect(await late(`/deadlines/${deadline.id}`, after, { ...due, side: "before", owner: "" })).toMatch(
    /Time Theirs 09:00 Yours 9:00 Before or after the visit Theirs After Yours Before Owner Theirs Jana Yours No one yet/,
  );
  expect((await send(`/deadlines/${deadline.id}`, { act: "remove" })).status).toBe(303);
  expect((await found()).deadlines.map(({ id }) => id)).not.toContain(deadline.id);
});

test("whole days have no hour on any page of the visit, and the event's history tells days", async () => {
  const visit = { campaignId: "esa", eventId: await addVisit(database, "esa", { first: "2026-12-08" }) };
  const time = wholeDays("2026-12-08", "2026-12-08", "Europe/Prague");
  const { eventId } = await addItem(database, visit, { title: "Trade fair", time });
  await addVisitMember(database, visit, "Minister");
  const programme = `/c/esa/events/${visit.eventId}/programme`;
  for (const part of ["", "/who-goes", "/schedulers", "/schedulers.txt", "/items/new"])
    expect(inWords((await openPage(address, programme + part, officer)).text), part).not.toContain("00:00");
  const moved = { date: "9 Dec 2026", start: "", version: "1" };
  expect((await sendForm(address, `/c/esa/events/${eventId}/move`, officer, moved)).status).toBe(303);
  const history = inWords((await openPage(address, `/c/esa/events/${eventId}`, officer)).text).split(
    " History ",
  )[1];
  expect(history).toContain("Begins Tue Wed 8 9 Dec 2026 Ends Tue Wed 8 9 Dec 2026 Day");
  expect(history).not.toContain("00:00");
});
