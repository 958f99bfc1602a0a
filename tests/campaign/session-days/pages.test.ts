import { beforeAll, expect, test } from "vitest";
import type { Database } from "#db/database.server.ts";
import { addAccount, addCampaign } from "../../support/builders/campaign.ts";
import { freshDatabase } from "../../support/database.ts";
import { ask } from "../../support/raw-http.ts";
import { startedServer } from "../../support/server.ts";
import { cookieOf, openPage, sendForm } from "../../support/signed-in.ts";

const now = new Date("2026-11-10T20:00:00.000Z");
const path = "/c/esa/session-days";
const range = {
  ...{ chamber: "House", first: "12 Jan 2027", last: "22 Jan 2027", which: "working days" },
  ...{ standing: "in session", source: "House Majority Leader, 2027 calendar", asOf: "9 Nov 2026" },
};

let database: Database;
let address: string;
let jana: string;
let petr: string;
let rea: string;

beforeAll(async () => {
  database = await freshDatabase();
  await addCampaign(database, "esa");
  await addCampaign(database, "cyber");
  await addAccount(database, "Jana", { esa: "officer" });
  await addAccount(database, "Petr", { cyber: "officer" });
  await addAccount(database, "Rea", { esa: "reader" });
  ({ address } = await startedServer(database, { now: () => now }));
  [jana, petr, rea] = await Promise.all(
    ["jana", "petr", "rea"].map((id) => cookieOf(database, address, id, now)),
  ).then(([one = "", other = "", third = ""]) => [one, other, third]);
});

function words(text: string): string {
  return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}

async function stored(): Promise<string[]> {
  const rows = await database.read.selectFrom("session_day").selectAll().orderBy("day").execute();
  return rows.map(({ day, chamber, standing }) => `${day} ${chamber} ${standing}`);
}

/** What a browser sends with a file. */
async function sendFile(text: string, cookie: string) {
  const form = new FormData();
  form.set("submission", crypto.randomUUID());
  form.set("file", new File([text], "days.csv", { type: "text/csv" }));
  const request = new Request(address, { method: "POST", body: form });
  return ask(address, `${path}/import`, {
    method: "POST",
    headers: { Origin: address, Cookie: cookie, "Content-Type": request.headers.get("Content-Type") ?? "" },
    body: Buffer.from(await request.arrayBuffer()).toString("utf8"),
  });
}

function hidden(text: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? "";
}

test("bad input is kept with its words: no source, a day that has not come, the wrong way round", async () => {
  const typed = { ...range, source: "", asOf: "1 Dec 2026", last: "1 Jan 2027" };
  const refused = await sendForm(address, `${path}/edit`, jana, typed);
  expect(refused.status).toBe(400);
  expect(words(refused.text)).toContain("Enter the source");
  expect(words(refused.text)).toContain("Enter the date of the source; it cannot be in the future");
  expect(refused.text).toContain('value="1 Jan 2027"');
  const wrongWay = await sendForm(address, `${path}/edit`, jana, { ...range, last: "1 Jan 2027" });
  expect(words(wrongWay.text)).toContain("The last day is before the first");
  expect(await stored()).toEqual([]);
});

test("a range is recorded without its weekend and holiday, seen in every campaign, and undone", async () => {
  const saved = await sendForm(address, `${path}/edit`, jana, range);
  expect(saved.status).toBe(303);
  expect(await stored()).toHaveLength(8);
  const elsewhere = await openPage(address, "/c/cyber/session-days?year=2027", petr);
  expect(words(elsewhere.text)).toMatch(
    /Tue 12 Jan to Fri 22 Jan In session .*2027 calendar, as of Mon 9 Nov/,
  );
  expect(words(elsewhere.text)).toContain("Mon 25 Jan to Fri 29 Jan Not known");
  const change = new URL(String(saved.headers.location), address).searchParams.get("done") ?? "";
  expect((await sendForm(address, "/c/esa/undo", jana, { change })).status).toBe(303);
  expect(await stored()).toEqual([]);
});

test("days that are known otherwise are shown first, saved when confirmed, and cleared the same way", async () => {
  await sendForm(address, `${path}/edit`, jana, range);
  const away = { ...range, last: "13 Jan 2027", standing: "away", source: "Whip notice" };
  const shown = await sendForm(address, `${path}/edit`, jana, away);
  expect(shown.status).toBe(409);
  expect(words(shown.text)).toMatch(/Changed \( ?2 days ?\).*House, Tue 12 Jan 2027 to Wed 13 Jan 2027/);
  expect((await stored()).filter((day) => day.endsWith("away"))).toEqual([]);
  const confirmed = { ...away, shown: hidden(shown.text, "shown") };
  expect((await sendForm(address, `${path}/edit`, jana, confirmed)).status).toBe(303);
  expect((await stored()).filter((day) => day.endsWith("away"))).toHaveLength(2);
  const clear = { ...range, standing: "not known", source: "" };
  const asked = await sendForm(address, `${path}/edit`, jana, clear);
  expect(asked.status).toBe(409);
  await sendForm(address, `${path}/edit`, jana, { ...clear, shown: hidden(asked.text, "shown") });
  expect(await stored()).toEqual([]);
});

test("a file is refused by line, shown, imported exactly, and its export imported again changes nothing", async () => {
  const head = "chamber;day;standing;source;as_of";
  const faulty = await sendFile(`${head}\nSenate;11/12/2026;away;CQ;2025-11-19`, jana);
  expect(faulty.status).toBe(400);
  expect(words(faulty.text)).toContain("days.csv:2: the day is");
  const shown = await sendFile(`${head}\nSenate;12 Nov 2026;away;CQ;2025-11-19`, jana);
  expect(words(shown.text)).toContain("Nothing has been saved yet");
  expect(await stored()).toEqual([]);
  const fields = {
    table: hidden(shown.text, "table"),
    name: "days.csv",
    shown: hidden(shown.text, "shown"),
  };
  expect((await sendForm(address, `${path}/import`, jana, fields)).status).toBe(303);
  expect(await stored()).toEqual(["2026-11-12 Senate away"]);
  const exported = await openPage(address, `${path}.csv`, rea);
  const again = await sendFile(exported.text, jana);
  expect(words(again.text)).toContain("Nothing to change");
});

test("a reader looks and exports, and changes nothing; a stranger finds no page", async () => {
  expect((await openPage(address, path, rea)).status).toBe(200);
  expect((await openPage(address, `${path}/edit`, rea)).status).toBe(403);
  expect((await sendForm(address, `${path}/edit`, rea, range)).status).toBe(403);
  expect((await sendFile("chamber", rea)).status).toBe(403);
  expect((await openPage(address, path, petr)).status).toBe(404);
});
