import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { isRetentionPast } from "#app/campaign/contacts/retention.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import type { NextOutreach, OutreachOption } from "#app/campaign/next-outreach/next-outreach.ts";
import { readEverybodyRanked, readNextOutreach } from "#app/campaign/next-outreach/store.server.ts";
import { listWaysIn } from "#app/campaign/next-outreach/ways-in.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import {
  addOutreachCampaign,
  addPerson,
  addPlan,
  addReading,
  record,
} from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { diceOf } from "../../support/random-dice.ts";

const campaign = { id: "esa", startsOn: "2026-02-02" } as const;
const DAY: CalendarDate = "2026-11-12";
let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addOutreachCampaign(database);
});

async function next(day: CalendarDate = DAY): Promise<NextOutreach> {
  const report = await readReceptionReport(database.read, campaign, day);
  return readNextOutreach(database.read, campaign, report, day);
}

function placeHold(messageId: string): Promise<void> {
  return record(database, (change) =>
    change.insert("message_hold", {
      id: "hold",
      campaign_id: "esa",
      key_message_id: messageId,
      reason: "News",
      placed_by: "jana",
      placed_at: "2026-11-12T12:00:00.000Z",
      lifted_by: null,
      lifted_at: null,
    }),
  );
}

/** Each person with the best message. */
const people = ({ first }: NextOutreach) => first.map(({ contactId }) => contactId).toSorted();

function of({ first }: NextOutreach, contactId: string): OutreachOption {
  const option = first.find((one) => one.contactId === contactId);
  if (option === undefined) throw new Error(`${contactId} is not in the list`);
  return option;
}

test("only people of the campaign's audiences whom it sees, in post and within their retention, are advised", async () => {
  await record(database, async (change) => {
    await addPerson(change, "in-post");
    await addPerson(change, "gone", { ended_on: "2026-11-11" });
    await addPerson(change, "unseen", {}, { isKnown: false });
    await addPerson(change, "kept-too-long", { retain_until: "2026-11-11" });
    await change.insert("audience", { id: "elsewhere", kind: "think tank", name: "Elsewhere" });
    await addPerson(change, "of-another-audience", {}, { audience: "elsewhere" });
  });
  const found = await next();
  expect(people(found)).toEqual(["claire", "in-post", "marcus"]);
  expect(found.leftOut).toBe(1);
  expect(found.people.find(({ id }) => id === "in-post")?.name).toBe("in-post");
});

test("who only opens doors is not ranked but the way in, of the same office first, else of the audience; an unknown role is ranked", async () => {
  await record(database, async (change) => {
    await change.insert("organisation", { id: "osd", kind: "executive agency", name: "OSD" });
    await addPerson(change, "colonel", { organisation_id: "osd" });
    const opens = { role_in_decision: "opens doors" } as const;
    await addPerson(change, "clerk", opens);
    await addPerson(change, "scheduler", { ...opens, organisation_id: "osd" }, { audience: "majority" });
    await addPerson(change, "kept-too-long", { ...opens, retain_until: "2026-11-11" });
  });
  const found = await next();
  expect(people(found)).toEqual(["claire", "colonel", "marcus"]);
  expect(found.contacts).toBe(3);
  const ways = await listWaysIn(database.read, "esa", DAY, found.first);
  const named = (id: string) => ways[id]?.map(({ name, isSameOffice }) => [name, isSameOffice]);
  expect(named("colonel")).toEqual([["scheduler", true]]);
  expect(named("marcus")).toEqual([["clerk", false]]);
  expect(named("claire")).toEqual([["scheduler", false]]);
});

test("nobody of an audience that has ended in the campaign is advised", async () => {
  await record(database, (change) =>
    change
      .update("campaign_audience", "esa-minority", { ended_on: "2026-11-01" }, null)
      .then(() => undefined),
  );
  expect(people(await next())).toEqual(["claire"]);
});

