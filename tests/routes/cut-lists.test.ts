import { beforeAll, expect, test } from "vitest";
import { listTakers } from "#app/campaign/new-congress/new-congress-hanging.server.ts";
import { findOutcomeForm } from "#app/campaign/outcomes/outcome-form.server.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import type { Change, RecordKind } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { system, unsent } from "../support/author.ts";
import { record } from "../support/builders/outreach-campaign.ts";
import { addEvent } from "../support/builders/outreach-event.ts";
import { type ListRows, listsScene } from "../support/lists-scene.ts";
import { idsBy, instant, many } from "../support/rows-alike.ts";
import { startedServer } from "../support/server.ts";
import { cookieOf, openPage } from "../support/signed-in.ts";

const NOW = new Date("2026-11-10T15:40:00.000Z");
const ISO = NOW.toISOString();
let database: Database;
let rows: ListRows;
let address: string;
let officer: string;
let visit: string;

beforeAll(async () => {
  ({ database, rows } = await listsScene());
  await record(database, async (change) => {
    await change.update("account", "jana", { is_administrator: 1 }, null);
    await addPeople(change);
    await addLetters(change);
    await addLibrary(change);
  });
  for (let at = 0; at <= 50; at += 1) await changed("instruction", "instruction-000-esa");
  for (let at = 0; at <= 8; at += 1) await changed("session days", "congress");
  for (let at = 0; at <= 21; at += 1) await readCongress(at);
  const days = wholeDays("2026-12-01", "2026-12-14", WASHINGTON);
  visit = await addEvent(database, "esa", { title: "Visit", kind: "delegation visit", time: days });
  address = (await startedServer(database, { now: () => NOW })).address;
  officer = await cookieOf(database, address, "jana", NOW);
}, 60_000);

/** One person more in the audience than any list offers; the audience was asked to a meeting that nobody has logged. */
async function addPeople(change: Change): Promise<void> {
  const people = many("esa", "person", 2001, (id) => ({ id }));
  await change.insertMany(
    "contact",
    people.map(({ id }) => ({
      ...{ id, name: `Ann ${id}`, sort_name: id, purpose: "mapping" as const, source: "card" },
    })),
  );
  await change.insertMany(
    "campaign_contact",
    people.map(({ id }) => ({ id: `c-${id}`, campaign_id: "esa", contact_id: id })),
  );
  await change.insertMany(
    "audience_contact",
    people.map(({ id }) => ({ id: `a-${id}`, audience_id: "staff", contact_id: id })),
  );
  const open = rows.open[0]?.id ?? "";
  await change.insert("outreach_event_audience", {
    ...{ id: "asked", outreach_event_id: open, audience_id: "staff" },
  });
}

async function addLetters(change: Change): Promise<void> {
  const letter = { account_id: "jana", kind: "clearance asked", path: "/", queued_at: ISO };
  await change.insertMany(
    "mail",
    many("esa", "letter", 202, (id, at) => ({
      ...{ ...letter, id, change_id: null, campaign_id: null, once_key: null, next_try_at: ISO },
      ...{ claimed_until: null, handed_over_at: null, sent_at: null, dropped_at: null, taken_back_by: null },
      given_up_at: at % 2 === 0 ? null : ISO,
    })),
  );
}

/** One check, one objection in use and one objection of an audience more than is listed; and the words of the framing. */
async function addLibrary(change: Change): Promise<void> {
  await change.insert("framing_revision", {
    ...{ id: "framed", framing_id: "esa-framing", number: 1, text: "Words", text_hash: "hash" },
    ...{ made_by: "jana", made_at: ISO, reason: "first" },
  });
  const checked = { proof_point_id: rows.proofPoints[0]?.id ?? "", source_id: null, checked_by: "jana" };
  await change.insertMany(
    "proof_point_check",
    many("esa", "check", 51, (id, at) => ({
      ...{ ...checked, id, checked_on: instant("2026-01-01", at).day, review_by: null },
    })),
  );
  const objections = many("esa", "more", 181, (id, at) => ({
    ...{ id, campaign_id: "esa", code: `O${at + 200}`, name: "A doubt", says: "No.", note_to_speaker: "" },
    retired_at: null,
  }));
  await change.insertMany("objection", objections);
  await change.insertMany(
    "outcome_objection",
    objections.slice(0, 7).map(({ id }) => ({
      ...{ id: `heard-${id}`, outcome_id: rows.outcomes[0]?.id ?? "", objection_id: id },
      ...{ audience_id: "staff", contact_id: null },
    })),
  );
}

function changed(recordKind: RecordKind, recordId: string) {
  return database.change(system, unsent, async (change) => {
    change.describe({ recordKind, recordId, action: "edited", summary: "Edited", location: "/" });
    return { ok: true };
  });
}

/** A reading of the list of Congress, a minute after the one before. */
function readCongress(at: number) {
  const author = { ...system, now: new Date(NOW.getTime() + at * 60_000) };
  return database.change(author, unsent, async (change) => {
    await change.update("contact", "claire", { title: `Senator ${at}` }, null);
    const record = { recordKind: "public list", recordId: "congress", action: "imported" } as const;
    change.describe({ ...record, summary: "Read", location: "/" });
    return { ok: true };
  });
}

type Case = { page: (rows: ListRows) => string; says: string };

const first = (list: readonly { id: string }[]) => list[0]?.id ?? "";

