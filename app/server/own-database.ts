import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DEFAULT_DATABASE_PATH } from "#app/http/environment.ts";
import { type Database, openDatabase, openExistingDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";

type Opened = { ok: true; database: Database } | { ok: false; sentence: string };

/** Opens the database of the settings and makes or migrates it, or answers with the sentence that says why it cannot be used. */
export async function openOwnDatabase(path: string): Promise<Opened> {
  if (path === DEFAULT_DATABASE_PATH) await mkdir(dirname(path), { recursive: true });
  return orSentence(openDatabase(path));
}

/** Opens what is there, for a command: nothing is made and nothing migrated. */
export function openForCommand(path: string): Promise<Opened> {
  return orSentence(openExistingDatabase(path));
}

async function orSentence(opening: Promise<Database>): Promise<Opened> {
  try {
    return { ok: true, database: await opening };
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return { ok: false, sentence: fault.message };
    throw fault;
  }
}
