import { expect, test } from "vitest";
import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import { placeInAudience } from "#app/campaign/contacts/memberships.server.ts";
import { closeFollowUp } from "#app/campaign/follow-ups/store.server.ts";
import {
  countEndingTerms,
  listComparedSeats,
  listCongressReadings,
  listMovedOffices,
} from "#app/campaign/new-congress/congress-changes.server.ts";
import { handOnsOf, mattersOf } from "#app/campaign/new-congress/hand-on.ts";
import { listHanging } from "#app/campaign/new-congress/new-congress-hanging.server.ts";
import { changesOfSeat, successorIn } from "#app/campaign/new-congress/seat-changes.ts";
import { handOn } from "#app/campaign/new-congress/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { heldDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { now, system } from "../../support/author.ts";
import { congressFiles, member, type SmallCongress, smallCongress } from "../../support/builders/congress.ts";
import { inCampaign } from "../../support/builders/started-paper.ts";
import { takeCongress } from "../../support/builders/take-congress.ts";
import { addAudienceIn, addWhoIsWho } from "../../support/builders/who-is-who.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now };
const january = new Date("2027-01-05T15:00:00.000Z");
const view = { campaignId: "esa", now };

/** The Senator of Maine is gone, Ida Fresh sits there; the ranking member takes the gavel; the sides change places. */
function newCongress(congress: SmallCongress): void {
  const [, early, west, ordway] = congress.legislators;
  const fresh = member("F000009", "Ida", "Fresh", {
    type: "sen",
    party: "Tory",
    state: "ME",
    office: "1 Hart",
  });
  congress.legislators = [fresh, early, west, ordway].flatMap((one) => (one === undefined ? [] : [one]));
  congress.membership = {
    ...congress.membership,
    SSFR: [
      { name: "Tom Early", party: "majority", rank: 1, title: "Chairman", bioguide: "E000002" },
      { name: "Lee West", party: "minority", rank: 1, title: "Ranking Member", bioguide: "W000004" },
    ],
    SSFR01: [{ name: "Ida Fresh", party: "minority", rank: 1, bioguide: "F000009" }],
  };
}

async function read(database: Database, change: (congress: SmallCongress) => void, at = january) {
  const congress = smallCongress();
  change(congress);
  const reading = readCongress(congressFiles(congress));
  if (!reading.ok) throw new Error(reading.fault);
  await takeCongress(database, { ...system, now: at }, reading.records, heldDay(at));
}

async function idOf(database: Database, key: string): Promise<string> {
  const { id } = await database.read
    .selectFrom("contact")
    .select("id")
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  return id;
}

