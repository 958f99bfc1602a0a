import { beforeEach, expect, test } from "vitest";
import { addFeedback, removeFeedback } from "#app/campaign/feedback/store.server.ts";
import type { Reception } from "#app/campaign/outcomes/spread-reception.ts";
import { logOutcome } from "#app/campaign/outcomes/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import { explainUndoRefusal } from "#app/campaign/undo/undo-in-words.ts";
import type { Author, Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-12T20:00:00.000Z") };
const inCampaign = { submission: null, campaignId: "esa" };
const RETIRE = "Retire the message or end the audience instead.";
let database: Database;

beforeEach(async () => {
  database = (await addMeeting(await freshDatabase())).database;
});

async function add(
  kind: "message" | "audience",
  work: (change: Change) => Promise<unknown>,
): Promise<string> {
  const made = await database.change(jana, inCampaign, async (change) => {
    await work(change);
    const about = { recordId: kind, action: "added", summary: "Added", location: "/" } as const;
    change.describe({ recordKind: kind === "message" ? "key message" : "audience", ...about });
    return { ok: true };
  });
  return made.changeId;
}

const addMessageFour = () =>
  add("message", async (change) => {
    await change.insert("key_message", { id: "m4", campaign_id: "esa", number: 4 });
    const texts = { title: "Four", statement: "S.", talking_point: "P.", avoid: "", text_hash: "h" };
    const made = { reason: "first", made_by: "jana", made_at: "2026-11-12T12:00:00.000Z" };
    await change.insert("message_revision", {
      id: "m4-r1",
      key_message_id: "m4",
      number: 1,
      ...texts,
      ...made,
    });
  });
const takeOn = (audienceId: string) =>
  add("audience", (change) =>
    change.insert("campaign_audience", {
      ...{ id: `esa-${audienceId}`, campaign_id: "esa", audience_id: audienceId },
      ...{ priority: 1, influence: 3, interest: 3 },
    }),
  );

async function react(messageId: string): Promise<string> {
  const about = {
    kind: "written reply",
    day: "2026-11-10",
    words: "Said.",
    link: "",
    contact: null,
  } as const;
  const made = await database.change(jana, inCampaign, (change) =>
    addFeedback(change, "esa", { ...about, message: messageId, audience: "majority", score: 1 }),
  );
  if (!made.ok) throw new Error(made.reason);
  return made.location.split("/").at(-1) ?? "";
}

const notes = () => database.read.selectFrom("observation").select("key_message_id").execute();

test("a message that was rated is not undone away: it is to be retired", async () => {
  const audience = await takeOn("majority");
  const message = await addMessageFour();
  const reactionId = await react("m4");
  for (const changeId of [message, audience]) {
    const undone = await undoChange(database, jana, changeId);
    expect(undone).toEqual({ ok: false, reason: "has-ratings" });
    expect(undone.ok ? "" : explainUndoRefusal(undone)).toContain(RETIRE);
  }
  expect(await notes()).toEqual([{ key_message_id: "m4" }]);
  await database.change(jana, inCampaign, (change) =>
    removeFeedback(change, { campaignId: "esa", feedbackId: reactionId }),
  );
  expect(await undoChange(database, jana, message)).toMatchObject({ ok: true });
  expect(await undoChange(database, jana, audience)).toMatchObject({ ok: true });
});

test("notes of one message or audience do not hold another", async () => {
  await takeOn("majority");
  const minority = await takeOn("minority");
  const message = await addMessageFour();
  await react("m2");
  expect(await undoChange(database, jana, message)).toMatchObject({ ok: true });
  expect(await undoChange(database, jana, minority)).toMatchObject({ ok: true });
  expect(await notes()).toHaveLength(1);
});

test("a held meeting with receptions is not undone away, and nothing of it is lost", async () => {
  const planned = await database.read
    .selectFrom("change")
    .select("id")
    .where("summary", "=", "Planned")
    .executeTakeFirstOrThrow();
  const reception: Reception = {
    messageId: "m2",
    audienceId: "majority",
    contactId: null,
    scope: "room",
    score: -1,
    wording: "as written",
    revisionId: "m2-r1",
  };
  const logged = await database.change(jana, inCampaign, (change) =>
    logOutcome(
      change,
      { campaignId: "esa", eventId: "meeting", home: { country: "CZ", city: "Prague" } },
      {
        said: "",
        impression: "",
        assessment: "",
        askAnswer: "",
        groundRule: "background",
        attendance: new Map(),
        receptions: [reception],
        objections: [],
        followUps: [],
      },
    ),
  );
  expect(logged.ok).toBe(true);
  const system = { ...jana, accountId: "system" };
  expect((await undoChange(database, system, planned.id)).ok).toBe(false);
  expect(await notes()).toEqual([{ key_message_id: "m2" }]);
});