const CASES: readonly Case[] = [
  { page: () => "follow-ups", says: "Only the 200 follow-ups due soonest are listed." },
  {
    page: () => "outcomes",
    says: "Only the latest 50 meetings, yours first, are listed.",
  },
  { page: () => "messages", says: "Only the first 100 by number are listed." },
  { page: () => "objections", says: "Only the first 100 by code are listed." },
  {
    page: () => "messages/1/uses",
    says: "Only the 300 uses in papers changed most recently are listed.",
  },
  {
    page: () => "messages/1/framings/esa-framing",
    says: "Only the 100 papers changed most recently are listed.",
  },
  { page: () => "messages/1/framings/esa-framing", says: "Only the latest 100 events are listed." },
  { page: () => "proof-points/P1", says: "Only the newest 50 checks are listed." },
  {
    page: () => "instructions/instruction-000-esa",
    says: "Only the next 100 events are listed.",
  },
  {
    page: () => "instructions/instruction-000-esa",
    says: "Only the 100 papers changed most recently are listed.",
  },
  {
    page: () => "instructions/instruction-000-esa",
    says: "Only the newest 50 changes are listed.",
  },
  { page: () => "session-days", says: "Only the newest 8 changes are listed." },
  {
    page: () => `events/${visit}/programme/items/new`,
    says: "Only the first 40 by time are listed.",
  },
  {
    page: ({ open }) => `events/${first(open)}/participants`,
    says: "Only the first 40 by name are listed.",
  },
  {
    page: ({ open }) => `events/${first(open)}/participants?who=ann`,
    says: "Only the first 40 by name are listed.",
  },
  {
    page: ({ open }) => `events/${first(open)}/log`,
    says: "Only the first 60 by name are listed.",
  },
  {
    page: ({ papers }) => `talking-points/${first(papers)}`,
    says: "Only the first 10 messages are listed.",
  },
  { page: () => "events/new?audience=staff", says: "Only the first 12 by name are listed." },
  { page: () => "new-congress", says: "Only the newest 20 imports are listed." },
  { page: () => "feedback/new", says: "Only the first 2000 people by audience are listed." },
  { page: () => "objectives/new", says: "Only the first 200 objections by code are listed." },
  { page: () => "audiences/staff", says: "Only the 6 objections raised most often are listed." },
  { page: () => "audiences/staff/stance", says: "Only the latest 20 events are listed." },
];

const open = async (path: string) => {
  const { status, text } = await openPage(address, path, officer);
  return { status, words: text.replaceAll("<!-- -->", "") };
};

test.each(CASES)("a list that is cut says so: $says", async ({ page, says }) => {
  const { status, words } = await open(`/c/esa/${page(rows)}`);
  expect(status).toBe(200);
  expect(words).toContain(says);
});

test("Find says that more match than it lists", async () => {
  const { words } = await open("/find?q=paper");
  expect(words).toMatch(/Only the newest \d+ matches are listed\./);
});

test("the post says which of many letters it lists, of those that wait and of those given up", async () => {
  const { words } = await open("/admin/mail");
  expect(words).toContain("Only the first 100 e-mails waiting or not confirmed are listed.");
  expect(words).toContain("Only the 100 e-mails abandoned most recently are listed.");
});

test("of many papers the older ones stand on the next pages", async () => {
  expect((await open("/c/esa/talking-points")).words).toContain("/c/esa/talking-points?page=2");
  const last = await open("/c/esa/talking-points?page=6");
  expect(last.words).not.toContain("page=7");
  expect(new Set(last.words.match(/Paper paper-\d+-esa/g)).size).toBe(10);
});

test("a paper that was sent back waits for me, however many were changed since", async () => {
  const oldest = idsBy(rows.papers, "changed_at")[0] ?? "";
  await record(database, async (change) => {
    await change.update("talking_points", oldest, { stage: "returned" }, null);
  });
  const { words } = await open("/c/esa/talking-points");
  expect(words).toContain(`Paper ${oldest}`);
  expect(words).not.toContain("Nothing is waiting for you.");
});

test("everything that waits for a date is counted, and stands in parts", async () => {
  const beside = await open("/c/esa/calendar?view=week&date=2026-11-09");
  expect(beside.words).toContain("and 64 more");
  const list = await open("/c/esa/calendar?view=to-place");
  expect(list.words).toContain("70 unscheduled");
  expect(list.words).toContain("Unscheduled events 1 to 60.");
  const rest = await open("/c/esa/calendar?view=to-place&skip=60");
  expect(rest.words).toContain("Unscheduled events 61 to 70.");
});

test("what waits for a date is narrowed before it is counted: a wish of the last places is found", async () => {
  const last = idsBy(rows.wishes, "best_by", "wished_at").at(-1) ?? "";
  await record(database, async (change) => {
    await change.update("outreach_wish", last, { owner_account_id: "petr" }, null);
  });
  const { words } = await open("/c/esa/calendar?view=to-place&owner=petr");
  expect(words).toContain("1 unscheduled");
});

test("somebody who takes part is of their audience, however many of it come first by name", async () => {
  const asked = rows.open[0]?.id ?? "";
  const last = "person-2000-esa";
  await record(database, async (change) => {
    await change.insert("outreach_event_participant", {
      ...{ id: "last", outreach_event_id: asked, contact_id: last, reply: "accepted" },
      attendance: "not recorded",
    });
  });
  const form = await findOutcomeForm(database.read, "esa", asked);
  expect(form?.people.find(({ contactId }) => contactId === last)?.audienceIds).toEqual(["staff"]);
  expect(form?.people).toHaveLength(61);
});

test("who may take over is offered by name, and said to be cut", async () => {
  const { rows: takers, cutAt } = await listTakers(database.read, "esa");
  const people = await database.read
    .selectFrom("contact")
    .innerJoin("campaign_contact", "campaign_contact.contact_id", "contact.id")
    .select(["contact.id", "contact.sort_name"])
    .execute();
  expect(takers.map(({ id }) => id)).toEqual(idsBy(people, "sort_name").slice(0, 200));
  expect(cutAt).toBe(200);
});
