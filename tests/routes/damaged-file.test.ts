import { execFileSync } from "node:child_process";
import sqlite3 from "sqlite3";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { addMeeting } from "../support/builders/meeting.ts";
import { freshDatabase } from "../support/database.ts";
import { ask } from "../support/raw-http.ts";
import { startedServer } from "../support/server.ts";
import { cookieOf, openPage, sendForm } from "../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const place = "/c/esa/events/meeting/log";

/** Done by another program: this process would let go of its own locks on the file. */
async function zeroPageOf(path: string, table: string): Promise<void> {
  const raw = await sqlite3.open(path, sqlite3.OPEN_READONLY);
  const [root] = await raw.all<{ rootpage: number }>(
    "select rootpage from sqlite_schema where name = ?",
    table,
  );
  const [size] = await raw.all<{ page_size: number }>("pragma page_size");
  await raw.close();
  const at = ["if=/dev/zero", `of=${path}`, `bs=${size?.page_size}`, `seek=${(root?.rootpage ?? 0) - 1}`];
  execFileSync("dd", [...at, "count=1", "conv=notrunc"], { stdio: "ignore" });
}

test("a page zeroed under a running server is said to be damage, by pages, forms and the supervisor's question alike", async () => {
  const made = await freshDatabase();
  await addMeeting(made);
  await made.close();
  const database = await openDatabase(made.path);
  const { address } = await startedServer(database, { now: () => now });
  const jana = await cookieOf(database, address, "jana", now);
  expect(JSON.parse((await ask(address, "/readyz")).text)).toEqual({ status: "ready" });
  await zeroPageOf(database.path, "outreach_event");
  const page = await openPage(address, place, jana);
  expect(page.status).toBe(500);
  expect(page.text).toContain("The database file is damaged.");
  expect(page.text).not.toMatch(/cannot be written|try again in a minute/i);
  const readiness = await ask(address, "/readyz");
  expect([readiness.status, JSON.parse(readiness.text)]).toEqual([503, { status: "damaged" }]);
  const form = { "received-m3": "0", groundRule: "background", said: "Kept on the page." };
  const refused = await sendForm(address, place, jana, form);
  expect(refused.status).toBe(500);
  expect(refused.text).toContain("restore the last backup");
  expect((await ask(address, "/healthz")).status).toBe(200);
  await zeroPageOf(database.path, "key_message");
  const file = await openPage(address, "/c/esa/messages/files.zip", jana);
  expect([file.status, file.text]).toEqual([500, expect.stringMatching(/^The database file is damaged\./)]);
});
