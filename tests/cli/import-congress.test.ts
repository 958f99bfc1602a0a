import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CongressFiles } from "#app/campaign/contacts/congress/congress.ts";
import { congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";
import { openDatabase } from "#db/database.server.ts";
import { congressFiles, type SmallCongress, smallCongress } from "../support/builders/congress.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

let path = "";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-congress-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(files: CongressFiles): Promise<void> {
  for (const { name, bytes } of Object.values(files)) await writeFile(join(folder, name), bytes);
}

function changed(change: (congress: SmallCongress) => void): CongressFiles {
  const congress = smallCongress();
  change(congress);
  return congressFiles(congress);
}

function run(args: string[]) {
  return startedProcess("app/cli/demarche.ts", { args, environment: { DATABASE_PATH: path } }).ended;
}

test("an import prints one JSON object with what became of each kind, and again all the same", async () => {
  path = await freshPath();
  await (await openDatabase(path)).close();
  await write(congressFiles(smallCongress()));
  const first = await run(["import", "congress", folder, "--json"]);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.output)).toMatchObject({
    organisations: { added: 5, changed: 0, ended: 0, same: 0 },
    contacts: { added: 4, changed: 0, ended: 0, same: 0 },
    seats: { added: 8, changed: 0, ended: 0, same: 0 },
  });
  const again = JSON.parse((await run(["import", "congress", folder, "--json"])).output);
  expect(again.contacts).toEqual({ added: 0, changed: 0, ended: 0, same: 4 });
});

test("next month's files change exactly what they change, beside an open database", async () => {
  const database = await openDatabase(path);
  await write(
    changed((congress) => {
      congress.legislators = congress.legislators.filter((entry) => entry.id.bioguide !== "E000002");
    }),
  );
  const named = ["--may-end", "legislators-current.json", "--may-end", "committee-membership-current.json"];
  const { output } = await run(["import", "congress", folder, ...named, "--json"]);
  expect(JSON.parse(output)).toMatchObject({
    contacts: { added: 0, changed: 0, ended: 1, same: 3 },
    seats: { added: 0, changed: 0, ended: 2, same: 6 },
    remarks: [expect.stringContaining("seat of Tom Early")],
  });
  const ended = await database.read
    .selectFrom("contact")
    .select("name")
    .where("ended_on", "is not", null)
    .execute();
  expect(ended).toEqual([{ name: "Tom Early" }]);
  await database.close();
});

test("a file cut off is refused with file and line, and nothing is written", async () => {
  const files = congressFiles(smallCongress());
  const cut = { ...files.membership, bytes: files.membership.bytes.slice(0, 40) };
  await write({ ...files, membership: cut });
  const refused = await run(["import", "congress", folder, "--json"]);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.output).refused).toMatch(/^committee-membership-current\.json:\d+: not JSON/);
  const database = await openDatabase(path);
  const changes = await database.read.selectFrom("change").select("id").execute();
  expect(changes).toHaveLength(3);
  await database.close();
});

test("a folder without the files is refused by name, and a call without a folder is wrong use", async () => {
  const absent = await run(["import", "congress", join(folder, "nowhere")]);
  expect(absent.code).toBe(1);
  expect(absent.errors).toContain(`There is no file ${join(folder, "nowhere", "committees-current.json")}.`);
  expect((await run(["import", "congress"])).code).toBe(2);
});

test.each([
  ["membership", "seats on committees"],
  ["legislators", "members"],
  ["committees", "committees and subcommittees"],
] as const)(
  "a list of %s that would remove more than a tenth is refused unless it is named",
  async (which, what) => {
    const shorter = changed((congress) => {
      if (which === "membership") congress.membership = { SSFR: [], SSFR01: [], JSPR: [] };
      else congress[which].splice(1);
    });
    const files = { ...congressFiles(smallCongress()), [which]: shorter[which] };
    path = await freshPath();
    const database = await openDatabase(path);
    await write(congressFiles(smallCongress()));
    expect((await run(["import", "congress", folder, "--json"])).code).toBe(0);
    await write(files);
    const before = await database.read.selectFrom("seat").selectAll().execute();
    const refused = await run(["import", "congress", folder, "--json"]);
    expect(refused.code).toBe(1);
    expect(await database.read.selectFrom("seat").selectAll().execute()).toEqual(before);
    const { refused: sentence } = JSON.parse(refused.output);
    expect(sentence).toContain(`${shorter[which].name} would remove `);
    expect(sentence).toContain(` ${what} on record, more than a tenth`);
    expect(sentence).toContain(`--may-end ${shorter[which].name}`);
    const named = Object.values(congressFileNames).flatMap((name) => ["--may-end", name]);
    expect((await run(["import", "congress", folder, ...named, "--json"])).code).toBe(0);
    await database.close();
  },
);
