import { beforeAll, expect, test } from "vitest";
import { visitsOffices } from "#app/campaign/outreach-events/warnings/days-taken.ts";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { addMeeting, addressBothAudiences } from "../../support/builders/meeting.ts";
import { record } from "../../support/builders/outreach-campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T21:00:00.000Z");
const author: Author = { accountId: "jana", channel: "web", now };
const path = "/c/esa/log/new";

let database: Database;
let address: string;
let jana: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  await addressBothAudiences(database);
  await record(database, async (change) => {
    for (const [id, name] of [
      ["roy", "Roy Clarke"],
      ["rita", "Rita Clarke"],
    ] as const) {
      const contact = { id, name, sort_name: name, purpose: "mapping", source: "card" } as const;
      await change.insert("contact", contact);
      await change.insert("campaign_contact", { id: `esa-${id}`, campaign_id: "esa", contact_id: id });
    }
  });
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
});

type Field = readonly [string, string];

const whole: readonly Field[] = [
  ["manner", "reception"],
  ["date", "10 Nov 2026"],
  ["start", "15:10"],
  ["groundRule", "background"],
  ["said", "“Come back with numbers.”"],
];

const events = () =>
  database.read.selectFrom("outreach_event").selectAll().where("id", "<>", "meeting").execute();

function words(text: string): string {
  return text
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’")
    .replaceAll(/\s+/g, " ");
}

test("the list shows my meetings and leads to what is in no calendar", async () => {
  const { status, text } = await openPage(address, "/c/esa/log", jana);
  expect(status).toBe(200);
  expect(text).toMatch(/href="\/c\/esa\/events\/meeting\/log"/);
  expect(text).toMatch(/href="\/c\/esa\/log\/new"/);
});

test("nobody chosen, a name that several have, and an hour to come are said at their fields", async () => {
  const nobody = await sendForm(address, path, jana, whole);
  expect([nobody.status, words(nobody.text).includes("Say who it was")]).toEqual([400, true]);
  const several = await sendForm(address, path, jana, [...whole, ["who", "clarke"]]);
  expect(several.status).toBe(400);
  for (const said of ["Several people have that name", "Roy Clarke", "Rita Clarke", "Come back with numbers"])
    expect(words(several.text)).toContain(said);
  const later = await sendForm(address, path, jana, [
    ...whole.filter(([name]) => name !== "start"),
    ["start", "16:30"],
    ["attended", "claire"],
  ]);
  expect([later.status, words(later.text).includes("Enter a time in the past")]).toEqual([400, true]);
  expect(await events()).toEqual([]);
});

test("Find puts the only one of that name among those who were there, and loses nothing", async () => {
  const { status, text } = await sendForm(address, path, jana, [
    ...whole,
    ["attended", "claire"],
    ["who", "marc"],
    ["reshape", "find"],
  ]);
  expect(status).toBe(200);
  expect(text.match(/<input[^>]*name="attended"[^>]*checked/g)).toHaveLength(2);
  expect(words(text)).toContain("Come back with numbers");
});

test("a rating that would count for no audience is not lost in silence", async () => {
  const { status, text } = await sendForm(address, path, jana, [
    ...whole,
    ["attended", "roy"],
    ["received-m3", "1"],
  ]);
  expect([status, words(text).includes("Say which audience the rating counts for")]).toEqual([400, true]);
  expect(await events()).toEqual([]);
});

test("a talk in passing is kept as one, and calls at no office", async () => {
  const inPassing = whole.map(([name, value]) => [name, name === "manner" ? "in passing" : value] as const);
  const sent = await sendForm(address, path, jana, [
    ...inPassing,
    ["who", "claire"],
    ["received-m3", "1"],
    ["submission", "in passing"],
  ]);
  expect(sent.status).toBe(303);
  expect(await events()).toMatchObject([{ title: "In passing: claire", kind: "conversation in passing" }]);
  expect(visitsOffices("conversation in passing")).toBe(false);
  const done = new URL(String(sent.headers.location), "http://x").searchParams.get("done") ?? "";
  expect(await undoChange(database, author, done)).toMatchObject({ ok: true });
});

test("who, how and what was said make the event and its log; the reception counts; Undo takes back both", async () => {
  const sent: readonly Field[] = [
    ...whole,
    ["who", "claire"],
    ["received-m3", "1"],
    ["followUps[0].text", "Send the sheet"],
    ["followUps[0].by", "18 Nov"],
    ["submission", "once"],
  ];
  const first = await sendForm(address, path, jana, sent);
  const again = await sendForm(address, path, jana, sent);
  expect([first.status, again.status]).toEqual([303, 303]);
  expect(await events()).toMatchObject([
    { title: "Reception: claire", kind: "reception", result: "held", wall_start: "2026-11-10T15:10" },
  ]);
  const ratings = database.read.selectFrom("reception").select(["audience_id", "score"]);
  expect(await ratings.execute()).toEqual([{ audience_id: "majority", score: 1 }]);
  const there = database.read
    .selectFrom("outreach_event_participant")
    .select(["contact_id", "attendance"])
    .where("outreach_event_id", "<>", "meeting");
  expect(await there.execute()).toEqual([{ contact_id: "claire", attendance: "attended" }]);
  const { text } = await openPage(address, String(first.headers.location), jana);
  expect(words(text)).toContain("Logged and added to the calendar: Reception: claire.");
  const done = new URL(String(first.headers.location), "http://x").searchParams.get("done") ?? "";
  expect(await undoChange(database, author, done)).toMatchObject({ ok: true });
  expect(await events()).toEqual([]);
  for (const table of ["outcome", "reception", "follow_up", "observation_cell"] as const)
    expect(await database.read.selectFrom(table).selectAll().execute()).toEqual([]);
});
