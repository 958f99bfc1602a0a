import { beforeEach, expect, test } from "vitest";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { planSeries } from "#app/campaign/outreach-events/series/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addSeries, seriesPlan } from "../../support/builders/event-series.ts";
import {
  addEvent,
  addPeopleAndMessages,
  eventDetails,
  timeOf,
} from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-12T20:00:00.000Z") };

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "officer" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["sfrc"],
    messages: ["m1", "m2"],
    contacts: ["hadley"],
  });
});

const found = async (eventId: string | undefined) => {
  const event = await findEvent(database.read, "esa", eventId ?? "");
  if (event === null) throw new Error("There is no such event.");
  return event;
};
const summaryOf = async (changeId: string) =>
  (await database.read.selectFrom("change").select("summary").where("id", "=", changeId).execute())[0]
    ?.summary;
const countOf = async (table: "outreach_event" | "event_series" | "event_series_exception") =>
  (await database.read.selectFrom(table).select("id").execute()).length;

test("every time of a series is an event of its own with all that the series is tied to", async () => {
  const links = { audienceIds: ["sfrc"], messageIds: ["m2", "m1"], ownerAccountId: "jana" };
  const { eventIds, seriesId } = await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=3", {
    given: links,
    contactIds: ["hadley"],
  });
  expect(eventIds).toHaveLength(3);
  expect(await found(eventIds[2])).toMatchObject({
    wallStart: "2026-11-26T14:00",
    series: { id: seriesId, slot: "2026-11-26T14:00" },
    audiences: [{ id: "sfrc" }],
    messages: [{ number: 1 }, { number: 2 }],
    officers: [{ id: "jana" }],
    participants: [{ contactId: "hadley", reply: "needs-action" }],
  });
});

test("the history says how many times were planned, from when, and what was left to say", async () => {
  const summary = async (rule: string, note?: string) => {
    const details = eventDetails({ title: "Weekly call" });
    const plan = { ...seriesPlan(rule, details), ...(note === undefined ? {} : { note }) };
    const made = await database.change(jana, { submission: null, campaignId: "esa" }, (change) =>
      planSeries(change, "esa", details, plan, []),
    );
    return made.ok ? summaryOf(made.changeId) : made.reason;
  };
  const first = "on Thu 12 Nov 2026, 14:00 in Washington";
  expect(await summary("FREQ=WEEKLY;COUNT=3")).toBe(`Planned 3 dates, the first ${first}: Weekly call`);
  expect(await summary("FREQ=WEEKLY;COUNT=1", "Without the last")).toBe(
    `Planned 1 date, ${first}: Weekly call. Without the last`,
  );
});

test("one Undo takes the whole series back", async () => {
  const { changeId } = await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=40", { author: jana });
  expect(await undoChange(database, jana, changeId)).toMatchObject({
    ok: true,
  });
  expect([await countOf("outreach_event"), await countOf("event_series")]).toEqual([0, 0]);
});

test("a working day that is a federal holiday is left out, with its name", async () => {
  const time = timeOf("9 Nov 2026", "10:00", "10:30");
  await addSeries(database, "esa", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5", { given: { time } });
  expect(
    await database.read.selectFrom("event_series_exception").select(["slot", "reason"]).execute(),
  ).toEqual([{ slot: "2026-11-11T10:00", reason: "Veterans Day" }]);
  expect(await countOf("outreach_event")).toBe(4);
});

test("a series without a single time, or with a stranger's contact, is refused and leaves nothing", async () => {
  const details = eventDetails();
  const plan = seriesPlan("FREQ=WEEKLY;COUNT=3", details);
  const none = { ...plan, times: [] };
  const unsent = { submission: null, campaignId: "esa" };
  expect(
    await database.change(jana, unsent, (change) => planSeries(change, "esa", details, none, [])),
  ).toMatchObject({ reason: "no-time-at-all" });
  expect(
    await database.change(jana, unsent, (change) => planSeries(change, "esa", details, plan, ["nobody"])),
  ).toMatchObject({ reason: "not-of-this-campaign", field: "contacts" });
  expect([await countOf("outreach_event"), await countOf("event_series")]).toEqual([0, 0]);
});

test("officers of an event that a series clashes with are told once for each event of theirs", async () => {
  const time = timeOf("19 Nov 2026", "14:15", "15:00");
  await addEvent(database, "esa", { time, ownerAccountId: "petr", officerIds: ["jana"] });
  await addSeries(database, "esa", "FREQ=WEEKLY;COUNT=5", {
    given: { ownerAccountId: "petr" },
    author: jana,
  });
  const mail = await database.read.selectFrom("mail").select(["kind", "account_id"]).execute();
  expect(mail).toEqual([{ kind: "clash", account_id: "petr" }]);
});
