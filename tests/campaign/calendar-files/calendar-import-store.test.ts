import { expect, test } from "vitest";
import { takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import { leaveTimeOut } from "#app/campaign/outreach-events/series/exceptions.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { now, system } from "../../support/author.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { changeHere, eventsIn, readingOf, scene, take } from "../../support/import-calendar.ts";

const CLOCK = ";TZID=America/New_York:";

const weekly = (count: number, ...lines: readonly string[]) =>
  eventLines("w", `RRULE:FREQ=WEEKLY;COUNT=${count}`, ...lines);

test("a second import of the same file changes nothing", async () => {
  const { database, campaignId } = await scene();
  const file = calendarFile(eventLines("a"), weekly(4, `EXDATE${CLOCK}20261210T100000`));
  expect(await take(database, campaignId, file)).toMatchObject({
    ok: true,
    preview: { counts: { added: 4 } },
  });
  const before = await eventsIn(database);
  const leftOut = await database.read
    .selectFrom("event_series_exception")
    .select(["slot", "reason"])
    .execute();
  expect(leftOut).toEqual([{ slot: "2026-12-10T10:00", reason: "Left out of the imported calendar" }]);
  expect(await take(database, campaignId, file)).toMatchObject({
    ok: false,
    reason: "nothing-to-change",
    preview: { counts: { same: 4 } },
  });
  expect(await eventsIn(database)).toEqual(before);
});

test("a time of a series that came alone is the same when it comes again, and one of the series once that comes", async () => {
  const { database, campaignId } = await scene();
  const alone = calendarFile(eventLines("w", `RECURRENCE-ID${CLOCK}20261203T100000`));
  await take(database, campaignId, alone);
  const [here] = await eventsIn(database);
  expect(await take(database, campaignId, alone)).toMatchObject({
    reason: "nothing-to-change",
    preview: { counts: { same: 1 }, gone: [] },
  });
  expect(await take(database, campaignId, calendarFile(weekly(3)))).toMatchObject({
    preview: { counts: { added: 2, same: 1 }, gone: [] },
  });
  const events = await eventsIn(database);
  expect(events.map(({ series_slot }) => series_slot)).toEqual([
    "2026-12-03T10:00",
    "2026-12-10T10:00",
    "2026-12-17T10:00",
  ]);
  expect(events[0]?.id).toBe(here?.id);
  expect(new Set(events.map(({ event_series_id }) => event_series_id)).size).toBe(1);
  expect(await take(database, campaignId, calendarFile(weekly(3)))).toMatchObject({
    reason: "nothing-to-change",
  });
});

test("one Undo takes a whole import back", async () => {
  const { database, campaignId } = await scene();
  const taken = await take(database, campaignId, calendarFile(eventLines("a"), weekly(5)));
  if (!taken.ok) throw new Error(taken.reason);
  expect(await undoChange(database, system, taken.changeId)).toMatchObject({ ok: true });
  expect(await eventsIn(database)).toEqual([]);
  expect(await database.read.selectFrom("event_series").selectAll().execute()).toEqual([]);
});

test("what changed in the file alone is changed here", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(eventLines("a")));
  const later = calendarFile(
    eventLines("a", "SUMMARY:Moved", `DTSTART${CLOCK}20261204T100000`, "DURATION:PT1H"),
  );
  expect(await take(database, campaignId, later)).toMatchObject({
    ok: true,
    preview: { counts: { changed: 1 } },
  });
  expect(await eventsIn(database)).toMatchObject([{ title: "Moved", wall_start: "2026-12-04T10:00" }]);
});

test("what changed here alone stays, and is not asked about", async () => {
  const { database, campaignId } = await scene();
  const file = calendarFile(eventLines("a"));
  await take(database, campaignId, file);
  const [event] = await eventsIn(database);
  await changeHere(database, event!.id, { title: "Ours" });
  expect(await take(database, campaignId, file)).toMatchObject({
    ok: false,
    preview: { counts: { kept: 1 } },
  });
  expect(await eventsIn(database)).toMatchObject([{ title: "Ours" }]);
});

