import { beforeEach, expect, test } from "vitest";
import { readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { previewCalendarImport, takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { calendarFile as fileOf } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import type { Titles } from "#app/campaign/feeds/feed.ts";
import { readPlannedTime, wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { updateOutreachEventRow } from "#app/campaign/outreach-events/store.server.ts";
import { buildFeed } from "#app/server/kept-feeds.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, laterBy, WASHINGTON } from "#app/time/wall-time.ts";
import type { Patch } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system } from "../../support/author.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";
import { eventsIn, scene, take } from "../../support/import-calendar.ts";

let database: Database;
const ORIGIN = "https://demarche.example";
const unsent = { submission: null, campaignId: "esa" };

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa", { ends_on: "2027-12-31" });
});

async function edit(id: string | undefined, patch: Patch<"outreach_event">): Promise<void> {
  await database.change(system, unsent, async (change) => {
    await updateOutreachEventRow(change, id ?? "", patch);
    const said = {
      recordKind: "outreach event",
      action: "edited",
      summary: "Edited",
      location: "/",
    } as const;
    change.describe({ ...said, recordId: id ?? "" });
    return { ok: true };
  });
}

/** The hour of a time moved to the day after, as its form would write it. */
async function moveADay(id: string | undefined): Promise<void> {
  const row = await database.read
    .selectFrom("outreach_event")
    .select(["wall_start", "wall_end", "starts_at", "ends_at", "day"])
    .where("id", "=", id ?? "")
    .executeTakeFirstOrThrow();
  const later = (instant: string) => new Date(Date.parse(instant) + 86_400_000).toISOString();
  await edit(id, {
    wall_start: laterBy(row.wall_start, 86_400_000),
    wall_end: laterBy(row.wall_end, 86_400_000),
    starts_at: later(row.starts_at),
    ends_at: later(row.ends_at),
    day: addDays(row.day, 1),
  });
}

/** Some moved, renamed, cancelled, for named people only, not held, and in another room. */
async function disturb(ids: readonly string[]): Promise<void> {
  await moveADay(ids[1]);
  await edit(ids[2], { title: "Renamed: with a comma; a semicolon, příliš žluťoučký" });
  await edit(ids[3], { schedule: "cancelled", schedule_reason: "Recess" });
  await edit(ids[4], { handling: "TLP:RED" });
  await edit(ids[5], { place: "Hart Building", link: "https://meet.example/x?a=1,2" });
}

async function exported(titles: Titles = "shown"): Promise<string> {
  const content = await readCalendarContent(database.read, { campaignId: "esa" }, null);
  const detail = { titles, origin: ORIGIN };
  return [...fileOf({ ...content, name: "Export", isFeed: false, detail, only: null })].join("");
}

async function feed(titles: Titles, today: CalendarDate = "2026-11-10"): Promise<string> {
  const wanted = { whose: { campaignId: "esa" }, name: "Feed", titles, origin: ORIGIN, today } as const;
  return (await buildFeed(database, wanted)).bytes.toString();
}

function readingOf(text: string) {
  const options = {
    clock: null,
    homeZone: "Europe/Prague",
    firstDay: "2026-02-02",
    lastDay: "2027-12-31",
  } as const;
  const read = readCalendarFile(new TextEncoder().encode(text), options);
  if (!read.ok) throw new Error(read.sentence);
  return read;
}

async function importOf(text: string) {
  const reading = readingOf(text);
  const { counts, steps } = await previewCalendarImport(database.read, "esa", reading, now);
  const others = steps
    .filter(({ kind }) => kind !== "same")
    .map((step) => [step.kind, step.key, "differences" in step ? step.differences : []]);
  return { same: counts.same, toWrite: counts.toWrite, others, notTaken: reading.notTaken };
}

const NOTHING = { toWrite: 0, others: [], notTaken: [] };

async function expectNothingToChange(same: number): Promise<void> {
  expect(await importOf(await exported()), "export").toEqual({ same, ...NOTHING });
  expect(await importOf(await exported("busy only")), "export, busy only").toEqual({ same, ...NOTHING });
  expect(await importOf(await feed("shown")), "feed").toEqual({ same, ...NOTHING });
  expect(await importOf(await feed("busy only")), "feed, busy only").toEqual({ same, ...NOTHING });
}

test("single events on every clock, all day and points in time come back as they are", async () => {
  await addEvent(database, "esa", { title: "Staff; briefing, \\ with marks" });
  await addEvent(database, "esa", { time: timeOf("12 Nov 2026", "10:00", "11:30", "Europe/Brussels") });
  await addEvent(database, "esa", { time: timeOf("12 Nov 2026", "09:00", "10:00", "Asia/Tokyo") });
  await addEvent(database, "esa", { time: wholeDays("2026-12-01", "2026-12-01", WASHINGTON) });
  await addEvent(database, "esa", { time: wholeDays("2027-03-12", "2027-03-16", "Europe/Prague") });
  const hour = timeOf("12 Nov 2026", "16:00", "17:00");
  await addEvent(database, "esa", { time: { ...hour, wallEnd: hour.wallStart, endsAt: hour.startsAt } });
  await addEvent(database, "esa", { time: twice("first") });
  await addEvent(database, "esa", { time: twice("second") });
  await addEvent(database, "esa", { title: "x".repeat(200), link: "https://meet.example/a;b", place: "" });
  await addEvent(database, "esa", { schedule: "tentative" });
  await addEvent(database, "esa", { handling: "TLP:RED" });
  await edit(await addEvent(database, "esa"), { schedule: "cancelled", schedule_reason: "Recess" });
  await edit(await addEvent(database, "esa"), { result: "not held", result_reason: "Snow" });
  await expectNothingToChange(12);
});

