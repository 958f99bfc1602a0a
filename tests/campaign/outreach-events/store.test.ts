import { beforeEach, expect, test } from "vitest";
import { listCalendarEvents } from "#app/campaign/calendar/calendar.server.ts";
import { type CalendarFilter, EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { findEvent } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import {
  addParticipant,
  recordParticipation,
} from "#app/campaign/outreach-events/participants/store.server.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import type { StandingAct } from "#app/campaign/outreach-events/standing.server.ts";
import {
  changeStanding,
  type EventDetails,
  editEvent,
  handOver,
  moveEventTo,
  planEvent,
} from "#app/campaign/outreach-events/store.server.ts";
import { listEngagements } from "#app/campaign/outreach-events/warnings/engagements.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import {
  addEvent,
  addPeopleAndMessages,
  eventDetails,
  timeOf,
} from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;
const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-12T20:00:00.000Z") };
const unsent = { submission: null, campaignId: "esa" };

beforeEach(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { esa: "officer", cyber: "officer" });
  await addPeopleAndMessages(database, "esa", {
    audiences: ["sfrc", "hasc"],
    messages: ["m1", "m2"],
    contacts: ["hadley"],
  });
  await addPeopleAndMessages(database, "cyber", {
    audiences: ["nsa"],
    messages: ["c1"],
    contacts: ["stranger"],
  });
});

const target = (eventId: string, campaignId = "esa") => ({
  campaignId,
  eventId,
  location: `/c/esa/events/${eventId}`,
});
const found = async (eventId: string) => {
  const event = await findEvent(database.read, "esa", eventId);
  if (event === null) throw new Error("There is no such event.");
  return event;
};
const standing = (eventId: string, act: StandingAct, reason = "") =>
  database.change(jana, unsent, (change) => changeStanding(change, target(eventId), act, reason));
const edit = (eventId: string, given: Partial<EventDetails>, version: number) =>
  database.change(jana, unsent, (change) => editEvent(change, target(eventId), eventDetails(given), version));

test("a planned event is found with all that it is tied to", async () => {
  const links = { audienceIds: ["sfrc"], messageIds: ["m2", "m1"], officerIds: ["petr"] };
  const id = await addEvent(database, "esa", { ownerAccountId: "jana", ...links }, ["hadley"], jana);
  expect(await found(id)).toMatchObject({
    title: "Staff briefing",
    wallStart: "2026-11-12T14:00",
    startsAt: new Date("2026-11-12T19:00:00Z"),
    day: "2026-11-12",
    schedule: "confirmed",
    result: "planned",
    owner: { id: "jana", name: "Jana" },
    audiences: [{ id: "sfrc", name: "Audience sfrc" }],
    messages: [{ number: 1, title: "Title of m1" }, { number: 2 }],
    officers: [{ id: "jana" }, { id: "petr" }],
    participants: [{ contactId: "hadley", reply: "needs-action", timesMet: 0, lastMet: null }],
    outcomes: [],
  });
});

test("an event is another campaign's or this one's, never both", async () => {
  const id = await addEvent(database, "esa");
  expect(await findEvent(database.read, "cyber", id)).toBeNull();
  const moved = await database.change(jana, unsent, (change) =>
    moveEventTo(change, target(id, "cyber"), {
      time: timeOf("13 Nov 2026", "10:00", "11:00"),
      version: 1,
      summary: "Edited",
    }),
  );
  expect(moved).toEqual({ ok: false, reason: "not-found" });
});

test("what belongs to another campaign cannot be tied to an event", async () => {
  const strangers: [Partial<EventDetails>, string[], string][] = [
    [{ audienceIds: ["sfrc", "nsa"] }, [], "audiences"],
    [{ messageIds: ["c1"] }, [], "messages"],
    [{ officerIds: ["nobody"] }, [], "officers"],
    [{ objectiveId: "none" }, [], "objective"],
    [{}, ["stranger"], "contacts"],
  ];
  for (const [given, contacts, field] of strangers) {
    const planned = await database.change(jana, unsent, (change) =>
      planEvent(change, "esa", eventDetails(given), contacts),
    );
    expect(planned).toEqual({ ok: false, reason: "not-of-this-campaign", field });
  }
});

test("a colleague whose role is gone stays at an event, and comes to no other", async () => {
  const theirs = await addEvent(database, "esa", { ownerAccountId: "petr", officerIds: ["petr"] });
  const other = await addEvent(database, "esa", { ownerAccountId: "jana" });
  await database.change(jana, unsent, async (change) => {
    const role = change.read.selectFrom("campaign_role").select("id").where("account_id", "=", "petr");
    const { id } = await role.where("campaign_id", "=", "esa").executeTakeFirstOrThrow();
    await change.remove("campaign_role", id);
    change.describe({
      recordKind: "campaign",
      recordId: "esa",
      action: "edited",
      summary: "Petr left",
      location: "/c/esa",
    });
    return { ok: true };
  });
  expect((await edit(theirs, { ownerAccountId: "petr", officerIds: ["petr"] }, 1)).ok).toBe(true);
  const refused = { ok: false, reason: "not-of-this-campaign", field: "officers" };
  expect(await edit(other, { ownerAccountId: "jana", officerIds: ["petr"] }, 1)).toEqual(refused);
  expect((await found(other)).officers).toMatchObject([{ id: "jana" }]);
});

