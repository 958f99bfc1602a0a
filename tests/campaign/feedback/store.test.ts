import { beforeEach, expect, test } from "vitest";
import type { Feedback } from "#app/campaign/feedback/record.ts";
import {
  addFeedback,
  editFeedback,
  findFeedback,
  listFeedback,
  removeFeedback,
} from "#app/campaign/feedback/store.server.ts";
import { logOutcome } from "#app/campaign/outcomes/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-12T20:00:00.000Z") };
const inCampaign = { submission: null, campaignId: "esa" };
const reply: Feedback = {
  kind: "written reply",
  day: "2026-11-12",
  message: "m2",
  audience: "majority",
  contact: "claire",
  score: 1,
  words: "“Send the table.”",
  link: "",
};
let database: Database;
let eventId: string;

beforeEach(async () => {
  const meeting = await addMeeting(await freshDatabase());
  database = meeting.database;
  eventId = meeting.eventId;
  for (const audience of ["majority", "minority"])
    await database.change(jana, inCampaign, async (change) => {
      const link = { id: `esa-${audience}`, campaign_id: "esa", audience_id: audience };
      await change.insert("campaign_audience", { ...link, priority: 1, influence: 3, interest: 3 });
      change.describe({
        recordKind: "audience",
        recordId: audience,
        action: "added",
        summary: "Edited",
        location: "/",
      });
      return { ok: true };
    });
});

const add = (change: Partial<Feedback> = {}) =>
  database.change(jana, inCampaign, (under) => addFeedback(under, "esa", { ...reply, ...change }));
const idOf = (made: Awaited<ReturnType<typeof add>>) =>
  made.ok ? (made.location.split("/").at(-1) ?? "") : "";
const observations = () =>
  database.read
    .selectFrom("observation")
    .select(["key_message_id", "audience_id", "day", "kind", "score", "ratings", "rater_account_id"])
    .orderBy("day")
    .orderBy("kind")
    .execute();
const cells = () =>
  database.read.selectFrom("observation_cell").select(["key_message_id", "n", "total", "last_on"]).execute();

test("a reaction is an observation of its kind, by whoever recorded it", async () => {
  await add();
  expect(await observations()).toEqual([
    {
      key_message_id: "m2",
      audience_id: "majority",
      day: "2026-11-12",
      kind: "written reply",
      score: 1,
      ratings: 1,
      rater_account_id: "jana",
    },
  ]);
  expect(await cells()).toEqual([{ key_message_id: "m2", n: 1, total: 1, last_on: "2026-11-12" }]);
});

test("an edit moves its observation, removing takes it away, undoing puts it back", async () => {
  const id = idOf(await add());
  const target = { campaignId: "esa", feedbackId: id };
  const edit = (version: number) =>
    database.change(jana, inCampaign, (change) =>
      editFeedback(change, target, { ...reply, message: "m3", score: -2 }, version),
    );
  expect((await edit(1)).ok).toBe(true);
  expect(await edit(1)).toMatchObject({ reason: "changed-by-somebody-else" });
  expect(await cells()).toEqual([{ key_message_id: "m3", n: 1, total: -2, last_on: "2026-11-12" }]);
  const removed = await database.change(jana, inCampaign, (change) => removeFeedback(change, target));
  expect(await observations()).toEqual([]);
  expect(await cells()).toEqual([]);
  if (!removed.ok) throw new Error(removed.reason);
  expect((await undoChange(database, jana, removed.changeId)).ok).toBe(true);
  expect(await cells()).toEqual([{ key_message_id: "m3", n: 1, total: -2, last_on: "2026-11-12" }]);
});

test("meetings and reactions of one cell are counted together and kept apart by kind", async () => {
  await add();
  const receptions = [
    {
      messageId: "m2",
      audienceId: "majority",
      contactId: null,
      scope: "room",
      score: -1,
      wording: "as written",
      revisionId: "m2-r1",
    } as const,
  ];
  const logged = await database.change(jana, inCampaign, (change) =>
    logOutcome(
      change,
      { campaignId: "esa", eventId, home: { country: "CZ", city: "Prague" } },
      {
        said: "",
        impression: "",
        assessment: "",
        askAnswer: "",
        groundRule: "background",
        attendance: new Map(),
        receptions,
        objections: [],
        followUps: [],
      },
    ),
  );
  expect(logged.ok).toBe(true);
  expect((await observations()).map(({ kind, score }) => [kind, score])).toEqual([
    ["meeting note", -1],
    ["written reply", 1],
  ]);
  expect(await cells()).toEqual([{ key_message_id: "m2", n: 2, total: 0, last_on: "2026-11-12" }]);
});

test("what is not of this campaign, of that audience or not yet is refused at its field", async () => {
  expect(await add({ message: "elsewhere" })).toMatchObject({ field: "message" });
  expect(await add({ audience: "elsewhere" })).toMatchObject({ field: "audience" });
  expect(await add({ contact: "marcus" })).toMatchObject({
    field: "contact",
    reason: "not-of-that-audience",
  });
  expect(await add({ day: "2026-11-13" })).toMatchObject({ field: "day", reason: "day-in-the-future" });
  expect(await observations()).toEqual([]);
});

test("lists are by day, narrowed by audience or message, and end at the campaign", async () => {
  await add({ day: "2026-11-01" });
  const newest = idOf(await add({ message: "m3", audience: "minority", contact: null }));
  const list = (audienceId: string | null, messageId: string | null) =>
    listFeedback(database.read, "esa", { audienceId, messageId }, 1);
  expect((await list(null, null)).feedback.map(({ day }) => day)).toEqual(["2026-11-12", "2026-11-01"]);
  expect((await list("minority", null)).feedback.map(({ id }) => id)).toEqual([newest]);
  expect((await list(null, "m2")).feedback).toHaveLength(1);
  expect(
    (await listFeedback(database.read, "other", { audienceId: null, messageId: null }, 1)).feedback,
  ).toEqual([]);
  expect(await findFeedback(database.read, "other", newest)).toBeNull();
});

test("a reaction of somebody whom another campaign alone knows is refused, and nothing is kept", async () => {
  await record(database, (change) => change.remove("campaign_contact", "esa-claire"));
  expect(await add()).toMatchObject({ ok: false, reason: "not-of-that-audience", field: "contact" });
  expect(await observations()).toEqual([]);
});
