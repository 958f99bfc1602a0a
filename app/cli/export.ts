import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { exportFiles } from "#app/documents/export-files.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { Database } from "#db/database.server.ts";
import { readEverything } from "#db/queries/export.server.ts";
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
  const files = exportFiles(await readEverything(database.read, dateIn(now, WASHINGTON)), now);
  try {
    await mkdir(folder, { recursive: true });
    for (const file of files) await writeFile(join(folder, file.name), file.text, { mode: 0o600 });
  } catch (fault) {
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
    if (code === "") throw fault;
    return refused(`${folder} cannot be written (${code}).`);
  }
  return {
    ok: true,
    lines: files.map(({ name, records }) => `${name}: ${records}`),
    json: { folder, files: Object.fromEntries(files.map(({ name, records }) => [name, records])) },
  };
}
