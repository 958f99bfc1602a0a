import type { Kysely } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { listAccounts } from "#app/campaign/accounts/store.server.ts";
import { listAudienceChoices, listAudiences } from "#app/campaign/audiences/lists.server.ts";
import { listFilterChoices } from "#app/campaign/campaigns/choices.server.ts";
import { listDesksEver, listEmbassyClearers } from "#app/campaign/clearances/desks.server.ts";
import { countContacts, listContacts } from "#app/campaign/contacts/lists.server.ts";
import { listFound } from "#app/campaign/find/search.server.ts";
import { readPost } from "#app/campaign/mail/lists.server.ts";
import { listSources } from "#app/campaign/messages/proof-points/sources.server.ts";
import { listChecks } from "#app/campaign/messages/proof-points/store.server.ts";
import { listReadings } from "#app/campaign/objectives/lists.server.ts";
import {
  countOrganisations,
  listOrganisationChoices,
  listOrganisations,
  listOrganisationsBelow,
} from "#app/campaign/organisations/lists.server.ts";
import { listNeeds } from "#app/campaign/overview/needs-you.server.ts";
import { listReviews } from "#app/campaign/reviews/lists.server.ts";
import { listComments } from "#app/campaign/talking-points/clearing/comments.server.ts";
import { listPapersSentBack } from "#app/campaign/talking-points/lists.server.ts";
import { findVisit } from "#app/campaign/visits/store.server.ts";
import { listOpenSessions } from "#app/http/sessions.server.ts";
import type { Database } from "#db/database.server.ts";
import { listChanges, listRowChanges } from "#db/history.server.ts";
import type { Schema } from "#db/schema.ts";
import { record } from "../support/builders/outreach-campaign.ts";
import { changedOften, directoryScene } from "../support/directory-scene.ts";
import { idsBy, many } from "../support/rows-alike.ts";

const now = new Date("2026-11-10T15:00:00.000Z");
const view = { campaignId: "esa", accountId: "jana", now, today: "2026-11-10" } as const;

type Read = Kysely<Schema>;
type Case = {
  list: string;
  call: (read: Read) => Promise<readonly { id: string }[]>;
  expected: (read: Read) => Promise<readonly string[]>;
};

/** The rows of a table as they lie there, in the order of these columns. */
const by =
  (table: keyof Schema, ...columns: string[]) =>
  async (read: Read) => {
    const rows = await read.selectFrom(table).selectAll().execute();
    return idsBy(
      rows.filter((row): row is typeof row & { id: string } => "id" in row),
      ...columns,
    );
  };

const CASES: readonly Case[] = [
  {
    list: "accounts by name",
    call: listAccounts,
    expected: async (read) => (await by("account", "sort_name")(read)).filter((id) => id !== "system"),
  },
  {
    list: "sessions of mine, the last used first",
    call: async (read) =>
      (await listOpenSessions(read, "jana", now)).map(({ sessionHash }) => ({ id: sessionHash })),
    expected: async (read) => {
      const rows = await read.selectFrom("session").selectAll().execute();
      return idsBy(
        rows.map((row) => ({ ...row, id: row.id_hash })),
        "-last_seen_at",
      );
    },
  },
  {
    list: "desks in their order",
    call: (read) => listDesksEver(read, "esa"),
    expected: by("clearance_desk", "position"),
  },
  {
    list: "who clears for the embassy, by name",
    call: async (read) =>
      (await listEmbassyClearers(read, "esa")).map(({ accountId }) => ({ id: accountId })),
    expected: async (read) => (await by("account", "sort_name")(read)).filter((id) => id !== "system"),
  },
  {
    list: "organisations to choose from, by name",
    call: listOrganisationChoices,
    expected: by("organisation", "sort_name"),
  },
  {
    list: "offices below one, by name",
    call: (read) => listOrganisationsBelow(read, "senate"),
    expected: async (read) => (await by("organisation", "sort_name")(read)).filter((id) => id !== "senate"),
  },
  {
    list: "audiences by name",
    call: (read) => listAudiences(read, view),
    expected: by("audience", "sort_name"),
  },
  {
    list: "audiences to choose from, by name",
    call: (read) => listAudienceChoices(read, "esa"),
    expected: by("audience", "sort_name"),
  },
  {
    list: "audiences to narrow a list to, by name",
    call: async (read) => (await listFilterChoices(read, "esa")).audiences,
    expected: by("audience", "sort_name"),
  },
  {
    list: "sources by title, then code",
    call: (read) => listSources(read, "esa"),
    expected: by("source", "title", "code"),
  },
  {
    list: "checks of a proof point, the newest first",
    call: async (read) => (await listChecks(read, "proof-000-esa")).rows,
    expected: by("proof_point_check", "-checked_on"),
  },
  {
    list: "comments on a paper, the earliest first",
    call: (read) => listComments(read, "paper-000-esa"),
    expected: by("clearance_comment", "made_at"),
  },
  {
    list: "papers sent back to me, the last changed first",
    call: async (read) => (await listPapersSentBack(read, "esa", "jana")).map(({ paper }) => paper),
    expected: async (read) => {
      const rows = await read.selectFrom("talking_points").selectAll().execute();
      return idsBy(
        rows.filter(({ stage }) => stage === "returned"),
        "-changed_at",
      );
    },
  },
  {
    list: "items of a visit, by time",
    call: async (read) =>
      (await findVisit(read, "esa", "visit"))?.items.map(({ eventId: id }) => ({ id })) ?? [],
    expected: async (read) => {
      const order = await by("outreach_event", "starts_at", "ends_at")(read);
      return order.filter((id) => id !== "visit");
    },
  },
  {
    list: "members of a visit, in their order",
    call: async (read) => (await findVisit(read, "esa", "visit"))?.members ?? [],
    expected: by("visit_member", "position"),
  },
  {
    list: "deadlines of a visit, the earliest first",
    call: async (read) => (await findVisit(read, "esa", "visit"))?.deadlines ?? [],
    expected: by("visit_deadline", "days"),
  },
  {
    list: "readings of an objective, the newest first, of one day the last entered",
    call: (read) => listReadings(read, "votes"),
    // The value counts how many were entered before.
    expected: by("objective_reading", "-read_on", "-value"),
  },
  {
    list: "reviews, the newest first",
    call: (read) => listReviews(read, "esa"),
    expected: by("review", "-saved_at", "-id"),
  },
  {
    list: "letters that wait, the next first",
    call: async (read) => (await readPost(read, now)).waiting,
    expected: async (read) => {
      const rows = await read.selectFrom("mail").selectAll().where("given_up_at", "is", null).execute();
      return idsBy(rows, "next_try_at");
    },
  },
  {
    list: "letters given up, the last first",
    call: async (read) => (await readPost(read, now)).givenUp.rows,
    expected: async (read) => {
      const rows = await read.selectFrom("mail").selectAll().where("given_up_at", "is not", null).execute();
      return idsBy(rows, "-given_up_at");
    },
  },
];

