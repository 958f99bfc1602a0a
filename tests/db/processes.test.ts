import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { freshPath } from "../support/database.ts";
import { inOneFile } from "../support/in-one-file.ts";
import { startedProcess } from "../support/process.ts";

let script: string;
beforeAll(async () => {
  script = await inOneFile("tests/support/keep-writing.ts");
});

/** How many times a writing process is killed; each costs about an eighth of a second of one core. */
const kills = Number(process.env.KILLS ?? 200);
const lanes = 2;
const longestWriting = 60;

function acknowledged(output: string): string[] {
  // A line without its end was cut by the kill: nobody has heard it.
  return output.split("\n").slice(0, -1);
}

async function killWhileWriting(path: string): Promise<string[]> {
  const child = startedProcess(script, { args: [path] });
  await child.said(/\n/);
  await wait(randomInt(longestWriting));
  child.stop("SIGKILL");
  return acknowledged((await child.ended).output);
}

async function storedIds(path: string): Promise<{ ids: Set<string>; changed: number; check: unknown }> {
  const database = await openDatabase(path);
  const rows = await database.read.selectFrom("audience").select("id").execute();
  const changes = await database.read.selectFrom("change").select("record_id").execute();
  const check = await sql`pragma integrity_check`.execute(database.read);
  await database.close();
  return { ids: new Set(rows.map(({ id }) => id)), changed: changes.length, check: check.rows };
}

test(`a process killed ${kills} times while it writes has lost no acknowledged change`, {
  timeout: 1_200_000,
}, async () => {
  // Node keeps the compiled modules of the one process that ends by itself; the others start faster.
  await startedProcess(script, { args: [await freshPath(), "1"] }).ended;
  const lane = async () => {
    const path = await freshPath();
    const heard: string[] = [];
    for (let kill = 0; kill < kills / lanes; kill += 1) heard.push(...(await killWhileWriting(path)));
    const { ids, changed, check } = await storedIds(path);
    expect(heard.filter((id) => !ids.has(id))).toEqual([]);
    expect(changed).toBe(ids.size);
    expect(check).toEqual([{ integrity_check: "ok" }]);
    expect(heard.length).toBeGreaterThanOrEqual(kills / lanes);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
});

test("two processes that write to one file at the same time both keep everything", async () => {
  const path = await freshPath();
  const writers = [1, 2].map(() => startedProcess(script, { args: [path, "150"] }));
  const ends = await Promise.all(writers.map(({ ended }) => ended));
  expect(ends.map(({ code, errors }) => ({ code, errors }))).toEqual([
    { code: 0, errors: "" },
    { code: 0, errors: "" },
  ]);
  const { ids, changed } = await storedIds(path);
  const heard = ends.flatMap(({ output }) => acknowledged(output));
  expect(ids).toEqual(new Set(heard));
  expect(heard.length).toBe(300);
  expect(changed).toBe(300);
});
