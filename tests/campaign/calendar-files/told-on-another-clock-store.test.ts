import { expect, test } from "vitest";
import { leaveTimeOut } from "#app/campaign/outreach-events/series/exceptions.server.ts";
import { system } from "../../support/author.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { changeHere, eventsIn, scene, take } from "../../support/import-calendar.ts";

const WEEKLY = eventLines("w", "RRULE:FREQ=WEEKLY;COUNT=3");
const DAILY = eventLines("d", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=3");

/** The second time of the weekly meeting, 10 December 10:00 in Washington, as programs name it. */
const NAMES: readonly (readonly [string, string])[] = [
  ["in UTC", ":20261210T150000Z"],
  ["on another clock", ";TZID=Europe/Prague:20261210T160000"],
  ["on its own clock", ";TZID=America/New_York:20261210T100000"],
  ["on its own clock, as Outlook calls it", ";TZID=Eastern Standard Time:20261210T100000"],
  ["by its day", ";VALUE=DATE:20261210"],
];

const titlesIn = async (database: Parameters<typeof eventsIn>[0]) =>
  (await eventsIn(database)).map(({ title, starts_at: at, schedule }) => `${title} ${at} ${schedule}`);

const MOVED = [
  "Meeting w 2026-12-03T15:00:00.000Z confirmed",
  "Later 2026-12-11T15:00:00.000Z confirmed",
  "Meeting w 2026-12-17T15:00:00.000Z confirmed",
];

test.each(NAMES)(
  "a change of one time, named %s, replaces that time, alone or beside its series",
  async (_, named) => {
    const change = eventLines(
      "w",
      "SUMMARY:Later",
      `RECURRENCE-ID${named}`,
      "DTSTART:20261211T150000Z",
      "DURATION:PT1H",
    );
    for (const file of [calendarFile(change), calendarFile(WEEKLY, change)]) {
      const { database, campaignId } = await scene();
      await take(database, campaignId, calendarFile(WEEKLY));
      expect(await take(database, campaignId, file)).toMatchObject({
        preview: { counts: { added: 0, changed: 1 } },
      });
      expect(await titlesIn(database)).toEqual(MOVED);
      expect(await take(database, campaignId, file)).toMatchObject({ reason: "nothing-to-change" });
    }
  },
);

test.each(NAMES)(
  "a change of one time and all later ones, named %s, is taken over for that time",
  async (_, named) => {
    const { database, campaignId } = await scene();
    await take(database, campaignId, calendarFile(WEEKLY));
    const id = named.startsWith(";") ? `;RANGE=THISANDFUTURE${named}` : `;RANGE=THISANDFUTURE${named}`;
    const change = eventLines(
      "w",
      "SUMMARY:Later",
      `RECURRENCE-ID${id}`,
      "DTSTART:20261211T150000Z",
      "DURATION:PT1H",
    );
    await take(database, campaignId, calendarFile(change));
    expect(await titlesIn(database)).toEqual(MOVED);
  },
);

test.each(NAMES)("a time left out, named %s, is left out, until a file has it again", async (_, named) => {
  const { database, campaignId } = await scene();
  const file = calendarFile(eventLines("w", "RRULE:FREQ=WEEKLY;COUNT=3", `EXDATE${named}`));
  await take(database, campaignId, file);
  expect(await titlesIn(database)).toEqual([MOVED[0], MOVED[2]]);
  const alone = calendarFile(
    eventLines("w", "SUMMARY:Back", `RECURRENCE-ID${named}`, "DTSTART:20261210T150000Z", "DURATION:PT1H"),
  );
  await take(database, campaignId, alone);
  expect(await titlesIn(database)).toEqual([MOVED[0], "Back 2026-12-10T15:00:00.000Z confirmed", MOVED[2]]);
  expect(await take(database, campaignId, alone)).toMatchObject({ reason: "nothing-to-change" });
});

test("a single time told first in UTC and then on another clock is one, also once its series comes", async () => {
  for (const [, first] of NAMES.slice(0, 4))
    for (const [, second] of NAMES.slice(0, 4)) {
      const { database, campaignId } = await scene();
      const told = (named: string) =>
        calendarFile(eventLines("w", `RECURRENCE-ID${named}`, `DTSTART${named}`, "DURATION:PT1H"));
      await take(database, campaignId, told(first));
      expect(await take(database, campaignId, told(second))).toMatchObject({ reason: "nothing-to-change" });
      expect(await take(database, campaignId, calendarFile(WEEKLY))).toMatchObject({
        preview: { counts: { added: 2, same: 1 } },
      });
      expect(await eventsIn(database)).toHaveLength(3);
    }
});

test("one time twice in a file, on two clocks, is one", async () => {
  const { database, campaignId } = await scene();
  const told = NAMES.slice(0, 4).map(([, named]) =>
    eventLines("w", `RECURRENCE-ID${named}`, `DTSTART${named}`, "DURATION:PT1H"),
  );
  await take(database, campaignId, calendarFile(...told));
  expect(await eventsIn(database)).toHaveLength(1);
});

test("a series that comes again on another clock keeps its times, with their changes", async () => {
  const { database, campaignId } = await scene();
  const left = "EXDATE;TZID=America/New_York:20261217T100000";
  await take(database, campaignId, calendarFile(eventLines("w", "RRULE:FREQ=WEEKLY;COUNT=4", left)));
  const before = await eventsIn(database);
  await changeHere(database, before[1]!.id, { title: "Ours" });
  const inPrague = ["DTSTART;TZID=Europe/Prague:20261203T160000", "DURATION:PT1H"];
  const file = calendarFile(
    eventLines("w", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE:20261217T150000Z", ...inPrague),
  );
  expect(await take(database, campaignId, file)).toMatchObject({
    preview: { counts: { added: 1, same: 2, kept: 1, cancelled: 0 } },
  });
  const after = await eventsIn(database);
  expect(after.slice(0, 3).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map(({ title, series_slot: slot }) => `${title} ${slot}`)).toEqual([
    "Meeting w 2026-12-03T16:00",
    "Ours 2026-12-10T16:00",
    "Meeting w 2026-12-24T16:00",
    "Meeting w 2026-12-31T16:00",
  ]);
  const exceptions = await database.read.selectFrom("event_series_exception").select("slot").execute();
  expect(exceptions).toEqual([{ slot: "2026-12-17T16:00" }]);
  expect(await take(database, campaignId, file)).toMatchObject({ reason: "nothing-to-change" });
});

test("a time that was left out here stays left out when its series comes again on another clock", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(WEEKLY));
  const [, second] = await eventsIn(database);
  await database.change(system, { submission: null, campaignId }, (change) =>
    leaveTimeOut(change, { campaignId, eventId: second!.id, location: "/" }, "Recess"),
  );
  const inPrague = ["DTSTART;TZID=Europe/Prague:20261203T160000", "DURATION:PT1H"];
  const file = calendarFile(eventLines("w", "RRULE:FREQ=WEEKLY;COUNT=3", ...inPrague));
  for (const _ of ["first", "again"]) {
    await take(database, campaignId, file);
    expect((await eventsIn(database)).map(({ series_slot: slot }) => slot)).toEqual([
      "2026-12-03T16:00",
      "2026-12-17T16:00",
    ]);
  }
});

