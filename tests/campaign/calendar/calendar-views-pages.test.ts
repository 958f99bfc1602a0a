import { beforeAll, expect, test } from "vitest";
import { daysOfView, readCalendarSearch } from "#app/campaign/calendar/calendar-search.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { addWish } from "#app/campaign/outreach-wishes/store.server.ts";
import type { SessionDay } from "#app/campaign/session-days/session-day.ts";
import { insertSessionDays } from "#app/campaign/session-days/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../../support/author.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
const MONDAY = "2026-11-09";
let database: Database;
let address: string;
let officer: string;
let stranger: string;

beforeAll(async () => {
  database = await freshDatabase();
  for (const id of ["esa", "cyber", "treaty"]) await addCampaign(database, id);
  await addAccount(database, "Jana", { esa: "officer", cyber: "reader" });
  await addAccount(database, "Tomas", { treaty: "officer" });
  await addPeopleAndMessages(database, "esa", { audiences: ["sfrc"], messages: ["m1"] });
  await addSessionDays();
  const at = (date: string, start: string, end: string) => timeOf(date, start, end);
  await addEvent(database, "esa", { title: "Evening with staff", audienceIds: ["sfrc"], messageIds: ["m1"] });
  await addEvent(database, "esa", {
    title: "Call at dawn",
    kind: "phone call",
    time: at("11 Nov 2026", "07:15", "07:45"),
  });
  await addEvent(database, "esa", {
    title: "In Brussels",
    time: timeOf("11 Nov 2026", "16:00", "17:00", "Europe/Brussels"),
  });
  await addEvent(database, "esa", {
    title: "Minister comes",
    kind: "delegation visit",
    time: wholeDays("2026-11-18", "2026-11-20", "America/New_York"),
  });
  await addEvent(database, "esa", {
    title: "Day in Tokyo",
    time: wholeDays("2026-11-16", "2026-11-16", "Asia/Tokyo"),
  });
  await addEvent(database, "cyber", { title: "Task force lunch", time: at("13 Nov 2026", "12:00", "13:00") });
  await addEvent(database, "treaty", { title: "Nobody may know", time: at("13 Nov 2026", "12:00", "13:00") });
  for (let count = 1; count <= 11; count += 1)
    await addEvent(database, "esa", { title: `Crowd ${count}`, time: at("3 Dec 2026", "10:00", "11:00") });
  await addWishes();
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
  stranger = await cookieOf(database, address, "tomas", NOW);
});

test.each([
  ["2026-11-13", "2026-11-09"],
  ["2026-11-14", "2026-11-16"],
  ["2026-11-15", "2026-11-16"],
  ["2026-11-16", "2026-11-16"],
] as const)(
  "opened on %s, the calendar shows the week of %s; the other views show the day itself",
  (today, monday) => {
    const asked = (query: string) => readCalendarSearch(new URLSearchParams(query), today);
    expect(daysOfView(asked("")).first).toBe(monday);
    expect(daysOfView(asked("view=week")).first).toBe(monday);
    expect(asked("view=agenda").date).toBe(today);
    expect(asked("view=month").date).toBe(today);
    expect(asked(`date=${today}`).date).toBe(today);
  },
);

