import { beforeAll, expect, test } from "vitest";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { addEvent, addPeopleAndMessages } from "../../support/builders/outreach-event.ts";
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
  await addAccount(database, "Jana", { esa: "officer" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["sfrc"],
    messages: ["m1"],
    contacts: ["hadley"],
  });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
});

/** As the form stands when it opens on Thursday 12 November, 14:00. */
const FORM = {
  version: "1",
  title: "Staff briefing",
  kind: "briefing",
  date: "12 Nov 2026",
  start: "14:00",
  end: "14:45",
  schedule: "confirmed",
  place: "Dirksen Building",
  groundRule: "background",
  handling: "TLP:AMBER",
};
const edit = (id: string, fields: Record<string, string>) =>
  sendForm(address, `/c/esa/events/${id}/edit`, officer, { ...FORM, ...fields });
const open = (id: string) => openPage(address, `/c/esa/events/${id}/edit`, officer);
const found = (id: string) => findEvent(database.read, "esa", id);
const seenIn = (text: string) => /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? "";
const undo = (location: unknown) => {
  const change = new URL(String(location), address).searchParams.get("done") ?? "";
  return sendForm(address, "/c/esa/undo", officer, { change });
};
const like = async (title: string) => {
  const rows = database.read
    .selectFrom("outreach_event")
    .select(["id", "wall_start"])
    .where("title", "=", title);
  return (await rows.orderBy("wall_start").execute()).map(({ wall_start }) => wall_start);
};

test("a planned event is made to repeat: what is added is said first, people and texts go along, one Undo takes it back", async () => {
  const title = "Coffee that repeats";
  const id = await addEvent(database, "esa", { title, audienceIds: ["sfrc"] }, ["hadley"]);
  expect((await open(id)).text).toContain('name="repeat"');
  const weekly = { title, audiences: "sfrc", repeat: "weekly", repeatCount: "4" };
  const asked = await edit(id, weekly);
  expect(asked.status).toBe(409);
  expect(asked.text).toContain(
    "This adds 3 dates, Thu 19 Nov to Thu 3 Dec, with the same people, messages and details.",
  );
  expect(await like(title)).toHaveLength(1);
  const saved = await edit(id, { ...weekly, seen: seenIn(asked.text) });
  expect(saved.status).toBe(303);
  expect(await like(title)).toEqual([
    "2026-11-12T14:00",
    "2026-11-19T14:00",
    "2026-11-26T14:00",
    "2026-12-03T14:00",
  ]);
  const last = await database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("wall_start", "=", "2026-12-03T14:00")
    .where("title", "=", title)
    .executeTakeFirstOrThrow();
  const copy = await found(last.id);
  expect(copy?.participants.map(({ contactId }) => contactId)).toEqual(["hadley"]);
  expect(copy?.audiences.map(({ id: audience }) => audience)).toEqual(["sfrc"]);
  expect((await openPage(address, `/c/esa/events/${id}`, officer)).text).toContain("this is number 1 of 4");
  expect((await open(id)).text).not.toContain('name="repeat"');
  expect((await undo(saved.headers.location)).status).toBe(303);
  expect(await like(title)).toEqual(["2026-11-12T14:00"]);
  expect((await found(id))?.series).toBeNull();
});

test.for([
  [
    "days without its own date",
    { repeat: "weekly", repeatOn: "2" },
    "Choose days that include the date above",
  ],
  [
    "a last day before it",
    { repeat: "weekly", repeatUntil: "1 Nov 2026" },
    "Enter a last day on or after the first",
  ],
  [
    "only itself",
    { repeat: "weekly", repeatCount: "1" },
    "No later date fits, so the event would not repeat. Choose other days or another end",
  ],
  ["a number of nonsense", { repeat: "weekly", repeatCount: "many" }, "Enter a number from 1"],
] as const)(
  "an event that shall repeat on %s is refused in words, with what was typed",
  async ([, fields, words]) => {
    const id = await addEvent(database, "esa");
    const refused = await edit(id, { ...fields, place: "Kept place" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(words);
    expect(refused.text).toContain("Kept place");
    expect((await found(id))?.series).toBeNull();
  },
);

test("from the last date on no other date is reached, so nothing is asked", async () => {
  const [, last = ""] = (await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=2")).eventIds;
  const own = { title: "Renamed", place: "Hart Building", date: "19 Nov 2026", scope: "following" };
  expect((await edit(last, own)).status).toBe(303);
  expect((await found(last))?.title).toBe("Renamed");
});

test("this and following are edited: each change is said first, also what it replaces; the dates before stay; Undo", async () => {
  const [first = "", second = "", third = ""] = (await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=3"))
    .eventIds;
  const before = await found(second);
  const own = { ...FORM, title: before?.title ?? "", place: before?.place ?? "", date: "26 Nov 2026" };
  expect((await edit(third, { ...own, place: "Own place" })).status).toBe(303);
  const changed = {
    ...own,
    date: "19 Nov 2026",
    title: "Renamed",
    place: "Hart Building",
    audiences: "sfrc",
    handling: "TLP:RED",
    scope: "following",
  };
  const asked = await edit(second, changed);
  expect(asked.status).toBe(409);
  for (const words of [
    "This changes 2 dates, Thu 19 Nov to Thu 26 Nov.",
    "Title: “Staff briefing” becomes “Renamed”.",
    "Where: “Dirksen Building” becomes “Hart Building” (1 other date has something else here, which will be replaced).",
    "Audiences: Audience sfrc added.",
    "Handling: “TLP:AMBER” becomes “TLP:RED”.",
  ])
    expect(asked.text).toContain(words);
  expect((await found(third))?.place).toBe("Own place");
  // Somebody else's save in between is shown beside mine, and nothing is lost.
  expect((await edit(second, { ...own, date: "19 Nov 2026", place: "Theirs" })).status).toBe(303);
  const stale = await edit(second, { ...changed, seen: seenIn(asked.text) });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("Jana changed this while you were writing");
  const again = await edit(second, { ...changed, version: "2" });
  const saved = await edit(second, { ...changed, version: "2", seen: seenIn(again.text) });
  expect(saved.status).toBe(303);
  const places = async () => {
    const all = await Promise.all([first, second, third].map(found));
    return all.map((event) => [event?.title, event?.place, event?.handling]);
  };
  const renamed = ["Renamed", "Hart Building", "TLP:RED"];
  expect(await places()).toEqual([[before?.title, before?.place, "TLP:AMBER"], renamed, renamed]);
  expect((await undo(saved.headers.location)).status).toBe(303);
  expect((await places()).map(([title]) => title)).toEqual([before?.title, before?.title, before?.title]);
});
