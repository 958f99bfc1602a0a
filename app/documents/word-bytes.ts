import { type Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const PROPERTIES = "docProps/core.xml";

/** The first day that a zip can name, in local time as zips have it: when a part was packed says nothing. */
const PACKED = new Date(1980, 0, 1);

/**
 * The bytes of a Word file that says it was made at `madeAt` and holds no other time: the same document made at the
 * same instant is the same file.
 */
export async function wordBytes(file: Document, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const properties = strFromU8(parts[PROPERTIES] ?? new Uint8Array());
  parts[PROPERTIES] = strToU8(
    properties.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeAt.toISOString()}`),
  );
  return new Uint8Array(zipSync(parts, { mtime: PACKED }));
}
