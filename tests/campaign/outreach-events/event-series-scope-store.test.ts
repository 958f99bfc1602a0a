import { beforeEach, expect, test } from "vitest";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import {
  endSeriesWith,
  leaveTimeOut,
  putTimeBack,
} from "#app/campaign/outreach-events/series/exceptions.server.ts";
import { findSeries } from "#app/campaign/outreach-events/series/record.server.ts";
import { cancelInSeries, moveInSeries } from "#app/campaign/outreach-events/series/scope.server.ts";
import type { Scope } from "#app/campaign/outreach-events/series/scope.ts";
import { changeStanding, moveEventTo } from "#app/campaign/outreach-events/store.server.ts";
import { editInSeries } from "#app/campaign/planning/edit-in-series.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { addSeries } from "../../support/builders/event-series.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addPeopleAndMessages, eventDetails, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
const unsent = { submission: null, campaignId: "esa" };
const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-13T20:00:00.000Z") };
const target = (eventId: string) => ({ campaignId: "esa", eventId, location: `/c/esa/events/${eventId}` });

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "officer" });
  await addPeopleAndMessages(database, "esa", { audiences: ["sfrc", "hasc"], contacts: ["hadley"] });
});

/** Thursdays at 14:00 from 12 November 2026: the first is over, four lie ahead. */
async function weekly(rule = "FREQ=WEEKLY;COUNT=5") {
  const { seriesId, eventIds, changeId } = await addSeries(database, "esa", rule, {
    given: { audienceIds: ["sfrc"] },
    contactIds: ["hadley"],
  });
  const id = (index: number) => eventIds[index] ?? "";
  return { seriesId, eventIds, changeId, id };
}
const event = async (id: string) => {
  const found = await findEvent(database.read, "esa", id);
  if (found === null) throw new Error("There is no such event.");
  return found;
};
const starts = (eventIds: readonly string[]) =>
  Promise.all(eventIds.map(async (id) => (await event(id)).wallStart));
const move = (id: string, date: string, start: string, scope: Scope, version = 1) =>
  database.change(jana, unsent, (change) =>
    moveInSeries(
      change,
      target(id),
      { time: timeOf(date, start, addHour(start)), version, summary: "Moved" },
      scope,
    ),
  );
const addHour = (start: string) =>
  `${String(Number(start.slice(0, 2)) + 1).padStart(2, "0")}${start.slice(2)}`;
const series = async (id: string) => {
  const found = await findSeries(database.read, "esa", id);
  if (found === null) throw new Error("There is no such series.");
  return found;
};

test("this one only is moved, and keeps the slot that the rule gave it", async () => {
  const { id, eventIds } = await weekly();
  expect(await move(id(2), "27 Nov 2026", "10:00", "this")).toMatchObject({ ok: true });
  expect((await event(id(2))).series?.slot).toBe("2026-11-26T14:00");
  expect((await starts(eventIds))[3]).toBe("2026-12-03T14:00");
});

test("this and following go to the new weekday; the earlier ones stay, in a series that ends before", async () => {
  const { id, eventIds, seriesId } = await weekly();
  expect(await move(id(2), "27 Nov 2026", "10:00", "following")).toMatchObject({ ok: true });
  expect(await starts(eventIds)).toEqual([
    "2026-11-12T14:00",
    "2026-11-19T14:00",
    "2026-11-27T10:00",
    "2026-12-04T10:00",
    "2026-12-11T10:00",
  ]);
  const later = (await event(id(4))).series;
  expect(later?.slot).toBe("2026-12-11T10:00");
  expect(later?.id).not.toBe(seriesId);
  expect((await series(later?.id ?? "")).rule).toBe("FREQ=WEEKLY;COUNT=3");
  expect((await series(seriesId)).rule).toBe("FREQ=WEEKLY;UNTIL=20261120T045900Z");
});