test("a series of hours that becomes one of days, and one of days that gets an hour, keep their times", async () => {
  const { database, campaignId } = await scene();
  const hours = calendarFile(
    eventLines(
      "d",
      "DTSTART;TZID=America/New_York:20261201T100000",
      "DURATION:PT1H",
      "RRULE:FREQ=DAILY;COUNT=3",
    ),
  );
  await take(database, campaignId, calendarFile(DAILY));
  const ids = (await eventsIn(database)).map(({ id }) => id);
  for (const file of [hours, calendarFile(DAILY)]) {
    expect(await take(database, campaignId, file)).toMatchObject({
      preview: { counts: { added: 0, changed: 3, cancelled: 0 } },
    });
    expect((await eventsIn(database)).map(({ id }) => id)).toEqual(ids);
    expect(await take(database, campaignId, file)).toMatchObject({ reason: "nothing-to-change" });
  }
});

test("a series of days that comes to have two hours on one of them has both, and once", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(DAILY));
  const start = "DTSTART;TZID=America/New_York:20261201T100000";
  const again = "RDATE;TZID=America/New_York:20261202T150000";
  const hours = calendarFile(eventLines("d", start, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3", again));
  await take(database, campaignId, hours);
  expect((await eventsIn(database)).map(({ series_slot: slot }) => slot)).toEqual([
    "2026-12-01T10:00",
    "2026-12-02T10:00",
    "2026-12-02T15:00",
    "2026-12-03T10:00",
  ]);
  expect(await take(database, campaignId, hours)).toMatchObject({ reason: "nothing-to-change" });
});

