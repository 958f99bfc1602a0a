import { expect, test } from "vitest";
import { listOpenFollowUps } from "#app/campaign/follow-ups/lists.server.ts";
import { listMeetingsToLog, listMyMeetingsToLog, listOutcomes } from "#app/campaign/outcomes/lists.server.ts";
import { findOutcomeForm } from "#app/campaign/outcomes/outcome-form.server.ts";
import { findLastTime, listOutcomesOfEvent } from "#app/campaign/outcomes/outcome-record.server.ts";
import type { Reception } from "#app/campaign/outcomes/spread-reception.ts";
import { editOutcome, logOutcome, type OutcomeDraft } from "#app/campaign/outcomes/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges } from "#db/history.server.ts";
import { addMeeting, type Meeting } from "../../support/builders/meeting.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const jana: Author = { accountId: "jana", channel: "web", now };
const petr: Author = { ...jana, accountId: "petr" };
const home = { country: "CZ", city: "Prague" };

function reception(messageId: string, audienceId: string, score: Reception["score"]): Reception {
  return {
    messageId,
    audienceId,
    contactId: null,
    scope: "room",
    score,
    wording: score === null ? null : "as written",
    revisionId: score === null ? null : `${messageId}-r1`,
  };
}

const draft: OutcomeDraft = {
  said: "“Finally, numbers.”",
  impression: "",
  assessment: "",
  askAnswer: "",
  groundRule: "background",
  attendance: new Map([
    ["claire", "attended"],
    ["marcus", "no-show"],
  ]),
  receptions: [
    reception("m3", "majority", 1),
    reception("m3", "minority", 1),
    reception("m2", "majority", null),
    reception("m2", "minority", null),
  ],
  objections: [{ objectionId: "o9", text: "", audienceId: null, contactId: "claire", isAnswered: true }],
  followUps: [
    {
      text: "Send the sheet",
      promisedBy: "us",
      dueOn: "2026-11-18",
      ownerAccountId: "jana",
      contactId: "claire",
    },
  ],
};

async function meeting(given: Parameters<typeof addMeeting>[1] = {}): Promise<Meeting> {
  return addMeeting(await freshDatabase(), given);
}

function log({ database, campaignId, eventId }: Meeting, author = jana, given: Partial<OutcomeDraft> = {}) {
  return database.change(author, inCampaign, (change) =>
    logOutcome(change, { campaignId, eventId, home }, { ...draft, ...given }),
  );
}

async function onlyOutcome(database: Database) {
  const [outcome] = await listOutcomesOfEvent(database.read, "meeting");
  if (outcome === undefined) throw new Error("nothing was logged");
  return outcome;
}

test("logging keeps what was said, marks who was there and the event held, and writes the promises, in one change", async () => {
  const held = await meeting();
  const { database } = held;
  const logged = await log(held);
  const outcome = await onlyOutcome(database);
  expect(logged).toMatchObject({ ok: true, location: `/c/esa/outcomes/${outcome.id}` });
  expect(outcome).toMatchObject({
    said: "“Finally, numbers.”",
    officer: { id: "jana" },
    handling: "TLP:AMBER",
  });
  const form = await findOutcomeForm(database.read, "esa", "meeting");
  expect(form?.event.result).toBe("held");
  expect(form?.people.map(({ contactId, attendance }) => [contactId, attendance])).toEqual([
    ["claire", "attended"],
    ["marcus", "no-show"],
  ]);
  const { rows: promises } = await listOpenFollowUps(database.read, "esa", {
    ownerAccountId: null,
    promisedBy: null,
  });
  expect(promises).toMatchObject([{ text: "Send the sheet", dueOn: "2026-11-18", event: { id: "meeting" } }]);
  const raised = await database.read.selectFrom("outcome_objection").select("contact_id").execute();
  const promised = await database.read.selectFrom("follow_up").select("contact_id").execute();
  expect([raised, promised]).toEqual([[{ contact_id: "claire" }], [{ contact_id: "claire" }]]);
  const [change] = await listChanges(database.read, "outcome", outcome.id);
  expect(change?.summary).toBe("Logged. Follow-up due Wed 18 Nov 2026");
  expect(new Set(change?.fields.map(({ table }) => table))).toEqual(
    new Set([
      "outcome",
      "reception",
      "outcome_objection",
      "outreach_event",
      "outreach_event_participant",
      "follow_up",
    ]),
  );
});

