import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { congressFiles, smallCongress } from "../support/builders/congress.ts";
import { startedProcess } from "../support/process.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-public-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A folder as the public data lie in it; `spoilt` replaces the text of a file. */
async function publicData(name: string, spoilt: Record<string, string>): Promise<string> {
  const at = join(folder, name);
  await mkdir(join(at, "congress"), { recursive: true });
  await mkdir(join(at, "ics"), { recursive: true });
  await writeFile(join(at, "ics", "one.ics"), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  for (const file of Object.values(congressFiles(smallCongress()))) {
    await writeFile(join(at, "congress", file.name), spoilt[file.name] ?? file.bytes);
  }
  return at;
}

function read(at: string) {
  return startedProcess("tests/public-data/read-public-data.ts", { args: [at] }).ended;
}

test("each public file has a line: read in depth, or skipped until its import is built", async () => {
  const { code, output } = await read(await publicData("whole", {}));
  expect(output).toMatch(/legislators-current\.json: read: 4 contacts; .*exactly its changes/);
  expect(output).toContain("ics/one.ics: refused: it has no event");
  expect(code).toBe(0);
});

test("a malformed file is an explanation, with file and line", async () => {
  const at = await publicData("malformed", { "committees-current.json": "[\n{ oh no" });
  const { code, output } = await read(at);
  expect(output).toMatch(/committees-current\.json: refused, nothing taken in: committees-current\.json:2: /);
  expect(code).toBe(0);
});

test("a folder that is named and not there is wrong", async () => {
  const { code } = await read(join(folder, "nowhere"));
  expect(code).toBe(1);
});
