import { type AsyncZippable, strToU8, zip } from "fflate";
import type { ExportFile } from "./export-files.ts";

/** The files of an export in one zip, dated by the export; it is packed beside the requests of others. */
export function exportedZip(files: readonly ExportFile[], madeAt: Date): Promise<Uint8Array> {
  const entries: AsyncZippable = {};
  for (const { name, text } of files) entries[name] = strToU8(text);
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6, mtime: madeAt }, (fault, bytes) => (fault ? reject(fault) : resolve(bytes)));
  });
}
