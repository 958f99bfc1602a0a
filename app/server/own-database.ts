import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DEFAULT_DATABASE_PATH } from "#app/http/environment.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";

/** Opens the database of the settings, or answers with the sentence that says why it cannot be used. */
export async function openOwnDatabase(
  path: string,
): Promise<{ ok: true; database: Database } | { ok: false; sentence: string }> {
  if (path === DEFAULT_DATABASE_PATH) await mkdir(dirname(path), { recursive: true });
  try {
    return { ok: true, database: await openDatabase(path) };
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return { ok: false, sentence: fault.message };
    throw fault;
  }
}
