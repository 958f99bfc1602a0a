import { type AsyncZippable, strToU8, zip } from "fflate";

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
