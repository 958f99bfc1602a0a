import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { calendarFile, eventLines } from "../support/builders/calendar-file.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import { freshDatabase } from "../support/database.ts";

const run = promisify(execFile);

async function command(path: string, text: string, ...options: readonly string[]) {
  const file = `${path}.ics`;
  await writeFile(file, text);
  const args = ["app/cli/demarche.ts", "import", "calendar", file, "--json", ...options];
  const env = { ...process.env, DATABASE_PATH: path };
  const ended = await run(process.execPath, args, { env }).catch(
    (fault: { code: number; stdout: string }) => fault,
  );
  return { code: "code" in ended ? ended.code : 0, json: JSON.parse(ended.stdout || "null") };
}

test("a calendar comes in from the command line once, and is previewed without writing", async () => {
  const database = await freshDatabase();
  const campaign = await addCampaign(database);
  const { path } = database;
  await database.close();
  const file = calendarFile(
    eventLines("a"),
    eventLines("f", "DTSTART:20261203T100000", "DURATION:PT1H"),
    eventLines("x", "DTSTART;TZID=Europe/Prague:99991203T100000"),
  );
  const shown = await command(path, file, "--campaign", campaign, "--preview");
  expect(shown).toMatchObject({
    code: 0,
    json: { written: false, added: 1, notTaken: 2, asksForClock: true },
  });
  const taken = await command(path, file, "--campaign", `Campaign ${campaign}`, "--zone", "home");
  expect(taken).toMatchObject({
    code: 0,
    json: { written: true, added: 2, refusals: [{ line: 18, reason: expect.stringContaining("year 9999") }] },
  });
  const again = await command(path, file, "--campaign", campaign, "--zone", "home");
  expect(again).toMatchObject({ code: 0, json: { written: false, toWrite: 0, same: 2 } });
});

test("what is no calendar, and a campaign that is not there, are refused with 1; wrong use ends with 2", async () => {
  const database = await freshDatabase();
  const campaign = await addCampaign(database);
  const { path } = database;
  await database.close();
  expect(await command(path, "<html>", "--campaign", campaign)).toMatchObject({
    code: 1,
    json: { refused: expect.stringContaining("not a calendar file") },
  });
  expect(await command(path, "", "--campaign", "nowhere")).toMatchObject({ code: 1 });
  expect(await command(path, "")).toMatchObject({ code: 2 });
});