test("an event of whole days is planned for days, not for midnight", async () => {
  const id = await addEvent(database, "esa", { time: wholeDays("2026-12-11", "2026-12-12", WASHINGTON) });
  const [planned] = await listChanges(database.read, "outreach event", id);
  expect(planned?.summary).toBe("Planned for Fri 11 Dec 2026: Staff briefing");
});

test("saving replaces the links of that event alone, and the history says what they were", async () => {
  const other = await addEvent(database, "esa", {
    ...{ audienceIds: ["hasc"], messageIds: ["m2"], officerIds: ["petr"] },
  });
  const id = await addEvent(database, "esa", { audienceIds: ["sfrc"], messageIds: ["m1"] });
  const before = await found(id);
  const beside = await found(other);
  expect(await edit(id, { audienceIds: ["hasc"], messageIds: ["m1", "m2"] }, before.version)).toMatchObject({
    ok: true,
  });
  const after = await found(id);
  expect(after.audiences.map(({ id: audience }) => audience)).toEqual(["hasc"]);
  expect(after.messages.map(({ number }) => number)).toEqual([1, 2]);
  const [last] = await listChanges(database.read, "outreach event", id);
  expect(last).toMatchObject({ action: "edited", accountName: "Jana" });
  expect(last?.fields.map(({ before: was }) => was)).toContain(before.audiences[0]?.name);
  await edit(id, {}, after.version);
  expect(await found(other)).toEqual(beside);
});

test("two people who edit at once do not overwrite each other, even where only the audiences changed", async () => {
  const id = await addEvent(database, "esa");
  const { version } = await found(id);
  expect(await edit(id, { audienceIds: ["sfrc"] }, version)).toMatchObject({ ok: true });
  expect(await edit(id, { title: "Other" }, version)).toEqual({
    ok: false,
    reason: "changed-by-somebody-else",
  });
});

test("a move keeps wall time, zone and instant together, and Undo puts it back", async () => {
  const id = await addEvent(database, "esa");
  const moved = await database.change(jana, unsent, (change) =>
    moveEventTo(change, target(id), {
      time: timeOf("13 Nov 2026", "20:00", "21:00", "Europe/Prague"),
      version: 1,
      summary: "Moved",
    }),
  );
  expect(await found(id)).toMatchObject({
    wallStart: "2026-11-13T20:00",
    zone: "Europe/Prague",
    startsAt: new Date("2026-11-13T19:00:00Z"),
    day: "2026-11-13",
  });
  if (!moved.ok) throw new Error("It was not moved.");
  expect(await undoChange(database, jana, moved.changeId)).toMatchObject({ ok: true });
  expect(await found(id)).toMatchObject({ wallStart: "2026-11-12T14:00", zone: "America/New_York" });
});

test("the standing follows the rules, and a held event counts as met", async () => {
  const id = await addEvent(database, "esa", { audienceIds: ["sfrc"] }, ["hadley"]);
  expect(await standing(id, "cancel")).toEqual({ ok: false, reason: "cancellation-needs-a-reason" });
  expect(await standing(id, "cancel", "They are away")).toMatchObject({ ok: true });
  expect(await standing(id, "hold")).toEqual({ ok: false, reason: "event-is-cancelled" });
  expect(await standing(id, "reinstate")).toMatchObject({ ok: true });
  expect(await standing(id, "hold")).toMatchObject({ ok: true });
  expect(await standing(id, "unmark")).toMatchObject({ ok: true });
  expect(await found(id)).toMatchObject({ result: "planned", schedule: "tentative", scheduleReason: "" });
  expect(await standing(id, "hold")).toMatchObject({ ok: true });
  const next = await addEvent(database, "esa", { time: timeOf("20 Nov 2026", "10:00", "11:00") }, ["hadley"]);
  expect((await found(next)).participants).toMatchObject([{ timesMet: 1, lastMet: "2026-11-12" }]);
});