test("the figures follow at once, and only from what was raised", async () => {
  const held = await meeting();
  await log(held);
  await log(held, petr, { receptions: [reception("m3", "majority", 0)], followUps: [] });
  const cells = await held.database.read.selectFrom("observation_cell").selectAll().execute();
  expect(
    cells.map(({ key_message_id, audience_id, n, total }) => [key_message_id, audience_id, n, total]),
  ).toEqual([
    ["m3", "majority", 2, 1],
    ["m3", "minority", 1, 1],
  ]);
});

test("undoing a log takes everything back: the event is neither held nor logged, and nothing is promised", async () => {
  const held = await meeting();
  const { database } = held;
  const logged = await log(held);
  if (!logged.ok) throw new Error(logged.reason);
  expect(await undoChange(database, jana, logged.changeId)).toMatchObject({
    ok: true,
    location: "/c/esa/outcomes",
  });
  expect(await listOutcomesOfEvent(database.read, "meeting")).toEqual([]);
  const form = await findOutcomeForm(database.read, "esa", "meeting");
  expect(form?.event.result).toBe("planned");
  expect(form?.people.map(({ attendance }) => attendance)).toEqual(["not recorded", "not recorded"]);
  expect(await database.read.selectFrom("follow_up").selectAll().execute()).toEqual([]);
  expect(await database.read.selectFrom("observation_cell").selectAll().execute()).toEqual([]);
});

test("a log is not undone while another officer's log of the meeting rests on it", async () => {
  const held = await meeting();
  const first = await log(held);
  const second = await log(held, petr, { followUps: [] });
  if (!first.ok || !second.ok) throw new Error("not logged");
  const refused = await undoChange(held.database, jana, first.changeId);
  expect(refused).toEqual({ ok: false, reason: "something-depends-on-it" });
  expect(await undoChange(held.database, petr, second.changeId)).toMatchObject({ ok: true });
  expect(await undoChange(held.database, jana, first.changeId)).toMatchObject({ ok: true });
});

test("each officer logs a meeting once, and both logs stand side by side", async () => {
  const held = await meeting();
  await log(held);
  expect(await log(held)).toEqual({ ok: false, reason: "already-logged" });
  expect(await log(held, petr, { said: "I heard politeness.", followUps: [] })).toMatchObject({ ok: true });
  const logs = await listOutcomesOfEvent(held.database.read, "meeting");
  expect(logs.map(({ officer, said }) => [officer.id, said])).toEqual([
    ["jana", "“Finally, numbers.”"],
    ["petr", "I heard politeness."],
  ]);
});

test("an event that has not begun, is cancelled or was not held is not logged, and nothing is written", async () => {
  for (const [given, reason] of [
    [{ starts_at: "2026-11-10T20:00:00.001Z", ends_at: "2026-11-10T21:00:00.000Z" }, "event-not-begun"],
    [{ schedule: "cancelled" }, "event-cancelled"],
    [{ result: "not held" }, "event-not-held"],
  ] as const) {
    const held = await meeting(given);
    expect(await log(held)).toEqual({ ok: false, reason });
    expect(await held.database.read.selectFrom("reception").selectAll().execute()).toEqual([]);
  }
});

test("an event of another campaign is not there", async () => {
  const held = await meeting();
  expect(await log({ ...held, campaignId: "other" })).toEqual({ ok: false, reason: "not-found" });
});

