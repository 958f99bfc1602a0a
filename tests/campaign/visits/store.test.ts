import { beforeEach, expect, test } from "vitest";
import { findVisitOf } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { changeStanding } from "#app/campaign/outreach-events/store.server.ts";
import { editInSeries } from "#app/campaign/planning/edit-in-series.server.ts";
import { startPaper } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { recordProgrammeCopies } from "#app/campaign/visits/copies/store.server.ts";
import { type Cell, removeItem, saveWhoGoes, takeIn } from "#app/campaign/visits/items.server.ts";
import { removeMember } from "#app/campaign/visits/members/store.server.ts";
import { moveWithProgramme } from "#app/campaign/visits/moving.server.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import { type CalendarDate, WASHINGTON } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import {
  addEvent,
  addPeopleAndMessages,
  eventDetails,
  timeOf,
} from "../../support/builders/outreach-event.ts";
import { addItem, addVisit, addVisitMember } from "../../support/builders/visit.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-10T18:00:00.000Z") };
const unsent = { submission: null, campaignId: "esa" };
let database: Database;
let visitId: string;

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer", cyber: "officer" });
  visitId = await addVisit(database, "esa", { ownerAccountId: "jana" });
});

const target = (campaignId = "esa") => ({ campaignId, eventId: visitId, location: "/programme" });
const found = async () => {
  const visit = await findVisit(database.read, "esa", visitId);
  if (visit === null) throw new Error("There is no such visit.");
  return visit;
};
const pentagon = (given = {}) =>
  addItem(database, target(), { title: "Pentagon", time: timeOf("19 Nov 2026", "10:00", "10:45") }, given);
const move = async (first: CalendarDate, version = 1) =>
  database.change(jana, unsent, (change) =>
    moveWithProgramme(
      change,
      target(),
      { time: wholeDays(first, first, WASHINGTON), version, summary: `Moved to ${first}` },
      "this",
    ),
  );
const save = (cells: Cell[], author = jana) =>
  database.change(author, unsent, (change) => saveWhoGoes(change, target(), cells));
const summaries = async () =>
  (await database.read.selectFrom("change").select(["action", "summary"]).orderBy("made_at").execute()).map(
    ({ summary }) => summary,
  );

test("a visit starts with the usual deadlines, all its owner's", async () => {
  const { deadlines, days } = await found();
  expect(days).toEqual({ first: "2026-11-19", last: "2026-11-19" });
  expect(deadlines.map(({ days: offset }) => offset)).toEqual([-10, -7, -5, -3, -2, 1, 3]);
  expect(deadlines.every(({ owner }) => owner?.id === "jana")).toBe(true);
});

test("each item of a visit has its own messages, and the chambers of its audiences and people", async () => {
  await addPeopleAndMessages(database, "esa", {
    ...{ audiences: ["sfrc", "bureau"], messages: ["north", "east"], contacts: ["hadley"] },
  });
  await record(database, async (change) => {
    for (const chamber of ["senate", "house"] as const)
      await change.insert("organisation", { id: chamber, kind: "committee", name: chamber, chamber });
    await change.update("audience", "sfrc", { organisation_id: "senate" }, null);
    await change.update("contact", "hadley", { organisation_id: "house" }, null);
  });
  const item = (title: string, hour: number, given: object) =>
    addItem(database, target(), { title, time: timeOf("19 Nov 2026", `${hour}:00`, `${hour}:30`), ...given });
  await item("Department", 9, { audienceIds: ["bureau"], messageIds: ["east"] });
  const { eventId } = await item("Capitol", 11, { audienceIds: ["sfrc"], messageIds: ["east", "north"] });
  await record(database, (change) =>
    change.insert("outreach_event_participant", {
      ...{ id: "hadley", outreach_event_id: eventId, contact_id: "hadley" },
      ...{ reply: "accepted", attendance: "not recorded" },
    }),
  );
  const started = await database.change(jana, unsent, (change) =>
    startPaper(change, { campaignId: "esa", eventId }),
  );
  expect(started.ok).toBe(true);
  const { items } = await found();
  expect(items.map(({ paper }) => paper?.isCleared)).toEqual([undefined, false]);
  expect(items.map(({ title, messages, chambers }) => [title, messages, chambers.toSorted()])).toEqual([
    ["Department", [2], []],
    ["Capitol", [1, 2], ["House", "Senate"]],
  ]);
});