let database: Database;

beforeAll(async () => {
  database = await directoryScene();
}, 60_000);

describe("in this order:", () => {
  test.each(CASES)("$list", async ({ call, expected }) => {
    const order = await expected(database.read);
    expect(order.length).toBeGreaterThan(5);
    expect((await call(database.read)).map(({ id }) => id)).toEqual(order);
  });
});

const PAGES = [
  {
    list: "contacts by name",
    page: (read: Read, part: { limit: number; offset: number }) =>
      listContacts(read, view, { show: "campaign", audienceId: null, text: "" }, part),
    count: (read: Read) => countContacts(read, view, { show: "campaign", audienceId: null, text: "" }),
    expected: by("contact", "sort_name"),
  },
  {
    list: "organisations by name",
    page: (read: Read, part: { limit: number; offset: number }) =>
      listOrganisations(read, { show: "all", text: "" }, part),
    count: (read: Read) => countOrganisations(read, { show: "all", text: "" }),
    expected: by("organisation", "sort_name"),
  },
];

test.each(PAGES)("page by page, without a gap or a double: $list", async ({ page, count, expected }) => {
  const all = await expected(database.read);
  expect(await count(database.read)).toBe(all.length);
  for (let offset = 0; offset <= all.length; offset += 4) {
    const rows = await page(database.read, { limit: 4, offset });
    expect(rows.map(({ id }) => id)).toEqual(all.slice(offset, offset + 4));
  }
});

test("what needs me: by the time left, then what was sent back, the last changed first, and last the proof points", async () => {
  const role = "embassy clearer";
  const needs = await listNeeds(database.read, { ...view, role }, []);
  const papers = await database.read.selectFrom("talking_points").selectAll().execute();
  const asked = idsBy(papers.filter(({ stage }) => stage !== "returned"));
  const returned = idsBy(
    papers.filter(({ stage }) => stage === "returned"),
    "-changed_at",
  );
  expect(needs.map((need) => ("title" in need ? need.title : need.need))).toEqual([
    ...asked,
    ...returned,
    "stale proof points",
  ]);
  const points = needs.flatMap((need) => (need.need === "stale proof points" ? need.points : []));
  const rows = await database.read.selectFrom("proof_point").selectAll().execute();
  const order = idsBy(rows, "review_by");
  expect(points.map(({ code }) => rows.find((row) => row.code === code)?.id)).toEqual(order);
});

test("a history: the newest first, also of one instant; one change more than is shown, and each of them whole", async () => {
  const id = "contact-000-esa";
  await changedOften(database, "contact", id, 60);
  const newest = Array.from({ length: 51 }, (_, at) => `Edit ${60 - at}`);
  const own = await listChanges(database.read, "contact", id);
  expect(own.map(({ summary }) => summary)).toEqual(newest);
  const rows = [
    { table: "contact", id },
    { table: "campaign_contact", id: `k-${id}` },
  ] as const;
  const changes = await listRowChanges(database.read, "esa", rows);
  expect(changes.map(({ summary }) => summary)).toEqual(newest);
  expect(changes.map(({ fields }) => fields.length)).toEqual(newest.map(() => 2));
});

test("Find: what has the words in its title, the newest first, then what has them elsewhere", async () => {
  const promised = many("esa", "promise", 6, (id) => ({ id }));
  await record(database, async (change) => {
    for (const { id } of promised)
      await change.insert("follow_up", {
        ...{ id, campaign_id: "esa", outreach_event_id: null, outcome_id: null, contact_id: null },
        ...{ text: "A zebra", promised_by: "us", owner_account_id: null, due_on: "2026-12-01" },
        ...{ done_at: null, done_by: null },
      });
    await change.update("outreach_event", "meeting-000-esa", { place: "Zebra Hall" }, null);
  });
  const { rows, cutAt } = await listFound(database.read, ["zebra"], ["esa"]);
  expect(rows.map(({ id }) => id)).toEqual([...promised.map(({ id }) => id).toReversed(), "meeting-000-esa"]);
  expect(cutAt).toBeNull();
});
