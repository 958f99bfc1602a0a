import { beforeEach, expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { editInSeries } from "#app/campaign/planning/edit-in-series.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { moveWithProgramme } from "#app/campaign/visits/moving.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { system } from "../../support/author.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { addEvent, eventDetails, timeOf } from "../../support/builders/outreach-event.ts";
import { addItem } from "../../support/builders/visit.ts";
import { eventsIn, scene, take } from "../../support/import-calendar.ts";

let database: Database;
let campaignId: string;

beforeEach(async () => {
  ({ database, campaignId } = await scene());
});

const when = async () => (await eventsIn(database)).map((row) => `${row.title} ${row.wall_start}`);
const told = (day: string, ...lines: readonly string[]) =>
  eventLines("v", "SUMMARY:Visit", `DTSTART;VALUE=DATE:${day}`, ...lines);

async function importedVisit(): Promise<void> {
  await take(database, campaignId, calendarFile(told("20261203")), { kind: "delegation visit" });
  const [visit] = await eventsIn(database);
  const target = { campaignId, eventId: visit?.id ?? "" };
  const pentagon = { title: "Pentagon", time: timeOf("3 Dec 2026", "10:00", "10:45") };
  await addItem(database, target, pentagon, { decideDate: "2026-12-01", decideTime: "12:00" });
}

test("a visit that an import moves takes its programme along, and one Undo takes all of it back", async () => {
  await importedVisit();
  const moved = await take(database, campaignId, calendarFile(told("20261207")));
  expect(await when()).toEqual(["Visit 2026-12-07T00:00", "Pentagon 2026-12-07T10:00"]);
  const decideBy = () => database.read.selectFrom("visit_item").select("decide_by").executeTakeFirst();
  expect(await decideBy()).toEqual({ decide_by: "2026-12-05T12:00" });
  await undoChange(database, system, moved.ok ? moved.changeId : "");
  expect(await when()).toEqual(["Visit 2026-12-03T00:00", "Pentagon 2026-12-03T10:00"]);
  expect(await decideBy()).toEqual({ decide_by: "2026-12-01T12:00" });
});

test("what a file itself tells of a programme is where the file says", async () => {
  await importedVisit();
  const { id } = (await eventsIn(database))[1]!;
  const item = eventLines(
    `${id}@demarche`,
    "SUMMARY:Pentagon",
    "SEQUENCE:9",
    "DTSTART;TZID=America/New_York:20261208T110000",
    "DURATION:PT45M",
  );
  const file = calendarFile(item, told("20261207"));
  await take(database, campaignId, file);
  expect(await when()).toEqual(["Visit 2026-12-07T00:00", "Pentagon 2026-12-08T11:00"]);
  expect(await take(database, campaignId, file)).toMatchObject({ reason: "nothing-to-change" });
});

async function visitsInSeries() {
  const time = wholeDays("2026-12-01", "2026-12-01", WASHINGTON);
  const given = { title: "Visit", kind: "delegation visit", time } as const;
  const { eventIds } = await addSeries(database, campaignId, "FREQ=WEEKLY;COUNT=2", { given });
  const [first = "", second = ""] = eventIds;
  await addItem(
    database,
    { campaignId, eventId: second },
    { title: "Pentagon", time: timeOf("8 Dec 2026", "10:00", "11:00") },
  );
  return { target: { campaignId, eventId: first, location: "/" }, given };
}

const LATER = { time: wholeDays("2026-12-02", "2026-12-02", WASHINGTON), version: 1 };
const ALL_MOVED = ["Visit 2026-12-02T00:00", "Visit 2026-12-09T00:00", "Pentagon 2026-12-09T10:00"];

test("visits of a series that are moved together take their programmes along", async () => {
  const { target } = await visitsInSeries();
  await database.change(system, { submission: null, campaignId }, (change) =>
    moveWithProgramme(change, target, { ...LATER, summary: "Moved" }, "all"),
  );
  expect(await when()).toEqual(ALL_MOVED);
});

test("visits of a series that are edited together take their programmes along", async () => {
  const { target, given } = await visitsInSeries();
  await database.change(system, { submission: null, campaignId }, (change) =>
    editInSeries(change, target, eventDetails({ ...given, time: LATER.time }), { version: 1, scope: "all" }),
  );
  expect(await when()).toEqual(ALL_MOVED);
});

test("who is to be at two places at once through an import that moves an event is told, as by hand", async () => {
  const ownerAccountId = await addAccount(database, "Eva", { [campaignId]: "officer" });
  await addEvent(database, campaignId, { time: timeOf("3 Dec 2026", "10:00", "11:00"), officerIds: ["eva"] });
  const on = (day: string) =>
    calendarFile(eventLines("a", `DTSTART;TZID=America/New_York:${day}T103000`, "DURATION:PT1H"));
  const letters = () => database.read.selectFrom("mail").select(["kind", "account_id"]).execute();
  await take(database, campaignId, on("20261204"), { ownerAccountId });
  expect(await letters()).toEqual([]);
  await take(database, campaignId, on("20261203"));
  expect(await letters()).toEqual([{ kind: "clash", account_id: "eva" }]);
});
