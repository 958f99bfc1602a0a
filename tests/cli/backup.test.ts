import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { freshDatabase } from "../support/database.ts";

const run = promisify(execFile);

test("a backup from the command line opens as a database, and never replaces a file", async () => {
  const database = await freshDatabase();
  const file = `${database.path}.backup`;
  await rm(file, { force: true });
  const backUp = () =>
    run(process.execPath, ["app/cli/demarche.ts", "backup", file, "--json"], {
      env: { ...process.env, DATABASE_PATH: database.path },
    });
  const { stdout } = await backUp();
  expect(JSON.parse(stdout)).toEqual({
    opened: { file: database.path, records: expect.any(Number) },
    file,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const copy = await openDatabase(file);
  expect(await copy.read.selectFrom("account").select("id").execute()).toEqual([{ id: "system" }]);
  await copy.close();
  await expect(backUp()).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("already exists"),
  });
  await database.close();
});
