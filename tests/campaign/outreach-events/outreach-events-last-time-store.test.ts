import { expect, test } from "vitest";
import type { Reception } from "#app/campaign/outcomes/spread-reception.ts";
import { logOutcome, type OutcomeDraft } from "#app/campaign/outcomes/store.server.ts";
import { askedInWords } from "#app/campaign/outreach-events/brief.ts";
import { listAsked, listLastTold, listOwed } from "#app/campaign/outreach-events/last-time.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { unsent } from "../../support/author.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-10T20:00:00.000Z") };

const toMajority = (messageId: string, given: Partial<Reception> = {}): Reception => ({
  messageId,
  audienceId: "majority",
  contactId: null,
  scope: "room",
  score: 1,
  wording: "as written",
  revisionId: `${messageId}-r1`,
  ...given,
});

async function logged(given: Partial<OutcomeDraft>): Promise<Database> {
  const { database, campaignId, eventId } = await addMeeting(await freshDatabase());
  const nothing = {
    said: "",
    impression: "",
    assessment: "",
    askAnswer: "",
    groundRule: "background",
  } as const;
  const empty = { ...nothing, attendance: new Map(), receptions: [], objections: [], followUps: [] };
  const home = { country: "CZ", city: "Prague" };
  await database.change(jana, unsent, (change) =>
    logOutcome(change, { campaignId, eventId, home }, { ...empty, ...given }),
  );
  return database;
}

const before = {
  campaignId: "esa",
  eventId: "the next one",
  day: "2026-11-20",
  audienceIds: ["majority"],
  contactIds: ["claire"],
} as const;

test("what was last told stands with its words, its revision and how it was taken, the room once", async () => {
  const database = await logged({
    receptions: [
      toMajority("m3"),
      toMajority("m3", { audienceId: "minority" }),
      toMajority("m2", { score: null, wording: null }),
    ],
  });
  expect(await listLastTold(database.read, { ...before, audienceIds: ["majority", "minority"] })).toEqual([
    {
      messageNumber: 3,
      title: "Message 3",
      words: "A point.",
      wording: "as written",
      revision: 1,
      day: "2026-11-10",
      by: "Jana",
      receptions: [{ score: 1, whom: "the room" }],
    },
  ]);
});

test("split receptions name the audience and the person", async () => {
  const database = await logged({
    receptions: [
      toMajority("m2", { scope: "audience", score: -1 }),
      toMajority("m2", { scope: "contact", contactId: "claire", score: 0 }),
    ],
  });
  const [told] = await listLastTold(database.read, before);
  expect(told?.receptions).toEqual(
    expect.arrayContaining([
      { score: -1, whom: "Committee, majority" },
      { score: 0, whom: "claire" },
    ]),
  );
});

test("what was said later, at this event itself, or to others is not the last time", async () => {
  const database = await logged({ receptions: [toMajority("m3")] });
  expect(await listLastTold(database.read, { ...before, day: "2026-11-09" })).toEqual([]);
  expect(await listLastTold(database.read, { ...before, eventId: "meeting" })).toEqual([]);
  expect(await listLastTold(database.read, { ...before, audienceIds: ["minority"] })).toEqual([]);
  expect(await listLastTold(database.read, { ...before, audienceIds: [] })).toEqual([]);
});

test("they raised an objection by its name, and asked what was new in their own words", async () => {
  const heard = { audienceId: "majority", contactId: null, isAnswered: false };
  const database = await logged({
    objections: [
      { objectionId: "o9", text: "", ...heard },
      { objectionId: null, text: "Which brigade?", ...heard },
      { objectionId: "o1", text: "", audienceId: "minority", contactId: null, isAnswered: true },
    ],
  });
  const asked = await listAsked(database.read, before);
  expect(asked.map((one) => askedInWords(one)).toSorted()).toEqual([
    "Committee, majority asked: “Which brigade?”",
    "Committee, majority raised: O9",
  ]);
  expect(await listAsked(database.read, { ...before, eventId: "meeting" })).toEqual([]);
});

test("who asked once is not lost behind who asked often", async () => {
  const database = await logged({});
  const { id: outcome_id } = await database.read.selectFrom("outcome").select("id").executeTakeFirstOrThrow();
  const raised = { outcome_id, objection_id: null, audience_id: "majority" } as const;
  await record(database, async (change) => {
    for (const at of [1, 2, 3, 4, 5]) {
      const by = { contact_id: at === 1 ? "marcus" : "claire", text: `Question ${at}?` };
      await change.insert("outcome_objection", { id: `raised-${at}`, ...raised, ...by });
    }
  });
  const asked = await listAsked(database.read, { ...before, contactIds: ["claire", "marcus"] });
  expect(asked.map(({ who, said }) => `${who}: ${said}`)).toEqual([
    "claire: Question 5?",
    "marcus: Question 1?",
    "claire: Question 4?",
    "claire: Question 3?",
  ]);
});

test("we owe what we promised and have not done, not what they promised", async () => {
  const promise = { dueOn: "2026-11-18", ownerAccountId: "jana", contactId: null } as const;
  const database = await logged({
    followUps: [
      { text: "Send the sheet", promisedBy: "us", ...promise },
      { text: "Answer us", promisedBy: "them", ...promise },
    ],
  });
  expect(await listOwed(database.read, before)).toMatchObject([
    { what: "Send the sheet", dueOn: "2026-11-18", owner: "Jana", toWhom: null },
  ]);
  expect(await listOwed(database.read, { ...before, audienceIds: [], contactIds: ["marcus"] })).toEqual([]);
});
