import type { Command } from "commander";
import { readSettings } from "#app/http/environment.ts";
import { notAvailableBecause } from "#app/http/fault.ts";
import { type Loss, lossInWords } from "#app/http/files/kinds.ts";
import { openForCommand } from "#app/server/own-database.ts";
import { countRecords } from "#db/catalogue.server.ts";
import type { Database } from "#db/database.server.ts";

/** What a command says at its end: lines for a person, and one object for a program. */
export type CommandAnswer = {
  ok: boolean;
  lines: readonly string[];
  json: Readonly<Record<string, unknown>>;
};

export type CommandWork = (database: Database, now: Date) => Promise<CommandAnswer>;

/** Every command takes these. */
export function withJson(command: Command): Command {
  return command.option("--json", "print one JSON object and nothing else");
}

/** Refused, with one sentence that says why. */
export function refused(sentence: string): CommandAnswer {
  return { ok: false, lines: [sentence], json: { refused: sentence } };
}

/**
 * Runs a command on the database of DATABASE_PATH, beside a running server, and ends the process: 0 when it
 * was done, 1 when it was refused. It says first which file it opened and how many records that holds, to a person on
 * standard error, so that output stays what was asked for, and to a program as `opened`.
 */
export function runCommand(options: { json?: boolean }, work: CommandWork): Promise<void> {
  return answerCommand(options, () => answerOf(options, work));
}

/** Runs a command that needs no database. */
export async function answerCommand(
  options: { json?: boolean },
  work: () => Promise<CommandAnswer>,
): Promise<void> {
  const answer = await work();
  if (options.json === true) console.log(JSON.stringify(answer.json));
  else for (const line of answer.lines) (answer.ok ? console.log : console.error)(line);
  process.exitCode = answer.ok ? 0 : 1;
}

async function answerOf(options: { json?: boolean }, work: CommandWork): Promise<CommandAnswer> {
  const read = readSettings(process.env);
  if (!read.ok) return refused(read.sentence);
  const opened = await openForCommand(read.settings.databasePath);
  if (!opened.ok) return refused(opened.sentence);
  const { database } = opened;
  try {
    const records = await countRecords(database.read);
    if (options.json !== true)
      console.error(`Opened ${database.path}: ${records.toLocaleString("en")} records.`);
    const answer = await answered(work, database);
    return { ...answer, json: { opened: { file: database.path, records }, ...answer.json } };
  } finally {
    await database.close();
  }
}

/** A file that fails under a command is named as what it is, not as a bug. */
async function answered(work: CommandWork, database: Database): Promise<CommandAnswer> {
  try {
    return await work(database, new Date());
  } catch (fault) {
    const said = notAvailableBecause(fault);
    if (said === null) throw fault;
    return refused(said.sentence);
  }
}

/** The option that names a file which may end more than a tenth of what stands; it may be given again for another. */
export const MAY_END = [
  "--may-end <file>",
  "let the file with this name end more than a tenth of the present records",
  (file: string, others: string[] | undefined) => [...(others ?? []), file],
] as const;

/** What is said where files would end too much: each of them, and the option that confirms it. */
export function refusedLosses(losses: readonly Loss[]): CommandAnswer {
  const lines = losses.map((loss) => `${lossInWords(loss)}.`);
  const names = [...new Set(losses.map(({ file }) => `--may-end ${file}`))].join(" ");
  const how = `Nothing was written. If these records should be removed, import again with ${names}`;
  return { ok: false, lines: [...lines, `${how}.`], json: { refused: `${lines.join(" ")} ${how}.`, losses } };
}
