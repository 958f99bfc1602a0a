import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { freshPath } from "../support/database.ts";
import { startedProcess } from "../support/process.ts";

let path = "";
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-days-"));
  path = await freshPath();
  await (await openDatabase(path)).close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(text: string, ...options: string[]) {
  const file = join(folder, "days.csv");
  await writeFile(file, text);
  const args = ["import", "session-days", file, "--json", ...options];
  const ended = await startedProcess("app/cli/demarche.ts", { args, environment: { DATABASE_PATH: path } })
    .ended;
  return { code: ended.code, json: JSON.parse(ended.output) };
}

const head = "chamber,day,standing,source,as_of\n";
const days = `${head}House,2026-11-12,in session,CQ,2025-11-18\nSenate,2026-11-12,away,CQ,2025-11-19\n`;

test("a preview writes nothing, an import writes, and a second one changes nothing", async () => {
  expect((await run(days, "--preview")).json).toMatchObject({ written: false, added: 2 });
  expect((await run(days)).json).toMatchObject({ written: true, added: 2 });
  expect((await run(days)).json).toMatchObject({ written: false, added: 0, same: 2 });
});

test("what is older is kept out unless it is asked for", async () => {
  const older = `${head}House,2026-11-12,away,CQ,2025-01-01\n`;
  expect((await run(older)).json).toMatchObject({ written: false, olderKept: 1 });
  const refused = await run(older, "--older");
  expect(refused.json.refused).toContain(
    "days.csv would remove 1 of the 1 session days on record, more than a tenth",
  );
  const named = await run(older, "--older", "--may-end", "days.csv");
  expect(named.json).toMatchObject({ written: true, changed: 1 });
});

test("a file with faults is refused, each at its line", async () => {
  const { code, json } = await run(
    `${head}House,2026-11-31,away,CQ,2025-01-01\nSenat,2026-11-12,away,CQ,2025-01-01\n`,
  );
  expect(code).toBe(1);
  expect(json.faults).toEqual([
    expect.stringMatching(/^days\.csv:2: the day is “2026-11-31”/),
    expect.stringMatching(/^days\.csv:3: the chamber is “Senat”/),
  ]);
});
