import { sql } from "kysely";
import { expect, test } from "vitest";
import { addMeeting } from "../support/builders/meeting.ts";
import { freshDatabase } from "../support/database.ts";
import { ask } from "../support/raw-http.ts";
import { startedServer } from "../support/server.ts";
import { cookieOf, openPage, sendForm } from "../support/signed-in.ts";

const NOW = new Date("2026-11-10T20:00:00.000Z");
const LATER = new Date("2026-11-10T20:10:00.000Z");
const path = "/c/esa/events/meeting/log";
const form = {
  "received-m3": "0",
  "received-m2": "0",
  groundRule: "background",
  said: "x".repeat(9_000),
};

test("on a full disk pages are read, a form answers 503 and is not kept, and it goes through once there is room", async () => {
  const database = await freshDatabase();
  await addMeeting(database);
  let now = NOW;
  const { address } = await startedServer(database, { now: () => now });
  const jana = await cookieOf(database, address, "jana", now);
  // A limit on the pages of the file is what a full disk looks like to SQLite.
  const limit = (pages: number) =>
    database.writeUnrecorded((write) => sql.raw(`pragma max_page_count = ${pages}`).execute(write));
  const [{ pages } = { pages: 0 }] = (
    await sql<{ pages: number }>`select page_count as pages from pragma_page_count`.execute(database.read)
  ).rows;
  await limit(pages);
  const refused = await sendForm(address, path, jana, form);
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("30");
  expect(refused.text).toContain("The database cannot be written");
  expect(refused.text).toContain("Nothing was changed, and pages can still be read.");
  const readiness = await ask(address, "/readyz");
  expect([readiness.status, JSON.parse(readiness.text)]).toEqual([503, { status: "cannot write" }]);
  expect((await openPage(address, path, jana)).status).toBe(200);
  // Some minutes later it would be noted that the session is still in use.
  now = LATER;
  expect((await openPage(address, path, jana)).status).toBe(200);
  await limit(1_000_000);
  expect((await sendForm(address, path, jana, form)).status).toBe(303);
  expect((await ask(address, "/readyz")).status).toBe(200);
});