test("what changed on both sides stays as it is here unless the file's is chosen", async () => {
  const { database, campaignId } = await scene();
  const later = calendarFile(eventLines("a", "SUMMARY:Theirs"));
  for (const [choice, title] of [
    [[], "Ours"],
    [["a"], "Theirs"],
  ] as const) {
    const campaign = `${campaignId}-${title}`;
    await addCampaign(database, campaign);
    await take(database, campaign, calendarFile(eventLines("a")));
    const [event] = (await eventsIn(database)).filter((one) => one.campaign_id === campaign);
    await changeHere(database, event!.id, { title: "Ours" });
    expect(await take(database, campaign, later, { takeFile: choice })).toMatchObject({
      preview: { counts: { both: 1 } },
    });
    const after = (await eventsIn(database)).filter((one) => one.campaign_id === campaign);
    expect(after).toMatchObject([{ title }]);
    expect(await take(database, campaign, later)).toMatchObject({ ok: false, reason: "nothing-to-change" });
  }
});

test("an older state of an event in a file is not imported", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(eventLines("a", "SEQUENCE:3")));
  const older = calendarFile(eventLines("a", "SEQUENCE:2", "SUMMARY:Old"));
  expect(await take(database, campaignId, older)).toMatchObject({
    ok: false,
    preview: { steps: [{ kind: "older" }] },
  });
});

test("a time that its series no longer has is cancelled, and nothing is removed", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(weekly(4)));
  await take(database, campaignId, calendarFile(weekly(3)));
  const events = await eventsIn(database);
  expect(events.map(({ schedule }) => schedule)).toEqual([
    "confirmed",
    "confirmed",
    "confirmed",
    "cancelled",
  ]);
  expect(events[3]?.schedule_reason).toBe("No longer in the imported calendar");
  expect(await take(database, campaignId, calendarFile(weekly(3)))).toMatchObject({ ok: false });
});

test("a time that an import cancelled comes back with a file that has it again, unless it was changed here", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(weekly(4)));
  const first = await eventsIn(database);
  await take(database, campaignId, calendarFile(weekly(2)));
  await changeHere(database, first[3]!.id, { title: "Ours" });
  expect(await take(database, campaignId, calendarFile(weekly(4)))).toMatchObject({
    ok: true,
    preview: { counts: { changed: 1, both: 1, same: 2 } },
  });
  expect(
    (await eventsIn(database)).map((row) => `${row.title} ${row.schedule} ${row.schedule_reason}`),
  ).toEqual([
    "Meeting w confirmed ",
    "Meeting w confirmed ",
    "Meeting w confirmed ",
    "Ours cancelled No longer in the imported calendar",
  ]);
});

test("a change of one time that the file takes back is taken back, and a file older than the series is older", async () => {
  const { database, campaignId } = await scene();
  const change = eventLines("w", "SUMMARY:Later", "SEQUENCE:5", `RECURRENCE-ID${CLOCK}20261210T100000`);
  await take(database, campaignId, calendarFile(weekly(3, "SEQUENCE:2"), change));
  const older = calendarFile(weekly(3, "SEQUENCE:1"));
  expect(await take(database, campaignId, older)).toMatchObject({ preview: { counts: { kept: 1 } } });
  const back = calendarFile(weekly(3, "SEQUENCE:2"));
  expect(await take(database, campaignId, back)).toMatchObject({
    ok: true,
    preview: { counts: { changed: 1 } },
  });
  expect(await take(database, campaignId, back)).toMatchObject({ reason: "nothing-to-change" });
});

test("a time that somebody took up again stays, though its series has it no longer", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(weekly(4)));
  await take(database, campaignId, calendarFile(weekly(3)));
  const last = (await eventsIn(database))[3];
  await changeHere(database, last!.id, { schedule: "confirmed", schedule_reason: "" });
  expect(await take(database, campaignId, calendarFile(weekly(3)))).toMatchObject({
    reason: "nothing-to-change",
  });
});