test("a visit is found in its own campaign only, and an event that is none is no visit", async () => {
  expect(await findVisit(database.read, "cyber", visitId)).toBeNull();
  const other = await addEvent(database, "esa");
  expect(await findVisit(database.read, "esa", other)).toBeNull();
});

test("a visit that moves takes its items and decisions along in one change, and one Undo brings all back", async () => {
  await pentagon({ decideDate: "2026-11-16", decideTime: "12:00" });
  await addItem(database, target(), { title: "Panel", time: timeOf("19 Nov 2026", "17:15", "18:45") });
  const moved = await move("2026-12-03");
  expect(moved.ok).toBe(true);
  const after = await found();
  expect(after.days.first).toBe("2026-12-03");
  expect(after.items.map(({ wallStart, decideBy }) => [wallStart, decideBy])).toEqual([
    ["2026-12-03T10:00", "2026-11-30T12:00"],
    ["2026-12-03T17:15", null],
  ]);
  expect((await summaries()).at(-1)).toBe("Moved to 2026-12-03. 2 items moved with it");
  if (!moved.ok) return;
  expect((await undoChange(database, jana, moved.changeId)).ok).toBe(true);
  const back = await found();
  expect(back.items.map(({ wallStart, decideBy }) => [wallStart, decideBy])).toEqual([
    ["2026-11-19T10:00", "2026-11-16T12:00"],
    ["2026-11-19T17:15", null],
  ]);
});

test("a visit edited to another day takes its items and decisions along, and one Undo brings all back", async () => {
  await pentagon({ decideDate: "2026-11-16", decideTime: "12:00" });
  const time = wholeDays("2026-12-03", "2026-12-03", WASHINGTON);
  const given = { title: "Visit of the Minister", kind: "delegation visit" as const, time };
  const edited = await database.change(jana, unsent, (change) =>
    editInSeries(change, target(), eventDetails(given), { version: 1, scope: "this" }),
  );
  const state = async () => (await found()).items.map(({ wallStart, decideBy }) => [wallStart, decideBy]);
  expect(await state()).toEqual([["2026-12-03T10:00", "2026-11-30T12:00"]]);
  expect((await summaries()).at(-1)).toBe("Saved: Visit of the Minister. 1 item moved with it");
  if (!edited.ok) throw new Error(edited.reason);
  expect((await undoChange(database, jana, edited.changeId)).ok).toBe(true);
  expect(await state()).toEqual([["2026-11-19T10:00", "2026-11-16T12:00"]]);
});

test("a visit edited on its day leaves its items where they are", async () => {
  await pentagon();
  const time = wholeDays("2026-11-19", "2026-11-20", WASHINGTON);
  const details = eventDetails({ title: "Longer visit", kind: "delegation visit", time });
  await database.change(jana, unsent, (change) =>
    editInSeries(change, target(), details, { version: 1, scope: "this" }),
  );
  expect((await found()).items.map(({ wallStart }) => wallStart)).toEqual(["2026-11-19T10:00"]);
  expect((await summaries()).at(-1)).toBe("Saved: Longer visit");
});

test("an item that is over or cancelled stays where it was when the visit moves, and is named", async () => {
  const { eventId } = await pentagon();
  await addItem(database, target(), { title: "Panel", time: timeOf("19 Nov 2026", "17:15", "18:45") });
  await database.change(jana, unsent, (change) =>
    changeStanding(change, { ...target(), eventId }, "cancel", "The host is ill"),
  );
  await move("2026-11-20");
  expect((await found()).items.map(({ title, day }) => [title, day])).toEqual([
    ["Pentagon", "2026-11-19"],
    ["Panel", "2026-11-20"],
  ]);
  expect((await summaries()).at(-1)).toBe("Moved to 2026-11-20. 1 item moved with it. Not moved: Pentagon");
});

test("of two who move one visit the second changes nothing", async () => {
  await pentagon();
  await move("2026-11-20");
  expect(await move("2026-11-23")).toMatchObject({ ok: false, reason: "changed-by-somebody-else" });
  expect((await found()).items[0]?.day).toBe("2026-11-20");
});

