import { beforeEach, expect, test } from "vitest";
import { listAsks } from "#app/campaign/correspondence/cable/asks.server.ts";
import { findMeeting, listMeetingsHeld } from "#app/campaign/correspondence/meeting/meetings.server.ts";
import type { EventDetails } from "#app/campaign/outreach-events/store.server.ts";
import type { GroundRule } from "#app/text/handling.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addAccount } from "../../support/builders/campaign.ts";
import { addMeeting, addressBothAudiences } from "../../support/builders/meeting.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addMeeting(database, { result: "held" });
  await addressBothAudiences(database);
  await addAccount(database, "Tomas", { esa: "ministry clearer" });
  await addEvent(database, "esa", {
    audienceIds: ["majority"],
    time: timeOf("2 Dec 2026", "10:00", "10:45"),
  });
});

async function asksAfter(groundRule: GroundRule, ...promises: string[]) {
  await database.change(system, unsent, async (change) => {
    await change.update("outreach_event_participant", "meeting-claire", { attendance: "attended" }, null);
    const of = { campaign_id: "esa", outreach_event_id: "meeting" };
    const logged = {
      officer_account_id: "jana",
      handling: "TLP:AMBER",
      logged_at: now.toISOString(),
    } as const;
    await change.insert("outcome", { id: "log", ...of, ...logged, ground_rule: groundRule });
    await change.insert("outcome_objection", { id: "said", outcome_id: "log", objection_id: "o9" });
    for (const [at, text] of promises.entries())
      await change.insert("follow_up", {
        ...{ id: `p${at}`, ...of, text, promised_by: "us", owner_account_id: "tomas" },
        due_on: "2026-11-20",
      });
    const what = { recordKind: "outcome", recordId: "log", action: "logged" } as const;
    change.describe({ ...what, summary: "Logged", location: "/" });
    return { ok: true };
  });
  return asksNow();
}

async function asksNow() {
  const day = "2026-11-12";
  const meetings = await listMeetingsHeld(database.read, "esa", { from: "2026-11-01", to: day });
  const about = { campaignId: "esa", handling: "TLP:AMBER", day, today: day, meetings, now } as const;
  return listAsks(database.read, about);
}

test("words are asked for before the next meeting with who raised it, and each promise once", async () => {
  expect(await asksAfter("background", "Send the map.", "Send the map by Friday", "Call back.")).toEqual([
    "a cleared line on *O9*, before the next event with Committee, majority, on Wednesday 2 December",
    "the map (Tomas, due Friday 20 November)",
    "what we promised (Call back) (Tomas, due Friday 20 November)",
  ]);
});

test("the meeting named is one that the cable may tell of, and no internal one", async () => {
  const plan = (day: string, given: Partial<EventDetails>) =>
    addEvent(database, "esa", { time: timeOf(day, "10:00", "11:00"), audienceIds: ["majority"], ...given });
  await plan("13 Nov 2026", { kind: "internal" });
  await plan("16 Nov 2026", { handling: "TLP:RED" });
  expect((await asksAfter("background"))[0]).toContain("on Wednesday 2 December");
});

test("a promise that names who was there on background is told by its day", async () => {
  expect((await asksAfter("background", "Send claire the map")).at(-1)).toBe(
    "what we promised on Tuesday 10 November (Tomas, due Friday 20 November)",
  );
});

test.for(["off the record", "deep background"] as const)(
  "%s nothing that was raised or promised is asked for",
  async (groundRule) => {
    expect(await asksAfter(groundRule, "Send the map")).toEqual([]);
  },
);

test("the next event with a member’s office is told for what was raised on the record alone", async () => {
  const patch = { kind: "member office", name: "Office of Ellen Voss" } as const;
  await database.change(system, unsent, async (change) => {
    await change.update("audience", "majority", patch, null);
    const what = { recordKind: "audience", recordId: "majority", action: "edited" } as const;
    change.describe({ ...what, summary: "Renamed", location: "/" });
    return { ok: true };
  });
  expect(await asksAfter("background")).toEqual(["a cleared line on *O9*"]);
  await database.change(system, unsent, async (change) => {
    await change.update("outcome", "log", { ground_rule: "on the record" }, null);
    await change.update("outreach_event", "meeting", { ground_rule: "on the record" }, null);
    const what = { recordKind: "outcome", recordId: "log", action: "edited" } as const;
    change.describe({ ...what, summary: "Edited", location: "/" });
    return { ok: true };
  });
  expect(await asksNow()).toEqual([
    "a cleared line on *O9*, before the next event with Office of Ellen Voss on Wednesday 2 December",
  ]);
});

test("a meeting tells the messages that were put in the order of their numbers", async () => {
  await asksAfter("on the record");
  await database.change(system, unsent, async (change) => {
    const revision = await change.read
      .selectFrom("message_revision")
      .selectAll()
      .where("id", "=", "m2-r1")
      .executeTakeFirstOrThrow();
    await change.insert("key_message", { id: "z", campaign_id: "esa", number: 1 });
    await change.insert("message_revision", {
      ...{ ...revision, id: "z-r1", key_message_id: "z", title: "Message 1" },
    });
    for (const message of ["m3", "m2", "z"])
      await change.insert("reception", {
        ...{ id: `on-${message}`, outcome_id: "log", key_message_id: message, audience_id: "majority" },
        ...{ scope: "room", score: 1, wording: "as written", message_revision_id: `${message}-r1` },
      });
    const what = { recordKind: "outcome", recordId: "log", action: "edited" } as const;
    change.describe({ ...what, summary: "Rated", location: "/" });
    return { ok: true };
  });
  const met = await findMeeting(database.read, "esa", "meeting");
  expect(met?.logs[0]?.put.map(({ title }) => title)).toEqual(["Message 1", "Message 2", "Message 3"]);
});