test("all go that lie ahead; what is over stays where it was", async () => {
  const { id, eventIds } = await weekly();
  await move(id(3), "2 Dec 2026", "09:00", "all");
  expect(await starts(eventIds)).toEqual([
    "2026-11-12T14:00",
    "2026-11-18T09:00",
    "2026-11-25T09:00",
    "2026-12-02T09:00",
    "2026-12-09T09:00",
  ]);
});

test("one Undo takes a move of several back, rule and all", async () => {
  const { id, eventIds, seriesId } = await weekly();
  const before = await series(seriesId);
  const moved = await move(id(2), "27 Nov 2026", "10:00", "following");
  if (!moved.ok) throw new Error(moved.reason);
  expect(await undoChange(database, jana, moved.changeId)).toMatchObject({ ok: true });
  const after = await series(seriesId);
  expect(after.times.map(({ slot }) => slot)).toEqual(before.times.map(({ slot }) => slot));
  expect([after.rule, (await starts(eventIds))[4]]).toEqual([before.rule, "2026-12-10T14:00"]);
});

test("a week later, every time takes the slot that the next one leaves", async () => {
  const { id, eventIds } = await weekly();
  expect(await move(id(1), "26 Nov 2026", "14:00", "following")).toMatchObject({ ok: true });
  expect((await starts(eventIds)).slice(1)).toEqual([
    "2026-11-26T14:00",
    "2026-12-03T14:00",
    "2026-12-10T14:00",
    "2026-12-17T14:00",
  ]);
});

test("a time that was moved by itself, was held or is cancelled stays where it is", async () => {
  const { id, eventIds } = await weekly();
  await move(id(3), "4 Dec 2026", "16:00", "this");
  await database.change(jana, unsent, (change) => changeStanding(change, target(id(4)), "cancel", "Recess"));
  await move(id(1), "19 Nov 2026", "09:00", "following");
  expect((await starts(eventIds)).slice(1)).toEqual([
    "2026-11-19T09:00",
    "2026-11-26T09:00",
    "2026-12-04T16:00",
    "2026-12-10T14:00",
  ]);
});

test("a time that is left out moves with those around it, and is left out where it would be", async () => {
  const { id, eventIds } = await weekly();
  await database.change(jana, unsent, (change) => leaveTimeOut(change, target(id(2)), "Thanksgiving"));
  expect(await move(id(1), "20 Nov 2026", "10:00", "following")).toMatchObject({ ok: true });
  const { id: seriesId = "" } = (await event(id(1))).series ?? {};
  expect((await series(seriesId)).leftOut.map(({ slot }) => slot)).toEqual(["2026-11-27T10:00"]);
  const staying = eventIds.filter((one) => one !== id(2));
  expect((await starts(staying)).slice(1)).toEqual([
    "2026-11-20T10:00",
    "2026-12-04T10:00",
    "2026-12-11T10:00",
  ]);
});

test("somebody who saw an older version moves nothing", async () => {
  const { id, eventIds } = await weekly();
  await database.change(jana, unsent, (change) =>
    moveEventTo(change, target(id(1)), {
      time: timeOf("20 Nov 2026", "14:00", "15:00"),
      version: 1,
      summary: "Edited",
    }),
  );
  expect(await move(id(1), "18 Nov 2026", "14:00", "following")).toEqual({
    ok: false,
    reason: "changed-by-somebody-else",
  });
  expect((await starts(eventIds))[2]).toBe("2026-11-26T14:00");
});

test("the second Thursday becomes the second Friday, but not in another month", async () => {
  const { id, eventIds } = await weekly("FREQ=MONTHLY;BYDAY=2TH;COUNT=4");
  expect(await move(id(1), "1 Jan 2027", "14:00", "following")).toMatchObject({
    reason: "moved-to-another-month",
  });
  expect(await move(id(1), "11 Dec 2026", "14:00", "following")).toMatchObject({ ok: true });
  expect((await starts(eventIds)).slice(1)).toEqual([
    "2026-12-11T14:00",
    "2027-01-08T14:00",
    "2027-02-12T14:00",
  ]);
});