test("a participant is added once, and what they replied is kept under their version", async () => {
  const id = await addEvent(database, "esa");
  const at = { ...target(id), contactId: "hadley" };
  await database.change(jana, unsent, (change) => addParticipant(change, at));
  await database.change(jana, unsent, (change) => addParticipant(change, at));
  const record = (version: number) =>
    database.change(jana, unsent, (change) =>
      recordParticipation(change, at, { reply: "accepted", attendance: "attended", version }),
    );
  expect(await record(1)).toMatchObject({ ok: true });
  expect(await record(1)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  expect((await found(id)).participants).toMatchObject([{ reply: "accepted", attendance: "attended" }]);
});

test("a contact that the campaign cannot see cannot be added", async () => {
  const id = await addEvent(database, "esa");
  const at = { ...target(id), contactId: "stranger" };
  const added = await database.change(jana, unsent, (change) => addParticipant(change, at));
  expect(added).toEqual({ ok: false, reason: "not-found" });
});

test("the calendar lists what touches its days, narrowed as asked", async () => {
  const day = { campaignIds: ["esa"], first: "2026-11-12", last: "2026-11-12", now: jana.now } as const;
  const on = (date: string, given: Partial<EventDetails>) =>
    addEvent(database, "esa", { time: timeOf(date, "09:00", "10:00"), ...given });
  await on("11 Nov 2026", { title: "day before" });
  await on("13 Nov 2026", { title: "day after" });
  await on("12 Nov 2026", { title: "with one", audienceIds: ["sfrc"], messageIds: ["m2", "m1"] });
  await on("12 Nov 2026", { title: "tentative", schedule: "tentative", ownerAccountId: "petr" });
  await addEvent(database, "cyber", { title: "other campaign" });
  const titles = async (filter: Partial<CalendarFilter>) => {
    const events = await listCalendarEvents(database.read, day, { ...EVERYTHING, ...filter }, { limit: 100 });
    return events.map(({ title }) => title).toSorted();
  };
  expect(await titles({})).toEqual(["tentative", "with one"]);
  expect(await titles({ status: "tentative" })).toEqual(["tentative"]);
  expect(await titles({ status: "not logged" })).toEqual(["tentative", "with one"]);
  const narrowed = { ...EVERYTHING, audienceId: "sfrc", messageId: "m1" };
  const [only] = await listCalendarEvents(database.read, day, narrowed, { limit: 100 });
  expect(only).toMatchObject({ title: "with one", messages: [1, 2], wallStart: "2026-11-12T09:00" });
  const petrs = { ...EVERYTHING, ownerId: "petr" };
  expect(await listCalendarEvents(database.read, day, petrs, { limit: 100 })).toHaveLength(1);
});

test("engagements are seen across campaigns, without the title of a campaign that is not yours", async () => {
  await addEvent(database, "cyber", { title: "Secret", officerIds: ["petr"], audienceIds: ["nsa"] });
  const cancelled = await addEvent(database, "esa", { officerIds: ["petr"] });
  await standing(cancelled, "cancel", "They are away");
  const from = new Date("2026-11-12T00:00:00Z");
  const to = new Date("2026-11-13T00:00:00Z");
  expect(await listEngagements(database.read, "jana", from, to)).toMatchObject([
    { title: "an event of another campaign", officers: ["petr"], audiences: ["nsa"] },
  ]);
  expect(await listEngagements(database.read, "petr", from, to)).toMatchObject([{ title: "Secret" }]);
});

const hand = (eventId: string, accountId: string, version: number) =>
  database.change(jana, unsent, (change) => handOver(change, target(eventId), { accountId, version }));

test("an event that is handed over has the colleague as owner in the place of the one before, and Undo brings it back", async () => {
  const links = { audienceIds: ["sfrc"], messageIds: ["m1"], officerIds: ["jana"] };
  const id = await addEvent(database, "esa", { ownerAccountId: "jana", ...links });
  const handed = await hand(id, "petr", 1);
  expect(await found(id)).toMatchObject({
    owner: { id: "petr" },
    officers: [{ id: "petr" }],
    audiences: [{ id: "sfrc" }],
    messages: [{ number: 1 }],
  });
  const [newest] = await listChanges(database.read, "outreach event", id);
  expect(newest).toMatchObject({ action: "handed over", summary: "Handed to Petr" });
  if (!handed.ok) throw new Error(handed.reason);
  expect((await undoChange(database, jana, handed.changeId)).ok).toBe(true);
  expect(await found(id)).toMatchObject({ owner: { id: "jana" }, officers: [{ id: "jana" }] });
});

test("an event is handed to nobody outside its campaign, nor as it was before somebody else saved it", async () => {
  await addAccount(database, "Pavel", { cyber: "officer" });
  const id = await addEvent(database, "esa", { ownerAccountId: "jana" });
  expect(await hand(id, "pavel", 1)).toMatchObject({ reason: "not-of-this-campaign", field: "officers" });
  await edit(id, { ownerAccountId: "jana" }, 1);
  expect(await hand(id, "petr", 1)).toMatchObject({ reason: "changed-by-somebody-else" });
  expect(await hand("no such event", "petr", 1)).toMatchObject({ reason: "not-found" });
  expect(await found(id)).toMatchObject({ owner: { id: "jana" } });
});