test("an event of the calendar is taken in once, and a visit or another campaign's event never", async () => {
  const own = await addEvent(database, "esa", { title: "Call" });
  const theirs = await addEvent(database, "cyber");
  const take = (id: string) => database.change(jana, unsent, (change) => takeIn(change, target(), id));
  expect((await take(own)).ok).toBe(true);
  expect(await findVisitOf(database.read, { id: own, kind: "phone call", title: "Call" })).toMatchObject({
    id: visitId,
  });
  expect(await take(own)).toMatchObject({ reason: "not-to-be-taken-in" });
  expect(await take(visitId)).toMatchObject({ reason: "not-to-be-taken-in" });
  expect(await take(theirs)).toMatchObject({ reason: "not-found" });
});

test("an item that is taken off leaves its event in the calendar, or cancels it with a reason", async () => {
  const { itemId, eventId } = await pentagon();
  const remove = (reason: string | null) =>
    database.change(jana, unsent, (change) => removeItem(change, { ...target(), itemId }, reason));
  const event = () =>
    database.read
      .selectFrom("outreach_event")
      .select(["schedule", "schedule_reason"])
      .where("id", "=", eventId)
      .executeTakeFirstOrThrow();
  expect(await remove("")).toMatchObject({ ok: false, reason: "cancellation-needs-a-reason" });
  expect((await found()).items).toHaveLength(1);
  const removed = await remove("The host is ill");
  expect((await found()).items).toHaveLength(0);
  expect(await event()).toEqual({ schedule: "cancelled", schedule_reason: "The host is ill" });
  if (removed.ok) await undoChange(database, jana, removed.changeId);
  expect((await found()).items).toHaveLength(1);
  expect((await event()).schedule).toBe("confirmed");
  await remove(null);
  expect((await event()).schedule).toBe("confirmed");
});

test("who goes where is saved cell by cell: two people at two cells, both are kept", async () => {
  const { itemId } = await pentagon();
  const [minister, petr] = [
    await addVisitMember(database, target(), "Minister"),
    await addVisitMember(database, target(), "Petr"),
  ];
  const cell = (memberId: string, was: Cell["was"], part: Cell["part"]) => ({ memberId, itemId, was, part });
  expect((await save([cell(minister, null, "speaks"), cell(petr, null, null)])).ok).toBe(true);
  expect((await save([cell(minister, null, null), cell(petr, null, "notes")])).ok).toBe(true);
  expect(await save([cell(minister, null, "leads")])).toMatchObject({
    ok: false,
    reason: "changed-by-somebody-else",
    cells: [{ memberId: minister, was: "speaks", part: "leads" }],
  });
  expect((await save([cell(minister, "speaks", "leads")])).ok).toBe(true);
  expect((await found()).parts.map(({ part }) => part).sort()).toEqual(["leads", "notes"]);
  expect((await save([cell(petr, "notes", null)])).ok).toBe(true);
  expect((await found()).parts).toHaveLength(1);
});

test("a member or an item of another visit is no cell of this one", async () => {
  const { itemId } = await pentagon();
  const other = await addVisit(database, "esa", { first: "2026-12-10" });
  const stranger = await addVisitMember(database, { campaignId: "esa", eventId: other }, "Stranger");
  await save([{ memberId: stranger, itemId, was: null, part: "speaks" }]);
  expect((await found()).parts).toEqual([]);
});

test("a member who is removed goes from every item, and Undo brings both back", async () => {
  const { itemId } = await pentagon();
  const memberId = await addVisitMember(database, target(), "Petr");
  await save([{ memberId, itemId, was: null, part: "notes" }]);
  const removed = await database.change(jana, unsent, (change) =>
    removeMember(change, { ...target(), memberId }),
  );
  expect(await found()).toMatchObject({ members: [], parts: [] });
  if (removed.ok) await undoChange(database, jana, removed.changeId);
  expect(await found()).toMatchObject({ members: [{ name: "Petr" }], parts: [{ part: "notes" }] });
});

test("the same copy given twice within a minute is one", async () => {
  const give = (seconds: number) =>
    database.change({ ...jana, now: new Date(jana.now.getTime() + seconds * 1000) }, unsent, (change) =>
      recordProgrammeCopies(change, target(), {
        number: 1,
        hash: "h",
        holders: ["Jana"],
        summary: "Printed",
      }),
    );
  expect((await give(0)).ok).toBe(true);
  expect(await give(30)).toMatchObject({ reason: "given-just-now" });
  expect((await give(90)).ok).toBe(true);
  expect((await found()).copies).toHaveLength(2);
});
