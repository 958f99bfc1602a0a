import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { type ExportFile, exportFiles } from "#app/campaign/export/export-files.ts";
import { storedKinds } from "#app/campaign/export/store.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { openSnapshot } from "#db/reader.server.ts";
import { type CommandAnswer, refused, runCommand, withJson } from "./command.ts";
import { exportCalendarCommand } from "./export-calendar.ts";

/** `export FOLDER`: every record as CSV, a file for each kind, and one JSON; `export calendar FILE`: a campaign's events. */
export function exportCommand(): Command {
  return withJson(new Command("export"))
    .description("write every record as CSV, a file for each kind, and as one JSON; or a calendar")
    .argument("<folder>", "where the files go; it is made when it is not there")
    .action((folder: string, options: { json?: boolean }) =>
      runCommand(options, (database, now) => exportTo(database, resolve(folder), now)),
    )
    .addCommand(exportCalendarCommand());
}

async function exportTo(database: Database, folder: string, now: Date): Promise<CommandAnswer> {
  const { read, close } = await openSnapshot(database.path);
  const counts: [string, number][] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const file of exportFiles(await storedKinds(read, dateIn(now, WASHINGTON)), now))
      counts.push([file.name, await writeTo(join(folder, file.name), file)]);
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (!code.startsWith("E")) throw fault;
    return refused(`${folder} cannot be written (${code}).`);
  } finally {
    await close();
  }
  return {
    ok: true,
    lines: counts.map(([name, records]) => `${name}: ${records}`),
    json: { folder, files: Object.fromEntries(counts) },
  };
}

/** Writes a file while its records are read, and says how many they were. */
async function writeTo(path: string, file: ExportFile): Promise<number> {
  let count = 0;
  const texts = async function* () {
    for await (const { text, records } of file.pieces()) {
      count += records;
      yield text;
    }
  };
  await writeFile(path, texts(), { mode: 0o600 });
  return count;
}