test.each([
  ["as a day", ";VALUE=DATE:20261202", ";VALUE=DATE:20261205"],
  [
    "as midnight in Washington",
    ";TZID=America/New_York:20261202T000000",
    ";TZID=America/New_York:20261205T000000",
  ],
  ["as midnight in Prague", ";TZID=Europe/Prague:20261202T000000", ";TZID=Europe/Prague:20261205T000000"],
  ["as the instant of Prague's midnight", ":20261201T230000Z", ":20261204T230000Z"],
])("a day of a series of days, alone and named %s, is that day", async (_, day, other) => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(DAILY));
  const file = calendarFile(eventLines("d", "SUMMARY:Later", `RECURRENCE-ID${day}`, `DTSTART${other}`));
  expect(await take(database, campaignId, file)).toMatchObject({
    preview: { counts: { added: 0, changed: 1 } },
  });
  expect((await eventsIn(database)).map((row) => `${row.title} ${row.day} ${row.is_all_day}`)).toEqual([
    "Meeting d 2026-12-01 1",
    "Meeting d 2026-12-03 1",
    "Later 2026-12-05 1",
  ]);
});

test("an event that is told at the same instant on another clock stays as it is, and as it was imported", async () => {
  const { database, campaignId } = await scene();
  const told = (start: string) => calendarFile(eventLines("a", `DTSTART${start}`, "DURATION:PT1H"));
  await take(database, campaignId, told(";TZID=Europe/Prague:20261203T160000"));
  for (const start of [":20261203T150000Z", ";TZID=America/New_York:20261203T100000"])
    expect(await take(database, campaignId, told(start))).toMatchObject({ reason: "nothing-to-change" });
  const [event] = await eventsIn(database);
  expect(event).toMatchObject({ zone: "Europe/Prague", wall_start: "2026-12-03T16:00" });
  await changeHere(database, event!.id, { title: "Ours" });
  expect(await take(database, campaignId, told(":20261203T150000Z"))).toMatchObject({
    preview: { counts: { kept: 1, both: 0 } },
  });
});

test("a series on a clock that only its file knows comes in as single events, and a change of one replaces it", async () => {
  const { database, campaignId } = await scene();
  const zone = [
    ...["BEGIN:VTIMEZONE", "TZID:Makebelieve", "BEGIN:STANDARD", "DTSTART:19700101T000000"],
    ...["TZOFFSETFROM:+0330", "TZOFFSETTO:+0330", "END:STANDARD", "END:VTIMEZONE"],
  ].join("\r\n");
  const start = "DTSTART;TZID=Makebelieve:20261203T100000";
  const file = calendarFile(zone, eventLines("w", start, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"));
  await take(database, campaignId, file);
  expect(await take(database, campaignId, file)).toMatchObject({ reason: "nothing-to-change" });
  const change = [
    "SUMMARY:Later",
    "RECURRENCE-ID:20261210T063000Z",
    "DTSTART:20261211T063000Z",
    "DURATION:PT1H",
  ];
  expect(await take(database, campaignId, calendarFile(eventLines("w", ...change)))).toMatchObject({
    preview: { counts: { added: 0, changed: 1 } },
  });
  expect((await eventsIn(database)).map((row) => [row.title, row.event_series_id])).toEqual([
    ["Meeting w", null],
    ["Later", null],
    ["Meeting w", null],
  ]);
});