function twice(occurrence: "first" | "second") {
  const written = { date: "1 Nov 2026", start: "01:10", end: "01:50", lastDate: "", isAllDay: false };
  const read = readPlannedTime({ ...written, occurrence }, WASHINGTON, 45, "2026-10-10");
  if (!read.ok) throw new Error(read.faults[0]?.reason);
  return read.time;
}

const RULES = [
  ["FREQ=WEEKLY;COUNT=12", WASHINGTON],
  ["FREQ=WEEKLY;COUNT=12", "Europe/Prague"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270301T140000Z", WASHINGTON],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", WASHINGTON],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=8", "Europe/Brussels"],
  ["FREQ=WEEKLY", WASHINGTON],
  ["FREQ=DAILY", "Asia/Tokyo"],
] as const;

test.each(RULES)("a series of ours, %s in %s, with changed times comes back as it is", async (rule, zone) => {
  const time = timeOf("24 Nov 2026", "14:00", "14:45", zone);
  const { eventIds } = await addSeries(database, "esa", rule, { given: { time } });
  await disturb(eventIds);
  await expectNothingToChange(eventIds.length - 1);
});

test("a series of whole days comes back as it is", async () => {
  const time = wholeDays("2026-12-01", "2026-12-02", WASHINGTON);
  const { eventIds } = await addSeries(database, "esa", "FREQ=MONTHLY;COUNT=6", { given: { time } });
  await edit(eventIds[1], { title: "Renamed" });
  await edit(eventIds[2], { handling: "TLP:RED" });
  await expectNothingToChange(5);
});

test.each(RULES)("an imported series, %s in %s, leaves and comes back as it is", async (rule, zone) => {
  const imported = calendarFile(
    eventLines(
      "made-elsewhere",
      `DTSTART;TZID=${zone}:20261124T140000`,
      `DTEND;TZID=${zone}:20261124T144500`,
      `RRULE:${rule}`,
      `EXDATE;TZID=${zone}:20261222T140000`,
    ),
    eventLines("alone", "SEQUENCE:4"),
  );
  const as = {
    campaignId: "esa",
    kind: "internal",
    handling: "TLP:AMBER",
    ownerAccountId: null,
    now,
  } as const;
  await database.change(system, unsent, (change) =>
    takeCalendar(change, readingOf(imported), as, { shown: null, takeFile: new Set(), mayEnd: true }),
  );
  const events = await database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("event_series_id", "is not", null)
    .orderBy("series_slot")
    .execute();
  await disturb(events.map(({ id }) => id));
  await expectNothingToChange(events.length);
});

test("what lies outside of a feed's days is neither cancelled nor changed", async () => {
  await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=30");
  await addEvent(database, "esa");
  await addEvent(database, "esa", { time: timeOf("1 Mar 2026", "10:00", "11:00") });
  expect(await importOf(await feed("shown", "2027-05-01"))).toEqual({ same: 30, ...NOTHING });
  expect(await importOf(await feed("shown", "2029-01-01"))).toEqual({ same: 0, ...NOTHING });
});

/** What a calendar shows of events; whole days are on no clock in a file. */
const shownOf = (events: Awaited<ReturnType<typeof eventsIn>>) =>
  events
    .map(({ title, place, link, schedule, series_slot: slot, ...row }) => {
      const when = row.is_all_day ? [row.wall_start, row.wall_end] : [row.starts_at, row.ends_at];
      return [title, place, link, schedule, ...when, slot].join("|");
    })
    .sort();

test.each(["export", "feed"] as const)(
  "the %s taken into an empty campaign elsewhere gives the same events, as it is, again and after changes",
  async (kind) => {
    const told = () => (kind === "export" ? exported() : feed("shown"));
    await addEvent(database, "esa", { time: timeOf("12 Nov 2026", "09:00", "10:00", "Asia/Tokyo") });
    await addEvent(database, "esa", { time: wholeDays("2026-12-01", "2026-12-03", "Europe/Prague") });
    const { eventIds } = await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=8");
    await addSeries(database, "esa", "FREQ=DAILY;COUNT=4", {
      given: { time: wholeDays("2026-12-07", "2026-12-07", WASHINGTON) },
    });
    const there = await scene();
    const into = async () => take(there.database, there.campaignId, await told());
    const expectAlike = async () => {
      expect(await into()).toMatchObject({ ok: true });
      expect(shownOf(await eventsIn(there.database))).toEqual(shownOf(await eventsIn(database)));
      expect(await into()).toMatchObject({ reason: "nothing-to-change" });
    };
    await expectAlike();
    await disturb(eventIds);
    await edit(eventIds[4], { handling: "TLP:AMBER", place: "Another room" });
    await expectAlike();
    await edit(eventIds[3], { schedule: "confirmed", schedule_reason: "" });
    await expectAlike();
  },
);
