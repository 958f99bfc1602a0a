import type { Kysely } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { listEventsBehind } from "#app/campaign/activity/events.server.ts";
import { countAudienceEvents, listAudienceEvents } from "#app/campaign/audiences/events.server.ts";
import { listCalendarEvents } from "#app/campaign/calendar/calendar.server.ts";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { listVisits } from "#app/campaign/calendar/year.server.ts";
import { listContactMeetings } from "#app/campaign/contacts/contact-page.server.ts";
import { listFeedback } from "#app/campaign/feedback/store.server.ts";
import { listDoneFollowUps } from "#app/campaign/follow-ups/lists.server.ts";
import { listTakenCopies } from "#app/campaign/holds/old-wording.server.ts";
import { listMessagesInUse } from "#app/campaign/messages/list.server.ts";
import { countObjections, listObjectionsInUse } from "#app/campaign/messages/objections/list.server.ts";
import { countProofPointsOn, listProofPointsOn } from "#app/campaign/messages/proof-points/list.server.ts";
import { countEventsOfMessage, listEventsOfMessage } from "#app/campaign/messages/uses.server.ts";
import { listOutcomes } from "#app/campaign/outcomes/lists.server.ts";
import { listPapersOfCampaign } from "#app/campaign/talking-points/lists.server.ts";
import type { Schema } from "#db/schema.ts";
import { record } from "../support/builders/outreach-campaign.ts";
import { type ListRows, listsScene, rowsOf } from "../support/lists-scene.ts";
import { idsBy, instant, many, shuffled } from "../support/rows-alike.ts";

const period = {
  messageId: "esa-message",
  placedAt: new Date("2026-11-10T17:00:00.000Z"),
  since: new Date("2026-01-01T00:00:00.000Z"),
};
const now = new Date("2026-11-10T17:00:00.000Z");
const anybody = { ownerAccountId: null, promisedBy: null };
const staff = { campaignId: "esa", audienceId: "staff" };
const inUse = { which: "in use", dueBy: "2027-01-01", words: "", ownerAccountId: null } as const;
const figure = { from: "2026-12-01", to: "2027-12-31", kind: null, standing: null, logged: null } as const;

type Page = { ids: string[]; hasMore: boolean };
type Case = {
  list: string;
  size: number;
  page: (read: Kysely<Schema>, page: number) => Promise<Page>;
  expected: (rows: ListRows) => readonly string[];
};

const pageOf = (rows: readonly { id: string }[], hasMore: boolean) => ({
  ids: rows.map(({ id }) => id),
  hasMore,
});
const part = (page: number, limit = 20) => ({ limit, offset: (page - 1) * limit });

