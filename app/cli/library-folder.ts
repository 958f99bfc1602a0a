import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { LARGEST_LIBRARY_FILE } from "#app/campaign/messages/library/library-fault.ts";
import type { LibraryFile, LibraryFileText } from "#app/campaign/messages/library/library-file.ts";

/** The files of a library's folder, by name; those that the system hides (names with a dot in front) are left out. */
export async function readLibraryFolder(
  folder: string,
): Promise<{ ok: true; files: readonly LibraryFile[] } | { ok: false; sentence: string }> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) return { ok: false, sentence: `${folder} is not a folder.` };
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  const files: LibraryFile[] = [];
  for (const name of names) {
    const bytes = await readSmallFile(join(folder, name));
    if (bytes === null) return { ok: false, sentence: `${join(folder, name)} cannot be read.` };
    files.push({ name, bytes });
  }
  return { ok: true, files };
}

/** A file that is too large is not read: one byte too many tells as much. */
async function readSmallFile(path: string): Promise<Uint8Array | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  if (found.size > LARGEST_LIBRARY_FILE) return new Uint8Array(LARGEST_LIBRARY_FILE + 1);
  return readFile(path).catch(() => null);
}

/** Writes files into a folder, which is made where it is not there. A file that says the same already is left alone. */
export async function writeLibraryFolder(
  folder: string,
  files: readonly LibraryFileText[],
): Promise<{ ok: true; written: readonly string[] } | { ok: false; sentence: string }> {
  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, text } of files) {
      const path = join(folder, name);
      const before = await readFile(path, "utf8").catch(() => null);
      if (before === text) continue;
      await writeWhole(path, text);
      written.push(name);
    }
    return { ok: true, written };
  } catch (fault) {
    const why = fault instanceof Error && "code" in fault ? ` (${String(fault.code)})` : "";
    return { ok: false, sentence: `${folder} cannot be written${why}.` };
  }
}

/** Beside the file first, then in its place: a reader finds the old text or the new one, never a half. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.part`;
  const file = await open(beside, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path).catch(async (fault) => {
    await rm(beside, { force: true });
    throw fault;
  });
}
