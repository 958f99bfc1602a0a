import { beforeEach, expect, test } from "vitest";
import { insertClearance } from "#app/campaign/clearances/store.server.ts";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { gapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import { readGapsWorthClosing } from "#app/campaign/gaps/store.server.ts";
import { wordsToSayHash } from "#app/campaign/messages/message-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { addCampaignBeside } from "../../support/builders/campaign-beside.ts";
import {
  addOutreachCampaign,
  addPlan,
  addReading,
  record,
} from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";

const campaign = { id: "esa", startsOn: "2026-02-02" } as const;
const DAY = "2026-11-12";
let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
  await addOutreachCampaign(database);
  // What follows holds although another campaign has met the same audiences since, and read where they stand.
  await addCampaignBeside(database);
});

async function gaps(day: CalendarDate = DAY, at = `${day}T05:00:00.000Z`) {
  const report = await readReceptionReport(database.read, campaign, day);
  return (await readGapsWorthClosing(database.read, campaign, report, day))(new Date(at));
}

/** The campaign addresses the audience no more, though the other one does. */
const end = (id: string, ended_on: CalendarDate | null) =>
  record(database, (change) =>
    change.update("campaign_audience", id, { ended_on }, null).then(() => undefined),
  );

const leads = async (day: CalendarDate = DAY, at?: string) =>
  (await gaps(day, at)).map((gap) => gapInWords(gap, DAY).lead);

test("an audience that was met has not heard what nobody raised; what is planned is no gap", async () => {
  expect(await leads()).toEqual([
    "Message 3 has not been heard by Committee, majority.",
    "Messages 2 and 3 have not been heard by Committee, minority.",
  ]);
  await record(database, (change) => addPlan(change, "soon"));
  expect((await leads())[1]).toBe("Message 3 has not been heard by Committee, minority.");
  await record(database, (change) =>
    change
      .update("key_message", "m3", { retired_at: "2026-11-11T12:00:00.000Z" }, null)
      .then(() => undefined),
  );
  expect(await leads()).toEqual([]);
});

test("after 60 days without a meeting a priority audience is silent, unless one is planned", async () => {
  await record(database, (change) =>
    change
      .update("key_message", "m3", { retired_at: "2026-11-11T12:00:00.000Z" }, null)
      .then(() => undefined),
  );
  await record(database, (change) => change.remove("reception", "noted-m2"));
  await record(database, (change) =>
    change
      .update("key_message", "m2", { retired_at: "2026-11-11T12:00:00.000Z" }, null)
      .then(() => undefined),
  );
  expect(await leads("2027-01-09")).toEqual([]);
  expect(await leads("2027-01-10")).toEqual([
    "We have had no contact with Committee, majority for 61 days.",
    "We have had no contact with Committee, minority for 61 days.",
  ]);
  await record(database, (change) => addPlan(change, "soon", { day: "2027-01-20" }));
  await record(database, (change) =>
    change.update("campaign_audience", "esa-majority", { priority: 3 }, null).then(() => undefined),
  );
  expect(await leads("2027-01-10")).toEqual([]);
});

test("an objection heard three times is a gap until its reply, as it reads, is cleared", async () => {
  const hear = (count: number) =>
    record(database, async (change) => {
      for (let at = 0; at < count; at += 1)
        await change.insert("outcome_objection", {
          id: crypto.randomUUID(),
          outcome_id: "noted",
          objection_id: "o1",
          audience_id: "majority",
          contact_id: null,
        });
    });
  const objections = async () =>
    (await gaps()).filter(({ kind }) => kind === "objection without a cleared reply");
  await record(database, (change) =>
    change.update("campaign_audience", "esa-minority", { priority: 3 }, null).then(() => undefined),
  );
  await record(database, (change) =>
    change
      .update("key_message", "m3", { retired_at: "2026-11-11T12:00:00.000Z" }, null)
      .then(() => undefined),
  );
  await hear(2);
  expect(await objections()).toEqual([]);
  await hear(1);
  expect((await objections()).map((gap) => gapInWords(gap, DAY).evidence)).toEqual([
    "Heard 3 times, last on Tue 10 Nov; its reply is not cleared.",
  ]);
  await end("esa-majority", "2026-11-11");
  expect(await objections()).toEqual([]);
  await end("esa-majority", null);
  await record(database, (change) =>
    insertClearance(change, {
      campaignId: "esa",
      subject: { kind: "objection", id: "o1" },
      hash: wordsToSayHash({ name: "O1", wordsToSay: "But." }),
      content: {},
      authority: "embassy",
      isOwnDraft: false,
    }),
  );
  expect(await objections()).toEqual([]);
});

test("a proof point whose review date comes before a planned event, and a reading older than 90 days, are gaps", async () => {
  await record(database, async (change) => {
    for (const number of [3, 2]) {
      const id = `esa-${number === 3 ? "majority" : "minority"}`;
      await change.update("campaign_audience", id, { priority: number }, null);
    }
    await change.insert("proof_point", {
      id: "p17",
      campaign_id: "esa",
      code: "P17",
      claim: "A fact.",
      as_of: "2026",
      edition: null,
      checked_on: null,
      review_by: "2026-11-19",
      disclosure: "free to use",
      owner_account_id: null,
      retired_at: null,
    });
    await change.insert("message_proof_point", {
      id: "l",
      key_message_id: "m2",
      proof_point_id: "p17",
      position: 1,
    });
    await addReading(change, "read", { stance: 4, read_on: "2026-08-13", audience_id: "majority" });
    await change.update("key_message", "m3", { retired_at: "2026-11-11T12:00:00.000Z" }, null);
    await addPlan(change, "soon");
  });
  expect(await leads("2026-11-11")).toEqual([
    "A proof point for message 2 must be reviewed before the briefing with Committee, minority on Fri 20 Nov.",
  ]);
  const { starts_at } = await database.read
    .selectFrom("outreach_event")
    .select("starts_at")
    .where("id", "=", "soon")
    .executeTakeFirstOrThrow();
  const minuteBefore = new Date(Date.parse(starts_at) - 60_000).toISOString();
  expect(await leads("2026-11-20", minuteBefore)).toHaveLength(2);
  expect(await leads("2026-11-20", starts_at)).toEqual([
    "The stance of Committee, majority was last read 99 days ago.",
  ]);
  expect(await leads()).toEqual([
    "A proof point for message 2 must be reviewed before the briefing with Committee, minority on Fri 20 Nov.",
    "The stance of Committee, majority was last read 91 days ago.",
  ]);
  await end("esa-minority", "2026-11-11");
  expect(await leads()).toEqual(["The stance of Committee, majority was last read 91 days ago."]);
  await end("esa-minority", null);
  await record(database, (change) =>
    change.update("proof_point", "p17", { review_by: "2026-11-20" }, null).then(() => undefined),
  );
  expect((await gaps()).map(({ kind }) => kind)).toEqual(["stance reading"]);
});
