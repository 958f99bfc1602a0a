import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Command } from "commander";
import type { CongressFiles } from "#app/campaign/contacts/congress/congress.ts";
import { congressFileLimit, congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";
import type { SourceFile } from "#app/campaign/contacts/congress/json-file.ts";
import { type ImportCounts, importCongress } from "#app/campaign/contacts/congress/store.server.ts";
import { fileReader, LISTS_LIMITS } from "#app/http/files/file-reader.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { type CommandAnswer, MAY_END, refused, refusedLosses, runCommand, withJson } from "./command.ts";
import { importCalendarCommand } from "./import-calendar.ts";
import { sessionDaysCommand } from "./import-session-days.ts";

/** `demarche import congress FOLDER · calendar FILE`: lists and calendars that become records of ours. */
export function importCommand(): Command {
  const congress = withJson(
    new Command("congress")
      .description(
        "Read the public list of Congress: organisations, contacts and seats. Run it again next month and it will update only what has changed.",
      )
      .argument("<folder>", `the folder with ${Object.values(congressFileNames).join(", ")}`),
  )
    .option(...MAY_END)
    .action((folder: string, options: { json?: boolean; mayEnd?: string[] }) =>
      runCommand(options, (database, now) => congressAnswer(database, now, folder, options.mayEnd ?? [])),
    );
  return new Command("import")
    .description("Import public lists and calendars.")
    .addCommand(congress)
    .addCommand(importCalendarCommand())
    .addCommand(sessionDaysCommand());
}

async function congressAnswer(
  database: Database,
  now: Date,
  folder: string,
  mayEnd: readonly string[],
): Promise<CommandAnswer> {
  const files = await readFolder(folder);
  if (!files.ok) return refused(files.sentence);
  const read = await readInWorker(files.files);
  if (!read.ok) return refused(`${read.sentence}.`);
  const { reading } = read;
  if (!reading.ok) return refused(reading.fault);
  const author = { accountId: "system", channel: "command line", now } as const;
  const day = dateIn(now, WASHINGTON);
  const imported = await importCongress(database, author, reading.records, { day, mayEnd });
  if (!imported.ok) return refusedLosses(imported.losses);
  const { counts } = imported;
  return {
    ok: true,
    lines: [...reading.remarks, ...countLines(counts)],
    json: { ...counts, remarks: reading.remarks },
  };
}

async function readInWorker(files: CongressFiles) {
  const reader = fileReader(LISTS_LIMITS);
  const read = await reader.read("congress", { files });
  await reader.close();
  return read;
}

function countLines(counts: ImportCounts): string[] {
  return Object.entries(counts).map(
    ([kind, { added, changed, ended, same }]) =>
      `${kind}: ${added} added, ${changed} changed, ${ended} ended, ${same} unchanged`,
  );
}

type Folder = { ok: true; files: CongressFiles } | { ok: false; sentence: string };

async function readFolder(folder: string): Promise<Folder> {
  const committees = await readSource(join(folder, congressFileNames.committees));
  if (!committees.ok) return committees;
  const membership = await readSource(join(folder, congressFileNames.membership));
  if (!membership.ok) return membership;
  const legislators = await readSource(join(folder, congressFileNames.legislators));
  if (!legislators.ok) return legislators;
  const files = { committees: committees.file, membership: membership.file, legislators: legislators.file };
  return { ok: true, files };
}

type Source = { ok: true; file: SourceFile } | { ok: false; sentence: string };

async function readSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return { ok: false, sentence: `There is no file ${path}.` };
  const limit = `${congressFileLimit / 1024 / 1024} MB, the limit for one of the Congress files`;
  if (found.size > congressFileLimit) return { ok: false, sentence: `${path} is larger than ${limit}.` };
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return { ok: false, sentence: `${path} cannot be read.` };
  return { ok: true, file: { name: basename(path), bytes } };
}
