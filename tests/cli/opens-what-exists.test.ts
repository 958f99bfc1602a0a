import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

const COMMANDS = [
  ["backup", "FILE"],
  ["export", "FILE"],
  ["messages", "import"],
];

async function run(databasePath: string, command: readonly string[]) {
  const file = `${await freshPath()}-written`;
  const args = command.map((argument) => (argument === "FILE" ? file : argument));
  const environment = { DATABASE_PATH: databasePath, DEMARCHE_PASSWORD: "horse battery staple" };
  return startedProcess("app/cli/demarche.ts", { args, environment }).ended;
}

async function beside(path: string): Promise<string[]> {
  return (await readdir(dirname(path))).filter((name) => name.startsWith(basename(path)));
}

test.each(COMMANDS)("a misspelt path is refused and nothing is made there: %s %s", async (...command) => {
  const path = join(dirname(await freshPath()), "demarhce.sqlite");
  const { code, output, errors } = await run(path, command);
  expect({ code, said: `${output}${errors}`.trim() }).toEqual({
    code: 1,
    said: expect.stringContaining(
      `There is no database at ${path}: check DATABASE_PATH. A new one is made by starting the server.`,
    ),
  });
  expect(await beside(path)).toEqual([]);
});

test("an empty file is no database either, and stays empty", async () => {
  const path = await freshPath();
  await writeFile(path, "");
  const { code, errors } = await run(path, ["backup", "FILE"]);
  expect(code).toBe(1);
  expect(errors).toContain(`There is no database at ${path}`);
  expect((await readFile(path)).length).toBe(0);
});

test("every command opens its database in the one place that makes and migrates nothing", async () => {
  const folder = fileURLToPath(new URL("../../app/cli/", import.meta.url));
  const opening = [];
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    if (/own-database|openDatabase|openConnection/.test(text)) opening.push(name);
  }
  // The demo is a start, not a command: it makes its own sample.
  expect(opening.sort()).toEqual(["command.ts", "demo-database.ts", "demo.ts"]);
});

test("a command says which file it opened and how many records that holds", async () => {
  const path = await freshPath();
  const database = await openDatabase(path);
  await addCampaign(database, "esa");
  await database.close();
  // The installation, the account "system" and the campaign.
  const said = await run(path, ["export", "FILE"]);
  expect(said.errors.trim()).toMatch(new RegExp(`^Opened ${path}: \\d+ records\\.$`));
  const records = Number(/(\d+) records/.exec(said.errors)?.[1]);
  const { output } = await run(path, ["backup", "FILE", "--json"]);
  expect(JSON.parse(output)).toMatchObject({ opened: { file: path, records } });
  const refused = await run(path, ["export", "calendar", "--campaign", "x", "FILE", "--json"]);
  expect(JSON.parse(refused.output)).toEqual({
    opened: { file: path, records },
    refused: 'There is no campaign called "x".',
  });
});
