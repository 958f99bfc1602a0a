import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import { addEvent, timeOf } from "../support/builders/outreach-event.ts";
import { READERS } from "../support/calendar-readers.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

let path = "";

beforeAll(async () => {
  path = await freshPath();
  const database = await openDatabase(path);
  await addCampaign(database, "esa");
  await addEvent(database, "esa", { title: "Staff briefing" });
  await addEvent(database, "esa", { title: "Years ago", time: timeOf("1 Jul 2024", "10:00", "11:00") });
  await addEvent(database, "esa", { title: "Named people only", handling: "TLP:RED" });
  await database.close();
});

function run(args: string[], environment: Record<string, string> = {}) {
  const settings = { environment: { DATABASE_PATH: path, ...environment } };
  return startedProcess("app/cli/demarche.ts", { args: ["export", "calendar", ...args], ...settings }).ended;
}

test("every event of a campaign is exported, whenever it is, and what is left out is counted", async () => {
  const file = await freshPath();
  const { code, output } = await run(["--campaign", "Campaign esa", file, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ campaign: "esa", file, events: 2, series: 0, keptBack: 1 });
  const text = await readFile(file, "utf8");
  for (const read of Object.values(READERS)) {
    expect(read(text).map(({ title }) => title)).toEqual(["Years ago", "Staff briefing"]);
  }
  expect(text).not.toMatch(/Named people only|URL:/);
});

test("links lead to the product where its address is set", async () => {
  const file = await freshPath();
  await run(["--campaign", "esa", file], { APP_ORIGIN: "https://demarche.example" });
  const text = (await readFile(file, "utf8")).replaceAll("\r\n ", "");
  expect(text).toContain("URL:https://demarche.example/c/esa/events/");
});

test("what cannot be done is refused with 1 and one sentence, wrong use with 2", async () => {
  const unknown = await run(["--campaign", "x", "calendar.ics"]);
  expect({ code: unknown.code, errors: unknown.errors.trim().split("\n").at(-1) }).toEqual({
    code: 1,
    errors: 'There is no campaign called "x".',
  });
  const unwritten = await run(["--campaign", "esa", "/no/such/folder/calendar.ics"]);
  expect(unwritten.code).toBe(1);
  expect(unwritten.errors.trim().split("\n").at(-1)).toBe(
    "/no/such/folder/calendar.ics cannot be written (ENOENT).",
  );
  expect((await run(["calendar.ics"])).code).toBe(2);
});
