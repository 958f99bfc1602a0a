import { Readable } from "node:stream";
import { beforeAll, expect, test } from "vitest";
import { undoChange } from "#app/campaign/undo/undo-change.server.ts";
import type { Database } from "#db/database.server.ts";
import { now, system, unsent } from "../../support/author.ts";
import { addTeamAndLibrary, by } from "../../support/builders/started-paper.ts";
import { freshDatabase } from "../../support/database.ts";
import { ask } from "../../support/raw-http.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, sendForm } from "../../support/signed-in.ts";

let database: Database;
let address: string;
const cookies: Record<string, string> = {};
const PAGE = "/c/esa/calendar/import";

beforeAll(async () => {
  database = await freshDatabase();
  await addTeamAndLibrary(database);
  ({ address } = await startedServer(database, { now: () => now }));
  for (const id of ["jana", "alena"]) cookies[id] = await cookieOf(database, address, id, now);
});

const lines = (...of: string[]) => of.map((line) => `${line}\r\n`).join("");
const calendar = (title: string, start: string) =>
  lines(
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Test//EN",
    "BEGIN:VEVENT",
    "UID:one@elsewhere",
    "DTSTAMP:20261101T000000Z",
    `SUMMARY:${title}`,
    start,
    "DURATION:PT45M",
    "END:VEVENT",
    "END:VCALENDAR",
  );
const WASHINGTON = "DTSTART;TZID=America/New_York:20261210T140000";

async function upload(who: string, text: string, path = PAGE) {
  const form = new FormData();
  form.append("file", new Blob([text]), "calendar.ics");
  form.append("kind", "briefing");
  const request = new Request(address, { method: "POST", body: form });
  return ask(address, path, {
    method: "POST",
    headers: {
      Origin: address,
      Cookie: cookies[who] ?? "",
      "Content-Type": request.headers.get("content-type") ?? "",
    },
    body: Readable.from([Buffer.from(await request.arrayBuffer())]),
  });
}

const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
const confirmOf = (page: string) => ({
  act: "import",
  kept: field(page, "kept"),
  shown: field(page, "shown"),
  kind: "briefing",
  clock: "",
});
const titles = async () =>
  (await database.read.selectFrom("outreach_event").select("title").execute()).map(({ title }) => title);

test("a file is shown first, written when confirmed, and one Undo takes it back", async () => {
  const before = await titles();
  const shown = await upload("jana", calendar("Schůzka s výborem", WASHINGTON));
  expect(shown.status).toBe(200);
  expect(shown.text).toContain("Schůzka s výborem");
  expect(await titles()).toEqual(before);
  const written = await sendForm(address, PAGE, cookies.jana ?? null, confirmOf(shown.text));
  expect(written.status).toBe(303);
  expect(await titles()).toContain("Schůzka s výborem");
  const again = await upload("jana", calendar("Schůzka s výborem", WASHINGTON));
  expect(again.text).toContain("Nothing to change");
  const last = await database.read
    .selectFrom("change")
    .select("id")
    .where("record_kind", "=", "calendar import")
    .executeTakeFirstOrThrow();
  expect((await undoChange(database, by("jana"), last.id)).ok).toBe(true);
  expect(await titles()).toEqual(before);
});

test("what changed here alone stays, and both texts are shown beside one another", async () => {
  const file = calendar("Theirs", WASHINGTON);
  const shown = await upload("jana", file);
  await sendForm(address, PAGE, cookies.jana ?? null, confirmOf(shown.text));
  const imported = await database.read
    .selectFrom("outreach_event")
    .select("id")
    .where("title", "=", "Theirs")
    .executeTakeFirstOrThrow();
  await database.change(system, unsent, async (change) => {
    await change.update("outreach_event", imported.id, { title: "Ours" }, null);
    change.describe({
      recordKind: "outreach event",
      recordId: imported.id,
      action: "edited",
      summary: "Edited",
      location: "/",
    });
    return { ok: true };
  });
  const { text } = await upload("jana", file);
  expect(text).toContain("Changed here; kept");
  expect(text).toContain("here Ours, in the file Theirs");
  expect(text).not.toContain("<del>");
});

test("what was shown is what is written: another name of it is refused, and nothing is written", async () => {
  const shown = await upload("jana", calendar("Tampered", WASHINGTON));
  const other = await sendForm(address, PAGE, cookies.jana ?? null, {
    ...confirmOf(shown.text),
    shown: "something else",
  });
  expect(other.status).toBe(409);
  const broken = await sendForm(address, PAGE, cookies.jana ?? null, {
    ...confirmOf(shown.text),
    kept: "no packed lines",
  });
  expect(broken.status).toBe(400);
  expect(await titles()).not.toContain("Tampered");
});

test("what is no calendar, empty or without a clock is said in words", async () => {
  expect((await upload("jana", "%PDF-1.7")).text).toContain("not a calendar file");
  expect((await upload("jana", "")).text).toContain("Choose a calendar file");
  const floating = await upload("jana", calendar("Floating", "DTSTART:20261210T140000"));
  expect(floating.text).toContain("The time has no time zone");
});

test("a reader may not import, and another campaign is not there", async () => {
  expect((await upload("alena", calendar("Not mine", WASHINGTON))).status).toBe(403);
  expect((await upload("jana", calendar("Elsewhere", WASHINGTON), "/c/other/calendar/import")).status).toBe(
    404,
  );
});
