import { beforeAll, expect, test } from "vitest";
import { countFeedback, countObjectionRaised } from "#app/campaign/objectives/judged-objectives.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;

const DAYS = ["2026-09-01", "2026-10-01", "2026-11-01"] as const;
/** O1 was raised at the first and the last of the three meetings, the last time by the other staff. */
const RAISED_BY = ["majority", null, "minority"];

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await database.change(system, unsent, async (change) => {
    for (const [at, day] of DAYS.entries()) {
      const id = `held${at}`;
      const [event] = await change.read
        .selectFrom("outreach_event")
        .selectAll()
        .where("id", "=", "meeting")
        .execute();
      if (event === undefined) throw new Error("The meeting is missing");
      const { version: _, ...columns } = event;
      await change.insert("outreach_event", { ...columns, id, day, result: "held" });
      await change.insert("outreach_event_audience", {
        id,
        outreach_event_id: id,
        audience_id: "majority",
      });
      await change.insert("outcome", {
        id,
        campaign_id: "esa",
        outreach_event_id: id,
        officer_account_id: "jana",
        ground_rule: "background",
        handling: "TLP:AMBER",
        logged_at: `${day}T20:00:00.000Z`,
      });
      const audience = RAISED_BY[at] ?? null;
      if (audience !== null)
        await change.insert("outcome_objection", {
          id,
          outcome_id: id,
          objection_id: "o1",
          audience_id: audience,
        });
      await change.insert("feedback", {
        ...{ id, campaign_id: "esa", kind: "public statement", day, key_message_id: "m3", score: 1 },
        ...{ audience_id: at === 0 ? "minority" : "majority", contact_id: null, words: "Said so." },
        ...{ recorded_by: "jana", recorded_at: `${day}T20:00:00.000Z` },
      });
    }
    const about = { recordKind: "campaign", recordId: "esa", action: "filled", summary: "Filled" } as const;
    change.describe({ ...about, location: "/" });
    return { ok: true };
  });
});

const span = (from: CalendarDate, to: CalendarDate) => ({ campaignId: "esa", from, to });

test("an objection counts in the meetings at which this audience raised it, the last ones only", async () => {
  const raised = (from: CalendarDate, to: CalendarDate, meetings: number) =>
    countObjectionRaised(database.read, span(from, to), {
      objectionId: "o1",
      audienceId: "majority",
      meetings,
    });
  expect(await raised("2026-09-01", "2026-11-01", 6)).toEqual({
    times: 1,
    meetings: 3,
    lastOn: "2026-11-01",
  });
  expect(await raised("2026-09-01", "2026-11-01", 2)).toMatchObject({ times: 0, meetings: 2 });
  expect(await raised("2026-09-02", "2026-10-31", 6)).toMatchObject({ times: 0, meetings: 1 });
  expect(await raised("2026-11-02", "2026-11-30", 6)).toEqual({ times: 0, meetings: 0, lastOn: null });
});

test("feedback is counted from one day to another, of one audience or of all", async () => {
  const counted = (from: CalendarDate, to: CalendarDate, audienceId: string | null) =>
    countFeedback(database.read, span(from, to), { kind: "public statement", audienceId });
  expect(await counted("2026-09-01", "2026-11-01", null)).toEqual({ count: 3, lastOn: "2026-11-01" });
  expect(await counted("2026-09-01", "2026-10-31", "majority")).toEqual({ count: 1, lastOn: "2026-10-01" });
  expect(await counted("2026-11-02", "2026-11-30", null)).toEqual({ count: 0, lastOn: null });
});

test("the logged meetings of a campaign are counted once each, and uncounted with the last log", async () => {
  const meetings = async () =>
    (await database.read.selectFrom("logged_meetings").select("meetings").executeTakeFirst())?.meetings;
  expect(await meetings()).toBe(3);
  await database.change(system, unsent, async (change) => {
    await change.insert("outcome", {
      ...{ id: "second", campaign_id: "esa", outreach_event_id: "held1", officer_account_id: "petr" },
      ...{ ground_rule: "background", handling: "TLP:AMBER", logged_at: "2026-11-02T20:00:00.000Z" },
    });
    change.describe({
      recordKind: "outcome",
      recordId: "second",
      action: "logged",
      summary: "Logged",
      location: "/",
    });
    return { ok: true };
  });
  expect(await meetings()).toBe(3);
  await database.change(system, unsent, async (change) => {
    await change.remove("outcome", "second");
    await change.remove("outcome", "held1");
    change.describe({
      recordKind: "outcome",
      recordId: "second",
      action: "removed",
      summary: "Removed",
      location: "/",
    });
    return { ok: true };
  });
  expect(await meetings()).toBe(2);
});