test("an edit of all changes in the others only what was changed in this one", async () => {
  const { id } = await weekly();
  const mine = eventDetails({ audienceIds: ["sfrc"], time: timeOf("19 Nov 2026", "14:00", "14:45") });
  await database.change(jana, unsent, (change) =>
    editInSeries(
      change,
      target(id(2)),
      { ...mine, time: timeOf("26 Nov 2026", "14:00", "14:45"), ask: "Co-sign" },
      { version: 1, scope: "this" },
    ),
  );
  const edited = { ...mine, place: "Hart Building", audienceIds: ["hasc"] };
  expect(
    await database.change(jana, unsent, (change) =>
      editInSeries(change, target(id(1)), edited, { version: 1, scope: "following" }),
    ),
  ).toMatchObject({ ok: true });
  expect(await event(id(2))).toMatchObject({
    place: "Hart Building",
    ask: "Co-sign",
    audiences: [{ id: "hasc" }],
  });
  expect(await event(id(0))).toMatchObject({ place: "Dirksen Building", audiences: [{ id: "sfrc" }] });
});

test("cancelling all leaves what is over", async () => {
  const { id } = await weekly();
  const done = await database.change(jana, unsent, (change) =>
    cancelInSeries(change, target(id(2)), "Recess", "all"),
  );
  expect(done).toMatchObject({ ok: true });
  expect((await event(id(0))).schedule).toBe("confirmed");
  expect(await event(id(4))).toMatchObject({ schedule: "cancelled", scheduleReason: "Recess" });
});

test("a time that is left out is kept as left out, and can be put back with all that belongs to it", async () => {
  const { id, seriesId } = await weekly();
  await database.change(jana, unsent, (change) => leaveTimeOut(change, target(id(2)), " Thanksgiving "));
  await database.change(jana, unsent, (change) => leaveTimeOut(change, target(id(1)), "Recess"));
  const leftOut = (await series(seriesId)).leftOut.find(({ slot }) => slot === "2026-11-26T14:00");
  expect(leftOut).toMatchObject({ slot: "2026-11-26T14:00", reason: "Thanksgiving" });
  await database.change(jana, unsent, (change) => putTimeBack(change, target(id(0)), leftOut?.id ?? ""));
  const after = await series(seriesId);
  expect(after.leftOut.map(({ slot, reason }) => [slot, reason])).toEqual([["2026-11-19T14:00", "Recess"]]);
  expect(await event(after.times[1]?.eventId ?? "")).toMatchObject({
    wallStart: "2026-11-26T14:00",
    audiences: [{ id: "sfrc" }],
    participants: [{ contactId: "hadley" }],
  });
});

test("a later time with talking points or a follow-up is cancelled instead, and is said to be", async () => {
  const { id } = await weekly();
  await record(database, async (change) => {
    const promise = { id: "p", campaign_id: "esa", outreach_event_id: id(3), outcome_id: null };
    const open = { owner_account_id: null, contact_id: null, done_at: null, done_by: null };
    await change.insert("follow_up", {
      ...{ ...promise, ...open },
      ...{ text: "Send it", promised_by: "us", due_on: "2026-12-01" },
    });
  });
  await database.change(jana, unsent, (change) => endSeriesWith(change, target(id(2))));
  expect((await event(id(3))).schedule).toBe("cancelled");
  const [told] = await listChanges(database.read, "outreach event", id(2));
  expect(told?.summary).toBe(
    "The series ends here: 1 date removed from the calendar; 1 cancelled instead, because it has talking points or follow-ups",
  );
});

test("a series that ends keeps its earlier times, and Undo brings the later ones back", async () => {
  const { id, seriesId } = await weekly();
  const ended = await database.change(jana, unsent, (change) => endSeriesWith(change, target(id(2))));
  if (!ended.ok) throw new Error(ended.reason);
  expect((await series(seriesId)).times).toHaveLength(3);
  const [told] = await listChanges(database.read, "outreach event", id(2));
  expect(told?.summary).toBe("The series ends here: 2 dates removed from the calendar");
  expect(await undoChange(database, jana, ended.changeId)).toMatchObject({ ok: true });
  expect((await series(seriesId)).times).toHaveLength(5);
});
