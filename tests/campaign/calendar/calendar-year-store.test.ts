import { beforeAll, expect, test } from "vitest";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { countByWeek, countOnSeats, listVisits } from "#app/campaign/calendar/year.server.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { addCampaign } from "../../support/builders/campaign.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addEvent, addPeopleAndMessages, timeOf } from "../../support/builders/outreach-event.ts";
import { addVisit } from "../../support/builders/visit.ts";
import { freshDatabase } from "../../support/database.ts";

const mondays = ["2026-11-09", "2026-11-16", "2026-11-23"] as const;
const at = (date: string) => timeOf(date, "14:00", "14:45");
let database: Database;
let monday: string;

/** In esa a Monday, a Sunday, a tentative one and a cancelled one, and a visit; in cyber one event of the first week. */
beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addPeopleAndMessages(database, "esa", { audiences: ["staff", "tank"] });
  monday = await addEvent(database, "esa", { time: at("9 Nov 2026"), audienceIds: ["staff", "tank"] });
  await addEvent(database, "esa", { time: at("15 Nov 2026"), audienceIds: ["tank"] });
  await addEvent(database, "esa", { time: at("16 Nov 2026"), schedule: "tentative", audienceIds: ["staff"] });
  const cancelled = await addEvent(database, "esa", { time: at("17 Nov 2026") });
  await record(database, async (change) => {
    await change.update("outreach_event", cancelled, { schedule: "cancelled" }, null);
    await change.update("audience", "staff", { kind: "congressional committee" }, null);
  });
  await addEvent(database, "cyber", { time: at("10 Nov 2026") });
});

test("a week has what begins from its Monday to its Sunday, without what is cancelled", async () => {
  const counted = await countByWeek(database.read, { campaignIds: ["esa"], mondays, now }, EVERYTHING);
  expect(counted).toEqual([
    { monday: "2026-11-09", events: 2, tentative: 0 },
    { monday: "2026-11-16", events: 1, tentative: 1 },
    { monday: "2026-11-23", events: 0, tentative: 0 },
  ]);
});

test("a narrowed year counts what it is narrowed to, cancelled events where they are asked for", async () => {
  const events = async (narrowed: object) => {
    const asked = { campaignIds: ["esa", "cyber"] as const, mondays, now } as const;
    return (await countByWeek(database.read, asked, { ...EVERYTHING, ...narrowed })).map(
      (week) => week.events,
    );
  };
  expect(await events({})).toEqual([3, 1, 0]);
  expect(await events({ audienceId: "tank" })).toEqual([2, 0, 0]);
  expect(await events({ status: "tentative" })).toEqual([0, 1, 0]);
  expect(await events({ status: "cancelled" })).toEqual([0, 1, 0]);
});

test("visits between two days, both included, are listed by day without those that do not take place", async () => {
  const [late, early, off, missed] = [
    await addVisit(database, "esa", { first: "2026-12-20" }),
    await addVisit(database, "esa", { first: "2026-12-01" }),
    await addVisit(database, "esa", { first: "2026-12-10" }),
    await addVisit(database, "esa", { first: "2026-12-11" }),
  ];
  await addVisit(database, "esa", { first: "2026-12-21" });
  await addEvent(database, "esa", { time: at("10 Dec 2026") });
  await record(database, async (change) => {
    await change.update("outreach_event", off, { schedule: "cancelled" }, null);
    await change.update("outreach_event", missed, { result: "not held" }, null);
  });
  const visit = { campaignId: "esa", title: "Visit of the Minister" };
  expect(await listVisits(database.read, ["esa"], "2026-12-01", "2026-12-20")).toEqual([
    { ...visit, id: early, day: "2026-12-01" },
    { ...visit, id: late, day: "2026-12-20" },
  ]);
  expect(await listVisits(database.read, ["cyber"], "2026-12-01", "2026-12-20")).toEqual([]);
});

test("what hangs on seats of Congress is its audiences and the promises still open to them", async () => {
  const promise = (id: string, given: Partial<NewRow<"follow_up">> = {}): NewRow<"follow_up"> => ({
    ...{ id, campaign_id: "esa", text: id, promised_by: "us", due_on: "2026-12-01" },
    ...{ outreach_event_id: monday, ...given },
  });
  await record(database, async (change) => {
    await change.insert("follow_up", promise("open"));
    await change.insert("follow_up", promise("kept", { done_at: now.toISOString() }));
    await change.insert("follow_up", promise("nowhere", { outreach_event_id: null }));
  });
  const onSeats = () => countOnSeats(database.read, ["esa"]);
  expect(await onSeats()).toEqual({ audiences: 1, followUps: 1 });
  expect(await countOnSeats(database.read, ["cyber"])).toEqual({ audiences: 0, followUps: 0 });
  await record(database, (change) =>
    change.update("campaign_audience", "esa-staff", { ended_on: "2026-11-10" }, null).then(() => undefined),
  );
  expect(await onSeats()).toEqual({ audiences: 0, followUps: 0 });
});
