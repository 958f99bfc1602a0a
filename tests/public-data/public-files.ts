import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** What became of one file. Not explained: something crashed, hung, or gave other figures than it must. */
export type FileReport = { file: string; became: string; isExplained: boolean };

/** Folders whose import comes later. */
export const NOT_BUILT_YET = [
  { kind: "vcard", reason: "the import of cards is not built yet" },
  { kind: "fara", reason: "the import of FARA registrants is not built yet" },
  { kind: "nato-facts", reason: "the import of NATO's figures is not built yet" },
] as const;

/** The files below a folder of one kind, by their path from `folder`, in order; none where it is not there. */
export async function listFiles(folder: string, kind: string): Promise<string[]> {
  const found = await stat(join(folder, kind)).catch(() => null);
  if (found === null) return [];
  if (!found.isDirectory()) return [kind];
  const entries = await readdir(join(folder, kind), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
