import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { accountCommand } from "#app/cli/account.ts";
import { backupCommand } from "#app/cli/backup.ts";
import { effectivenessCommand } from "#app/cli/effectiveness.ts";
import { exportCommand } from "#app/cli/export.ts";
import { importCommand } from "#app/cli/import.ts";
import { messagesCommand } from "#app/cli/messages.ts";
import { reportCommand } from "#app/cli/report.ts";

const README_LINES = 130;
const QUESTIONS = 30;
const WORDS = 40;

const texts = ["README.md", ...globSync("docs/*.md")].map((path) => ({ path, text: textOf(path) }));

function textOf(path: string): string {
  return readFileSync(path, "utf8");
}

/** What stands between backquotes. */
function named(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? "");
}

/** The cells of each row of the tables of a text, without their heads. */
function rowsOf(path: string): string[][] {
  const lines = textOf(path).split("\n");
  return lines
    .filter((line, index) => line.startsWith("| ") && !lines[index + 1]?.startsWith("|-"))
    .map((line) => line.split("|").slice(1, -1));
}

test("the README is read in five minutes, the map has thirty questions, the glossary forty words", () => {
  expect(textOf("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(README_LINES);
  expect(rowsOf("docs/map.md")).toHaveLength(QUESTIONS);
  expect(rowsOf("docs/glossary.md").length).toBeGreaterThan(WORDS / 2);
  expect(rowsOf("docs/glossary.md").length).toBeLessThanOrEqual(WORDS);
});

test.each(["docs/map.md", "docs/glossary.md"])("every row of %s names a file and an export of it", (path) => {
  for (const row of rowsOf(path)) {
    const [where = "", lookAt = ""] = row.slice(-2);
    const files = named(where).filter((file) => existsSync(file));
    expect(files.length, where).toBeGreaterThan(0);
    expect(named(lookAt).length, where).toBeGreaterThan(0);
    const unknown = named(lookAt).filter((name) => !files.some((file) => isExported(textOf(file), name)));
    expect(unknown, where).toEqual([]);
  }
});

function isExported(text: string, name: string): boolean {
  return new RegExp(`export (default )?(async )?(function\\*?|const|type|class) ${name}\\b`).test(text);
}

test.each(texts)("every file that $path names is there", ({ path, text }) => {
  const paths = named(text).filter((name) =>
    /^(\.github|app|db|docs|messages|migrations|tests)\/[^<]*$/.test(name),
  );
  expect(paths.filter((name) => !existsSync(name))).toEqual([]);
  const linked = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? "");
  expect(linked.filter((name) => !existsSync(join(dirname(path), name)))).toEqual([]);
});

test("every script that is named can be run", () => {
  const { scripts } = JSON.parse(textOf("package.json"));
  const run = texts.flatMap(({ text }) =>
    [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? ""),
  );
  expect(run).toContain("demo");
  expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("every variable that is read is explained, and no other", () => {
  const sources = ["app/http/environment.ts", "app/http/mail-environment.ts"].map(textOf).join();
  const read = [...sources.matchAll(/^ {2}([A-Z_]+): z\b/gm)].map((match) => match[1] ?? "");
  const explained = rowsOf("docs/running.md").flatMap(([variable = ""]) => named(variable));
  expect(explained.sort()).toEqual(read.sort());
});

test("every command is explained with options that it takes, and no other", () => {
  const explained = new Map(
    rowsOf("docs/command-line.md").flatMap(([commands = "", words = ""]) =>
      named(commands).map((command) => [nameOf(command), commands + words] as const),
    ),
  );
  const known = new Map([...everyCommand()]);
  expect([...explained.keys()].sort()).toEqual([...known.keys()].sort());
  for (const [name, words] of explained) {
    const options = [...words.matchAll(/--[a-z-]+/g)].map(([option]) => option);
    const taken = known.get(name)?.options.map(({ long }) => long);
    expect(
      options.filter((option) => !taken?.includes(option)),
      name,
    ).toEqual([]);
  }
});

/** "import calendar FILE --campaign NAME" is "import calendar". */
function nameOf(command: string): string {
  return command.split(/ (?=[A-Z-])/)[0] ?? command;
}

function* everyCommand(): Generator<[string, Command]> {
  for (const command of [
    accountCommand(),
    backupCommand(),
    effectivenessCommand(),
    exportCommand(),
    importCommand(),
    messagesCommand(),
    reportCommand(),
  ])
    yield* commandsIn(command, command.name());
}

/** A command that only gathers others takes nothing itself. */
function* commandsIn(command: Command, name: string): Generator<[string, Command]> {
  if (command.commands.length === 0 || command.registeredArguments.length > 0) yield [name, command];
  for (const below of command.commands) yield* commandsIn(below, `${name} ${below.name()}`);
}
