import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountCommand } from "#app/cli/account.ts";
import { backupCommand } from "#app/cli/backup.ts";
import { prepareDemo } from "#app/cli/demo-database.ts";
import { effectivenessCommand } from "#app/cli/effectiveness.ts";
import { exportCommand } from "#app/cli/export.ts";
import { importCommand } from "#app/cli/import.ts";
import { messagesCommand } from "#app/cli/messages.ts";
import { reportCommand } from "#app/cli/report.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { everyRow } from "../support/acts-on-another.ts";
import { congressFiles, smallCongress } from "../support/builders/congress.ts";
import { freshPath } from "../support/database.ts";
import { DEMO_CAMPAIGN, DEMO_NOW, DEMO_PASSWORD } from "../support/demo.ts";
import { startedProcess } from "../support/process.ts";
import { addSecondCampaign, OF_SECOND, SECOND_CAMPAIGN } from "../support/second-campaign.ts";

const GROUPS: Readonly<Record<string, () => Command>> = {
  accountCommand,
  backupCommand,
  exportCommand,
  importCommand,
  messagesCommand,
  effectivenessCommand,
  reportCommand,
};

/** What no campaign is named to: a copy or a list of everything, or no database at all. */
const OF_NO_CAMPAIGN = ["backup", "effectiveness", "export", "messages check"];

const first = ["--campaign", DEMO_CAMPAIGN];
const second = ["--campaign", SECOND_CAMPAIGN];

let database: Database;
let folder = "";
let ofSecond: string[];
let names: ReadonlySet<string>;
const run = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-beside-"));
  const path = await freshPath();
  await prepareDemo(path, { isFresh: true, password: DEMO_PASSWORD, now: DEMO_NOW });
  database = await openDatabase(path);
  const another = await addSecondCampaign(database, { from: DEMO_CAMPAIGN, people: [] });
  names = new Set([SECOND_CAMPAIGN, ...another.values()]);
  ofSecond = (await everyRow(database)).filter(tells);
});

afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Whether a text names a record of the second campaign. */
function tells(text: string): boolean {
  return text.match(/[\w-]+/g)?.some((word) => names.has(word)) ?? false;
}

/** Runs a command to its end; what it says, and what it writes under `made`. */
async function demarche(args: readonly string[], made: string | null = null, ends = 0): Promise<string> {
  run.add(args.slice(0, GROUPS[`${args[0]}Command`]?.().commands.length === 0 ? 1 : 2).join(" "));
  const environment = { DATABASE_PATH: database.path, DEMARCHE_PASSWORD: DEMO_PASSWORD };
  const { code, output, errors } = await startedProcess("app/cli/demarche.ts", {
    args: [...args],
    environment,
  }).ended;
  expect(code, errors.slice(0, 400)).toBe(ends);
  return [output, errors, ...(made === null ? [] : await textsUnder(join(folder, made)))].join("\n");
}

async function textsUnder(path: string): Promise<string[]> {
  const files = await readdir(path).catch(() => null);
  if (files === null) return [await readFile(path, "utf8")];
  return Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
}

/** The command says nothing of the second campaign. */
async function staysInside(args: readonly string[], made: string | null = null): Promise<void> {
  const said = await demarche(args, made);
  expect(said.length).toBeGreaterThan(20);
  expect([args.join(" "), said.match(OF_SECOND), said.split("\n").filter(tells)]).toEqual([
    args.join(" "),
    null,
    [],
  ]);
}

async function secondIsAsItWas(): Promise<void> {
  const rows = new Set(await everyRow(database));
  expect(ofSecond.filter((row) => !rows.has(row))).toEqual([]);
}

const at = (name: string) => join(folder, name);

async function edit(name: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(at(name), "utf8");
  expect(text).toMatch(from);
  await writeFile(at(name), text.replace(from, to));
}

test("reports of a campaign tell nothing of another", async () => {
  await staysInside(["report", "effectiveness", ...first]);
  await staysInside(["report", "effectiveness", ...first, "--csv", "--on", "1 Nov 2026", "--known", "then"]);
  await staysInside(["report", "case", at("case.json"), ...first], "case.json");
  await secondIsAsItWas();
});

test("a calendar that goes out and comes in again tells nothing of another campaign, and changes nothing of it", async () => {
  await staysInside(["export", "calendar", at("first.ics"), ...first], "first.ics");
  await edit("first.ics", /SUMMARY:/, "SUMMARY:Renamed ");
  await staysInside(["import", "calendar", at("first.ics"), ...first, "--preview"]);
  await staysInside(["import", "calendar", at("first.ics"), ...first]);
  await demarche(["export", "calendar", at("second.ics"), ...second]);
  await edit("second.ics", /SUMMARY:/, "SUMMARY:Renamed ");
  const REFUSED = 1;
  await demarche(["import", "calendar", at("second.ics"), ...first], null, REFUSED);
  await secondIsAsItWas();
});

test("a library that goes out and comes in again tells nothing of another campaign, and changes nothing of it", async () => {
  await staysInside(["messages", "export", at("library"), ...first], "library");
  await edit("library/objections.md", /Duplication/, "Doubling");
  await staysInside(["messages", "import", at("library"), ...first, "--preview"]);
  await staysInside(["messages", "import", at("library"), ...first]);
  await secondIsAsItWas();
});

test("what is read for everybody, and an account of one campaign, change nothing of another", async () => {
  await writeFile(
    at("days.csv"),
    "chamber,day,standing,source,as_of\nHouse,2026-11-12,in session,CQ,2026-11-18\n",
  );
  await staysInside(["import", "session-days", at("days.csv")]);
  await mkdir(at("congress"));
  const lists = Object.values(congressFiles(smallCongress()));
  for (const { name, bytes } of lists) await writeFile(at(`congress/${name}`), bytes);
  const mayEnd = lists.flatMap(({ name }) => ["--may-end", name]);
  await staysInside(["import", "congress", at("congress"), ...mayEnd]);
  const vera = ["--email", "vera@embassy.example", "--name", "Vera", "--role", "officer"];
  await staysInside(["account", "add", ...vera, ...first]);
  await secondIsAsItWas();
});

test("every command that works in a campaign was run here", async () => {
  const added = (await readFile("app/cli/demarche.ts", "utf8")).matchAll(
    /import\("\.\/[\w-]+\.ts"\)\)\.(\w+)\(\)/g,
  );
  expect([...added].map(([, name]) => name).sort()).toEqual(Object.keys(GROUPS).sort());
  const every = Object.values(GROUPS).flatMap((group) => leaves(group(), ""));
  expect([...run, ...OF_NO_CAMPAIGN].sort()).toEqual(every.sort());
});

function leaves(command: Command, above: string): string[] {
  const name = `${above} ${command.name()}`.trim();
  const below = command.commands.flatMap((one) => leaves(one, name));
  return command.commands.length === 0 || command.registeredArguments.length > 0 ? [name, ...below] : below;
}
