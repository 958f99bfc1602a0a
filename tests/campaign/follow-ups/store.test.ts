import { expect, test } from "vitest";
import { findFollowUp, listDoneFollowUps, listOpenFollowUps } from "#app/campaign/follow-ups/lists.server.ts";
import {
  changeFollowUp,
  insertFollowUps,
  postponeFollowUp,
  tickFollowUp,
} from "#app/campaign/follow-ups/store.server.ts";
import { logOutcome } from "#app/campaign/outcomes/store.server.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { inCampaign } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";

const jana: Author = { accountId: "jana", channel: "web", now: new Date("2026-11-10T20:00:00.000Z") };
const everybody = { ownerAccountId: null, promisedBy: null };

async function promised(): Promise<{ database: Database; ids: string[] }> {
  const database = await freshDatabase();
  await addMeeting(database);
  await database.change(jana, inCampaign, (change) =>
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
        receptions: [],
        objections: [],
        followUps: [
          {
            text: "Send the sheet",
            promisedBy: "us",
            dueOn: "2026-11-18",
            ownerAccountId: "jana",
            contactId: null,
          },
          {
            text: "Name the drafter",
            promisedBy: "them",
            dueOn: "2026-11-12",
            ownerAccountId: "petr",
            contactId: null,
          },
        ],
      },
    ),
  );
  const { rows: open } = await listOpenFollowUps(database.read, "esa", everybody);
  return { database, ids: open.map(({ id }) => id) };
}

const target = (followUpId: string) => ({ campaignId: "esa", followUpId, location: "/c/esa/follow-ups" });

test("open promises are listed soonest first, by owner and by whose they are", async () => {
  const { database } = await promised();
  const texts = async (filter: Parameters<typeof listOpenFollowUps>[2]) =>
    (await listOpenFollowUps(database.read, "esa", filter)).rows.map(({ text }) => text);
  expect(await texts(everybody)).toEqual(["Name the drafter", "Send the sheet"]);
  expect(await texts({ ownerAccountId: "jana", promisedBy: null })).toEqual(["Send the sheet"]);
  expect(await texts({ ownerAccountId: null, promisedBy: "them" })).toEqual(["Name the drafter"]);
});

test("a tick says who and when, can be taken back, and twice is once", async () => {
  const { database, ids } = await promised();
  const id = String(ids[0]);
  const tick = (isDone: boolean, author = jana) =>
    database.change(author, inCampaign, (change) => tickFollowUp(change, target(id), isDone));
  await tick(true);
  await tick(true, { ...jana, accountId: "petr", now: new Date("2026-11-12T09:00:00.000Z") });
  const { done } = await listDoneFollowUps(database.read, "esa", everybody, 1);
  expect(done).toMatchObject([{ id, doneAt: "2026-11-10T20:00:00.000Z" }]);
  await tick(false);
  expect((await findFollowUp(database.read, "esa", id))?.doneAt).toBe(null);
});

test("a promise is reassigned, reworded and given another day, and undone to what it was", async () => {
  const { database, ids } = await promised();
  const id = String(ids[1]);
  const patch = { text: "Send the 2026 sheet", ownerAccountId: "petr", dueOn: "2026-11-20" } as const;
  const changed = await database.change(jana, inCampaign, (change) =>
    changeFollowUp(change, target(id), patch, 1),
  );
  if (!changed.ok) throw new Error(changed.reason);
  expect(await findFollowUp(database.read, "esa", id)).toMatchObject({
    text: "Send the 2026 sheet",
    owner: { id: "petr" },
    dueOn: "2026-11-20",
  });
  await undoChange(database, jana, changed.changeId);
  expect(await findFollowUp(database.read, "esa", id)).toMatchObject({
    text: "Send the sheet",
    dueOn: "2026-11-18",
  });
});

test("a stale change, somebody of no campaign and a promise of another campaign are refused", async () => {
  const { database, ids } = await promised();
  const id = String(ids[0]);
  const patch = { text: "Any", ownerAccountId: null, dueOn: "2026-11-20" } as const;
  const change = (version: number, ownerAccountId: string | null, campaignId = "esa") =>
    database.change(jana, inCampaign, (one) =>
      changeFollowUp(one, { ...target(id), campaignId }, { ...patch, ownerAccountId }, version),
    );
  expect(await change(7, null)).toEqual({ ok: false, reason: "changed-by-somebody-else" });
  expect(await change(1, "system")).toEqual({ ok: false, reason: "not-of-this-campaign" });
  expect(await change(1, null, "other")).toEqual({ ok: false, reason: "not-found" });
});

test("a promise is postponed", async () => {
  const { database, ids } = await promised();
  const id = String(ids[0]);
  await database.change(jana, inCampaign, (change) => postponeFollowUp(change, target(id), "2026-11-19"));
  expect((await findFollowUp(database.read, "esa", id))?.dueOn).toBe("2026-11-19");
});

test("kept promises come 20 on a page, and say whether there are older ones", async () => {
  const { database } = await promised();
  await database.change(jana, inCampaign, async (change) => {
    const [outcome] = await change.read.selectFrom("outcome").select("id").execute();
    const promise = { promisedBy: "us", dueOn: "2026-11-20", ownerAccountId: null, contactId: null } as const;
    const many = Array.from({ length: 21 }, (_, number) => ({ text: `Promise ${number}`, ...promise }));
    await insertFollowUps(
      change,
      { campaignId: "esa", eventId: "meeting", outcomeId: String(outcome?.id) },
      many,
    );
    change.describe({
      recordKind: "follow-up",
      recordId: "many",
      action: "added",
      summary: "Added",
      location: "/",
    });
    return { ok: true };
  });
  for (const { id } of (await listOpenFollowUps(database.read, "esa", everybody)).rows)
    await database.change(jana, inCampaign, (change) => tickFollowUp(change, target(id), true));
  const first = await listDoneFollowUps(database.read, "esa", everybody, 1);
  const second = await listDoneFollowUps(database.read, "esa", everybody, 2);
  expect([first.done.length, first.hasOlder, second.done.length, second.hasOlder]).toEqual([
    20,
    true,
    3,
    false,
  ]);
});