test("changing a log keeps what it was, and counts its version on even when only a reception changes", async () => {
  const held = await meeting();
  const { database } = held;
  await log(held);
  const before = await onlyOutcome(database);
  const of = { campaignId: "esa", outcomeId: before.id, home };
  const receptions = [reception("m3", "majority", 2), reception("m3", "minority", 1)];
  const edited = await database.change(jana, inCampaign, (change) =>
    editOutcome(change, of, { ...draft, receptions, followUps: [] }, before.version),
  );
  expect(edited).toMatchObject({ ok: true });
  const after = await onlyOutcome(database);
  expect(after.version).toBe(before.version + 1);
  expect(after.receptions.map(({ messageNumber, score }) => [messageNumber, score])).toEqual([
    [3, 2],
    [3, 1],
  ]);
  const [change] = await listChanges(database.read, "outcome", before.id);
  expect(change).toMatchObject({ action: "changed", summary: "Changed the log" });
  expect(change?.fields).toContainEqual(expect.objectContaining({ column: "score", before: 1, after: 2 }));
  const stale = await database.change(jana, inCampaign, (one) => editOutcome(one, of, draft, before.version));
  expect(stale).toEqual({ ok: false, reason: "changed-by-somebody-else" });
});

test("nobody changes what another officer logged", async () => {
  const held = await meeting();
  await log(held);
  const { id, version } = await onlyOutcome(held.database);
  const edited = await held.database.change(petr, inCampaign, (change) =>
    editOutcome(change, { campaignId: "esa", outcomeId: id, home }, draft, version),
  );
  expect(edited).toEqual({ ok: false, reason: "not-your-outcome" });
});

test("who was there without being on the list is put on it as attending", async () => {
  const held = await meeting();
  const { database } = held;
  await record(database, (change) => change.remove("outreach_event_participant", "meeting-claire"));
  await log(held);
  const form = await findOutcomeForm(database.read, "esa", "meeting");
  expect(form?.people).toMatchObject([
    { contactId: "claire", attendance: "attended" },
    { contactId: "marcus", attendance: "no-show" },
  ]);
});

test("what waits to be logged is what has ended; of mine what has begun", async () => {
  const held = await meeting();
  const { read } = held.database;
  const during = new Date("2026-11-10T19:00:00.000Z");
  const mine = async (at: Date) => (await listMyMeetingsToLog(read, "jana", at)).rows;
  expect(await mine(new Date("2026-11-10T18:59:59.000Z"))).toEqual([]);
  expect(await mine(during)).toMatchObject([{ campaign: { id: "esa" }, eventId: "meeting" }]);
  expect((await listMeetingsToLog(read, "esa", "jana", during)).rows).toEqual([]);
  expect((await listMeetingsToLog(read, "esa", "system", now)).rows).toMatchObject([
    { eventId: "meeting", isMine: false },
  ]);
  await log(held);
  expect(await mine(now)).toEqual([]);
});

test("the list is filtered by audience, message and officer", async () => {
  const held = await meeting();
  await log(held, jana, { receptions: [reception("m3", "majority", 1)] });
  await log(held, petr, { receptions: [reception("m2", "minority", 0)], followUps: [] });
  const listed = async (filter: Partial<Parameters<typeof listOutcomes>[2]>) => {
    const all = { audienceId: null, messageId: null, officerId: null, ...filter };
    const { outcomes } = await listOutcomes(held.database.read, "esa", all, 1);
    return outcomes.map(({ officerName }) => officerName).sort();
  };
  expect(await listed({})).toEqual(["Jana", "Petr"]);
  expect(await listed({ audienceId: "minority" })).toEqual(["Petr"]);
  expect(await listed({ messageId: "m3" })).toEqual(["Jana"]);
  expect(await listed({ messageId: "m3", audienceId: "minority" })).toEqual([]);
  expect(await listed({ officerId: "petr" })).toEqual(["Petr"]);
});

test("the form knows the objections that these audiences raised before, and what was logged the last time", async () => {
  const held = await meeting();
  const { database } = held;
  await log(held);
  const event = { id: "next", campaignId: "esa", day: "2026-11-17" } as const;
  const last = await findLastTime(database.read, event, ["majority"]);
  expect(last).toMatchObject({ day: "2026-11-10" });
  expect(last?.receptions.map(({ messageNumber }) => messageNumber)).toEqual([2, 2, 3, 3]);
  expect(await findLastTime(database.read, { ...event, id: "meeting" }, ["majority"])).toBe(null);
});
