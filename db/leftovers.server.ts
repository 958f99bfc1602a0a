import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { hasDatabaseHeader } from "./file-header.server.ts";

/** The end of the name of a copy that is being written. */
export const UNFINISHED = ".unfinished";

/** A copy that nobody has written to for so long is nobody's: one that is being made or checked is quicker. */
const LEFT_AFTER_MS = 600_000;

/** Removes copies that were left half-way in a folder; other files that are called so stay. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (name.endsWith(UNFINISHED) && (await isLeft(path))) await rm(path, { force: true });
  }
}

async function isLeft(path: string): Promise<boolean> {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile() || Date.now() - file.mtimeMs < LEFT_AFTER_MS) return false;
  return file.size === 0 || (await hasDatabaseHeader(path));
}
