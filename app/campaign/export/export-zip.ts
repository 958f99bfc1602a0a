import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from "fflate";
import type { ExportFile } from "./export-files.ts";

/** Files of ours in one zip, dated by the export. */
export function exportedZip(
  files: readonly { name: string; text: string }[],
  madeAt: Date,
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, text } of files) entries[name] = strToU8(text);
  return Uint8Array.from(zipSync(entries, { level: 6, mtime: madeAt }));
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
