import { type AsyncZippable, strToU8, Zip, ZipDeflate, zip } from "fflate";
import type { ExportFile } from "./export-files.ts";

/** Files of ours in one zip, dated by the export; it is packed beside the requests of others. */
export function exportedZip(
  files: readonly { name: string; text: string }[],
  madeAt: Date,
): Promise<Uint8Array> {
  const entries: AsyncZippable = {};
  for (const { name, text } of files) entries[name] = strToU8(text);
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6, mtime: madeAt }, (fault, bytes) => (fault ? reject(fault) : resolve(bytes)));
  });
}

/** Files of any size in one zip, which is written while they are read: no more than a piece of it is in memory. */
export async function* zipInPieces(
  files: readonly ExportFile[],
  madeAt: Date,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let written: Uint8Array[] = [];
  const taken = () => {
    const bytes = Buffer.concat(written);
    written = [];
    return bytes;
  };
  const archive = new Zip((fault, bytes) => {
    if (fault !== null) throw fault;
    written.push(bytes);
  });
  for (const { name, pieces } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = madeAt;
    archive.add(entry);
    for await (const { text } of pieces()) {
      entry.push(strToU8(text));
      if (written.length > 0) yield taken();
    }
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  yield taken();
}