test("a message that is retired, on hold or not in effect is advised to nobody", async () => {
  const numbers = async () => [...new Set((await next()).first.map(({ message }) => message.number))];
  expect(await numbers()).toEqual([3]);
  await placeHold("m3");
  expect(await numbers()).toEqual([2]);
  expect((await next()).setAside).toEqual([{ number: 3, title: "Message 3", reason: "on hold" }]);
  expect((await next("2026-11-11")).setAside).toEqual([]);
  await record(database, (change) =>
    change.update("key_message", "m2", { effective_from: "2026-12-01" }, null).then(() => undefined),
  );
  expect((await next()).first).toEqual([]);
  expect((await next()).setAside.map(({ reason }) => reason)).toEqual(["not in effect", "on hold"]);
});

test("a stance of a person is used only of those of whom one is kept, and where the campaign allows it", async () => {
  await record(database, async (change) => {
    await addPerson(change, "member", { is_elected_or_appointed: 1 });
    await addPerson(change, "staffer", { is_elected_or_appointed: 0 });
    await addReading(change, "of-member", { stance: 1, contact_id: "member" });
    await addReading(change, "of-staffer", { stance: 1, contact_id: "staffer" });
    await addReading(change, "of-audience", { stance: 4 });
    await addReading(change, "not-told", { stance: null, read_on: "2026-11-05" });
  });
  const refused = await next();
  expect(of(refused, "member").factors.stance.of).toBe("the audience");
  await record(database, (change) =>
    change.update("campaign", "esa", { is_person_stance_allowed: 1 }, null).then(() => undefined),
  );
  const allowed = await next();
  expect(of(allowed, "member").factors.stance).toMatchObject({ of: "the person" });
  expect(of(allowed, "member").factors.stance.stance).toBeLessThan(3);
  expect(of(allowed, "staffer").factors.stance).toEqual(of(refused, "staffer").factors.stance);
  expect(of(allowed, "staffer").factors.stance.of).toBe("the audience");
  expect(of(allowed, "claire").factors.stance).toMatchObject({ of: "nobody", stance: 3 });
});

test("the last meeting counts in whichever campaign it was, and none after the day", async () => {
  await addCampaign(database, "cyber");
  await record(database, async (change) => {
    await addPlan(change, "elsewhere", { day: "2026-11-11", campaign_id: "cyber" });
    await change.update("outreach_event", "elsewhere", { result: "held" }, null);
    await change.insert("outreach_event_participant", {
      id: "e-m",
      outreach_event_id: "elsewhere",
      contact_id: "marcus",
      reply: "accepted",
      attendance: "attended",
    });
  });
  const found = await next();
  expect(of(found, "marcus").factors.recency).toMatchObject({ lastContactOn: "2026-11-11", days: 1 });
  expect(of(found, "claire").factors.recency.days).toBe(2);
  expect(of(await next("2026-11-09"), "marcus").factors.recency.days).toBeNull();
});

test("who was in the room when a message was raised has heard it; not raised is not heard", async () => {
  const free = await next();
  for (const id of ["claire", "marcus"]) {
    expect(of(free, id).message.number).toBe(3);
    expect(of(free, id).factors.repetition).toEqual({ heardOn: null, value: 1 });
  }
  await placeHold("m3");
  const found = await next();
  for (const id of ["claire", "marcus"])
    expect(of(found, id).factors.repetition).toEqual({ heardOn: "2026-11-10", value: 0.5 });
  expect(of(await next("2027-02-08"), "claire").factors.repetition.value).toBe(0.5);
  expect(of(await next("2027-02-09"), "claire").factors.repetition.value).toBe(1);
});

test("everybody is the same list in parts", async () => {
  const report = await readReceptionReport(database.read, campaign, DAY);
  const part = (offset: number) =>
    readEverybodyRanked(database.read, campaign, report, DAY, () => ({ limit: 1, offset }));
  const [first, second] = [await part(0), await part(1)];
  expect([first.count, second.count]).toEqual([2, 2]);
  expect([...first.options, ...second.options]).toEqual((await next()).first);
  expect(first.people.map(({ id }) => id)).toEqual(first.options.map(({ contactId }) => contactId));
});

/** How many days before the day somebody was met: within a repetition or not, within a retention or not. */
const AGO = [0, 30, 90, 91, 400, 731] as const;

