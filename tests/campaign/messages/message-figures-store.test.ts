import { expect, test } from "vitest";
import { listHeardMessages } from "#app/campaign/audiences/heard.server.ts";
import { countHeard } from "#app/campaign/effectiveness/objections-heard.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { listReceptionsOfMessages } from "#app/campaign/messages/message-reception.server.ts";
import { countObjectionsHeard } from "#app/campaign/outreach-events/paper-parts.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../../support/author.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { addEvent, timeOf } from "../../support/builders/outreach-event.ts";
import { freshDatabase } from "../../support/database.ts";

function record(database: Database, work: (change: Change) => Promise<unknown>) {
  return database.change(system, unsent, async (change) => {
    await work(change);
    change.describe({
      recordKind: "outcome",
      recordId: "o",
      action: "logged",
      summary: "Logged",
      location: "/",
    });
    return { ok: true } as const;
  });
}

const outcomeOf = (id: string, officer: string) =>
  ({
    id,
    campaign_id: "esa",
    outreach_event_id: "meeting",
    officer_account_id: officer,
    ground_rule: "background",
    handling: "TLP:AMBER",
    logged_at: system.now.toISOString(),
  }) as const;

async function addOutcome(change: Change, id: string, officer: string) {
  await change.insert("outcome", outcomeOf(id, officer));
}

const raised = (id: string, outcome: string, objection: string, isAnswered: 0 | 1) => ({
  id,
  outcome_id: outcome,
  objection_id: objection,
  audience_id: null,
  contact_id: null,
  is_answered: isAnswered,
});

async function objectionId(database: Database, code: string): Promise<string> {
  const row = await database.read
    .selectFrom("objection")
    .select("id")
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
  return row.id;
}

test("how often an objection was heard and answered follows every entry, correction and undoing", async () => {
  const { database } = await addMeeting(await freshDatabase());
  const [o1, o9] = [await objectionId(database, "O1"), await objectionId(database, "O9")];
  const heard = async () => Object.fromEntries(await countHeard(database.read, [o1, o9]));
  expect(await heard()).toEqual({});
  await record(database, async (change) => {
    await addOutcome(change, "a", "jana");
    await addOutcome(change, "b", "petr");
    await change.insert("outcome_objection", raised("r1", "a", o1, 1));
    await change.insert("outcome_objection", raised("r2", "b", o1, 0));
  });
  expect(await heard()).toMatchObject({ [o1]: { heard: 2, answered: 1 } });
  const corrected = await record(database, async (change) => {
    await change.update("outcome_objection", "r2", { objection_id: o9, is_answered: 1 }, null);
    await change.remove("outcome_objection", "r1");
  });
  expect(await heard()).toMatchObject({ [o9]: { heard: 1, answered: 1 } });
  await undoChange(database, system, corrected.changeId);
  expect(await heard()).toMatchObject({ [o1]: { heard: 2, answered: 1 } });
  await record(database, async (change) => {
    for (const number of [3, 2])
      await change.insert("message_objection", {
        ...{ id: `against-${number}`, key_message_id: `m${number}`, objection_id: o1 },
        position: 1,
      });
  });
  const campaign = { id: "esa", startsOn: "2026-01-01" } as const;
  const { objections } = await readReceptionReport(database.read, campaign, "2026-11-10");
  expect(objections).toMatchObject([{ code: "O1", messages: [2, 3], heard: 2, answered: 1 }]);
  await record(database, (change) => change.update("objection", o9, { is_difficult_question: 1 }, null));
  const noteToSpeaker = "";
  expect(Object.fromEntries(await countObjectionsHeard(database.read, [o1, o9]))).toEqual({
    [o1]: { timesHeard: 2, isDifficultQuestion: false, noteToSpeaker },
    [o9]: { timesHeard: 0, isDifficultQuestion: true, noteToSpeaker },
  });
});

test("receptions are summed for each audience, the newest first, and only those of the message that is asked for, while it is in use", async () => {
  const { database } = await addMeeting(await freshDatabase());
  await record(database, async (change) => {
    await addOutcome(change, "a", "jana");
    await addOutcome(change, "b", "petr");
    const reception = (
      id: string,
      outcome: string,
      message: string,
      audience: string,
      score: number | null,
    ) =>
      change.insert("reception", {
        ...{ id, outcome_id: outcome, key_message_id: message, audience_id: audience, score },
        ...{ contact_id: null, scope: "audience", wording: null, message_revision_id: null },
      });
    await reception("1", "a", "m2", "majority", -2);
    await reception("2", "b", "m2", "majority", 1);
    await reception("3", "a", "m2", "minority", null);
    await reception("4", "a", "m3", "minority", 2);
  });
  expect(await listReceptionsOfMessages(database.read, "esa", ["m2"])).toMatchObject([
    { audienceId: "majority", n: 2, total: -1, lastOn: "2026-11-10" },
  ]);
  expect(await listReceptionsOfMessages(database.read, "esa", ["m2", "m3"])).toHaveLength(2);
  const heard = async () =>
    (await listHeardMessages(database.read, { campaignId: "esa", audienceId: "minority" })).map(
      ({ number, n, average }) => [number, n, average],
    );
  expect(await heard()).toEqual([
    [2, 0, null],
    [3, 1, 2],
  ]);
  await record(database, (change) =>
    change.update("key_message", "m3", { retired_at: system.now.toISOString() }, null),
  );
  expect(await heard()).toEqual([[2, 0, null]]);
});

test("an answered objection counts as not pressed again once that audience has met us without raising it", async () => {
  const { database } = await addMeeting(await freshDatabase(), { result: "held" });
  const o1 = await objectionId(database, "O1");
  const notPressed = async () => (await countHeard(database.read, [o1])).get(o1)?.notPressed;
  await record(database, async (change) => {
    await addOutcome(change, "a", "jana");
    await change.insert("outcome_objection", raised("r1", "a", o1, 1));
  });
  expect(await notPressed()).toBe(0);
  const later = await addEvent(database, "esa", {
    time: timeOf("20 Nov 2026", "14:00", "14:45"),
    audienceIds: [],
  });
  await record(database, async (change) => {
    await change.insert("outreach_event_audience", {
      ...{ id: "later", outreach_event_id: later, audience_id: "majority" },
    });
    await change.update("outreach_event", later, { result: "held" }, null);
  });
  expect(await notPressed()).toBe(1);
  await record(database, async (change) => {
    const outcome = { ...outcomeOf("b", "petr"), outreach_event_id: later };
    await change.insert("outcome", outcome);
    await change.insert("outcome_objection", raised("r2", "b", o1, 0));
  });
  expect(await notPressed()).toBe(0);
});
