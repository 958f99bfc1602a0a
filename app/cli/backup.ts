import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { backUp } from "#db/backup.server.ts";
import type { Database } from "#db/database.server.ts";
import { DatabaseRefused, troubleOf } from "#db/database-trouble.server.ts";
import { type CommandAnswer, refused, runCommand, withJson } from "./command.ts";

/** `backup FILE`: a checked copy of the database, while the server runs. */
export function backupCommand(): Command {
  return withJson(new Command("backup"))
    .description("Write a checked copy of the database while the server runs.")
    .argument("<file>", "where to write the copy; the file must not exist yet")
    .action((file: string, options: { json?: boolean }) =>
      runCommand(options, (database) => backUpTo(database, resolve(file))),
    );
}

async function backUpTo(database: Database, file: string): Promise<CommandAnswer> {
  if ((await stat(file).catch(() => null)) !== null) {
    return refused(`${file} already exists: give the name of a new file.`);
  }
  try {
    const { path, sha256 } = await backUp(database.path, file);
    return { ok: true, lines: [`${path}: checked, SHA-256 ${sha256}`], json: { file: path, sha256 } };
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return refused(fault.message);
    if (troubleOf(fault) === "damaged") throw fault;
    const code = fault instanceof Error && "code" in fault ? String(fault.code) : null;
    if (code === null) throw fault;
    return refused(`${file} cannot be written (${code}).`);
  }
}