test.for([3, 5, 8])(
  "of a crowd the first are those of everybody, and everybody is counted once, die %i",
  async (die) => {
    const { chance, pick } = diceOf(die);
    await record(database, async (change) => {
      await change.update("campaign", "esa", { is_person_stance_allowed: 1 }, null);
      for (const days of AGO) {
        await addPlan(change, `held${days}`, { day: addDays(DAY, -days) });
        await change.update("outreach_event", `held${days}`, { result: "held" }, null);
      }
      for (let at = 0; at < 120; at += 1) {
        const id = `p${(at * 37) % 120}`;
        const [audience = "", other = ""] = chance(0.5) ? ["majority", "minority"] : ["minority", "majority"];
        const person = {
          ...(chance(0.3) ? { retain_until: addDays(DAY, pick([-1, 0, 30, 300])) } : {}),
          ...(chance(0.2) ? { ended_on: pick([DAY, addDays(DAY, 100)]) } : {}),
          is_elected_or_appointed: pick([0, 1] as const),
        };
        await addPerson(change, id, person, { audience, isKnown: chance(0.8) });
        if (chance(0.2))
          await change.insert("audience_contact", { id: `too-${id}`, audience_id: other, contact_id: id });
        if (chance(0.2)) await addReading(change, `of-${id}`, { stance: pick([1, 3, 5]), contact_id: id });
        if (chance(0.7))
          await change.insert("outreach_event_participant", {
            ...{ id: `at-${id}`, outreach_event_id: `held${pick(AGO)}`, contact_id: id },
            ...{ reply: "accepted", attendance: "attended" },
          });
      }
    });
    for (const day of [DAY, addDays(DAY, -60), addDays(DAY, 200)]) {
      const report = await readReceptionReport(database.read, campaign, day);
      const found = await next(day);
      const all = await readEverybodyRanked(database.read, campaign, report, day, () => ({
        limit: 1_000,
        offset: 0,
      }));
      expect(found.first).toEqual(all.options.slice(0, 20));
      expect({ day, people: found.contacts, leftOut: found.leftOut }).toEqual({
        day,
        ...(await peopleOn(day)),
      });
      expect(all.count).toBe(found.contacts);
    }
  },
);

/** Who may be approached on a day, and who not any more, one by one by the rule of retention. */
async function peopleOn(day: CalendarDate) {
  const rows = await database.read
    .selectFrom("contact as c")
    .innerJoin("campaign_contact as known", "known.contact_id", "c.id")
    .select(["c.id", "c.key", "c.retain_until", "c.informed_on"])
    .select(
      sql<CalendarDate | null>`(select max(day) from contact_meeting where contact_id = c.id and day <= ${day})`.as(
        "met",
      ),
    )
    .where((eb) =>
      eb.exists(
        eb.selectFrom("audience_contact as link").selectAll().whereRef("link.contact_id", "=", "c.id"),
      ),
    )
    .where((eb) => eb.or([eb("c.ended_on", "is", null), eb("c.ended_on", ">", day)]))
    .execute();
  const past = rows.filter((row) => {
    const of = {
      isPublicRecord: row.key !== null,
      retainUntil: row.retain_until,
      informedOn: row.informed_on,
    };
    return isRetentionPast({ ...of, lastContactOn: row.met }, day);
  });
  return { people: rows.length - past.length, leftOut: past.length };
}

test("meetings planned with the audience in 90 days are counted, cancelled and internal ones are not", async () => {
  await record(database, async (change) => {
    await addPlan(change, "soon");
    await addPlan(change, "last", { day: "2027-02-10" });
    await addPlan(change, "too-late", { day: "2027-02-11" });
    await addPlan(change, "cancelled", { schedule: "cancelled" });
    await addPlan(change, "internal", { kind: "internal" });
  });
  const found = await next();
  expect(of(found, "marcus").factors.plannedMeetings).toBe(2);
  expect(of(found, "marcus").valueLearn).toBeGreaterThan(0);
  expect(of(found, "claire").factors.plannedMeetings).toBe(0);
});

test("a campaign without people, messages or audiences has a list without anybody", async () => {
  await addCampaign(database, "empty");
  const report = await readReceptionReport(database.read, { id: "empty", startsOn: "2026-02-02" }, DAY);
  const found = await readNextOutreach(database.read, { id: "empty" }, report, DAY);
  expect(found).toMatchObject({ contacts: 0, audiences: 0, messages: 0, first: [], against: [], people: [] });
});