test("a time that a file left out comes back with a file that has it, and one that was left out here does not", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(weekly(4, `EXDATE${CLOCK}20261210T100000`)));
  const [, , last] = await eventsIn(database);
  await database.change(system, { submission: null, campaignId }, (change) =>
    leaveTimeOut(change, { campaignId, eventId: last!.id, location: "/" }, "Recess"),
  );
  const whole = calendarFile(weekly(4));
  expect(await take(database, campaignId, whole)).toMatchObject({
    ok: true,
    preview: { counts: { added: 1 } },
  });
  expect(await take(database, campaignId, whole)).toMatchObject({ reason: "nothing-to-change" });
  expect((await eventsIn(database)).map(({ series_slot: slot }) => slot)).toEqual([
    "2026-12-03T10:00",
    "2026-12-10T10:00",
    "2026-12-17T10:00",
  ]);
});

test("what a file adds to a series that is for named people here is for named people too", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(weekly(2)));
  for (const { id } of await eventsIn(database)) await changeHere(database, id, { handling: "TLP:RED" });
  expect(await take(database, campaignId, calendarFile(weekly(3)))).toMatchObject({
    preview: { counts: { added: 1 } },
  });
  const handlings = (await eventsIn(database)).map(({ handling }) => handling);
  expect(handlings).toEqual(["TLP:RED", "TLP:RED", "TLP:RED"]);
});

test("an event that is gone from the file stays, and is listed, however many there are", async () => {
  const { database, campaignId } = await scene();
  const gone = Array.from({ length: 201 }, (_, at) => `a${100 + at}`);
  await take(database, campaignId, calendarFile(...gone.map((uid) => eventLines(uid)), eventLines("b")));
  const again = await take(database, campaignId, calendarFile(eventLines("b")));
  const listed = again.ok ? [] : again.preview.gone.map(({ title }) => title);
  expect(listed.toSorted()).toEqual(gone.map((uid) => `Meeting ${uid}`));
  expect(await eventsIn(database)).toHaveLength(202);
});

test("an event of another campaign here is not imported by its UID", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(eventLines("a")));
  const [event] = await eventsIn(database);
  const other = await addCampaign(database, "other");
  const file = calendarFile(eventLines(`${event?.id}@demarche`));
  expect(await take(database, other, file)).toMatchObject({ ok: false, preview: { counts: { refused: 1 } } });
});

test("our own event is known by its UID, and a feed that says Busy tells nothing of its title", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(eventLines("a")));
  const [event] = await eventsIn(database);
  await changeHere(database, event!.id, { imported_uid: null, imported_hash: null });
  const busy = calendarFile(
    eventLines(`${event?.id}@demarche`, "SUMMARY:Busy", "URL:https://us.example/c/x"),
  );
  expect(await take(database, campaignId, busy)).toMatchObject({
    ok: false,
    preview: { counts: { same: 1 } },
  });
});

test("what is private in the file comes in as TLP:RED, the rest as the campaign is", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(eventLines("a", "CLASS:PRIVATE"), eventLines("b")));
  expect((await eventsIn(database)).map(({ handling }) => handling)).toEqual(["TLP:RED", "TLP:AMBER"]);
});

test("an event that is cancelled in the file comes in as cancelled, with why, and nothing else is said of it", async () => {
  const { database, campaignId } = await scene();
  await take(database, campaignId, calendarFile(eventLines("a"), eventLines("b", "STATUS:CANCELLED")));
  const unsaid = {
    result: "planned",
    result_reason: "",
    going_ahead_reason: "",
    ask: "",
    objective_id: null,
  };
  expect(await eventsIn(database)).toMatchObject([
    { title: "Meeting a", schedule: "confirmed", schedule_reason: "", ...unsaid },
    {
      title: "Meeting b",
      schedule: "cancelled",
      schedule_reason: "Cancelled in the imported calendar",
      ...unsaid,
    },
  ]);
});

test("nothing but what was shown is written", async () => {
  const { database, campaignId } = await scene();
  const as = { campaignId, kind: "internal", handling: "TLP:AMBER", ownerAccountId: null, now } as const;
  const taken = await database.change(system, { submission: null, campaignId }, (change) =>
    takeCalendar(change, readingOf(calendarFile(eventLines("a"))), as, {
      shown: "another",
      takeFile: new Set(),
      mayEnd: true,
    }),
  );
  expect(taken).toMatchObject({ ok: false, reason: "changed-since-shown" });
  expect(await eventsIn(database)).toEqual([]);
});
