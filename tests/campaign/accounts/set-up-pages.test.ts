import { beforeAll, expect, test } from "vitest";
import { newSetUpPath } from "#app/campaign/accounts/set-up-link.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "../../support/database.ts";
import { DEMO_NOW } from "../../support/demo.ts";
import { startedServer } from "../../support/server.ts";
import { openPage, sendForm } from "../../support/signed-in.ts";

const FORM = {
  name: "Jana Malá",
  email: "Jana.Mala@embassy.example",
  password: "horse battery staple",
  city: "Prague",
  holidays: "CZ",
  language: "en",
  campaignName: "European strategic autonomy in Washington",
  startsOn: "2 Feb 2026",
  endsOn: "30 Jun 2027",
  role: "officer",
};

let database: Database;
let address = "";

beforeAll(async () => {
  database = await freshDatabase();
  address = (await startedServer(database, { now: () => DEMO_NOW })).address;
});

async function link(): Promise<string> {
  const path = await newSetUpPath(database, DEMO_NOW);
  if (path === null) throw new Error("The installation is set up already");
  return path;
}

test("only the newest link opens the page", async () => {
  const [first, second] = [await link(), await link()];
  expect((await openPage(address, first, null)).status).toBe(404);
  expect((await openPage(address, "/set-up/guess", null)).status).toBe(404);
  expect((await sendForm(address, first, null, FORM)).status).toBe(404);
  const page = await openPage(address, second, null);
  expect(page.status).toBe(200);
  expect(page.text).toContain(
    "Now 10:40 in Washington, 16:40 in Prague. Six hours ahead; five from 14 to 28 March 2027.",
  );
  expect(page.text).toContain("Next holiday in the Czech Republic: Tue 17 Nov");
});

test("what is wrong is said at its field, the rest is kept and nothing is made", async () => {
  const path = await link();
  const wrong = { ...FORM, password: "short", endsOn: "1 Feb 2026", email: "jana" };
  const answer = await sendForm(address, path, null, wrong);
  expect(answer.status).toBe(400);
  for (const sentence of [
    "Enter a password of 12 characters or more",
    "Enter a last day on or after the first",
    "Enter an e-mail address",
    "There is a problem",
  ]) {
    expect(answer.text).toContain(sentence);
  }
  expect(answer.text).toContain('value="Jana Malá"');
  expect(answer.text).not.toContain('value="short"');
  expect(await database.read.selectFrom("campaign").select("id").execute()).toEqual([]);
});

test("of two days that are both left out, each is named where what is wrong is listed", async () => {
  const { text } = await sendForm(address, await link(), null, { ...FORM, startsOn: "", endsOn: "" });
  expect(text).toContain(">From: enter a date, like 12 Nov 2026</a>");
  expect(text).toContain(">Until: enter a date, like 12 Nov 2026</a>");
});

test("it makes the administrator, the capital and the campaign once, and signs in", async () => {
  const path = await link();
  const answer = await sendForm(address, path, null, FORM);
  expect(answer.status).toBe(303);
  const campaign = String(answer.headers.location);
  const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  expect((await openPage(address, `${campaign}/settings`, cookie)).status).toBe(200);
  expect((await openPage(address, "/admin/accounts", cookie)).status).toBe(200);
  const again = await sendForm(address, path, null, { ...FORM, email: "other@embassy.example" });
  expect(again.headers.location).toBe("/sign-in");
  expect((await openPage(address, path, null)).headers.location).toBe("/sign-in");
  expect(await newSetUpPath(database, DEMO_NOW)).toBeNull();
  const accounts = await database.read
    .selectFrom("account")
    .select("email")
    .where("id", "!=", "system")
    .execute();
  expect(accounts).toEqual([{ email: "jana.mala@embassy.example" }]);
});
