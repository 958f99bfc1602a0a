import { beforeEach, expect, test } from "vitest";
import { listDesks } from "#app/campaign/clearances/desks.server.ts";
import { listRound } from "#app/campaign/clearances/requests.server.ts";
import { countWaiting } from "#app/campaign/frame/waiting.server.ts";
import { listNeeds } from "#app/campaign/overview/needs-you.server.ts";
import { returnPaper, sendPaper } from "#app/campaign/talking-points/clearing/clearance.server.ts";
import type { Role } from "#app/http/permission.ts";
import type { NewRow } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now } from "../../support/author.ts";
import { SETTINGS } from "../../support/builders/clearance-round.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { addPaper, addTeamAndLibrary, by, inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const NOTHING = { talkingPoints: 0, outcomes: 0, followUps: 0, reports: 0 };
let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
});

const waiting = (accountId: string, role: Role, campaignId = "esa", at = now) =>
  countWaiting(database.read, { campaignId, accountId, role, now: at, today: "2026-11-10" });

test("a paper waits for the clearers who are asked to clear it; sent back it waits for who drafted it", async () => {
  const paper = await addPaper(database);
  const target = { campaignId: "esa", paperId: paper.id };
  await record(database, async (change) => {
    const [embassy] = (await listDesks(change.read, "esa")).filter(({ side }) => side === "embassy");
    await change.update("clearance_desk", embassy?.id ?? "", { holder_account_id: "petr" }, null);
  });
  expect(await waiting("petr", "embassy clearer")).toEqual(NOTHING);
  await database.change(by("jana"), inCampaign, (change) =>
    sendPaper(change, target, { settings: SETTINGS, chosen: null, onlyDifference: false }),
  );
  const waits = { ...NOTHING, talkingPoints: 1 };
  expect(await waiting("petr", "embassy clearer")).toEqual(waits);
  expect(await waiting("petr", "officer")).toEqual(NOTHING);
  expect(await waiting("petr", "embassy clearer", "elsewhere")).toEqual(NOTHING);
  const [request] = await listRound(database.read, { kind: "talking points", id: paper.id });
  await record(database, (change) =>
    change.update("clearance_request", request?.id ?? "", { asks: "inform" }, null).then(() => undefined),
  );
  expect(await waiting("petr", "embassy clearer")).toEqual(NOTHING);
  await record(database, (change) =>
    change.update("clearance_request", request?.id ?? "", { asks: "clear" }, null).then(() => undefined),
  );
  const back = { requestId: request?.id ?? null, reasons: "Too long" };
  const returned = await database.change(by("petr"), inCampaign, (change) =>
    returnPaper(change, target, back),
  );
  expect(returned.ok).toBe(true);
  expect(await waiting("petr", "embassy clearer")).toEqual(NOTHING);
  expect(await waiting("jana", "officer")).toEqual(waits);
  await record(database, (change) =>
    change.update("talking_points", paper.id, { retired_at: now.toISOString() }, null).then(() => undefined),
  );
  expect(await waiting("jana", "officer")).toEqual(NOTHING);
});

test("a paper does not wait for who wrote it, where no one may clear their own, nor once its meeting is over", async () => {
  const time = timeOf("10 Nov 2026", "11:00", "12:00");
  const eventId = await addEvent(database, "esa", { time });
  const paper = await addPaper(database);
  const change = (columns: Partial<NewRow<"talking_points">>) =>
    record(database, (one) => one.update("talking_points", paper.id, columns, null).then(() => undefined));
  const send = { settings: SETTINGS, chosen: null, onlyDifference: false, shownHash: null };
  await database.change(by("jana"), inCampaign, (one) =>
    sendPaper(one, { campaignId: "esa", paperId: paper.id }, send),
  );
  const asked = async (at = now) => {
    const reader = { campaignId: "esa", accountId: "petr", role: "embassy clearer", now: at } as const;
    const needs = (await listNeeds(database.read, reader, [])).filter(({ need }) => need === "clearance");
    return [(await waiting("petr", "embassy clearer", "esa", at)).talkingPoints, needs.length];
  };
  expect(await asked()).toEqual([1, 1]);
  await change({ drafted_by: "petr" });
  expect(await asked()).toEqual([0, 0]);
  await record(database, (one) =>
    one.update("campaign", "esa", { own_draft_may_be_cleared: 1 }, null).then(() => undefined),
  );
  expect(await asked()).toEqual([1, 1]);
  await change({ outreach_event_id: eventId });
  expect(await asked(new Date(time.endsAt.getTime() - 1))).toEqual([1, 1]);
  expect(await asked(time.endsAt)).toEqual([0, 0]);
});

test("a paper is late for who drafted it from the instant after it was due, until its meeting is over", async () => {
  const time = timeOf("10 Nov 2026", "11:00", "12:00");
  const eventId = await addEvent(database, "esa", { time });
  const paper = await addPaper(database);
  await database.change(by("jana"), inCampaign, (one) =>
    sendPaper(
      one,
      { campaignId: "esa", paperId: paper.id },
      { settings: SETTINGS, chosen: null, onlyDifference: false },
    ),
  );
  const dueAt = new Date(time.endsAt.getTime() - 25 * 60_000);
  const [request] = await listRound(database.read, { kind: "talking points", id: paper.id });
  await record(database, async (change) => {
    await change.update("clearance_request", request?.id ?? "", { due_at: dueAt.toISOString() }, null);
    await change.update("talking_points", paper.id, { outreach_event_id: eventId }, null);
  });
  const late = async (at: Date, later = 0) => {
    const reader = { campaignId: "esa", accountId: "jana", role: "officer" } as const;
    const needs = await listNeeds(database.read, { ...reader, now: new Date(at.getTime() + later) }, []);
    return needs.filter(({ need }) => need === "clearance").length;
  };
  expect([await late(dueAt), await late(dueAt, 1)]).toEqual([0, 1]);
  expect([await late(time.endsAt, -1), await late(time.endsAt)]).toEqual([1, 0]);
});

test("a meeting waits to be logged for its officers from the minute it ends, a promise from the day after it was due", async () => {
  const time = timeOf("10 Nov 2026", "11:00", "12:00");
  await addEvent(database, "esa", { time, ownerAccountId: "jana" });
  await record(database, async (change) => {
    for (const [id, given] of Object.entries<Partial<NewRow<"follow_up">>>({
      late: {},
      "due today": { due_on: "2026-11-10" },
      kept: { done_at: now.toISOString() },
      "somebody else's": { owner_account_id: "petr" },
    }))
      await change.insert("follow_up", {
        ...{ id, campaign_id: "esa", text: id, promised_by: "us", due_on: "2026-11-09" },
        ...{ owner_account_id: "jana", ...given },
      });
  });
  const before = new Date(time.endsAt.getTime() - 1);
  const toLog = async (at: Date) => {
    const reader = { campaignId: "esa", accountId: "jana", role: "officer", now: at } as const;
    return (await listNeeds(database.read, reader, [])).filter(({ need }) => need === "meetings not logged");
  };
  expect([(await toLog(before)).length, (await toLog(time.endsAt)).length]).toEqual([0, 1]);
  expect(await waiting("jana", "officer", "esa", time.endsAt)).toEqual({
    ...NOTHING,
    outcomes: 1,
    followUps: 1,
  });
  expect(await waiting("jana", "officer", "esa", before)).toEqual({ ...NOTHING, followUps: 1 });
  expect(await waiting("petr", "officer", "esa", time.endsAt)).toEqual({ ...NOTHING, followUps: 1 });
  expect(await waiting("jana", "officer", "elsewhere", time.endsAt)).toEqual(NOTHING);
});
