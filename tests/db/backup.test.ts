import { createHash } from "node:crypto";
import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { newSetUpPath } from "#app/campaign/accounts/set-up-link.server.ts";
import { hashOfSession, insertSession } from "#app/http/sessions.server.ts";
import { backUp } from "#db/backup.server.ts";
import { openDatabase } from "#db/database.server.ts";
import { migrations } from "#migrations/index.ts";
import { system, unsent } from "../support/author.ts";
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

const now = new Date("2026-11-10T15:40:00.000Z");
const hashOf = (link: string) => createHash("sha256").update(link).digest("base64url");

/** The backup that is made by itself before a step of the schema. */
async function backupBeforeStep(path: string): Promise<string> {
  const step = { name: "9999-next", sql: "create table embargo (id text primary key) strict" };
  await (await openDatabase(path, [...migrations, step])).close();
  const name = (await readdir(dirname(path))).find((file) => file.startsWith(`${basename(path)}.before-`));
  return `${dirname(path)}/${name}`;
}

test.each([
  ["asked for", async (path: string) => (await backUp(path, `${path}.backup`)).path],
  ["made before a step of the schema", backupBeforeStep],
])("a backup %s holds no session and no one-time link, is its owner's alone, and opens", async (_, make) => {
  const database = await freshDatabase();
  const link = (await newSetUpPath(database, now))?.replace("/set-up/", "") ?? "";
  const sessions = [];
  for (let count = 0; count < 40; count += 1) sessions.push(await insertSession(database, "system", now));
  const secrets = [hashOf(link), ...sessions.map(hashOfSession)];
  await database.close();
  const original = await readFile(database.path);
  expect(secrets.filter((secret) => !original.includes(secret))).toEqual([]);
  const path = await make(database.path);
  const bytes = await readFile(path);
  expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const copy = await openDatabase(path);
  expect(await newSetUpPath(copy, now)).toMatch(/^\/set-up\//);
  await copy.close();
});

test("a feed goes on after a restore", async () => {
  const database = await freshDatabase();
  const feed = {
    id: "f",
    account_id: "system",
    campaign_id: null,
    token_hash: hashOf("feed"),
    titles: "shown",
  } as const;
  await database.change(system, unsent, async (change) => {
    await change.insert("calendar_feed", { ...feed, made_at: now.toISOString(), revoked_at: null });
    change.describe({
      recordKind: "calendar feed",
      recordId: "f",
      action: "made",
      summary: "Made",
      location: "/",
    });
    return { ok: true };
  });
  const { path } = await backUp(database.path, `${database.path}.backup`);
  const copy = await openDatabase(path);
  expect(await copy.read.selectFrom("calendar_feed").select("token_hash").execute()).toEqual([
    { token_hash: feed.token_hash },
  ]);
  await copy.close();
});

test("what a killed backup left goes with the next start, and nothing else does", async () => {
  const database = await freshDatabase();
  await database.close();
  const folder = dirname(database.path);
  const files = {
    "left.backup.unfinished": "SQLite format 3\0and so on",
    "begun.backup.unfinished": "",
    "novel.unfinished": "Chapter 1",
    "under-way.backup.unfinished": "SQLite format 3\0and so on",
  };
  const anHourAgo = new Date(Date.now() - 3_600_000);
  for (const [name, text] of Object.entries(files)) {
    await writeFile(`${folder}/${name}`, text);
    if (!name.startsWith("under-way")) await utimes(`${folder}/${name}`, anHourAgo, anHourAgo);
  }
  await (await openDatabase(database.path)).close();
  const left = (await readdir(folder)).filter((name) => name.endsWith(".unfinished"));
  expect(left.sort()).toEqual(["novel.unfinished", "under-way.backup.unfinished"]);
});