/** Nováková of the Senate is in an audience, comes to an event, is promised something, and Jana's to care for. */
async function withSomethingHanging(): Promise<{ database: Database; novakova: string }> {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  await addAudienceIn(database, "committee");
  const novakova = await idOf(database, "N000001");
  const place = { campaignId: "esa", contactId: novakova };
  await database.change(jana, inCampaign, (change) =>
    placeInAudience(change, place, { id: "committee", isIn: true }),
  );
  await database.change(jana, inCampaign, async (change) => {
    const time = {
      wall_start: "2027-01-12T14:00",
      wall_end: "2027-01-12T14:45",
      zone: "America/New_York",
    } as const;
    await change.insert("outreach_event", {
      ...{ id: "coming", campaign_id: "esa", title: "Briefing", kind: "briefing", ...time },
      ...{ starts_at: "2027-01-12T19:00:00.000Z", ends_at: "2027-01-12T19:45:00.000Z", day: "2027-01-12" },
      ...{ schedule: "confirmed", result: "planned", ground_rule: "background", handling: "TLP:AMBER" },
      planned_at: now.toISOString(),
    });
    await change.insert("outreach_event_participant", {
      ...{ id: "takes-part", outreach_event_id: "coming", contact_id: novakova },
      ...{ reply: "accepted", attendance: "not recorded" },
    });
    await change.insert("follow_up", {
      ...{ id: "promise", campaign_id: "esa", outreach_event_id: "coming", text: "Send the budget sheet" },
      ...{ promised_by: "us", owner_account_id: "jana", contact_id: novakova, due_on: "2027-01-20" },
    });
    await change.update("contact", novakova, { owner_account_id: "jana" }, null);
    change.describe({
      recordKind: "outreach event",
      recordId: "coming",
      action: "planned",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  return { database, novakova };
}

async function changesSince(database: Database, day: CalendarDate) {
  const seats = await listComparedSeats(database.read, new Date(`${day}T05:00:00.000Z`));
  return { seats, changes: seats.flatMap(changesOfSeat) };
}

test("before a second reading nothing has changed, and a reading that changes nothing is none", async () => {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  expect((await listCongressReadings(database.read)).rows).toEqual([]);
  expect((await changesSince(database, "2000-01-01")).changes).toEqual([]);
  await read(database, () => {}, new Date("2026-12-15T15:00:00.000Z"));
  expect((await listCongressReadings(database.read)).rows).toEqual([]);
});

test("a reading that was undone is no reading of a new Congress, and its undoing neither", async () => {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  await read(database, newCongress);
  const [reading] = (await listCongressReadings(database.read)).rows;
  expect(reading).toBeDefined();
  const undone = await undoChange(database, { ...system, now: january }, reading?.changeId ?? "");
  if (!undone.ok) throw new Error(undone.reason);
  expect((await listCongressReadings(database.read)).rows).toEqual([]);
  expect((await changesSince(database, "2027-01-03")).changes).toEqual([]);
  // Undone once more, it stands again.
  expect(await undoChange(database, { ...system, now: january }, undone.changeId)).toMatchObject({
    ok: true,
  });
  expect((await listCongressReadings(database.read)).rows).toEqual([reading]);
  expect((await changesSince(database, "2027-01-03")).changes).not.toEqual([]);
});

test("a new Congress is told seat by seat, with who is named in the same seat", async () => {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  await read(database, newCongress);
  const { seats, changes } = await changesSince(database, "2027-01-03");
  expect(changes.map(({ seat, words }) => `${seat.contact.name}: ${words}`).sort()).toEqual([
    "Ida Fresh: Now Senator from Maine",
    "Ida Fresh: Now on Europe and Regional Security Cooperation, minority",
    "Jana Nováková: No longer Chairman of Senate Foreign Relations",
    "Jana Nováková: No longer Senator from Maine",
    "Jana Nováková: No longer on Europe and Regional Security Cooperation",
    "Jana Nováková: No longer on Senate Foreign Relations",
    "Lee West: Now Ranking Member of Senate Foreign Relations",
    "Lee West: Now on Senate Foreign Relations, minority",
    "Tom Early: From the minority to the majority on Senate Foreign Relations",
    "Tom Early: No longer Ranking Member of Senate Foreign Relations",
    "Tom Early: Now Chairman of Senate Foreign Relations",
  ]);
  const successor = (words: string) => {
    const change = changes.find((one) => one.words === words);
    return change === undefined ? null : (successorIn(change, seats)?.name ?? null);
  };
  expect(successor("No longer Senator from Maine")).toBe("Ida Fresh");
  expect(successor("No longer Chairman of Senate Foreign Relations")).toBe("Tom Early");
  expect(successor("No longer on Senate Foreign Relations")).toBe(null);
  expect((await changesSince(database, "2027-01-06")).changes).toEqual([]);
});

test("what two readings do and take back is no change over both", async () => {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  const swap = (congress: SmallCongress) => {
    for (const seat of congress.membership.SSFR)
      seat.party = seat.party === "majority" ? "minority" : "majority";
  };
  await read(database, swap, new Date("2027-01-04T15:00:00.000Z"));
  await read(database, () => {}, new Date("2027-01-05T15:00:00.000Z"));
  expect((await changesSince(database, "2027-01-03")).changes).toEqual([]);
  expect((await changesSince(database, "2027-01-05")).changes).toHaveLength(2);
});

test("an office that moved is told, and terms are counted by the list", async () => {
  const database = await freshDatabase();
  await addWhoIsWho(database);
  await read(database, (congress) => {
    for (const { terms } of congress.legislators.slice(0, 1))
      Object.assign(terms[1] ?? {}, { office: "2 Hart" });
  });
  const moved = await listMovedOffices(database.read, new Date("2027-01-03T05:00:00.000Z"));
  expect(moved.map(({ contact, from, to }) => [contact.name, from, to])).toEqual([
    ["Jana Nováková", "", "2 Hart"],
  ]);
  expect(await countEndingTerms(database.read, "2027-01-03")).toEqual([
    { chamber: "house", held: 1, ending: 0 },
    { chamber: "senate", held: 3, ending: 0 },
  ]);
  expect((await countEndingTerms(database.read, "2031-01-03"))?.map(({ ending }) => ending)).toEqual([1, 3]);
});

test("everything that hangs on a seat goes to who sits there now, as one change that Undo takes back", async () => {
  const { database, novakova } = await withSomethingHanging();
  await read(database, newCongress);
  const fresh = await idOf(database, "F000009");
  const before = (await listHanging(database.read, view, [novakova])).get(novakova);
  if (before === undefined) throw new Error("something hangs");
  const matters = mattersOf(before);
  expect(matters).toEqual(["event:coming", "audience:committee", "follow-up:promise", "owner"]);
  const wanted = handOnsOf(matters, novakova, fresh);
  if (!wanted.ok) throw new Error(wanted.reason);
  const done = await database.change(jana, inCampaign, (change) => handOn(change, "esa", wanted.acts, "/"));
  const after = await listHanging(database.read, view, [novakova, fresh]);
  expect(mattersOf(after.get(fresh) ?? before)).toEqual(matters);
  expect(after.get(novakova)).toMatchObject({ events: [], audiences: [], followUps: [] });
  const again = await database.change(jana, inCampaign, (change) => handOn(change, "esa", wanted.acts, "/"));
  expect(again).toEqual({ ok: false, reason: "no-longer-there" });
  if (!done.ok) throw new Error(done.reason);
  expect(await undoChange(database, jana, done.changeId)).toMatchObject({ ok: true });
  const undone = await listHanging(database.read, view, [novakova, fresh]);
  expect(undone.get(novakova)).toEqual(before);
  expect(undone.has(fresh)).toBe(false);
});

test("what was handed on alone is said by its kind", async () => {
  const { database, novakova } = await withSomethingHanging();
  const west = await idOf(database, "W000004");
  const said: string[] = [];
  for (const matter of ["event:coming", "audience:committee", "follow-up:promise", "owner"]) {
    const wanted = handOnsOf([matter], novakova, west);
    if (!wanted.ok) throw new Error(wanted.reason);
    await database.change(jana, inCampaign, (change) => handOn(change, "esa", wanted.acts, "/"));
    const [last] = await listChanges(database.read, "contact", novakova);
    said.push(last?.summary.split(": ").at(-1) ?? "");
  }
  const kinds = ["an event", "a place in an audience", "a follow-up", "the relationship"];
  expect(said).toEqual(kinds);
});

test("another campaign's things are not handed on, and see nothing hanging", async () => {
  const { database, novakova } = await withSomethingHanging();
  const elsewhere = await listHanging(database.read, { campaignId: "cyber", now }, [novakova]);
  expect(elsewhere.size).toBe(0);
  const west = await idOf(database, "W000004");
  for (const matter of ["event:coming", "audience:committee", "follow-up:promise"]) {
    const wanted = handOnsOf([matter], novakova, west);
    if (!wanted.ok) throw new Error(wanted.reason);
    const petr = { ...jana, accountId: "petr" };
    const done = await database.change(petr, { ...inCampaign, campaignId: "cyber" }, (change) =>
      handOn(change, "cyber", wanted.acts, "/"),
    );
    expect(done).toEqual({ ok: false, reason: "no-longer-there" });
  }
});

test("a promise that cannot be kept is closed with its reason behind it", async () => {
  const { database } = await withSomethingHanging();
  const target = { campaignId: "esa", followUpId: "promise", location: "/" };
  const closed = await database.change(jana, inCampaign, (change) =>
    closeFollowUp(change, target, "she left the Senate"),
  );
  expect(closed.ok).toBe(true);
  const row = await database.read.selectFrom("follow_up").selectAll().executeTakeFirstOrThrow();
  expect(row.text).toBe("Send the budget sheet (closed: she left the Senate)");
  expect(row.done_by).toBe("jana");
});
