import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { addCampaign } from "../support/builders/campaign.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

let path = "";

beforeAll(async () => {
  path = await freshPath();
  const database = await openDatabase(path);
  await addCampaign(database, "esa");
  await database.close();
});

function run(args: string[], environment: Record<string, string> = {}) {
  const settings = { environment: { DATABASE_PATH: path, ...environment } };
  return startedProcess("app/cli/demarche.ts", { args, ...settings }).ended;
}

const ADD = ["account", "add", "--email", "petr@demarche.example", "--name", "Petr Dvořák"];

test("an account is added with its role, and stands in the history as the command line's", async () => {
  const added = await run([...ADD, "--role", "officer", "--campaign", "esa", "--json"], {
    DEMARCHE_PASSWORD: "horse battery staple",
  });
  expect(added.code).toBe(0);
  expect(JSON.parse(added.output)).toMatchObject({ added: { email: "petr@demarche.example" } });
  const database = await openDatabase(path);
  const change = await database.read
    .selectFrom("change")
    .select(["account_id", "channel"])
    .where("summary", "=", "Added an account for Petr Dvořák")
    .executeTakeFirstOrThrow();
  expect(change).toEqual({ account_id: "system", channel: "command line" });
  await database.close();
});

test.each([
  ["an address that is taken", ADD, "Another account already uses this e-mail address"],
  ["a role without a campaign", [...ADD, "--role", "reader"], "A role belongs to a campaign"],
  [
    "a campaign that is not there",
    [...ADD, "--role", "reader", "--campaign", "x"],
    'There is no campaign "x". Give it as in its web address, after /c/.',
  ],
  ["no address", [...ADD, "--email", "petr"], "petr is not an e-mail address"],
])("%s is refused with 1 and one sentence", async (_, args, sentence) => {
  const { code, errors } = await run(args, { DEMARCHE_PASSWORD: "horse battery staple" });
  expect(code).toBe(1);
  expect(errors).toContain(sentence);
});

test("a refusal with --json is one JSON object and nothing else", async () => {
  const { code, output } = await run([...ADD, "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(output)).toEqual({
    opened: { file: path, records: expect.any(Number) },
    refused: "Set DEMARCHE_PASSWORD, or run this command in a terminal and type the password.",
  });
});

test.each([[["account", "add"]], [["account", "add", "--password", "x"]], [["nonsense"]], [["export"]]])(
  "wrong use ends with 2: %j",
  async (args) => {
    expect((await run(args)).code).toBe(2);
  },
);

test("every command has help", async () => {
  const help = await run(["--help"]);
  expect(help.code).toBe(0);
  for (const command of ["account", "import", "messages", "export"]) {
    expect(help.output).toContain(command);
    expect((await run([command, "--help"])).code).toBe(0);
  }
});

test("an export makes its folder and writes every kind there", async () => {
  const folder = join(await mkdtemp(join(tmpdir(), "demarche-test-")), "new", "export");
  const { code, output } = await run(["export", folder, "--json"]);
  expect(code).toBe(0);
  const { files } = JSON.parse(output);
  expect((await readdir(folder)).sort()).toEqual(Object.keys(files).sort());
  expect(files).toMatchObject({ "campaigns.csv": 1, "outreach-events.csv": 0 });
  const json = JSON.parse(await readFile(join(folder, "demarche.json"), "utf8"));
  expect(json.records.campaigns).toHaveLength(1);
});

test("a folder that cannot be written is refused with 1", async () => {
  const { code, errors } = await run(["export", "package.json"]);
  expect(code).toBe(1);
  expect(errors).toMatch(/package\.json cannot be written \(E\w+\)/);
});