async function addSessionDays() {
  const source = { source: "CQ Roll Call", asOf: "2025-11-20" } as const;
  const days = [0, 1, 2, 3, 4].flatMap((count): SessionDay[] => [
    { chamber: "House", day: addDays(MONDAY, count), standing: "in session", ...source },
    {
      chamber: "Senate",
      day: addDays(MONDAY, count),
      standing: count < 2 ? "in session" : "away",
      ...source,
    },
  ]);
  await database.change(system, { submission: null, campaignId: null }, async (change) => {
    await insertSessionDays(change, days);
    change.describe({
      recordKind: "session days",
      recordId: MONDAY,
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
}

async function addWishes() {
  const nothing = {
    length: 45,
    bestBy: "2026-11-19",
    note: "",
    owner: null,
  } as const;
  for (const [campaignId, title] of [
    ["esa", "Background call"],
    ["treaty", "Secret wish"],
  ] as const)
    await database.change(system, { submission: null, campaignId }, (change) =>
      addWish(change, campaignId, { ...nothing, audiences: [], messages: [], title, kind: "briefing" }),
    );
}

const calendar = async (query: string, cookie = officer, campaign = "esa") => {
  const { status, text, headers } = await openPage(address, `/c/${campaign}/calendar?${query}`, cookie);
  // React parts the pieces of a sentence with comments.
  return { status, headers, html: text.replaceAll("<!-- -->", ""), text: wordsOf(text) };
};

function wordsOf(html: string): string {
  return html
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

test("the week says how each chamber stands, over the days and in the section of each day", async () => {
  const { text } = await calendar(`view=week&date=${MONDAY}`);
  expect(text).toContain("House In session Mon to Fri");
  expect(text).toContain("Senate In session Mon, Tue Away from Washington");
  expect(text).toContain("Wednesday 11 November Veterans Day (US). House in session, Senate away");
  expect(text).toContain("Next: Tue 17 Nov, Czech holiday");
});

test("a week without sources is not known, and an empty one still says what Congress does", async () => {
  expect((await calendar("view=week&date=2026-12-14")).text).toContain("House Not known");
  const empty = await calendar(`view=week&date=${MONDAY}&kind=panel`);
  expect(empty.text).toContain("There are no events to show in this week. The House is in session all week.");
});

test("the weeks in which the clocks change name the instant", async () => {
  const words = async (date: string) => (await calendar(`view=week&date=${date}`)).text;
  expect(await words("2026-10-28")).toContain(
    "Prague is 5 hours ahead, not 6, until Sun 1 Nov, 01:00 in Washington, then 6.",
  );
  expect(await words("2026-03-10")).toContain("Prague is 5 hours ahead, not 6, this week.");
});

test("an event elsewhere stands on Washington's clock and names its own", async () => {
  const { text } = await calendar(`view=week&date=${MONDAY}`);
  expect(text).toContain("10:00 16:00 PRG In Brussels 16:00 in Brussels");
});

test("whole days stand on their own dates, wherever in the world their midnight is", async () => {
  const before = await calendar(`view=week&date=${MONDAY}`);
  expect(before.text).not.toContain("Day in Tokyo");
  const { text } = await calendar("view=week&date=2026-11-16");
  expect(text).toContain("All day Day in Tokyo");
  expect(text).toContain("All day Minister comes , until Fri 20 Nov");
});

test("an event of whole days is moved by days, and is not said to move by minutes", async () => {
  const idOf = async (title: string) =>
    (
      await database.read
        .selectFrom("outreach_event")
        .select("id")
        .where("title", "=", title)
        .executeTakeFirstOrThrow()
    ).id;
  const said = async (title: string) =>
    (await calendar(`view=week&date=2026-11-16&event=${await idOf(title)}`)).text;
  expect(await said("Evening with staff")).toContain("moves the event by 15 minutes");
  const ofDays = await said("Minister comes");
  expect(ofDays).toContain("moves it by one day");
  expect(ofDays).not.toContain("15 minutes");
});

test("a crowded day draws four events and leads to the rest", async () => {
  const { text, html } = await calendar("view=week&date=2026-12-03");
  expect(html.match(/<span class="whole-word">Crowd<\/span>/g)).toHaveLength(4);
  expect(text).toContain("and 7 more on Thursday 3 December");
  expect(html).toContain("view=agenda&amp;date=2026-12-03#day-2026-12-03");
  const agenda = await calendar("view=agenda&date=2026-12-03");
  expect(agenda.html.match(/Crowd \d+/g)).toHaveLength(11);
});

test("the month shows four events a day and counts the rest", async () => {
  const { text, html } = await calendar("view=month&date=2026-12-03");
  expect(html.match(/Crowd \d+/g)).toHaveLength(4);
  expect(text).toContain("and 7 more on Thursday 3 December");
});

test("the session year counts, names its sources and says what to plan for", async () => {
  const { text } = await calendar("view=year&date=2026-11-10");
  expect(text).toContain("Session year 2026 in 52 weeks");
  expect(text).toContain("This week is outlined");
  expect((await calendar("view=year&date=2027-11-10")).text).not.toContain("This week is outlined");
  expect(text).toContain("16 events, 13 after this week");
  expect(text).toContain("CQ Roll Call (as of Thu 20 Nov 2025).");
  expect(text).toContain("51 for the House, 51 for the Senate");
  expect(text).toContain("Minister comes on Wed 18 Nov. The ministry in Prague is closed on Tue 17 Nov.");
  expect(text).toContain("Sun 3 Jan 2027 The new Congress begins.");
  expect(text).toContain("Sun 8 Mar to Sun 29 Mar and Sun 25 Oct to Sun 1 Nov");
});

test("every filter narrows what is shown, and leads back to all", async () => {
  const shown = async (filter: string) => {
    const { text } = await calendar(`view=agenda&date=${MONDAY}&${filter}`);
    return ["Evening with staff", "Call at dawn", "In Brussels"].filter((title) => text.includes(title));
  };
  expect(await shown("")).toEqual(["Evening with staff", "Call at dawn", "In Brussels"]);
  expect(await shown("audience=sfrc")).toEqual(["Evening with staff"]);
  expect(await shown("message=m1")).toEqual(["Evening with staff"]);
  expect(await shown("kind=phone+call")).toEqual(["Call at dawn"]);
  expect(await shown("status=tentative")).toEqual([]);
  expect((await calendar("kind=phone+call")).text).toContain("Show all");
  expect((await calendar("view=year&date=2026-11-10&kind=phone+call")).text).toContain(
    "1 event, 0 after this week",
  );
});

test("all mine shows every campaign in which I have a role, and no other", async () => {
  for (const view of ["week", "agenda", "month"]) {
    const { text } = await calendar(`view=${view}&date=${MONDAY}&campaign=all`);
    expect([view, text.includes("Evening with staff"), text.includes("Task force lunch")]).toEqual([
      view,
      true,
      true,
    ]);
    expect([view, text.includes("Nobody may know")]).toEqual([view, false]);
  }
  expect((await calendar("view=year&date=2026-11-10&campaign=all")).text).toContain("17 events");
  const { html } = await calendar(`view=week&date=${MONDAY}&campaign=all`);
  expect(html).toContain('href="/c/cyber/events/');
  expect((await calendar(`view=week&date=${MONDAY}`)).text).not.toContain("Task force lunch");
});

test("the campaign filter leads to that campaign's calendar, and to none that is not mine", async () => {
  const cyber = await calendar(`view=month&date=${MONDAY}&campaign=cyber&audience=sfrc&kind=briefing`);
  expect(cyber.status).toBe(302);
  expect(cyber.headers.location).toBe(`/c/cyber/calendar?view=month&date=${MONDAY}&kind=briefing`);
  expect((await calendar("campaign=treaty")).status).toBe(404);
  expect((await calendar("view=week", stranger)).status).toBe(404);
});

test("what waits for a date is shown beside the week and on its page, narrowed, and of no other campaign", async () => {
  const beside = await calendar(`view=week&date=${MONDAY}`);
  expect(beside.text).toContain("Background call");
  expect(beside.text).toContain("ideally by Thu 19 Nov");
  const list = await calendar("view=to-place&campaign=all");
  expect(list.text).toContain("Background call");
  expect(list.text).not.toContain("Secret wish");
  expect(list.html).toMatch(/wishes\/\w+\/slot/);
  expect((await calendar("view=to-place&kind=panel")).text).toContain("Nothing is waiting for a date.");
});

test("a reader sees every view and is offered no change", async () => {
  for (const view of ["week", "month", "agenda", "year", "to-place"]) {
    const { status, text, html } = await calendar(`view=${view}`, officer, "cyber");
    expect([view, status]).toEqual([view, 200]);
    expect([view, text.includes("Plan an event"), html.includes("data-event")]).toEqual([view, false, false]);
  }
});

test("only events of this campaign that can still move carry what a script needs to move them", async () => {
  const { html } = await calendar(`view=week&date=${MONDAY}&campaign=all`);
  expect(html.match(/data-event=/g)).toHaveLength(3);
  expect(html).toContain('data-start="2026-11-12T14:00"');
  expect(html).toContain('data-day="2026-11-12"');
});