const CASES: readonly Case[] = [
  {
    list: "outcomes, the last logged first",
    size: 25,
    page: async (read, page) => {
      const nobody = { audienceId: null, messageId: null, officerId: null };
      const { outcomes, hasOlder } = await listOutcomes(read, "esa", nobody, page);
      return pageOf(outcomes, hasOlder);
    },
    expected: ({ outcomes }) => idsBy(outcomes, "-logged_at"),
  },
  {
    list: "feedback, the newest first",
    size: 50,
    page: async (read, page) => {
      const found = await listFeedback(read, "esa", { audienceId: null, messageId: null }, page);
      return pageOf(found.feedback, found.hasOlder);
    },
    expected: ({ feedback }) => idsBy(feedback, "-day"),
  },
  {
    list: "kept promises, the last kept first",
    size: 20,
    page: async (read, page) => {
      const { done, hasOlder } = await listDoneFollowUps(read, "esa", anybody, page);
      return pageOf(done, hasOlder);
    },
    expected: ({ kept }) => idsBy(kept, "-done_at"),
  },
  {
    list: "events behind a figure, the latest first",
    size: 50,
    page: async (read, page) => {
      const { events, hasOlder } = await listEventsBehind(read, "esa", figure, { now, page });
      return pageOf(events, hasOlder);
    },
    expected: ({ coming }) => idsBy(coming, "-starts_at"),
  },
  {
    list: "events of an audience, the latest first",
    size: 20,
    page: async (read, page) => {
      const count = await countAudienceEvents(read, staff);
      return pageOf(await listAudienceEvents(read, staff, part(page)), count > page * 20);
    },
    expected: ({ met }) => idsBy(met, "-day", "-id"),
  },
  {
    list: "events of a message, the newest first",
    size: 20,
    page: async (read, page) => {
      const count = await countEventsOfMessage(read, "esa-message");
      return pageOf(
        await listEventsOfMessage(read, "esa-message", { ...part(page), count }),
        count > page * 20,
      );
    },
    expected: ({ coming }) => idsBy(coming, "-starts_at"),
  },
  {
    list: "events of a message that is planned for a great many, the newest first",
    size: 20,
    page: async (read, page) => {
      const count = await countEventsOfMessage(read, "esa-message");
      const asked = { ...part(page), count: 1_000 };
      return pageOf(await listEventsOfMessage(read, "esa-message", asked), count > page * 20);
    },
    expected: ({ coming }) => idsBy(coming, "-starts_at"),
  },
  {
    list: "the calendar's agenda, by time",
    size: 20,
    page: async (read, page) => {
      const asked = { campaignIds: ["esa"], first: "2026-12-01", last: "2027-03-31", now } as const;
      const skip = (page - 1) * 20;
      const found = await listCalendarEvents(read, asked, EVERYTHING, { limit: 21, skip });
      return pageOf(found.slice(0, 20), found.length > 20);
    },
    expected: ({ coming }) => idsBy(coming, "starts_at"),
  },
  {
    list: "proof points by code, as people count",
    size: 20,
    page: async (read, page) => {
      const count = await countProofPointsOn(read, "esa", inUse);
      return pageOf(await listProofPointsOn(read, "esa", inUse, part(page)), count > page * 20);
    },
    expected: ({ proofPoints }) => proofPoints.map(({ id }) => id),
  },
  {
    list: "objections in use by code, as people count",
    size: 8,
    page: async (read, page) => {
      const count = await countObjections(read, "esa");
      return pageOf(await listObjectionsInUse(read, "esa", part(page, 8)), count > page * 8);
    },
    expected: ({ objections }) => objections.slice(0, 20).map(({ id }) => id),
  },
  {
    list: "papers in work, the newest first",
    size: 60,
    page: async (read, page) => {
      const { papers, hasOlder } = await listPapersOfCampaign(read, "esa", page);
      return pageOf(
        papers.map(({ paper }) => paper),
        hasOlder,
      );
    },
    expected: ({ papers }) => idsBy(papers, "-changed_at"),
  },
  {
    list: "where a contact was met, in all my campaigns, the latest first",
    size: 10,
    page: async (read, page) => {
      const view = { campaignId: "esa", accountId: "jana" };
      const { meetings, hasOlder } = await listContactMeetings(read, view, "claire", page);
      return pageOf(meetings, hasOlder);
    },
    expected: ({ met }) => idsBy([...met, ...rowsOf("cyber").met], "-starts_at"),
  },
  {
    list: "messages in use by number",
    size: 4,
    page: async (read, page) => {
      const found = await listMessagesInUse(read, "esa", { limit: 5, offset: (page - 1) * 4 });
      return pageOf(found.slice(0, 4), found.length > 4);
    },
    expected: ({ messages }) => ["esa-message", ...messages.slice(110).map(({ id }) => id)],
  },
];

let scene: Awaited<ReturnType<typeof listsScene>>;

beforeAll(async () => {
  scene = await listsScene();
}, 60_000);

test.each(CASES)("page by page, without a gap or a double: $list", async ({ size, page, expected }) => {
  const all = expected(scene.rows);
  const last = Math.ceil(all.length / size);
  expect(last).toBeGreaterThan(1);
  for (let at = 1; at <= last; at += 1) {
    const { ids, hasMore } = await page(scene.database.read, at);
    expect(ids).toEqual(all.slice((at - 1) * size, at * size));
    expect(hasMore).toBe(at < last);
  }
  expect(await page(scene.database.read, last + 1)).toEqual({ ids: [], hasMore: false });
});

test("nobody who holds the old wording is left out, however many copies others took since", async () => {
  const { database, rows } = scene;
  const [copy] = rows.copies;
  const again = many("esa", "again", 501, (id) => ({ id }));
  await record(database, async (change) => {
    if (copy === undefined) return;
    const later = again.map(({ id }) => ({ ...copy, id, taken_at: "2026-11-01T12:00:00.000Z" }));
    await change.insertMany("paper_copy", later);
    await change.insertMany(
      "paper_copy_message",
      later.map(({ id }) => ({
        ...{ id: `c-${id}`, paper_copy_id: id, key_message_id: "esa-message" },
        message_revision_id: "esa-message-1",
      })),
    );
  });
  const copies = await listTakenCopies(database.read, period);
  expect(copies).toHaveLength(rows.copies.length + 501);
});

test("the year knows of every visit, by day", async () => {
  const { database, rows } = scene;
  const [like] = rows.coming;
  const visits = many("esa", "visit", 14, (id, at) => ({ id, day: instant("2026-12-01", at).day }));
  await record(database, async (change) => {
    if (like === undefined) return;
    await change.insertMany(
      "outreach_event",
      shuffled(visits.map((visit) => ({ ...like, ...visit, kind: "delegation visit" }))),
    );
  });
  const found = await listVisits(database.read, ["esa"], "2026-12-01", "2026-12-31");
  expect(found.map(({ id }) => id)).toEqual(idsBy(visits, "day"));
});
