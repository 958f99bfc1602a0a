import { readdir, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { freshPath } from "../support/database.ts";
import { fileWithOldLedger, refusalOfOldLedger } from "../support/old-ledger.ts";
import { startedProcess } from "../support/process.ts";

const OPENING = [
  { who: "the server", file: "app/server/start.ts", command: [], sampleMadeOn: null, more: "" },
  { who: "a command", file: "app/cli/demarche.ts", command: ["backup"], sampleMadeOn: null, more: "" },
  {
    who: "the demo",
    file: "app/cli/demo.ts",
    command: [],
    sampleMadeOn: "2026-11-10",
    more: " To create it again: npm run demo -- --fresh",
  },
] as const;

test.for(OPENING)(
  "a file from before the first release is refused by $who, with what to do, and stays as it is",
  async ({ file, command, sampleMadeOn, more }) => {
    const path = await fileWithOldLedger(sampleMadeOn);
    const before = await readFile(path);
    const args = command.length === 0 ? [] : [...command, await freshPath()];
    const environment = { DATABASE_PATH: path, PORT: "0" };
    const { code, errors } = await startedProcess(file, { args, environment }).ended;
    expect(errors.trim()).toBe(`${refusalOfOldLedger(path)}${more}`);
    expect(code).toBe(1);
    expect((await readFile(path)).equals(before)).toBe(true);
    const beside = (await readdir(dirname(path))).filter((name) => name.startsWith(basename(path)));
    expect(beside.filter((name) => /before|unfinished/.test(name))).toEqual([]);
  },
);
