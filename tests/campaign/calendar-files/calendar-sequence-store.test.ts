import fc from "fast-check";
import { expect, test } from "vitest";
import { findCalendarEvent, readCalendarContent } from "#app/campaign/calendar-files/files.server.ts";
import { takeCalendar } from "#app/campaign/calendar-files/import.server.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { calendarFile as fileOf } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import { updateOutreachEventRow } from "#app/campaign/outreach-events/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system } from "../../support/author.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { freshDatabase } from "../../support/database.ts";

const detail = { titles: "shown", origin: null } as const;
const unsent = { submission: null, campaignId: "esa" };

async function scene(): Promise<Database> {
  const database = await freshDatabase();
  await addCampaign(database, "esa", { ends_on: "2027-12-31" });
  return database;
}

async function take(database: Database, ...events: readonly string[]): Promise<string | null> {
  const options = {
    clock: null,
    homeZone: "Europe/Prague",
    firstDay: "2026-02-02",
    lastDay: "2027-12-31",
  } as const;
  const read = readCalendarFile(new TextEncoder().encode(calendarFile(...events)), options);
  if (!read.ok) throw new Error(read.sentence);
  const as = {
    campaignId: "esa",
    kind: "internal",
    handling: "TLP:AMBER",
    ownerAccountId: null,
    now,
  } as const;
  const keys = new Set([...read.events.map(({ uid }) => uid)]);
  const taken = await database.change(system, unsent, (change) =>
    takeCalendar(change, read, as, { shown: null, takeFile: keys, mayEnd: true }),
  );
  return taken.ok ? taken.changeId : null;
}

async function edit(database: Database, title: string, at = now): Promise<string> {
  const { id } = await database.read
    .selectFrom("outreach_event")
    .select("id")
    .orderBy("starts_at")
    .orderBy("event_series_id")
    .executeTakeFirstOrThrow();
  const made = await database.change({ ...system, now: at }, unsent, async (change) => {
    await updateOutreachEventRow(change, id, { title });
    change.describe({
      recordKind: "outreach event",
      recordId: id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  return made.changeId;
}

async function exported(database: Database): Promise<string> {
  const content = await readCalendarContent(database.read, { campaignId: "esa" }, null);
  return [...fileOf({ ...content, name: "Export", isFeed: false, detail, only: null })].join("");
}

async function sequencesIn(database: Database): Promise<number[]> {
  return [...(await exported(database)).matchAll(/^SEQUENCE:(\d+)\r$/gm)].map(([, digits]) => Number(digits));
}

test("an event that came in with SEQUENCE 7 leaves with 7, and with 8 after a change here", async () => {
  const database = await scene();
  await take(database, eventLines("a", "SEQUENCE:7"));
  expect(await sequencesIn(database)).toEqual([7]);
  await edit(database, "Ours");
  expect(await sequencesIn(database)).toEqual([8]);
  await take(database, eventLines("a", "SEQUENCE:12", "SUMMARY:Theirs"));
  expect(await sequencesIn(database)).toEqual([12]);
});

test("an event and a series say when they were last changed, which is not when they were planned", async () => {
  const database = await scene();
  await take(database, eventLines("a"), eventLines("w", "RRULE:FREQ=WEEKLY;COUNT=3"));
  const later = new Date(now.getTime() + 86_400_000);
  const changedAt = async () => {
    const { entries, series } = await readCalendarContent(database.read, { campaignId: "esa" }, null);
    return [entries.find((one) => one.series === null), ...series].map((one) => one?.changedAt);
  };
  expect(await changedAt()).toEqual([now, now]);
  await edit(database, "Ours", later);
  expect(await changedAt()).toEqual([later, now]);
});

test("a series that came in with SEQUENCE 7, and its changed time with 9, leave with no less", async () => {
  const database = await scene();
  const at = ";TZID=America/New_York:";
  await take(
    database,
    eventLines("w", "SEQUENCE:7", "RRULE:FREQ=WEEKLY;COUNT=3"),
    eventLines(
      "w",
      "SEQUENCE:9",
      `RECURRENCE-ID${at}20261210T100000`,
      `DTSTART${at}20261211T100000`,
      "DURATION:PT1H",
    ),
  );
  expect((await sequencesIn(database)).sort()).toEqual([7, 9]);
});

test("whatever is imported, edited and undone, in whatever order, SEQUENCE never goes down", async () => {
  const act = fc.oneof(
    fc.record({ act: fc.constant("import" as const), more: fc.nat(9) }),
    fc.record({ act: fc.constantFrom("edit" as const, "undo" as const), more: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
      const database = await scene();
      await take(database, eventLines("a", "SEQUENCE:7"));
      let theirs = 7;
      let last = 7;
      let change: string | null = null;
      for (const [index, { act, more }] of acts.entries()) {
        theirs += act === "import" ? more : 0;
        if (act === "import")
          change = await take(database, eventLines("a", `SEQUENCE:${theirs}`, `SUMMARY:Theirs ${index}`));
        else if (act === "edit") change = await edit(database, `Ours ${index}`);
        else if (change !== null) await undoChange(database, system, change);
        if (act === "undo") change = null;
        const [sequence = -1] = await sequencesIn(database);
        expect(sequence).toBeGreaterThanOrEqual(last);
        if (act !== "undo") expect(sequence).toBeGreaterThanOrEqual(theirs);
        last = sequence;
      }
      await database.close();
    }),
    { numRuns: 12 },
  );
});

test("a time of a series has one UID, in a file of all and in a file of its own", async () => {
  const database = await scene();
  const { eventIds } = await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=4");
  const uidsIn = (file: string) => new Set([...file.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid));
  const all = await exported(database);
  const found = await findCalendarEvent(database.read, "esa", eventIds[2] ?? "");
  const { entry, entries, series } = found ?? { entry: { id: "" }, entries: [], series: [] };
  const own = [...fileOf({ name: "One", isFeed: false, detail, entries, series, only: entry.id })].join("");
  expect(uidsIn(own)).toEqual(uidsIn(all));
  expect(own.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(own).toContain("\r\nRECURRENCE-ID;TZID=America/New_York:");
});
