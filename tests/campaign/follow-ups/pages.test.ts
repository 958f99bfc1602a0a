import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addMeeting } from "../../support/builders/meeting.ts";
import { conflictOf } from "../../support/conflict-of.ts";
import { freshDatabase } from "../../support/database.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const path = "/c/esa/follow-ups";

let database: Database;
let address: string;
let jana: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addMeeting(database);
  ({ address } = await startedServer(database, { now: () => now }));
  jana = await cookieOf(database, address, "jana", now);
  await sendForm(address, "/c/esa/events/meeting/log", jana, {
    "received-m3": "0",
    "received-m2": "0",
    groundRule: "background",
    "followUps[0].text": "Send the sheet",
    "followUps[0].by": "13 Nov",
    "followUps[1].text": "Name the drafter",
    "followUps[1].by": "17 Nov",
    "followUps[1].promisedBy": "them",
  });
});

async function idOf(text: string): Promise<string> {
  const row = await database.read
    .selectFrom("follow_up")
    .select("id")
    .where("text", "=", text)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function find(id: string) {
  return database.read.selectFrom("follow_up").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

function words(text: string): string {
  return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

test("promises stand under this week and later, with the holiday beside the day", async () => {
  const { status, text } = await openPage(address, path, jana);
  expect(status).toBe(200);
  expect(words(text)).toMatch(
    /This week.*Send the sheet.*Due Fri 13 Nov.*Later.*Name the drafter.*a holiday in Prague/,
  );
});

test("a tick moves a promise to done, and Undo brings it back", async () => {
  const id = await idOf("Send the sheet");
  const ticked = await sendForm(address, path, jana, { act: "tick", followUp: id });
  expect(ticked.status).toBe(303);
  const page = await openPage(address, String(ticked.headers.location), jana);
  expect(words(page.text)).toContain("Marked as done: Send the sheet.");
  const change = new URL(String(ticked.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", jana, { change })).status).toBe(303);
  expect((await find(id)).done_at).toBe(null);
});

test("postponing takes one press", async () => {
  const id = await idOf("Send the sheet");
  const postponed = await sendForm(address, path, jana, {
    act: "postpone",
    followUp: id,
    dueOn: "2026-11-20",
  });
  expect(postponed.status).toBe(303);
  expect((await find(id)).due_on).toBe("2026-11-20");
});

test("a row is opened, refused with its words kept, and saved", async () => {
  const id = await idOf("Name the drafter");
  const open = `${path}?change=${id}`;
  const { text } = await openPage(address, open, jana);
  expect(text).toContain("Owner");
  const typed = { act: "change", followUp: id, text: "Name the drafter soon", owner: "petr", version: "1" };
  const refused = await sendForm(address, open, jana, { ...typed, by: "30 Feb" });
  expect(refused.status).toBe(400);
  expect(words(refused.text)).toContain("That day is not in the calendar");
  expect(refused.text).toContain("Name the drafter soon");
  const saved = await sendForm(address, open, jana, { ...typed, by: "18 Nov" });
  expect(saved.status).toBe(303);
  expect(await find(id)).toMatchObject({
    text: "Name the drafter soon",
    owner_account_id: "petr",
    due_on: "2026-11-18",
  });
  const stale = await sendForm(address, open, jana, { ...typed, text: "Mine", by: "19 Nov" });
  expect(stale.status).toBe(409);
  expect(conflictOf(stale.text)).toEqual({
    "What was promised": ["Name the drafter soon", "Mine"],
    By: ["18 Nov 2026", "19 Nov"],
  });
});

test.each([
  ["an act that there is not", { act: "burn", followUp: "x" }, 400],
  ["a promise that there is not", { act: "tick", followUp: "nothing" }, 404],
  ["a day that there is not", { act: "postpone", followUp: "nothing", dueOn: "2026-02-30" }, 400],
])("%s is answered in words", async (_, fields, status) => {
  expect((await sendForm(address, path, jana, fields)).status).toBe(status);
});

test("a promise made after the meeting is written down at its event, and refused with its words kept", async () => {
  const place = "/c/esa/events/meeting/follow-ups";
  const typed = { act: "add", text: "Send the book", promisedBy: "us", owner: "petr" };
  const refused = await sendForm(address, place, jana, { ...typed, by: "10 Nov 2026" });
  expect(refused.status).toBe(400);
  expect(words(refused.text)).toContain("Enter a date after Tuesday 10 November, like 18 Nov 2026");
  expect(refused.text).toContain('value="Send the book"');
  const strange = await sendForm(address, place, jana, { ...typed, owner: "system", by: "18 Nov" });
  expect(strange.status).toBe(400);
  const added = await sendForm(address, place, jana, { ...typed, by: "18 Nov" });
  expect(added.headers.location).toContain(place);
  expect(await find(await idOf("Send the book"))).toMatchObject({
    outreach_event_id: "meeting",
    owner_account_id: "petr",
    due_on: "2026-11-18",
  });
  const page = await openPage(address, String(added.headers.location), jana);
  expect(words(page.text)).toContain("Saved. Due Wed 18 Nov 2026: Send the book.");
  const asked = await sendForm(address, place, jana, { ...typed, text: "Who signs?", by: "18 Nov" });
  const after = await openPage(address, String(asked.headers.location), jana);
  expect(words(after.text)).toContain("Saved. Due Wed 18 Nov 2026: Who signs? ");
  expect((await openPage(address, "/c/esa/events/nothing/follow-ups", jana)).status).toBe(404);
});
