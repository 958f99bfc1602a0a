import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { backUp } from "#db/backup.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshDatabase, freshPath } from "../support/database.ts";

test("backups taken while changes are written are whole, each with all changes up to some moment", async () => {
  const database = await freshDatabase();
  let isWriting = true;
  const writing = (async () => {
    for (let number = 0; isWriting; number += 1) await addAudience(database, `Audience ${number}`);
  })();
  for (let round = 0; round < 5; round += 1) {
    const path = await freshPath();
    const backup = await backUp(database.path, path);
    expect(
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ).toBe(backup.sha256);
    const copy = await openDatabase(path);
    const changes = await copy.read.selectFrom("change").select("record_id").execute();
    const audiences = await copy.read.selectFrom("audience").select("id").execute();
    expect(audiences.map(({ id }) => id).sort()).toEqual(changes.map(({ record_id }) => record_id).sort());
    expect((await sql`pragma integrity_check`.execute(copy.read)).rows).toEqual([{ integrity_check: "ok" }]);
    await copy.close();
  }
  isWriting = false;
  await writing;
});

test("a backup that fails leaves no file behind", async () => {
  const path = await freshPath();
  await expect(backUp(`${path}.missing`, path)).rejects.toThrow();
  const names = await readdir(dirname(path));
  expect(names.filter((name) => name.startsWith(basename(path)))).toEqual([]);
});
